"""What can happen in a box: kept in its log, told to devices, told again after an absence."""

from __future__ import annotations

from dataclasses import dataclass

from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.messages import Message


@dataclass(frozen=True, eq=False, slots=True)
class Posted:
    """A message came in."""

    message: Message


@dataclass(frozen=True, eq=False, slots=True)
class Edited:
    """A message changed."""

    message: Message


@dataclass(frozen=True, eq=False, slots=True)
class Deleted:
    """Messages are gone; `peer` is the channel, or 0 in a person's box."""

    peer: int
    ids: tuple[int, ...]


@dataclass(frozen=True, eq=False, slots=True)
class ReadInbox:
    """The owner read incoming messages up to `max_id`."""

    peer: int
    max_id: int
    still_unread: int


@dataclass(frozen=True, eq=False, slots=True)
class ReadOutbox:
    """Somebody read the owner's messages up to `max_id`."""

    peer: int
    max_id: int


@dataclass(frozen=True, eq=False, slots=True)
class ContentsRead:
    """Mentions were seen, or voice notes were listened to."""

    peer: int
    ids: tuple[int, ...]


@dataclass(frozen=True, eq=False, slots=True)
class PinsChanged:
    """Messages were pinned or unpinned."""

    peer: int
    ids: tuple[int, ...]
    pinned: bool


@dataclass(frozen=True, eq=False, slots=True)
class FolderChanged:
    """A chat went to the archive or came back."""

    peer: int
    folder: int


@dataclass(frozen=True, eq=False, slots=True)
class Reacted:
    """The reactions of a message changed."""

    message: Message


@dataclass(frozen=True, eq=False, slots=True)
class Told:
    """Anything else: a ready update, with the peers that a device needs to understand it."""

    update: TLObject
    peers: tuple[int, ...] = ()


Event = Posted | Edited | Deleted | ReadInbox | ReadOutbox | ContentsRead | PinsChanged | FolderChanged | Reacted | Told
