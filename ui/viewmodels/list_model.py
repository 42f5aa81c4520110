"""`RowModel`: an ordered list of keys whose rows are QObjects, for any view of QML."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement

from ui.viewmodels.key_changes import changed_window, first_difference, keys_to_move, single_move

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

Key = TypeVar("Key", bound=Hashable)
Row = TypeVar("Row", bound=QObject)

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
# Above as many moves at once a view is told to read everything anew.
MOST_MOVES = 400
# In lists from this length on, differences are first looked for one by one, up to a number of steps.
LONG = 256
MOST_STEPS = 24
MOST_RETIRED = 256
RELEASE_AFTER = 1_000
NOWHERE = QModelIndex()


@QmlElement
class RowModel(QAbstractListModel, Generic[Key, Row]):
    """Keys in an order; each has a row object under the one role `row`.

    A row is made when a view first asks for it, belongs to the model, keeps its identity while its key stays in the
    list wherever that moves, and is released with `deleteLater` some time after the key has left. A delegate that waits
    for reuse is still bound to the row it showed last and would read from null, so the rows that left are kept until
    they are many; then `releasing` is emitted, on which a view with `reuseItems` empties its pool:

        Connections {
            target: list.model
            function onReleasing() { list.reuseItems = false; list.reuseItems = true; }
        }

    Arguments:
        make: builds the row of a key.
        retire: is told of a row whose key has left, such as to end its subscriptions.
    """

    countChanged = Signal()
    releasing = Signal()

    def __init__(
        self, make: Callable[[Key], Row], parent: QObject | None = None, *, retire: Callable[[Row], None] | None = None
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._retire = retire
        self._keys: list[Key] = []
        self._present: set[Key] = set()
        self._rows: dict[Key, Row] = {}
        self._retired: list[Row] = []
        # A view lets go of delegates when it draws the next time, not when the key is removed.
        self._release_later = QTimer(self, singleShot=True)
        self._release_later.setInterval(RELEASE_AFTER)
        self._release_later.timeout.connect(self.release_retired)

    # What Qt asks.

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = ROW_ROLE) -> Any:
        if role != ROW_ROLE or not 0 <= index.row() < len(self._keys):
            return None
        return self.row_at(index.row())

    def roleNames(self) -> dict[int, QByteArray]:
        return {ROW_ROLE: QByteArray(b"row")}

    @Property(int, notify=countChanged)
    def count(self) -> int:
        return len(self._keys)

    # What view models ask.

    @property
    def keys(self) -> Sequence[Key]:
        """The keys in their order; not to be changed by the reader."""
        return self._keys

    def __contains__(self, key: object) -> bool:
        return key in self._present

    def position(self, key: Key) -> int:
        """Returns where `key` stands; raises ValueError if it does not."""
        return self._keys.index(key)

    def row(self, key: Key) -> Row | None:
        """Returns the row of `key` if a view has asked for it: only such a row needs to be told of changes."""
        return self._rows.get(key)

    def row_at(self, position: int) -> Row:
        """Returns the row at `position`, made if it was not yet."""
        key = self._keys[position]
        row = self._rows.get(key)
        if row is None:
            row = self._make(key)
            row.setParent(self)
            self._rows[key] = row
        return row

    def made(self) -> Iterator[tuple[Key, Row]]:
        """Returns the rows that exist, with their keys."""
        return iter(list(self._rows.items()))

    # What view models change.

    def set_keys(self, keys: Sequence[Key]) -> None:
        """Makes `keys`, each of which stands there once, the list by the fewest removals, moves and insertions."""
        wanted = list(keys)
        start, old_end, new_end = changed_window(self._keys, wanted)
        old, new = self._keys[start:old_end], wanted[start:new_end]
        if not old and not new:
            return
        move = single_move(old, new)
        if move is not None:
            self._move(start + move[0], start + move[1])
        elif len(old) < LONG or not self._change_little(start, wanted):
            self._change(wanted)

    def insert(self, position: int, keys: Sequence[Key]) -> None:
        """Puts `keys` in front of what stands at `position`; raises ValueError for a key that is there already."""
        if not keys:
            return
        added = set(keys)
        if len(added) != len(keys) or added & self._present:
            raise ValueError("a key may stand in a list only once")
        self.beginInsertRows(NOWHERE, position, position + len(keys) - 1)
        self._keys[position:position] = keys
        self._present |= added
        self.endInsertRows()
        self.countChanged.emit()

    def remove(self, position: int, count: int = 1) -> None:
        """Takes away `count` keys from `position` on, and their rows."""
        if count == 0:
            return
        self.beginRemoveRows(NOWHERE, position, position + count - 1)
        gone = self._keys[position:position + count]
        del self._keys[position:position + count]
        self._present.difference_update(gone)
        self.endRemoveRows()
        self._release(gone)
        self.countChanged.emit()

    def move(self, key: Key, position: int) -> None:
        """Moves `key` so that it stands at `position` afterwards."""
        origin = self.position(key)
        if origin != position:
            self._move(origin, position)

    def rename(self, old: Key, new: Key) -> None:
        """Gives the row of `old` the key `new` in its place: the row object stays the same."""
        if new in self._present:
            raise ValueError("a key may stand in a list only once")
        self._keys[self.position(old)] = new
        self._present.remove(old)
        self._present.add(new)
        if old in self._rows:
            self._rows[new] = self._rows.pop(old)

    def reset(self, keys: Sequence[Key]) -> None:
        """Replaces everything at once; views start at their beginning. Rows of keys that stay are kept."""
        wanted = list(keys)
        present = set(wanted)
        if len(present) != len(wanted):
            raise ValueError("a key may stand in a list only once")
        self.beginResetModel()
        gone = [key for key in self._rows if key not in present]
        self._keys, self._present = wanted, present
        self.endResetModel()
        self._release(gone)
        self.countChanged.emit()

    def keep(self, first: int, last: int, needed: Callable[[Row], bool]) -> None:
        """Lets go of the rows that stand outside of `first`…`last` and are not `needed`.

        A delegate that stands there nevertheless, such as that of the current item, asks for its row anew.
        """
        near = set(self._keys[max(0, first) : last + 1])
        far = [key for key, row in self._rows.items() if key not in near and not needed(row)]
        self._release(far)
        for start, end in (0, min(first, len(self._keys)) - 1), (max(0, last + 1), len(self._keys) - 1):
            if far and start <= end:
                self.dataChanged.emit(self.index(start), self.index(end), [ROW_ROLE])

    def settle(self, position: int, wanted: list[Key]) -> None:
        """Takes one step by which `position`, the first that differs, comes to hold what is `wanted` there."""
        has, wants = self._keys[position], wanted[position]
        if wants not in self._present:
            new = itertools.takewhile(lambda key: key not in self._present, wanted[position:])
            self.insert(position, list(new))
        elif not _stands(has, wanted, position):
            staying = set(wanted)
            gone = itertools.takewhile(lambda key: key not in staying, self._keys[position:])
            self.remove(position, len(list(gone)))
        elif self._keys[position + 1] == wants:
            self._move(position, min(wanted.index(has, position), len(self._keys) - 1))
        else:
            self._move(self._keys.index(wants, position), position)

    # The steps.

    def _move(self, origin: int, position: int) -> None:
        before = position + 1 if position > origin else position
        self.beginMoveRows(NOWHERE, origin, origin, NOWHERE, before)
        self._keys.insert(position, self._keys.pop(origin))
        self.endMoveRows()

    def _change_little(self, start: int, wanted: list[Key]) -> bool:
        """Goes from difference to difference: quick where a few keys of a long list have moved, come or gone.

        Returns:
            False where there are more than a few; then the rest is still to be done.
        """
        for _ in range(MOST_STEPS):
            start = first_difference(self._keys, wanted, start)
            if start == len(self._keys) or start == len(wanted):
                self.remove(start, len(self._keys) - start)
                self.insert(start, wanted[start:])
                return True
            self.settle(start, wanted)
        return self._keys == wanted

    def _change(self, wanted: list[Key]) -> None:
        start, old_end, new_end = changed_window(self._keys, wanted)
        old, new = self._keys[start:old_end], wanted[start:new_end]
        keys = set(new)
        if len(keys) != len(new):
            raise ValueError("a key may stand in a list only once")
        had = set(old)
        staying_old = [key for key in old if key in keys]
        staying_new = [key for key in new if key in had]
        moving = keys_to_move(staying_old, staying_new)
        if len(moving) > MOST_MOVES:
            self.reset(wanted)
            return
        self._remove_all(start, old, keys)
        self._move_all(start, staying_new, moving)
        self._insert_all(start, new, had)

    def _remove_all(self, start: int, old: list[Key], wanted: set[Key]) -> None:
        if wanted.issuperset(old):
            return
        end = len(old)
        while end > 0:
            first = end
            while first > 0 and old[first - 1] not in wanted:
                first -= 1
            self.remove(start + first, end - first)
            end = first - 1 if first == end else first

    def _move_all(self, start: int, order: list[Key], moving: set[Key]) -> None:
        for index, key in enumerate(order):
            if key in moving:
                origin = self._keys.index(key, start)
                position = start if index == 0 else self._keys.index(order[index - 1], start) + 1
                self._move(origin, position - 1 if origin < position else position)

    def _insert_all(self, start: int, new: list[Key], had: set[Key]) -> None:
        if had.issuperset(new):
            return
        first = 0
        while first < len(new):
            last = first
            while last < len(new) and new[last] not in had:
                last += 1
            self.insert(start + first, new[first:last])
            first = last + 1 if last == first else last

    def _release(self, keys: Sequence[Key]) -> None:
        rows = [self._rows.pop(key) for key in keys if key in self._rows]
        if self._retire is not None:
            for row in rows:
                self._retire(row)
        self._retired += rows
        if len(self._retired) > MOST_RETIRED and not self._release_later.isActive():
            self._release_later.start()

    @Slot()
    def release_retired(self) -> None:
        """Releases the rows of keys that have left, after every view has emptied its pool."""
        self.releasing.emit()
        for row in self._retired:
            row.deleteLater()
        self._retired = []


def _stands(key: Key, keys: list[Key], start: int) -> bool:
    """Tells whether `key` stands in `keys` from `start` on; looked for where it would be soonest."""
    try:
        keys.index(key, start)
    except ValueError:
        return False
    return True
