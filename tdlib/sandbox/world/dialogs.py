"""The chats in one person's list: what is pinned, archived, muted, read, begun and unfinished."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.history import History
from tdlib.sandbox.world.messages import SHARED, Message

MAIN = 0
ARCHIVE = 1


@dataclass(eq=False, slots=True)
class NotifySettings:
    """What is set of the notifications of one chat or kind of chats; None where nothing is set."""

    mute_until: int | None = None
    silent: bool | None = None
    show_previews: bool | None = None


@dataclass(eq=False)
class Dialog:
    """One chat as its owner has it.

    Attributes:
        history: the owner's copies, or the channel's shared history.
        read_inbox: the number up to which the owner has read.
        read_outbox: the number up to which the others have read the owner's messages.
        unread_reactions: number of an own message → who reacted to it without the owner having seen that.
        pinned: the place among the pinned chats, the highest first; 0 for others.
    """

    peer: int
    history: History
    unread: int = 0
    unread_mentions: set[int] = field(default_factory=set)
    unread_reactions: dict[int, set[int]] = field(default_factory=dict)
    read_inbox: int = 0
    read_outbox: int = 0
    pinned: int = 0
    folder: int = MAIN
    marked_unread: bool = False
    is_hidden: bool = False
    notify: NotifySettings = field(default_factory=NotifySettings)
    draft: TLObject = None

    @property
    def order(self) -> tuple[int, int, int]:
        """The place in the chat list: (date of the newest message, its number, peer), the highest first."""
        number = self.history.last_id
        last = self.history.kept.get(number) or self.history.get(number)
        return (last.date, number, self.peer) if last else (0, 0, self.peer)

    def is_listed(self) -> bool:
        """Whether the chat is in the list at all: it has a message and was not left."""
        return not self.is_hidden and self.history.last_id > 0

    def is_muted(self, now: int) -> bool:
        """Whether notifications are off."""
        return (self.notify.mute_until or 0) > now

    def read(self, max_id: int, owner: int) -> bool:
        """Marks incoming messages up to `max_id` as read; False where nothing changes."""
        max_id = min(max_id, self.history.last_id)
        if max_id <= self.read_inbox and not self.unread:
            return False
        self.read_inbox = max(self.read_inbox, max_id)
        self.unread = self._unread_after(self.read_inbox, owner)
        self.unread_mentions = {each for each in self.unread_mentions if each > max_id}
        return True

    def _unread_after(self, message_id: int, owner: int) -> int:
        if self.history.past and message_id < self.history.past.count:
            return len(self.history) - self.history.position(message_id + 1)
        later = self.history.take(self.history.ids_from(message_id + 1))
        return sum(not message.is_outgoing(owner) for message in later)

    def forget(self, numbers: Iterable[int]) -> None:
        """Drops what is kept of messages that are gone."""
        for number in numbers:
            self.unread_mentions.discard(number)
            self.unread_reactions.pop(number, None)

    def take_in(self, message: Message, owner: int) -> None:
        """Counts a message that has just come into the history."""
        self.is_hidden = False
        if message.is_outgoing(owner):
            return
        self.unread += 1
        if owner in message.mentions:
            self.unread_mentions.add(message.ids.get(SHARED) or message.ids[owner])


@dataclass(eq=False)
class Dialogs:
    """All chats of one person by peer."""

    by_peer: dict[int, Dialog] = field(default_factory=dict)

    def get(self, peer: int) -> Dialog | None:
        """The chat with a peer, or None."""
        return self.by_peer.get(peer)

    def listed(self, folder: int | None) -> list[Dialog]:
        """The chats of one folder (None: of all) in the order of the chat list, without regard to pins."""
        found = [each for each in self.by_peer.values() if each.is_listed() and folder in (None, each.folder)]
        return sorted(found, key=lambda dialog: dialog.order, reverse=True)

    def pinned(self, folder: int) -> list[Dialog]:
        """The pinned chats of a folder, the first on top."""
        found = [each for each in self.by_peer.values() if each.pinned and each.folder == folder]
        return sorted(found, key=lambda dialog: dialog.pinned, reverse=True)

    def pin(self, dialog: Dialog, pinned: bool) -> None:
        """Pins a chat on top of the others, or unpins it."""
        others = [each.pinned for each in self.by_peer.values() if each is not dialog]
        dialog.pinned = max(others, default=0) + 1 if pinned else 0

    def reorder(self, folder: int, peers: list[int], *, keep_others: bool) -> None:
        """Sets the order of the pinned chats; others stay pinned below, or lose their pin."""
        below = [each for each in self.pinned(folder) if each.peer not in peers]
        chosen = [self.by_peer[peer] for peer in peers if peer in self.by_peer]
        order = [*chosen, *(below if keep_others else [])]
        for dialog in below:
            dialog.pinned = 0
        for place, dialog in enumerate(reversed(order), start=1):
            dialog.pinned = place
