"""Messages come, change and go."""

from __future__ import annotations

from collections.abc import Iterable

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.changes import Changes
from tdlib.sandbox.world.dialogs import ARCHIVE, MAIN
from tdlib.sandbox.world.entities import mentioned_people
from tdlib.sandbox.world.events import Deleted, Edited, FolderChanged, PinsChanged, Posted
from tdlib.sandbox.world.messages import SHARED, Message, Reply
from tdlib.sandbox.world.peers import is_user
from tdlib.sandbox.world.world import World


def place(world: World, message: Message) -> None:
    """Puts a message into every box concerned, without telling anybody: how a past is made."""
    channel = world.chats.channel_at(message.peer)
    if channel is not None:
        number = channel.box.take_id()
        message.ids[SHARED] = number
        channel.history.add(number, message)
        return
    for owner in _owners(world, message):
        account = world.account(owner)
        number = account.box.take_id()
        message.ids[owner] = number
        account.messages[number] = message
        world.dialog(owner, message.peer_for(owner)).history.add(number, message)


def post(changes: Changes, message: Message) -> Message:
    """Puts a message into every box concerned and tells everybody."""
    world = changes.world
    message.mentions = _mentions(world, message)
    place(world, message)
    channel = world.chats.channel_at(message.peer)
    if channel is not None:
        for owner in channel.members:
            _take_in(changes, owner, message)
        changes.happen_in(channel, Posted(message))
    else:
        for owner in list(message.ids):
            _take_in(changes, owner, message)
            changes.happen(owner, Posted(message))
    for listener in world.on_posted:
        listener(message)
    return message


def announce(changes: Changes, peer: int, author: int, action: TLObject, reply: Message | None = None) -> Message:
    """Posts a service message."""
    answered = Reply(reply) if reply else None
    return post(changes, Message(peer, author, changes.world.now(), action=action, reply=answered))


def edit(changes: Changes, message: Message, *, hidden: bool = False) -> None:
    """Tells everybody that a message changed; `hidden` changes leave no "edited" mark."""
    if not hidden:
        message.edit_date = changes.world.now()
    channel = changes.world.chats.channel_at(message.peer)
    if channel is not None:
        changes.happen_in(channel, Edited(message))
        return
    for owner in message.ids:
        changes.happen(owner, Edited(message))


def delete(changes: Changes, user_id: int, messages: Iterable[Message], *, for_all: bool) -> None:
    """Deletes messages of private chats and basic groups, for one person or for all."""
    gone: dict[int, list[int]] = {}
    for message in list(messages):
        for owner in list(message.ids) if for_all else [user_id]:
            number = message.ids.pop(owner, 0)
            if number:
                _drop(changes.world, owner, message, number)
                gone.setdefault(owner, []).append(number)
    for owner, numbers in gone.items():
        changes.happen(owner, Deleted(0, tuple(numbers)), len(numbers))


def delete_in(changes: Changes, peer: int, numbers: Iterable[int]) -> int:
    """Deletes messages of a channel; returns how many there were."""
    channel = changes.world.chats.channel_at(peer)
    if channel is None:
        return 0
    removed = [number for number in numbers if channel.history.remove(number)]
    if not removed:
        return 0
    for owner in channel.members:
        dialog = changes.world.dialog(owner, peer)
        dialog.unread = max(0, dialog.unread - sum(number > dialog.read_inbox for number in removed))
        dialog.forget(removed)
    changes.happen_in(channel, Deleted(peer, tuple(removed)), len(removed))
    return len(removed)


def pin(changes: Changes, user_id: int, message: Message, pinned: bool, *, silent: bool = True) -> None:
    """Pins a message in its chat, or unpins it."""
    message.pinned = pinned
    world = changes.world
    channel = world.chats.channel_at(message.peer)
    if channel is not None:
        changes.happen_in(channel, PinsChanged(message.peer, (message.ids[SHARED],), pinned))
    else:
        for owner, number in message.ids.items():
            changes.happen(owner, PinsChanged(message.peer_for(owner), (number,), pinned))
    if pinned and not is_user(message.peer):
        author = message.peer if channel is not None and channel.is_broadcast else user_id
        announce(changes, message.peer, author, tl.MessageActionPinMessage(), message)
    elif pinned and not silent:
        announce(changes, message.peer_for(user_id), user_id, tl.MessageActionPinMessage(), message)


def _owners(world: World, message: Message) -> list[int]:
    readers = world.readers(message.author, message.peer)
    if is_user(message.peer) and message.author in world.account(message.peer).blocked:
        return [message.author]
    return readers


def _mentions(world: World, message: Message) -> frozenset[int]:
    if is_user(message.peer):
        return frozenset()
    mentioned = set(mentioned_people(world, message.entities, message.text))
    if message.reply is not None:
        mentioned.add(message.reply.target.author)
    mentioned.discard(message.author)
    return frozenset(mentioned)


def _take_in(changes: Changes, owner: int, message: Message) -> None:
    dialog = changes.world.dialog(owner, message.peer_for(owner))
    dialog.take_in(message, owner)
    incoming = not message.is_outgoing(owner)
    if incoming and dialog.folder == ARCHIVE and not dialog.is_muted(changes.world.now()):
        dialog.folder = MAIN
        changes.happen(owner, FolderChanged(dialog.peer, MAIN))


def _drop(world: World, owner: int, message: Message, number: int) -> None:
    account = world.account(owner)
    account.messages.pop(number, None)
    dialog = world.dialog(owner, message.peer_for(owner))
    dialog.history.remove(number)
    dialog.forget([number])
    if number > dialog.read_inbox and not message.is_outgoing(owner):
        dialog.unread = max(0, dialog.unread - 1)
