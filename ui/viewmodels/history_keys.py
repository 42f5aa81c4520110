"""Which rows a window of messages has, and how its messages hang together: plain functions over plain values."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ui.viewmodels.key_changes import changed_window

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
    start: int = 0,
    end: int | None = None,
) -> list[HistoryKey]:
    """Returns the rows for messages, newest first.

    Arguments:
        ids: oldest first.
        day_of: the local day of a message.
        first_unread: the oldest message that is new to the reader; its line stands above it.
        complete: whether there are no older messages than these, so that the oldest begins its day.
        album_of: the album of a message, 0 for none; neighbours of one album have one row, the oldest's.
        start: the first message whose rows are wanted; the one before it is only compared with.
        end: the message behind the last one whose rows are wanted, of no album that begins earlier; None for all.
    """
    keys: list[HistoryKey] = []
    unread = False
    last = len(ids) if end is None else end
    album = album_of(ids[last - 1]) if last > start else 0
    for index in range(last - 1, start - 1, -1):
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


def kept_runs(
    old: Sequence[int], new: Sequence[int], album_of: Callable[[int], int] = lambda message_id: 0
) -> list[tuple[int, int]]:
    """Returns the runs of `new`, as start and end, whose rows are what they were in `old`; both ascend.

    A window of messages changes at its ends or in one place, and its rows need not be worked out anew elsewhere. Those
    next to a change are not kept, nor is an album there: each run ends with a message, and stands behind one, that has
    a row of its own and still has the neighbours it had.
    """
    if not old or not new:
        return []
    first, last = max(old[0], new[0]), min(old[-1], new[-1])
    new_start, new_end = bisect_left(new, first), bisect_right(new, last)
    shared = old[bisect_left(old, first):bisect_right(old, last)]
    same, _, other = changed_window(shared, new[new_start:new_end])
    runs: list[tuple[int, int]] = []
    for start, end in (new_start, new_start + same), (new_start + other, new_end):
        start, end = start + 2, end - 1
        while start < end and album_of(new[start - 1]):
            start += 1
        while start < end and album_of(new[end - 1]):
            end -= 1
        if start < end:
            runs.append((start, end))
    return runs


def place_in_order(key: HistoryKey) -> tuple[int, int]:
    """Returns what rows are sorted by: newest first, and the lines above a message behind it."""
    if isinstance(key, int):
        return -key, 0
    return -key[1], 1 if key[0] == "unread" else 2


def stand_together(older: Joint | None, newer: Joint | None) -> bool:
    """Whether two neighbours belong to one group."""
    if older is None or newer is None or not older.author or older.author != newer.author:
        return False
    return older.day == newer.day and abs(newer.date - older.date) <= GROUP_SECONDS
