"""`HistoryRows`: the rows of the message view, newest first, with the role `kind` by which their delegate is chosen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QModelIndex, QObject, QPersistentModelIndex, QTimer, Slot

from ui.viewmodels.history_keys import HistoryKey, place_in_order
from ui.viewmodels.list_model import RELEASE_AFTER, ROW_ROLE, RowModel
from ui.viewmodels.message_row import MessageRow

KIND_ROLE = ROW_ROLE + 1

KEPT = 100
"""Rows on each side of the view that are kept; no view reads that far ahead."""

MOST_MADE = 320
"""Rows that may exist before those far from the view are let go."""

AT_ONCE = 16
"""Rows that are released in one turn of the loop."""

RELEASE_MORE_AFTER = 50

AHEAD = 48
"""Rows beyond the view that are made before it comes there."""

MADE_AT_ONCE = 2
"""Rows that are made ahead in one turn of the loop."""

MAKE_MORE_AFTER = 4


class HistoryRows(RowModel[HistoryKey, QObject]):
    """Messages and lines.

    Rows that have left are released a few at a time. A delegate that waits for reuse may show one of them: every
    delegate of `qml/Content` can lose its row. Rows where the view is heading are made a few at a time too, so that no
    frame has to make all that come into view with it.

    Arguments:
        make: builds the row of a key.
        kind: tells which delegate draws a key's row.
        can_make: tells whether what a key's row needs is still there.
    """

    def __init__(
        self,
        make: Callable[[HistoryKey], QObject],
        kind: Callable[[HistoryKey], str],
        can_make: Callable[[HistoryKey], bool] = lambda key: True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(make, parent)
        self._kind = kind
        self._can_make = can_make
        self._seen = (0, -1)
        self._ahead: list[HistoryKey] = []
        self._make_later = QTimer(self, singleShot=True)
        self._make_later.setInterval(MAKE_MORE_AFTER)
        self._make_later.timeout.connect(self._make_ahead)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = ROW_ROLE) -> Any:
        if role == KIND_ROLE and 0 <= index.row() < len(self.keys):
            return self._kind(self.keys[index.row()])
        return super().data(index, role)

    def roleNames(self) -> dict[int, QByteArray]:
        return {**super().roleNames(), KIND_ROLE: QByteArray(b"kind")}

    def position(self, key: HistoryKey) -> int:
        """Returns where `key` stands, found in steps that halve the list: it is asked for with every row."""
        found = bisect_left(self.keys, place_in_order(key), key=place_in_order)
        if found < len(self.keys) and self.keys[found] == key:
            return found
        # A message that has just been renamed stands where its former id belongs.
        return super().position(key)

    def see(self, newest: int, oldest: int) -> None:
        """Takes which rows are on screen: those far from there are let go when they are many."""
        if len(self._rows) > MOST_MADE:
            self.keep(newest - KEPT, oldest + KEPT, _is_needed)
        upward, self._seen = oldest >= self._seen[1], (newest, oldest)
        older, newer = self._keys[oldest + 1 : oldest + 1 + AHEAD][::-1], self._keys[max(0, newest - AHEAD) : newest]
        self._ahead = [key for key in (older if upward else newer) if key not in self._rows]
        if self._ahead:
            self._make_later.start()

    def rest(self) -> None:
        """Makes nothing ahead any more."""
        self._make_later.stop()
        self._ahead = []

    @Slot()
    def _make_ahead(self) -> None:
        for _ in range(min(MADE_AT_ONCE, len(self._ahead))):
            key = self._ahead.pop()
            if key in self._present and self._can_make(key):
                self.row_at(self.position(key))
        if self._ahead:
            self._make_later.start()

    @Slot()
    def release_retired(self) -> None:
        """Releases some of the rows that have left, and the others soon."""
        for row in self._retired[:AT_ONCE]:
            row.deleteLater()
        del self._retired[:AT_ONCE]
        if self._retired:
            self._release_later.start(RELEASE_MORE_AFTER)

    def _release(self, keys: Sequence[HistoryKey]) -> None:
        super()._release(keys)
        if self._retired and not self._release_later.isActive():
            self._release_later.start(RELEASE_AFTER)

    def replace(self, key: HistoryKey) -> None:
        """Gives `key` a new row, of another kind perhaps, in its place."""
        position = self.position(key)
        self.remove(position)
        self.insert(position, [key])


def _is_needed(row: QObject) -> bool:
    return isinstance(row, MessageRow) and row.holds_something
