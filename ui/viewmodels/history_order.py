"""`HistoryOrder`: keeps the rows of the message view in step with the window of messages, where that changes alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ui.viewmodels.history_keys import HistoryKey, history_keys, kept_runs
from ui.viewmodels.history_rows import HistoryRows


class HistoryOrder:
    """The order of the rows of one chat.

    Arguments:
        rows: the rows.
        day_of: the local day of a message.
        album_of: the album of a message, 0 for none.
    """

    def __init__(self, rows: HistoryRows, day_of: Callable[[int], int], album_of: Callable[[int], int]) -> None:
        self._rows = rows
        self._day_of = day_of
        self._album_of = album_of
        self._shown: tuple[int, ...] = ()
        self._first_unread: int | None = None
        self._complete = False

    def follow(self, ids: Sequence[int], *, first_unread: int | None, complete: bool) -> list[int]:
        """Makes the rows those of the messages `ids`, oldest first; the other arguments are those of `history_keys`.

        Returns:
            The messages that may have other neighbours than before.
        """
        shown, self._shown = self._shown, tuple(ids)
        runs = kept_runs(shown, self._shown, self._album_of) if first_unread == self._first_unread else []
        self._first_unread, self._complete = first_unread, complete
        self._rows.set_keys(self._keys(runs))
        changed: list[int] = []
        end = len(self._shown)
        for start, stop in reversed(runs):
            changed += self._shown[stop:end]
            end = start
        return changed + list(self._shown[:end])

    def _keys(self, runs: Sequence[tuple[int, int]]) -> list[HistoryKey]:
        """Returns the keys of the rows; those of the messages in `runs` are the ones there are."""
        had, keys, end = self._rows.keys, list[HistoryKey](), len(self._shown)
        for start, stop in reversed(runs):
            keys += self._new_keys(stop, end)
            newest, older = self._shown[stop - 1], self._shown[start - 1]
            keys += had[self._rows.position(newest) : self._rows.position(older)]
            end = start
        return keys + self._new_keys(0, end)

    def _new_keys(self, start: int, end: int) -> list[HistoryKey]:
        return history_keys(
            self._shown,
            self._day_of,
            first_unread=self._first_unread,
            complete=self._complete,
            album_of=self._album_of,
            start=start,
            end=end,
        )
