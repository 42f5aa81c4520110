"""Who is here now and what they are doing."""

from __future__ import annotations

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.render.persons import tl_status
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.changes import Changes
from tdlib.sandbox.world.peers import bare_id, is_channel, is_user

ONLINE_FOR = 60


def act(changes: Changes, user_id: int, peer: int, action: TLObject) -> None:
    """Shows the readers of a chat what somebody is doing there: typing, sending a photo …"""
    for reader in changes.world.readers(user_id, peer):
        if reader != user_id:
            changes.tell(reader, _action(user_id, peer, action), user_id, 0 if is_user(peer) else peer, keep=False)


def set_online(changes: Changes, user_id: int, online: bool) -> None:
    """Tells everybody who knows somebody that they came or went; bots are always there."""
    world = changes.world
    person = world.person(user_id)
    if person.is_bot or person.is_support:
        return
    now = world.now()
    person.online_until = now + ONLINE_FOR if online else 0
    person.was_online = now
    update = tl.UpdateUserStatus(user_id=user_id, status=tl_status(world, person))
    for watcher in {device.user_id for device in world.devices.by_key.values()}:
        if watcher is not None and _knows(changes, watcher, user_id):
            changes.tell(watcher, update, keep=False)


def _knows(changes: Changes, watcher: int, user_id: int) -> bool:
    account = changes.world.account(watcher)
    return user_id in account.contacts or user_id in account.dialogs.by_peer


def _action(user_id: int, peer: int, action: TLObject) -> TLObject:
    if is_user(peer):
        return tl.UpdateUserTyping(user_id=user_id, action=action)
    if is_channel(peer):
        return tl.UpdateChannelUserTyping(channel_id=bare_id(peer), from_id=tl_peer(user_id), action=action)
    return tl.UpdateChatUserTyping(chat_id=bare_id(peer), from_id=tl_peer(user_id), action=action)


def tell_changed(changes: Changes, user_id: int) -> None:
    """Tells everybody who knows somebody that the profile is another now."""
    for watcher in {device.user_id for device in changes.world.devices.by_key.values()}:
        if watcher is not None and (watcher == user_id or _knows(changes, watcher, user_id)):
            changes.tell(watcher, tl.UpdateUser(user_id=user_id), user_id)
