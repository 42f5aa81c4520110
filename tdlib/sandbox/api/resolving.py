"""From what a client names (`inputPeerUser`, a number …) to people, chats and messages, with the server's errors."""

from __future__ import annotations

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.rpc import Call, RpcError, TLObject
from tdlib.sandbox.world.chats import Channel, Group
from tdlib.sandbox.world.messages import Message
from tdlib.sandbox.world.peers import group_peer, is_user
from tdlib.sandbox.world.persons import Person


def peer_of(call: Call, given: TLObject) -> int:
    """The peer behind an `InputPeer`, `InputDialogPeer`, `InputUser` or `InputChannel`.

    Raises:
        RpcError: `PEER_ID_INVALID` and its kin where there is no such peer or the access hash is wrong.
    """
    match given:
        case tl.InputPeerSelf() | tl.InputUserSelf():
            return call.user_id
        case tl.InputDialogPeer():
            return peer_of(call, given.peer)
        case tl.InputPeerUser() | tl.InputUser() | tl.InputPeerUserFromMessage() | tl.InputUserFromMessage():
            return person_of(call, given).id
        case tl.InputPeerChat():
            return group_of(call, given.chat_id).peer
        case tl.InputPeerChannel() | tl.InputPeerChannelFromMessage():
            return channel_of(call, given).peer
        case tl.InputChannel() | tl.InputChannelFromMessage():
            return channel_of(call, given).peer
    raise RpcError(400, "PEER_ID_INVALID")


def person_of(call: Call, given: TLObject) -> Person:
    """The person behind an `InputUser` or `InputPeerUser`."""
    if isinstance(given, tl.InputUserSelf | tl.InputPeerSelf):
        return call.world.person(call.user_id)
    person = call.world.persons.get(getattr(given, "user_id", 0))
    if person is None or getattr(given, "access_hash", person.access_hash) not in (person.access_hash, 0):
        raise RpcError(400, "USER_ID_INVALID" if isinstance(given, tl.InputUser) else "PEER_ID_INVALID")
    return person


def group_of(call: Call, group_id: int) -> Group:
    """The basic group with this id, of which the caller is a member or was one."""
    group = call.world.chats.group(group_id)
    if group is None or call.world.account(call.user_id).dialogs.get(group_peer(group_id)) is None:
        raise RpcError(400, "CHAT_ID_INVALID")
    return group


def channel_of(call: Call, given: TLObject) -> Channel:
    """The supergroup or channel behind an `InputChannel` or `InputPeerChannel`; public ones need no membership."""
    channel = call.world.chats.channel(getattr(given, "channel_id", 0))
    if channel is None or getattr(given, "access_hash", channel.access_hash) != channel.access_hash:
        raise RpcError(400, "CHANNEL_INVALID")
    if call.user_id in channel.banned or not (channel.has(call.user_id) or channel.username):
        raise RpcError(400, "CHANNEL_PRIVATE")
    return channel


def message_in(call: Call, peer: int, number: int) -> Message:
    """The message with this number in a chat.

    Raises:
        RpcError: `MESSAGE_ID_INVALID`.
    """
    message = call.world.history(call.user_id, peer).get(number)
    if message is None:
        raise RpcError(400, "MESSAGE_ID_INVALID")
    return message


def require_write(call: Call, peer: int) -> None:
    """Refuses where the caller may not write.

    Raises:
        RpcError: `CHAT_WRITE_FORBIDDEN`, `CHAT_ADMIN_REQUIRED`, `YOU_BLOCKED_USER`, `INPUT_USER_DEACTIVATED`.
    """
    world = call.world
    if is_user(peer):
        if world.person(peer).is_deleted:
            raise RpcError(400, "INPUT_USER_DEACTIVATED")
        if peer in world.account(call.user_id).blocked:
            raise RpcError(400, "YOU_BLOCKED_USER")
        return
    chat = world.chats.get(peer)
    if chat is None or not chat.has(call.user_id):
        raise RpcError(403, "CHAT_WRITE_FORBIDDEN")
    if isinstance(chat, Channel) and not chat.may_write(call.user_id):
        raise RpcError(400, "CHAT_ADMIN_REQUIRED") if chat.is_broadcast else RpcError(403, "CHAT_WRITE_FORBIDDEN")


def require_admin(call: Call, chat: Group | Channel) -> None:
    """Refuses whoever may not change a chat."""
    if not chat.manages(call.user_id):
        raise RpcError(400, "CHAT_ADMIN_REQUIRED")
