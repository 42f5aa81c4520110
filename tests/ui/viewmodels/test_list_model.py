"""The list of rows under Qt's own model tester, and against a plain list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.viewmodels.key_changes import first_difference, keys_to_move
from ui.viewmodels.list_model import MOST_RETIRED, ROW_ROLE, RowModel


class Row(QObject):
    def __init__(self, key: int) -> None:
        super().__init__()
        self.key = key


class Mirror:
    """A list kept only by what the model signals, as a view keeps it."""

    def __init__(self, model: RowModel[int, Row]) -> None:
        self.model = model
        self.keys = list(model.keys)
        self.moves = self.resets = self.insertions = self.removals = 0
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.rowsMoved.connect(self._moved)
        model.modelReset.connect(self._reset)

    def _inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        self.insertions += 1
        self.keys[first:first] = self.model.keys[first:last + 1]

    def _removed(self, parent: QModelIndex, first: int, last: int) -> None:
        self.removals += 1
        del self.keys[first:last + 1]

    def _moved(self, parent: QModelIndex, first: int, last: int, destination: QModelIndex, before: int) -> None:
        self.moves += 1
        assert first == last
        self.keys.insert(before - 1 if before > first else before, self.keys.pop(first))

    def _reset(self) -> None:
        self.resets += 1
        self.keys = list(self.model.keys)


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[RowModel[int, Row]]:
    made: RowModel[int, Row] = RowModel(Row)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    tester.deleteLater()


orders = st.lists(st.integers(0, 14), unique=True, max_size=15)


@settings(max_examples=400, deadline=None)
@given(steps=st.lists(orders, min_size=1, max_size=6))
def test_any_order_follows_any_other(qapp: QCoreApplication, steps: list[list[int]]) -> None:
    model: RowModel[int, Row] = RowModel(Row)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    mirror = Mirror(model)
    for keys in steps:
        rows = {key: model.row_at(position) for position, key in enumerate(model.keys)}
        staying = set(model.keys) & set(keys)
        model.set_keys(keys)
        assert list(model.keys) == keys
        assert mirror.keys == keys
        assert {key for key in keys if key in model} == set(keys)
        assert all(model.row(key) is rows[key] for key in staying)
        assert [model.row_at(position).key for position in range(len(keys))] == keys
    assert mirror.resets == 0
    tester.deleteLater()


@settings(max_examples=200, deadline=None)
@given(old=st.permutations(range(7)), new=st.permutations(range(7)))
def test_the_fewest_rows_move(qapp: QCoreApplication, old: list[int], new: list[int]) -> None:
    model: RowModel[int, Row] = RowModel(Row)
    model.set_keys(old)
    mirror = Mirror(model)
    model.set_keys(new)
    longest = max(
        bin(chosen).count("1")
        for chosen in range(1 << 7)
        if _rising([old.index(key) for index, key in enumerate(new) if chosen >> index & 1])
    )
    assert mirror.moves <= 7 - longest
    assert len(keys_to_move(old, new)) == 7 - longest


def _rising(numbers: list[int]) -> bool:
    return all(first < second for first, second in zip(numbers, numbers[1:], strict=False))


def test_rows_are_made_when_they_are_asked_for(model: RowModel[int, Row]) -> None:
    model.set_keys(range(10_000))
    for position in range(20):
        assert model.data(model.index(position), ROW_ROLE).key == position
    assert len(list(model.made())) <= 40
    assert model.row(5_000) is None


def test_rows_of_keys_that_leave_are_released(model: RowModel[int, Row]) -> None:
    model.set_keys([1, 2, 3])
    gone: list[int] = []
    row = model.row_at(1)
    row.destroyed.connect(lambda: gone.append(2))
    assert row.parent() is model
    model.set_keys([1, 3])
    model.release_retired()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone == [2]


def test_a_view_may_empty_its_pool_before_rows_go(qtbot: QtBot) -> None:
    retired: list[int] = []
    model: RowModel[int, Row] = RowModel(Row, retire=lambda row: retired.append(row.key))
    model.set_keys(range(MOST_RETIRED + 1))
    rows = [model.row_at(position) for position in range(model.rowCount())]
    gone: list[int] = []
    for row in rows:
        row.destroyed.connect(lambda: gone.append(1))
    alive: list[int] = []
    model.releasing.connect(lambda: alive.append(len(rows) - len(gone)))
    with qtbot.waitSignal(model.releasing, timeout=5_000):
        model.remove(0, len(rows))
        assert retired == list(range(MOST_RETIRED + 1))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert (alive, len(gone)) == ([len(rows)], len(rows))


def test_one_move_is_one_signal(model: RowModel[int, Row]) -> None:
    model.set_keys(range(100))
    mirror = Mirror(model)
    model.set_keys([70, *range(70), *range(71, 100)])
    model.move(70, 99)
    model.move(70, 3)
    assert (mirror.moves, mirror.insertions, mirror.removals, mirror.resets) == (3, 0, 0, 0)
    assert mirror.keys == list(model.keys) == [0, 1, 2, 70, *range(3, 70), *range(71, 100)]


def test_runs_are_inserted_and_removed_at_once(model: RowModel[int, Row]) -> None:
    model.set_keys(range(100))
    mirror = Mirror(model)
    model.set_keys([*range(-50, 20), *range(60, 100)])
    assert (mirror.insertions, mirror.removals) == (1, 1)


def test_a_renamed_row_stays_the_same_object(model: RowModel[int, Row]) -> None:
    model.set_keys([1, 2, 3])
    row = model.row_at(1)
    model.rename(2, 20)
    assert list(model.keys) == [1, 20, 3]
    assert model.row_at(1) is row
    assert 2 not in model
    assert 20 in model


changes = st.lists(st.tuples(st.sampled_from(["move", "insert", "remove"]), st.integers(0, 599), st.integers(0, 599)))


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(changes, min_size=1, max_size=4))
def test_a_long_list_follows_too(qapp: QCoreApplication, steps: list[list[tuple[str, int, int]]]) -> None:
    model: RowModel[int, Row] = RowModel(Row)
    keys = list(range(600))
    model.set_keys(keys)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    mirror = Mirror(model)
    fresh = 1_000
    for step in steps:
        for verb, origin, position in step:
            if verb == "insert" or not keys:
                keys.insert(position, fresh)
                fresh += 1
            else:
                key = keys.pop(origin % len(keys))
                if verb == "move":
                    keys.insert(position, key)
        model.set_keys(keys)
        assert list(model.keys) == keys
        assert mirror.keys == keys
    assert mirror.resets == 0
    tester.deleteLater()


def test_a_few_of_ten_thousand_move_one_by_one(qtbot: QtBot) -> None:
    model: RowModel[int, Row] = RowModel(Row)
    keys = list(range(10_000))
    model.set_keys(keys)
    mirror = Mirror(model)
    for step in range(100):
        for number in range(3):
            keys.insert(0, keys.pop((step * 37 + number * 2_111) % 9_000 + 5))
        model.set_keys(keys)
    assert mirror.keys == list(model.keys) == keys
    assert mirror.moves == 300
    assert mirror.resets == 0


def test_a_long_list_that_shifts_takes_two_steps(model: RowModel[int, Row]) -> None:
    model.set_keys(range(1_000))
    mirror = Mirror(model)
    model.set_keys(range(50, 1_060))
    assert (mirror.insertions, mirror.removals, mirror.moves, mirror.resets) == (1, 1, 0, 0)
    assert mirror.keys == list(range(50, 1_060))


def test_a_complete_shuffle_is_a_reset(model: RowModel[int, Row]) -> None:
    model.set_keys(range(2_000))
    mirror = Mirror(model)
    first = model.row_at(0)
    model.set_keys(range(1_999, -1, -1))
    assert mirror.resets == 1
    assert model.row_at(1_999) is first


@pytest.mark.parametrize("verb", ["set_keys", "reset"])
def test_a_key_stands_only_once(model: RowModel[int, Row], verb: str) -> None:
    with pytest.raises(ValueError, match="only once"):
        getattr(model, verb)([1, 2, 1])
    model.set_keys([1, 2])
    with pytest.raises(ValueError, match="only once"):
        model.insert(0, [2])
    with pytest.raises(ValueError, match="only once"):
        model.rename(1, 2)


def test_one_of_ten_thousand_moves_alone(qtbot: QtBot) -> None:
    model: RowModel[int, Row] = RowModel(Row)
    keys = list(range(10_000))
    model.set_keys(keys)
    mirror = Mirror(model)
    for step in range(300):
        keys.insert(4, keys.pop((step * 37) % 9_000 + 5))
        model.set_keys(keys)
    assert mirror.keys == list(model.keys) == keys
    assert (mirror.moves, mirror.insertions, mirror.removals, mirror.resets) == (300, 0, 0, 0)


@given(st.lists(st.integers(0, 1), max_size=90), st.lists(st.integers(0, 1), max_size=90), st.integers(0, 90))
def test_the_first_difference_is_found(old: list[int], new: list[int], start: int) -> None:
    start = min(start, len(old), len(new))
    differing = [place for place in range(start, min(len(old), len(new))) if old[place] != new[place]]
    assert first_difference(old, new, start) == min([*differing, len(old), len(new)])


@given(st.integers(0, 90), st.integers(0, 90))
def test_the_first_difference_of_lists_that_differ_once(length: int, place: int) -> None:
    keys = list(range(length))
    changed = [-1 if each == place else each for each in keys]
    assert first_difference(keys, changed, 0) == min(place, length)
