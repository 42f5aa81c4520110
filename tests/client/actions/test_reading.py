"""Opening chats and moving through them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import TdError
from tests.client.actions.stage import Stage, play
from tests.client.objects import deleted, last_message, message, new_chat, page
from tests.helpers.fake_client import refusal

IDS = list(range(10, 2010, 10))


def known_chat(stage: Stage, *, unread_from: int = 0) -> None:
    count = sum(1 for each in stage.held if each.id > unread_from) if unread_from else 0
    stage.feed(new_chat(1, last_read_inbox_message_id=unread_from, unread_count=count))
    stage.feed(last_message(stage.held[-1].id)) if stage.held else None


def test_a_read_chat_opens_at_its_end_from_disk_and_fills_up(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.hold(*IDS)
        stage.local = 3
        known_chat(stage)
        await stage.session.reading.open(1)
        history = stage.session.messages.history(1)
        assert history.newest_id == IDS[-1]
        assert not history.has_newer
        assert len(history) >= 40
        assert stage.client.asked(tf.OpenChat) == [tf.OpenChat(chat_id=1)]
        assert stage.client.asked(tf.GetChatHistory)[0].only_local

    play(tmp_path, scenario)


def test_an_unread_chat_opens_where_reading_ended(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.hold(*IDS)
        known_chat(stage, unread_from=1000)
        await stage.session.reading.open(1)
        history = stage.session.messages.history(1)
        assert 1000 in history
        assert history.oldest_id < 1000 < history.newest_id < IDS[-1]
        assert history.has_newer
        assert history.has_older

    play(tmp_path, scenario)


def test_an_empty_chat_is_whole(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        known_chat(stage)
        await stage.session.reading.open(1)
        history = stage.session.messages.history(1)
        assert history.is_loaded
        assert (history.ids, history.has_older, history.has_newer) == ((), False, False)

    play(tmp_path, scenario)


@pytest.mark.parametrize("around", [None, 500])
def test_paging_reaches_both_ends_without_holes(tmp_path: Path, around: int | None) -> None:
    async def scenario(stage: Stage) -> None:
        stage.hold(*IDS)
        known_chat(stage)
        reading, history = stage.session.reading, stage.session.messages.history(1)
        await reading.load_around(1, around)
        while history.has_older:
            await reading.load_older(1)
        while history.has_newer:
            await reading.load_newer(1)
        assert list(history.ids) == IDS
        asked = len(stage.client.requests)
        await reading.load_older(1)
        await reading.load_newer(1)
        assert len(stage.client.requests) == asked

    play(tmp_path, scenario)


def test_two_wishes_for_the_same_page_ask_once(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.hold(*IDS)
        known_chat(stage)
        reading = stage.session.reading
        await reading.load_around(1, None)
        asked = len(stage.client.requests)
        await asyncio.gather(reading.load_older(1), reading.load_older(1))
        assert len(stage.client.requests) == asked + 1

    play(tmp_path, scenario)


def test_a_page_is_applied_before_the_updates_behind_it(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.hold(*IDS)
        known_chat(stage)
        reading, history = stage.session.reading, stage.session.messages.history(1)
        await reading.load_around(1, None)
        oldest = history.oldest_id
        stage.client.answers(tf.GetChatHistory, lambda request: page(oldest - 20, oldest - 10))
        loading = asyncio.ensure_future(reading.load_older(1))
        await stage.until(lambda: history.oldest_id < oldest)
        # The coroutine that asked has not gone on yet; the page is there, and the deletion behind it wins.
        stage.feed(deleted(oldest - 10))
        await loading
        assert oldest - 10 not in history
        assert oldest - 20 in history

    play(tmp_path, scenario)


def test_jumping_replaces_the_window_only_where_it_must(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.hold(*IDS)
        known_chat(stage)
        reading, history = stage.session.reading, stage.session.messages.history(1)
        await reading.load_around(1, 100)
        await reading.jump_to_newest(1)
        assert history.newest_id == IDS[-1]
        assert 100 not in history
        asked = len(stage.client.requests)
        await reading.jump_to_newest(1)
        assert len(stage.client.requests) == asked

    play(tmp_path, scenario)


def test_the_last_of_two_jumps_wins(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.hold(*IDS)
        known_chat(stage)
        reading, history = stage.session.reading, stage.session.messages.history(1)
        await asyncio.gather(reading.load_around(1, 100), reading.load_around(1, 1900))
        assert 1900 in history
        assert 100 not in history

    play(tmp_path, scenario)


def test_a_closed_chat_takes_no_page(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.hold(*IDS)
        known_chat(stage)
        reading, history = stage.session.reading, stage.session.messages.history(1)
        loading = asyncio.ensure_future(reading.load_around(1, None))
        await asyncio.sleep(0)
        await reading.close(1)
        await loading
        assert history.ids == ()
        assert stage.session.messages.opened(1) is None
        await reading.load_older(1)
        assert stage.session.messages.opened(1) is None
        assert stage.client.asked(tf.CloseChat)

    play(tmp_path, scenario)


def test_a_refused_page_is_raised_and_can_be_asked_for_again(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.hold(*IDS)
        known_chat(stage)
        reading, history = stage.session.reading, stage.session.messages.history(1)
        await reading.load_around(1, None)
        before = history.ids
        stage.client.answers(tf.GetChatHistory, refusal(429, "Too Many Requests: retry after 3"))
        with pytest.raises(TdError):
            await reading.load_older(1)
        assert history.ids == before
        await reading.load_older(1)
        assert len(history) > len(before)

    play(tmp_path, scenario)


def test_answered_messages_are_fetched_once_and_kept(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        reading = stage.session.reading
        stage.client.answers(tf.GetRepliedMessage, message(4), refusal(404, "Message not found"))
        found = await reading.replied(1, 9)
        assert found is not None
        assert stage.session.messages.get(1, 4) == found
        assert await reading.replied(1, 10) is None
        assert await reading.message(1, 4) == found
        assert stage.client.asked(tf.GetMessage) == []

    play(tmp_path, scenario)


def test_viewing_tells_tdlib(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.session.reading.view(1, [])
        await stage.session.reading.view(1, [10, 20], force_read=True)
        [viewed] = stage.client.asked(tf.ViewMessages)
        assert (viewed.message_ids, viewed.force_read) == ([10, 20], True)
        assert isinstance(viewed.source, td.MessageSourceChatHistory)
        assert stage.session.messages.opened(1) is None

    play(tmp_path, scenario)
