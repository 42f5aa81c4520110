"""Which rows a window of messages has, and how its messages hang together: plain functions over plain values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

GROUP_SECONDS = 900
"""Messages of one author within this time stand together."""

LineKey: TypeAlias = tuple[Literal["day", "unread"], int]
HistoryKey: TypeAlias = int | LineKey
"""A message's id, or a line with the id of the message it stands above."""


@dataclass(frozen=True)
class Joint:
    """What decides whether two neighbours stand together.

    Attributes:
        author: equal for equal authors; empty for what never joins, such as a service line.
        date: Unix time.
        day: the local day, counted.
    """

    author: str
    date: int
    day: int


def history_keys(
    ids: Sequence[int],
    day_of: Callable[[int], int],
    *,
    first_unread: int | None,
    complete: bool,
    album_of: Callable[[int], int] = lambda message_id: 0,
) -> list[HistoryKey]:
    """Returns the rows for messages, newest first.

    Arguments:
        ids: oldest first.
        day_of: the local day of a message.
        first_unread: the oldest message that is new to the reader; its line stands above it.
        complete: whether there are no older messages than these, so that the oldest begins its day.
        album_of: the album of a message, 0 for none; neighbours of one album have one row, the oldest's.
    """
    keys: list[HistoryKey] = []
    unread = False
    album = album_of(ids[-1]) if ids else 0
    for index in range(len(ids) - 1, -1, -1):
        message_id = ids[index]
        unread = unread or message_id == first_unread
        newer_album, album = album, album_of(ids[index - 1]) if index > 0 else 0
        if newer_album and newer_album == album:
            continue
        keys.append(message_id)
        if unread:
            unread = False
            keys.append(("unread", message_id))
        begins = complete if index == 0 else day_of(ids[index - 1]) != day_of(message_id)
        if begins:
            keys.append(("day", message_id))
    return keys


def stand_together(older: Joint | None, newer: Joint | None) -> bool:
    """Whether two neighbours belong to one group."""
    if older is None or newer is None or not older.author or older.author != newer.author:
        return False
    return older.day == newer.day and abs(newer.date - older.date) <= GROUP_SECONDS
