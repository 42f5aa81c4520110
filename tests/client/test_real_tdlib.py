"""Sessions through the real TDLib and the local Telegram: long histories, drafts, and engines that are killed."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from client import states
from client.session import Session
from client.stores.history import History
from tdlib import types as td
from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.device import Device, plain, run

LONG = 1200
MAIN = td.ChatListMain()


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(messages=LONG) as running:
        yield running


async def load_all(session: Session) -> None:
    while await session.lists.load_more(MAIN, 100):
        pass


async def chat_named(session: Session, title: str) -> int:
    await load_all(session)
    return next(each for each in session.chat_lists.ids(MAIN) if session.chats.title(each) == title)


def numbers(history: History) -> list[int]:
    return [each >> 20 for each in history.ids]


def test_the_main_list_is_in_order_and_whole(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            session = await device.sign_in("Robin")
            await load_all(session)
            ids = session.chat_lists.ids(MAIN)
            assert len(ids) >= 40
            positions = [session.chat_lists.position(each, MAIN) for each in ids]
            keys = [(each.order, chat_id) for each, chat_id in zip(positions, ids, strict=True) if each is not None]
            assert keys == sorted(keys, reverse=True)
            assert all(session.chats.get(each) for each in ids)

    run(scenario)


def test_a_thousand_messages_up_and_down_without_a_hole(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            session = await device.sign_in("Robin")
            chat_id = await chat_named(session, "Long history")
            reading = session.reading
            await reading.open(chat_id)
            await reading.load_around(chat_id, None)
            history = session.messages.history(chat_id)
            while history.has_older:
                before = len(history)
                await reading.load_older(chat_id)
                assert len(history) > before or not history.has_older
            assert len(history) >= LONG
            assert numbers(history) == list(range(numbers(history)[0], numbers(history)[-1] + 1))
            middle = history.ids[len(history) // 2]
            everything = history.ids
            await reading.load_around(chat_id, middle)
            assert middle in history
            assert len(history) < 200
            while history.has_newer:
                await reading.load_newer(chat_id)
            while history.has_older:
                await reading.load_older(chat_id)
            assert history.ids == everything

    run(scenario)


def test_an_unread_chat_opens_where_reading_ended(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            session = await device.sign_in("Robin")
            await load_all(session)
            chats = [session.chats.get(each) for each in session.chat_lists.ids(MAIN)]
            unread = next(each for each in chats if each is not None and each.unread_count > 1)
            await session.reading.open(unread.id)
            history = session.messages.history(unread.id)
            assert any(each <= unread.last_read_inbox_message_id for each in history.ids)
            behind = [each for each in history.ids if each > unread.last_read_inbox_message_id]
            assert len(behind) >= min(unread.unread_count, 10)
            await session.reading.view(unread.id, [history.newest_id])
            await device.until(lambda: device.chat(unread.id).unread_count == 0 or history.has_newer)

    run(scenario)


def test_a_draft_is_there_after_a_restart_and_goes_with_the_message(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            session = await device.sign_in("Robin")
            chat_id = await chat_named(session, "Long history")
            await session.sending.draft(chat_id, plain("not finished"))
            await device.until(lambda: device.chat(chat_id).draft_message is not None)
            await device.account.restart()
            session = await device.session()
            chat_id = await chat_named(session, "Long history")
            draft = device.chat(chat_id).draft_message
            assert draft is not None
            assert draft.content == td.DraftMessageContentText(text=plain("not finished"))
            await session.sending.text(chat_id, plain("finished"))
            await device.until(lambda: device.chat(chat_id).draft_message is None)

    run(scenario)


def test_what_is_sent_while_there_is_no_engine_arrives_once(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            session = await device.sign_in("Robin")
            chat_id = await chat_named(session, "Long history")
            texts = [f"through a death {number}" for number in range(6)]
            for text in texts[:3]:
                await session.sending.text(chat_id, plain(text))
            os.kill(device.engine_process_id, signal.SIGKILL)
            for text in texts[3:]:
                await session.sending.text(chat_id, plain(text))
            await device.until(lambda: isinstance(device.account.state, states.Recovering))
            session = await device.session()
            chat_id = await chat_named(session, "Long history")
            await session.reading.open(chat_id)
            await session.reading.load_around(chat_id, None)

            def arrived() -> bool:
                return set(texts) <= set(device.texts(chat_id)) and not device.pending(chat_id)

            await device.until(arrived)
            await device.until(lambda: session.outbox.waiting(session.me_id) == [])
            at_server = [text for _, _, text in sandbox.user("Robin").messages("Long history")]
            assert [at_server.count(text) for text in texts] == [1] * 6

    run(scenario)


def test_a_second_account_on_the_profile_is_told_at_once(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path):
            began = asyncio.get_running_loop().time()
            async with Device(sandbox, tmp_path) as second:
                assert isinstance(second.account.state, states.Failed)
                assert asyncio.get_running_loop().time() - began < 2

    run(scenario)
