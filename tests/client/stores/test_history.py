"""The window of a history, against a plain list that plays TDLib."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from client.stores import history as module
from client.stores.history import History
from tests.client.objects import message, page

PAGE = 6


class Window(RuleBasedStateMachine):
    """`held` is every message TDLib has, in order. A page is asked for in one rule and comes in a later one."""

    def __init__(self) -> None:
        super().__init__()
        self._small = patch.multiple(module, MAXIMUM=20, SLACK=4)
        self._small.start()
        self.reports: list[str] = []
        self.history = History(1, lambda *fields: self.reports.extend(fields))
        self.held: list[int] = []
        self.coming: list[Callable[[], None]] = []
        self.next_id = 1000

    def teardown(self) -> None:
        self._small.stop()

    @initialize(count=st.integers(0, 60))
    def fill(self, count: int) -> None:
        self.held = [1000 + 10 * n for n in range(count)]
        self.next_id = 1000 + 10 * count

    # Pages.

    @rule(at=st.integers(0, 80), around=st.booleans())
    def ask_jump(self, at: int, around: bool) -> None:
        mark = self.history.begin_reset()
        anchor = 1000 + 10 * at if around else None

        def come() -> None:
            if anchor is None:
                found = self.held[-PAGE:]
            else:
                below = [each for each in self.held if each <= anchor][-PAGE // 2 :]
                found = below + [each for each in self.held if each > anchor][: PAGE // 2]
            has_newer = bool(self.held) and (not found or found[-1] < self.held[-1])
            self.history.reset(mark, page(*found).messages, has_newer=has_newer, is_whole=not self.held)

        self.coming.append(come)

    @precondition(lambda self: bool(self.history.ids) and self.history.has_older)
    @rule(size=st.integers(1, PAGE))
    def ask_older(self, size: int) -> None:
        mark, before = self.history.older_mark, self.history.oldest_id

        def come() -> None:
            found = [each for each in self.held if each < before][-size:]
            self.history.add_older(mark, page(*found).messages, is_end=not found)

        self.coming.append(come)

    @precondition(lambda self: bool(self.history.ids) and self.history.has_newer)
    @rule(size=st.integers(1, PAGE))
    def ask_newer(self, size: int) -> None:
        mark, behind = self.history.newer_mark, self.history.newest_id

        def come() -> None:
            found = [each for each in self.held if each > behind][:size]
            has_newer = bool(found) and found[-1] < self.held[-1]
            self.history.add_newer(mark, page(*found).messages, has_newer=has_newer)

        self.coming.append(come)

    @precondition(lambda self: self.coming)
    @rule(data=st.data())
    def page_comes(self, data: st.DataObject) -> None:
        self.coming.pop(data.draw(st.integers(0, len(self.coming) - 1)))()

    # Updates.

    @rule()
    def new(self) -> None:
        self._hold_new()
        self.history.on_new(message(self.held[-1]))

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        gone = data.draw(st.lists(st.sampled_from(self.held), max_size=4, unique=True))
        self.held = [each for each in self.held if each not in gone]
        self.history.on_deleted([*gone, 5])

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def rename(self, data: st.DataObject) -> None:
        old = data.draw(st.sampled_from(self.held[-3:]))
        self.held.remove(old)
        self._hold_new()
        self.history.on_renamed(old, message(self.held[-1]))

    @rule(data=st.data())
    def look(self, data: st.DataObject) -> None:
        if len(self.history):
            self.history.look_at(data.draw(st.sampled_from(list(self.history.ids))))

    @rule(count=st.integers(1, 10))
    def skipped_and_noticed(self, count: int) -> None:
        """TDLib skips messages; the chat's last message shows it."""
        for _ in range(count):
            self._hold_new()
        if self.history.is_loaded and self.held[-1] > self.history.newest_id:
            self.history.note_newer()

    @precondition(lambda self: self.history.is_loaded and not self.history.has_newer)
    @rule(count=st.integers(1, 10), size=st.integers(1, PAGE))
    def skipped_and_refreshed(self, count: int, size: int) -> None:
        """TDLib skips messages and tells the next one; a fresh page of the newest ones shows it."""
        self.history.begin_absence()
        for _ in range(count):
            self._hold_new()
        # Here the window may have a hole, until TDLib has caught up.
        self.new()
        self.history.end_absence()
        self.history.refresh(self.history.newer_mark, page(*self.held[-size:]).messages, has_newer=False)

    # What must always hold.

    @invariant()
    def has_no_hole(self) -> None:
        ids = list(self.history.ids)
        assert ids == sorted(ids)
        if ids:
            assert ids == [each for each in self.held if ids[0] <= each <= ids[-1]]

    @invariant()
    def knows_its_ends(self) -> None:
        if not self.history.is_loaded or not len(self.history):
            return
        if not self.history.has_newer:
            assert self.history.newest_id == self.held[-1]
        if not self.history.has_older:
            assert self.history.oldest_id == self.held[0]

    @invariant()
    def stays_small(self) -> None:
        assert len(self.history) <= 20 + 4 + PAGE

    @invariant()
    def each_id_has_its_message(self) -> None:
        assert [each.id for each in self.history] == list(self.history.ids)

    def _hold_new(self) -> None:
        self.held.append(self.next_id)
        self.next_id += 10


