"""Chats with something unread first, and only those that wait for an answer."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from tdlib import types as td
from tests.ui import sample_chats as sample
from tests.ui.chat_column import Column
from tests.ui.fake_session import make_message, make_user
from tests.ui.store_session import ME

PINNED = (sample.ANN, sample.WALKERS)
MANY = 1_500


@pytest.fixture
def column(loop: asyncio.AbstractEventLoop) -> Iterator[Column]:
    column = Column(loop)
    yield column
    column.close()


def keys(column: Column) -> Sequence[int]:
    found: Sequence[int] = column.list.rows.keys
    return list(found)


def unread(column: Column, chat_id: int, count: int) -> None:
    column.session.feed(td.UpdateChatReadInbox(chat_id=chat_id, unread_count=count))


def expected(column: Column) -> list[int]:
    """The order by looking at everything."""
    chats = column.session.chats
    ids = list(column.session.chat_lists.ids(td.ChatListMain()))

    def is_first(chat_id: int) -> bool:
        chat = chats.get(chat_id)
        assert chat is not None
        loud = not chats.is_muted(chat_id) or chat.unread_mention_count > 0
        return loud and (chat.unread_count > 0 or chat.is_marked_as_unread)

    def rank(chat_id: int) -> int:
        position = column.session.chat_lists.position(chat_id, td.ChatListMain())
        assert position is not None
        return 0 if position.is_pinned else 1 if is_first(chat_id) else 2

    return sorted(ids, key=rank)


def test_unread_chats_stand_first_below_the_pins(column: Column) -> None:
    usual = keys(column)
    column.list.arrangement.putUnreadFirst(True)
    assert keys(column) == expected(column)
    assert keys(column) != usual
    assert column.preferences.unread_first
    column.list.arrangement.clear()
    assert keys(column) == usual


def test_a_chat_moves_when_it_is_read_or_written_to(column: Column) -> None:
    column.list.arrangement.putUnreadFirst(True)
    for chat_id in (sample.NOOR, sample.GROUP):
        for count in (4, 0, 2):
            unread(column, chat_id, count)
            assert keys(column) == expected(column)


def test_the_open_chat_stays_until_it_is_left(column: Column) -> None:
    arrangement = column.list.arrangement
    arrangement.putUnreadFirst(True)
    unread(column, sample.BOB, 3)
    before = keys(column)
    column.list.select(sample.BOB)
    unread(column, sample.BOB, 0)
    assert keys(column) == before
    column.list.select(None)
    assert keys(column) == expected(column)


def test_muting_a_whole_kind_of_chats_counts(column: Column) -> None:
    column.list.arrangement.putUnreadFirst(True)
    unread(column, sample.BOB, 3)
    settings = td.ScopeNotificationSettings(mute_for=1000)
    scope = td.NotificationSettingsScopePrivateChats()
    update = td.UpdateScopeNotificationSettings(scope=scope, notification_settings=settings)
    column.session.notifications.on_scope(update)
    column.session.changes.flush()
    assert keys(column) == expected(column)


def test_only_people_who_wait_for_an_answer_are_left(column: Column) -> None:
    def says(chat_id: int, sender: int, number: int) -> None:
        message = make_message(number, "well?", chat_id=chat_id, sender=sender)
        chat = column.session.chats.get(chat_id)
        assert chat is not None
        column.session.feed(td.UpdateChatLastMessage(chat_id=chat_id, last_message=message, positions=chat.positions))

    says(sample.ANN, sample.ANN, 900)
    says(sample.BOB, ME, 901)
    says(sample.GROUP, sample.ANN, 902)
    column.list.arrangement.showUnansweredOnly(True)
    shown = keys(column)
    assert sample.ANN in shown
    assert not {sample.BOB, sample.GROUP, sample.CHANNEL, ME} & set(shown)

    column.list.select(sample.ANN)
    says(sample.ANN, ME, 903)
    assert sample.ANN in keys(column)
    column.list.select(sample.BOB)
    assert sample.ANN not in keys(column)
    column.list.select(None)
    says(sample.BOB, sample.BOB, 904)
    assert sample.BOB in keys(column)


def test_a_list_in_which_nobody_waits_says_so(loop: asyncio.AbstractEventLoop, until: Any) -> None:
    column = Column(loop, empty=True)
    column.begin()
    column.list.arrangement.showUnansweredOnly(True)
    until(lambda: column.list.emptyText == "Nobody waits for an answer of yours.")
    column.close()


def test_a_long_list_is_arranged_as_by_looking_at_everything(column: Column) -> None:
    chance = random.Random(3)
    people = range(10_000, 10_000 + MANY)
    column.session.feed(*(td.UpdateUser(user=make_user(number, f"P{number}")) for number in people))
    column.session.feed(*(td.UpdateNewChat(chat=sample.chat(number, "P", number)) for number in people))
    column.list.arrangement.putUnreadFirst(True)
    for _ in range(60):
        chat_id = chance.choice(people)
        unread(column, chat_id, chance.choice((0, 1, 7)))
        position = td.ChatPosition(list_=td.ChatListMain(), order=chance.randrange(1, 50_000))
        column.session.feed(td.UpdateChatPosition(chat_id=chat_id, position=position))
        assert keys(column) == expected(column)
