"""`HistoryRows`: the rows of the message view, newest first, with the role `kind` by which their delegate is chosen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, QModelIndex, QObject, QPersistentModelIndex

from ui.viewmodels.history_keys import HistoryKey, place_in_order
from ui.viewmodels.list_model import ROW_ROLE, RowModel

KIND_ROLE = ROW_ROLE + 1


class HistoryRows(RowModel[HistoryKey, QObject]):
    """Messages and lines.

    Arguments:
        make: builds the row of a key.
        kind: tells which delegate draws a key's row.
    """

    def __init__(
        self, make: Callable[[HistoryKey], QObject], kind: Callable[[HistoryKey], str], parent: QObject | None = None
    ) -> None:
        super().__init__(make, parent)
        self._kind = kind

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

    def replace(self, key: HistoryKey) -> None:
        """Gives `key` a new row, of another kind perhaps, in its place."""
        position = self.position(key)
        self.remove(position)
        self.insert(position, [key])
