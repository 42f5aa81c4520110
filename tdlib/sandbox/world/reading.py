"""Reading: what one person has read, and how the writers learn of it."""

from __future__ import annotations

from tdlib.sandbox.world.changes import Changes
from tdlib.sandbox.world.events import ContentsRead, ReadInbox, ReadOutbox
from tdlib.sandbox.world.messages import Message
from tdlib.sandbox.world.peers import is_channel


def read(changes: Changes, user_id: int, peer: int, max_id: int) -> bool:
    """Marks what came in up to `max_id` (0: everything) as read and tells the writers; False where nothing changes."""
    world = changes.world
    dialog = world.dialog(user_id, peer)
    before = dialog.read_inbox
    dialog.marked_unread = False
    bound = max_id or dialog.history.last_id
    newly = dialog.history.take(dialog.history.ids_from(max(before + 1, dialog.history.last_id - 500)))
    if not dialog.read(bound, user_id):
        return False
    in_channel = is_channel(peer)
    changes.happen(user_id, ReadInbox(peer, dialog.read_inbox, dialog.unread), 0 if in_channel else 1)
    _tell_writers(changes, user_id, peer, [each for each in newly if each.id_for(user_id) <= bound])
    for listener in world.on_read:
        listener(user_id, peer, dialog.read_inbox)
    return True


def read_contents(changes: Changes, user_id: int, messages: list[Message]) -> None:
    """Marks mentions and reactions as seen and voice notes as listened to."""
    by_peer: dict[int, list[int]] = {}
    for message in messages:
        peer = message.peer_for(user_id)
        message.listened |= {user_id}
        changes.world.dialog(user_id, peer).forget([message.id_for(user_id)])
        by_peer.setdefault(peer if is_channel(peer) else 0, []).append(message.id_for(user_id))
        author = message.author
        if author != user_id and author in message.ids:
            changes.happen(author, ContentsRead(0, (message.ids[author],)), 1)
    for peer, numbers in by_peer.items():
        changes.happen(user_id, ContentsRead(peer, tuple(numbers)), 0 if peer else len(numbers))


def _tell_writers(changes: Changes, reader: int, peer: int, messages: list[Message]) -> None:
    """Moves the read mark of everybody whose message was read just now."""
    newest: dict[int, Message] = {}
    for message in messages:
        if message.author > 0 and message.author != reader:
            newest[message.author] = message
    for author, message in newest.items():
        number = message.id_for(author)
        dialog = changes.world.account(author).dialogs.get(message.peer_for(author))
        if number and dialog is not None and dialog.read_outbox < number:
            dialog.read_outbox = number
            changes.happen(author, ReadOutbox(dialog.peer, number), 0 if is_channel(dialog.peer) else 1)
