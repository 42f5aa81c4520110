"""The buttons that a bot puts under the field: they come, send their words, fold, and go."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tdlib import types as td
from tests.ui.fake_session import make_message
from tests.ui.open_chat_window import CHAT, OpenChatBench

Until = Callable[..., None]


@pytest.fixture
def bench(loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Iterator[OpenChatBench]:
    """A chat that is open without a window."""
    bench = OpenChatBench(loop, tmp_path)
    bench.session.fill([make_message(1, "hello")])
    yield bench
    bench.close_chat()


def button(text: str, kind: td.KeyboardButtonType | None = None) -> td.KeyboardButton:
    return td.KeyboardButton(text=text, style=td.ButtonStyleDefault(), type=kind or td.KeyboardButtonTypeText())


def offer(bench: OpenChatBench, markup: td.ReplyMarkup, message_id: int = 7) -> None:
    """A bot's message with `markup` comes."""
    bench.session.answers["message"] = make_message(message_id, "choose", reply_markup=markup)
    chat = bench.session.chats.objects[CHAT]
    bench.session.chats.objects[CHAT] = replace(chat, reply_markup_message_id=message_id)
    bench.session.changed_chat(CHAT, "reply_markup_message_id")


def keyboard_of(bench: OpenChatBench) -> Any:
    return bench.opened_chat.keyboard


def rows(**fields: Any) -> td.ReplyMarkupShowKeyboard:
    share = button("Share my place", td.KeyboardButtonTypeRequestLocation())
    return td.ReplyMarkupShowKeyboard(rows=[[button("<b>Yes</b>"), button("No")], [share]], **fields)


def test_the_buttons_come_and_send_their_words(bench: OpenChatBench, until: Until) -> None:
    bench.open()
    offer(bench, rows())
    until(lambda: keyboard_of(bench).available)
    keys = keyboard_of(bench).keys
    assert keyboard_of(bench).rows == 2
    assert [key.place for key in keys] == [(0, 0), (0, 1), (1, 0)]
    keys[0].press()
    sent = ("text", CHAT, td.FormattedText(text="<b>Yes</b>"), 7, {"keep_draft": True})
    until(lambda: sent in bench.session.calls)
    assert keyboard_of(bench).available


def test_a_keyboard_for_one_answer_goes_after_it(bench: OpenChatBench, until: Until) -> None:
    bench.open()
    offer(bench, rows(one_time=True))
    until(lambda: keyboard_of(bench).available)
    keyboard_of(bench).keys[1].press()
    until(lambda: ("hide_keyboard", CHAT, 7) in bench.session.calls)


def test_what_can_not_be_shared_is_said(bench: OpenChatBench, until: Until) -> None:
    bench.open()
    offer(bench, rows())
    until(lambda: keyboard_of(bench).available)
    keyboard_of(bench).keys[2].press()
    assert bench.shown == ["Heliograph can't share this with bots yet. Use another app for this button."]


def test_it_folds_and_goes_when_the_bot_takes_it_away(bench: OpenChatBench, until: Until) -> None:
    bench.open()
    offer(bench, rows())
    until(lambda: keyboard_of(bench).available)
    keyboard_of(bench).fold()
    assert keyboard_of(bench).folded
    chat = bench.session.chats.objects[CHAT]
    bench.session.chats.objects[CHAT] = replace(chat, reply_markup_message_id=0)
    bench.session.changed_chat(CHAT, "reply_markup_message_id")
    assert not keyboard_of(bench).available


def test_a_bot_that_asks_for_an_answer_gets_the_field_ready(bench: OpenChatBench, until: Until) -> None:
    bench.session.fill([make_message(1, "hello"), make_message(7, "your name?")])
    bench.open()
    offer(bench, td.ReplyMarkupForceReply())
    until(lambda: bench.opened_chat.writing.property("mode") == "reply")
    until(lambda: ("hide_keyboard", CHAT, 7) in bench.session.calls)
