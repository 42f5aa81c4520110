"""The rows of a chat list while hundreds of chats move and change in a second."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from tdlib import types as td
from tests.ui import sample_chats as sample
from tests.ui.chat_column import Column
from ui.viewmodels.list_rows import HEAD, MOVED, MOVED_AT_HEAD, REFRESHED

Until = Callable[..., None]
FIRST = 5_000
MANY = 300


@pytest.fixture
def column(loop: asyncio.AbstractEventLoop, until: Until) -> Iterator[Column]:
    made = Column(loop)
    made.session.feed(
        *[td.UpdateNewChat(chat=sample.chat(FIRST + each, f"Chat {each}", 1 + each)) for each in range(MANY)]
    )
    until(lambda: made.tasks.idle and in_order(made))
    tester = QAbstractItemModelTester(made.list.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    tester.deleteLater()
    made.close()


def in_order(column: Column) -> bool:
    return list(column.list.rows.keys) == list(column.session.chat_lists.ids(td.ChatListMain()))


def moved(chat_id: int, order: int) -> td.UpdateChatPosition:
    return td.UpdateChatPosition(chat_id=chat_id, position=td.ChatPosition(list_=td.ChatListMain(), order=order))


def unread(chat_id: int, count: int) -> td.UpdateChatReadInbox:
    return td.UpdateChatReadInbox(chat_id=chat_id, unread_count=count)


class Moves:
    """Counts the moves of a model, those to its head apart."""

    def __init__(self, rows: Any) -> None:
        self.count = self.at_head = 0
        rows.rowsMoved.connect(self._moved)

    def _moved(self, parent: QModelIndex, first: int, last: int, destination: QModelIndex, before: int) -> None:
        self.count += 1
        self.at_head += min(first, before) < HEAD


def test_a_chat_moves_at_once(column: Column) -> None:
    column.session.feed(moved(FIRST + 7, 10**9))
    assert column.list.rows.keys[0] == FIRST + 7
    assert in_order(column)


def test_a_flood_of_moves_is_taken_a_few_at_a_time_and_ends_in_order(column: Column, until: Until) -> None:
    moves = Moves(column.list.rows)
    chance = random.Random(1)
    for step in range(5):
        column.session.feed(
            *[moved(FIRST + each, 10**9 + step * MANY + each) for each in chance.sample(range(MANY), 90)]
        )
    assert 0 < moves.at_head <= MOVED_AT_HEAD
    assert moves.count <= MOVED
    assert not in_order(column)
    until(lambda: in_order(column))


def test_the_head_of_the_list_is_right_first(column: Column) -> None:
    newest = [FIRST + each for each in range(0, 200, 2)]
    column.session.feed(*[moved(chat_id, 10**9 + place) for place, chat_id in enumerate(newest)])
    assert list(column.list.rows.keys)[:MOVED_AT_HEAD] == newest[::-1][:MOVED_AT_HEAD]


def test_chats_may_come_and_go_in_a_flood(column: Column, until: Until) -> None:
    column.session.feed(*[moved(FIRST + each, 10**9 + each) for each in range(0, MANY, 3)])
    column.session.feed(*[moved(FIRST + each, 0) for each in range(0, MANY, 2)])
    new = [sample.chat(FIRST + MANY + each, f"New {each}", 3 * each + 2) for each in range(60)]
    column.session.feed(*[td.UpdateNewChat(chat=chat) for chat in new])
    column.session.feed(*[moved(FIRST + each, 10**8 + each) for each in range(0, MANY, 4)])
    until(lambda: in_order(column))
    assert len(column.list.rows.keys) == len(set(column.list.rows.keys))


def test_another_list_is_whole_when_it_is_shown(column: Column) -> None:
    column.session.feed(*[moved(FIRST + each, 10**9 + each * 7919 % MANY) for each in range(MANY)])
    assert not in_order(column)
    column.list.openArchive()
    column.list.leaveArchive()
    assert in_order(column)


def test_many_rows_that_are_read_are_worked_out_a_few_at_a_time(column: Column, until: Until) -> None:
    rows = [column.row(FIRST + each) for each in range(40)]
    assert {row.unread for row in rows} == {""}
    told: list[Any] = []
    for row in rows:
        row.changed.connect(lambda row=row: told.append(row))
    column.session.feed(*[unread(FIRST + each, 1 + each) for each in range(40)])
    assert len(told) == REFRESHED
    until(lambda: len(told) == len(rows))
    assert [row.unread for row in rows] == [str(1 + each) for each in range(40)]


def test_the_last_of_several_changes_is_what_a_row_says(column: Column, until: Until) -> None:
    rows = [column.row(FIRST + each) for each in range(30)]
    for count in range(1, 6):
        assert all(row.title for row in rows)
        column.session.feed(*[unread(FIRST + each, count) for each in range(30)])
    until(lambda: all(row.unread == "5" for row in rows))
