"""How one order of keys becomes another: what is removed, what moves, what is inserted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

NEAR = 16
"""Keys of the first slice that is compared, a power of two."""


def changed_window(old: Sequence[Key], new: Sequence[Key]) -> tuple[int, int, int]:
    """Returns what `old` and `new` do not share at their ends.

    Slices are compared rather than single keys, because that is done without a loop in Python: ten thousand keys take a
    tenth of a millisecond.

    Returns:
        The first position that differs, and the ends (exclusive) of the differing part of `old` and of `new`.
    """
    start = common_beginning(old, new)
    ending = _common_ending(old[start:], new[start:])
    return start, len(old) - ending, len(new) - ending


def single_move(old: Sequence[Key], new: Sequence[Key]) -> tuple[int, int] | None:
    """Returns (from, to) where one key's move turns `old` into `new`; both are trimmed to the part that differs."""
    if len(old) != len(new) or len(old) < 2:
        return None
    last = len(old) - 1
    if old[-1] == new[0] and old[:-1] == new[1:]:
        return last, 0
    if old[0] == new[-1] and old[1:] == new[:-1]:
        return 0, last
    return None


def keys_to_move(old: Sequence[Key], new: Sequence[Key]) -> set[Key]:
    """Returns the fewest keys whose moves give `old` the order of `new`; both hold the same keys."""
    place = {key: position for position, key in enumerate(old)}
    stays = _longest_rising([place[key] for key in new])
    return {key for index, key in enumerate(new) if index not in stays}


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Returns the indexes of a longest rising subsequence of different `numbers`."""
    tails: list[int] = []
    tail_indexes: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(tail_indexes[length - 1] if length else -1)
        if length == len(tails):
            tails.append(number)
            tail_indexes.append(index)
        else:
            tails[length] = number
            tail_indexes[length] = index
    found: set[int] = set()
    index = tail_indexes[-1] if tail_indexes else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return found


def common_beginning(old: Sequence[Key], new: Sequence[Key]) -> int:
    """Returns how many keys both begin with."""
    return first_difference(old, new, 0)


def first_difference(old: Sequence[Key], new: Sequence[Key], start: int) -> int:
    """Returns the first position from `start` on at which the two differ, or at which one of them ends.

    Longer and longer slices are compared, so that a difference near `start` is found at once.
    """
    end, size = min(len(old), len(new)), NEAR
    while start < end and old[start : start + size] == new[start : start + size]:
        start += size
        size *= 2
    if start >= end:
        return end
    while size > 1:
        size //= 2
        if old[start : start + size] == new[start : start + size]:
            start += size
    return min(start, end)


def _common_ending(old: Sequence[Key], new: Sequence[Key]) -> int:
    return common_beginning(old[::-1], new[::-1])
