"""The rows of the message view: lines between days, groups, changes one by one; against a plain model."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from tdlib import types as td
from tests.ui.fake_session import ME, FakeSession, make_chat, make_file, make_message
from tests.ui.open_chat_window import CHAT, OpenChatBench, as_session
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.history import History
from ui.viewmodels.history_keys import GROUP_SECONDS, Joint, history_keys, kept_runs, stand_together
from ui.viewmodels.history_order import HistoryOrder
from ui.viewmodels.history_rows import KEPT, HistoryRows
from ui.viewmodels.joints import Joints
from ui.viewmodels.message_row import MessageVerbs
from ui.viewmodels.tasks import OnError, Tasks

sparse = st.sets(st.integers(1, 60), min_size=1, max_size=30).map(sorted)
dense = st.tuples(st.integers(1, 40), st.integers(1, 20)).map(lambda place: list(range(place[0], sum(place))))
windows = st.one_of(sparse, dense)

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@given(
    st.lists(st.integers(0, 400_000), min_size=0, max_size=40).map(sorted),
    st.booleans(),
    st.integers(-1, 40),
)
def test_each_day_has_one_line_above_its_first_message(dates: list[int], complete: bool, unread: int) -> None:
    ids = list(range(1, len(dates) + 1))
    days = {message_id: date // 86_400 for message_id, date in zip(ids, dates, strict=True)}
    first_unread = ids[unread] if 0 <= unread < len(ids) else None
    keys = history_keys(ids, days.__getitem__, first_unread=first_unread, complete=complete)
    top_down: list[object] = []
    last_day = None if complete or not ids else days[ids[0]]
    for message_id in ids:
        if days[message_id] != last_day:
            top_down.append(("day", message_id))
            last_day = days[message_id]
        if message_id == first_unread:
            top_down.append(("unread", message_id))
        top_down.append(message_id)
    assert keys == top_down[::-1]


@given(st.sampled_from(["", "a", "b"]), st.sampled_from(["", "a", "b"]), st.integers(0, 3 * GROUP_SECONDS))
def test_neighbours_stand_together_only_of_one_author_and_close(older: str, newer: str, later: int) -> None:
    together = stand_together(Joint(older, 1_000, 1), Joint(newer, 1_000 + later, 1))
    assert together is (older == newer != "" and later <= GROUP_SECONDS)
    assert not stand_together(Joint("a", 0, 1), Joint("a", 1, 2))
    assert not stand_together(None, Joint("a", 1, 2))


@given(st.lists(windows, min_size=2, max_size=4), st.sets(st.integers(1, 60)), st.integers(1, 5))
def test_rows_that_follow_a_window_are_those_of_the_window(
    steps: list[list[int]], beginnings: set[int], days: int
) -> None:
    """Albums begin at some messages and each is followed by one that stands alone; a day has some messages."""
    def album_of(number: int) -> int:
        begin = max((found for found in beginnings if found <= number), default=0)
        return begin if begin and number - begin < 4 else 0

    def day_of(number: int) -> int:
        return number // days

    rows = HistoryRows(lambda key: QObject(), lambda key: "")
    order = HistoryOrder(rows, day_of, album_of)
    for step in steps:
        had = list(rows.keys)
        changed = order.follow(step, first_unread=30, complete=False)
        wanted = history_keys(step, day_of, first_unread=30, complete=False, album_of=album_of)
        assert list(rows.keys) == wanted
        for place, key in enumerate(wanted):
            beside = wanted[max(0, place - 1) : place + 2]
            if key not in changed and isinstance(key, int):
                was = had.index(key)
                assert had[was - 1 if place else was : was + 2] == beside
        assert [rows.position(key) for key in wanted] == list(range(len(wanted)))


def test_a_page_costs_what_is_new() -> None:
    old = list(range(1_000, 4_000))
    assert kept_runs(old, list(range(950, 3_950))) == [(52, 2_999)]
    assert kept_runs(old, [*old[:1_500], *old[1_501:]]) == [(2, 1_499), (1_502, 2_998)]
    assert kept_runs(old, list(range(900, 4_000)), lambda number: 1 if number < 1_005 else 0) == [(106, 3_099)]


@pytest.fixture
def bench(loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Iterator[OpenChatBench]:
    """A chat that is open without a window."""
    bench = OpenChatBench(loop, tmp_path)
    yield bench
    bench.close_chat()



class NoVerbs:
    """What a person could do; nobody does anything here."""

    contents = None

    def is_selected(self, message_id: int) -> bool:
        return False


def release(parent: QObject) -> None:
    """Deletes `parent` with its children as the programme does, rather than by the collector in any order."""
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def opened(bench: OpenChatBench) -> History:
    history = bench.open().messages
    tester = QAbstractItemModelTester(history.row_model, FATAL, history)
    assert tester.model() is history.row_model
    return history


def face_of(history: History, message_id: int) -> dict[str, object]:
    row = history.made_row(message_id)
    assert row is not None
    names = ("kind", "joinedAbove", "joinedBelow", "namesSender", "showsAvatar", "state", "edited", "spoken")
    return {name: row.property(name) for name in names}


def test_messages_of_one_author_are_a_group_with_one_name_and_one_picture(bench: OpenChatBench) -> None:
    bench.session.fill([make_message(1, "a"), make_message(2, "b"), make_message(3, "c", sender=3)])
    history = opened(bench)
    first, second = face_of(history, 1), face_of(history, 2)
    assert (first["namesSender"], first["showsAvatar"]) == (True, False)
    assert (second["namesSender"], second["showsAvatar"]) == (False, True)
    bench.session.remove(CHAT, 2)
    assert face_of(history, 1)["showsAvatar"]


def test_a_group_breaks_when_a_message_comes_between(bench: OpenChatBench) -> None:
    bench.session.fill([make_message(1, "a"), make_message(5, "b")])
    history = opened(bench)
    assert face_of(history, 1)["joinedBelow"]
    between = make_message(3, "x", sender=3)
    bench.session.fill([make_message(1, "a"), between, make_message(5, "b")])
    assert not face_of(history, 1)["joinedBelow"]
    assert not face_of(history, 5)["joinedAbove"]


def test_a_sent_message_keeps_its_row_when_the_server_names_it(bench: OpenChatBench) -> None:
    pending = make_message(9, "hi", sender=ME, sending_state=td.MessageSendingStatePending())
    bench.session.fill([make_message(1, "a"), pending])
    history = opened(bench)
    row = history.made_row(9)
    assert face_of(history, 9)["state"] == "pending"
    bench.session.sent(CHAT, 9, make_message(12, "hi", sender=ME))
    assert history.made_row(12) is row
    assert face_of(history, 12)["state"] == "sent"


def test_a_row_says_that_it_was_read(bench: OpenChatBench) -> None:
    bench.session.fill([make_message(3, "hi", sender=ME)])
    history = opened(bench)
    assert face_of(history, 3)["state"] == "sent"
    chat = bench.session.chats.get(CHAT)
    bench.session.chats.objects[CHAT] = replace(chat, last_read_outbox_message_id=3)
    bench.session.changed_chat(CHAT, "last_read_outbox_message_id")
    assert face_of(history, 3)["state"] == "read"


def test_an_edit_that_changes_the_kind_makes_a_new_row(bench: OpenChatBench) -> None:
    bench.session.fill([make_message(1, "a"), make_message(2, "b")])
    history = opened(bench)
    assert face_of(history, 2)["kind"] == "text"
    document = td.Document(file_name="a.pdf", document=make_file(7))
    content = td.MessageDocument(document=document, caption=td.FormattedText())
    bench.session.edit(CHAT, 2, content=content, edit_date=1)
    assert face_of(history, 2)["kind"] == "file"
    assert face_of(history, 2)["edited"]


def test_a_screen_reader_hears_who_when_what_and_how_far(bench: OpenChatBench) -> None:
    bench.session.fill([make_message(1, "good morning", sender=2), make_message(2, "hello", sender=ME, edit_date=5)])
    history = opened(bench)
    assert str(face_of(history, 1)["spoken"]).startswith("Ann at ")
    assert str(face_of(history, 1)["spoken"]).endswith(": good morning")
    assert str(face_of(history, 2)["spoken"]).endswith(": hello, edited, sent")


@given(st.data())
def test_any_window_gives_the_rows_of_a_plain_model(qapp: QGuiApplication, data: st.DataObject) -> None:
    """States of a window follow each other in any way; the rows are always those of the last one."""
    session = FakeSession()
    session.chats.objects[CHAT] = make_chat(CHAT, td.ChatTypeBasicGroup(basic_group_id=1), "x")
    tasks = NoTasks()
    avatars = Avatars(as_session(session), tasks)
    history = History(as_session(session), CHAT, tasks, avatars, cast(MessageVerbs, NoVerbs()))
    tester = QAbstractItemModelTester(history.row_model, FATAL, history)
    try:
        for _ in range(data.draw(st.integers(1, 5))):
            ids = data.draw(windows)
            older = data.draw(st.booleans())
            messages = [make_message(number, "x", sender=2 + number % 2, date=number * 9_000) for number in ids]
            session.fill(messages, has_older=older)
            keys = list(history.row_model.keys)
            assert [key for key in keys if isinstance(key, int)] == ids[::-1]
            day_of = Joints(as_session(session), CHAT).day
            assert keys == history_keys(ids, day_of, first_unread=None, complete=not older)
            for position in range(len(keys)):
                history.row_model.row_at(position)
            assert tester.model() is history.row_model
    finally:
        release(history)


class NoTasks(Tasks):
    """Runs nothing."""

    def __init__(self) -> None:
        return

    def start(self, coroutine: Coroutine[Any, Any, Any], on_error: OnError | None = None) -> Any:
        coroutine.close()


def test_rows_far_from_the_view_are_let_go_unless_they_hold_something(bench: OpenChatBench) -> None:
    bench.session.fill([make_message(number, "x") for number in range(1, 1_001)])
    history = opened(bench)
    rows = history.row_model
    for position in range(600):
        rows.row_at(position)
    revealed = history.made_row(1_000)
    assert revealed is not None
    revealed.reveal()
    history.showing(500, 510)
    made = {rows.position(key) for key, _ in rows.made()}
    assert made == {0, *range(500 - KEPT, 600)}
    assert history.row(1_000) is revealed
    assert history.row(1_000 - 450) is rows.row_at(450)
