"""`Shadow`: a view as Qt Quick has one: it knows of a model and its rows only what they tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject

from ui.viewmodels.list_model import RowModel


class Delegate:
    """Shows one row: reads it once, and again whenever it says that something has changed."""

    def __init__(self, row: QObject, names: Sequence[str], signals: Sequence[str]) -> None:
        self.row = row
        self.shown: dict[str, Any] = {}
        self._names = names
        self._signals = signals
        for signal in signals:
            getattr(row, signal).connect(self.read)
        self.read()

    def read(self) -> None:
        self.shown = {name: self.row.property(name) for name in self._names}

    def let_go(self) -> None:
        for signal in self._signals:
            getattr(self.row, signal).disconnect(self.read)


class Shadow:
    """A list of delegates, kept by the model's signals alone.

    Arguments:
        model: any list of rows.
        names: the properties that a delegate of a row binds to.
        signals: the signals of a row that tell of them.
    """

    def __init__(self, model: RowModel[Any, Any], names: Sequence[str], signals: Sequence[str] = ("changed",)) -> None:
        self._model = model
        self._names = names
        self._signals = signals
        self.delegates: list[Delegate | None] = [None] * model.rowCount()
        self._connections = [
            (model.rowsInserted, self._insert),
            (model.rowsRemoved, self._remove),
            (model.rowsMoved, self._move),
            (model.modelReset, self._reset),
            (model.dataChanged, self._read_anew),
        ]
        for signal, slot in self._connections:
            signal.connect(slot)

    def look(self, first: int = 0, last: int | None = None) -> None:
        """Makes the delegates from `first` to `last`, of all rows where no place is given."""
        for position in range(first, len(self.delegates) if last is None else min(last + 1, len(self.delegates))):
            if self.delegates[position] is None:
                self.delegates[position] = self._make(position)

    def check(self) -> None:
        """Raises AssertionError where a delegate shows another row than that of its place, or an old state of it."""
        assert len(self.delegates) == self._model.rowCount()
        for position, delegate in enumerate(self.delegates):
            if delegate is not None:
                assert delegate.row is self._model.row_at(position), f"another row at {position}"
                now = {name: delegate.row.property(name) for name in delegate.shown}
                assert delegate.shown == now, f"the row at {position} has changed and not said so"

    def close(self) -> None:
        """Lets go of the model."""
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._drop(0, len(self.delegates))

    def _make(self, position: int) -> Delegate | None:
        row = self._model.row_at(position)
        has_signals = all(hasattr(row, signal) for signal in self._signals)
        return Delegate(row, self._names, self._signals) if has_signals else None

    def _drop(self, first: int, end: int) -> None:
        for delegate in self.delegates[first:end]:
            if delegate is not None:
                delegate.let_go()
        del self.delegates[first:end]

    def _insert(self, parent: QModelIndex, first: int, last: int) -> None:
        self.delegates[first:first] = [None] * (last + 1 - first)

    def _remove(self, parent: QModelIndex, first: int, last: int) -> None:
        self._drop(first, last + 1)

    def _move(self, parent: QModelIndex, first: int, last: int, new_parent: QModelIndex, before: int) -> None:
        moved = self.delegates[first : last + 1]
        del self.delegates[first : last + 1]
        place = before - len(moved) if before > last else before
        self.delegates[place:place] = moved

    def _reset(self) -> None:
        self._drop(0, len(self.delegates))
        self.delegates = [None] * self._model.rowCount()

    def _read_anew(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int]) -> None:
        for position in range(first.row(), last.row() + 1):
            delegate = self.delegates[position]
            if delegate is not None and delegate.row is not self._model.row_at(position):
                delegate.let_go()
                self.delegates[position] = self._make(position)