Window.TestCase.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
test_window = Window.TestCase


def loaded(*ids: int, has_newer: bool = False) -> tuple[History, list[str]]:
    reports: list[str] = []
    history = History(1, lambda *fields: reports.extend(fields))
    history.reset(history.begin_reset(), page(*ids).messages, has_newer=has_newer, is_whole=False)
    reports.clear()
    return history, reports


def test_a_page_never_brings_a_deleted_message_back() -> None:
    history, _ = loaded(30, 40)
    mark = history.older_mark
    history.add_older(mark, page(10, 20).messages, is_end=False)
    history.on_deleted([20])
    assert history.ids == (10, 30, 40)


def test_pages_of_an_earlier_jump_are_dropped() -> None:
    history, reports = loaded(30)
    first, second = history.begin_reset(), history.begin_reset()
    history.reset(second, page(70, 80).messages, has_newer=False, is_whole=False)
    history.reset(first, page(10, 20).messages, has_newer=True, is_whole=False)
    assert history.ids == (70, 80)
    assert reports == ["reset", "ids"]


def test_older_pages_asked_for_before_a_jump_are_dropped() -> None:
    history, _ = loaded(30, has_newer=True)
    older, newer = history.older_mark, history.newer_mark
    history.reset(history.begin_reset(), page(70).messages, has_newer=True, is_whole=False)
    history.add_older(older, page(10).messages, is_end=False)
    history.add_newer(newer, page(40).messages, has_newer=False)
    assert history.ids == (70,)


def test_a_sent_message_keeps_its_place_and_tells_its_new_id() -> None:
    history, reports = loaded(10, 20)
    history.on_new(message(21))
    reports.clear()
    history.on_renamed(21, message(30))
    assert history.ids == (10, 20, 30)
    assert "renamed:21:30" in reports


def test_a_closed_window_takes_nothing_more() -> None:
    history, reports = loaded(10)
    mark = history.older_mark
    history.is_open = False
    history.add_older(mark, page(5).messages, is_end=False)
    assert history.ids == (10,)
    assert reports == []


def test_nothing_older_is_the_beginning() -> None:
    history, _ = loaded(10)
    assert history.has_older
    history.add_older(history.older_mark, [], is_end=True)
    assert not history.has_older


def test_a_refresh_finds_what_was_skipped_and_what_is_gone() -> None:
    history, _ = loaded(10, 20, 30, 50)
    history.refresh(history.newer_mark, page(20, 40, 50, 60).messages, has_newer=False)
    assert history.ids == (10, 20, 40, 50, 60)
    assert not history.has_newer


def test_a_refresh_that_begins_with_a_message_behind_the_hole_ends_the_window_too() -> None:
    history, _ = loaded(10, 20)
    history.begin_absence()
    history.on_new(message(90))
    history.end_absence()
    history.refresh(history.newer_mark, page(90).messages, has_newer=False)
    assert history.ids == (10, 20)
    assert history.has_gap


def test_a_chat_that_was_empty_before_an_absence_has_no_known_beginning_after_it() -> None:
    history = History(1, lambda *fields: None)
    history.reset(history.begin_reset(), [], has_newer=False, is_whole=True)
    history.begin_absence()
    history.on_new(message(90))
    history.end_absence()
    history.refresh(history.newer_mark, page(80, 90).messages, has_newer=False)
    assert history.ids == (80, 90)
    assert history.has_older


def test_a_refresh_beyond_a_hole_ends_the_window_before_it() -> None:
    history, reports = loaded(10, 20)
    history.begin_absence()
    history.on_new(message(90))
    history.end_absence()
    history.refresh(history.newer_mark, page(70, 80, 90).messages, has_newer=False)
    assert history.ids == (10, 20)
    assert (history.has_newer, history.has_gap) == (True, True)
    assert "gap" in reports
    history.add_newer(history.newer_mark, page(30, 70, 80, 90).messages, has_newer=False)
    assert (history.has_newer, history.has_gap) == (False, False)


def test_a_line_that_breaks_again_before_the_refresh_keeps_no_hole() -> None:
    history, _ = loaded(10, 20)
    history.begin_absence()
    history.on_new(message(90))
    history.end_absence()
    history.begin_absence()
    history.refresh(history.newer_mark, page(80, 90).messages, has_newer=False)
    assert history.ids == (10, 20)
    assert history.has_gap


def test_an_end_that_was_lost_in_an_absence_keeps_nothing_from_behind_a_hole() -> None:
    history, _ = loaded(10, 20)
    history.begin_absence()
    history.on_new(message(90))
    history.note_newer()
    history.end_absence()
    assert history.ids == (10, 20)
    assert history.has_newer
