"""What is found and jumped to in an open chat, over a `FakeSession`."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from client.changes import Noun
from tdlib import types as td
from tests.ui.fake_session import make_message
from tests.ui.open_chat_window import CHAT, OpenChatBench
from ui.viewmodels.lookup import Lookup
from ui.viewmodels.marked import marked

Until = Callable[..., None]


@pytest.fixture
def bench(loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Iterator[OpenChatBench]:
    """A chat of which nothing is shown yet."""
    bench = OpenChatBench(loop, tmp_path)
    bench.session.fill([make_message(number, f"Message {number}") for number in range(1, 9)])
    yield bench
    bench.close_chat()


def page(*numbers: int, **fields: Any) -> td.FoundChatMessages:
    messages = [make_message(number, f"Message {number}") for number in numbers]
    return td.FoundChatMessages(messages=messages, total_count=len(messages), **fields)


def jumps(bench: OpenChatBench) -> list[int]:
    """Returns which rows the view is asked to show, from now on."""
    asked: list[int] = []
    bench.opened_chat.messages.jumped.connect(lambda index, flash: asked.append(index))
    return asked


def test_the_oldest_mention_is_shown_first_and_counts_as_seen(bench: OpenChatBench, until: Until) -> None:
    chat: td.Chat = bench.session.chats.get(CHAT)
    bench.session.chats.objects[CHAT] = replace(chat, unread_mention_count=2)
    opened = bench.open()
    until(lambda: bench.tasks.idle)
    bench.session.answers["in_chat"] = page(7, 3)
    asked = jumps(bench)
    opened.unread.nextMention()
    until(lambda: ("view", CHAT, [3], {"force_read": True}) in bench.session.calls, "the seeing")
    assert asked == [bench.opened_chat.messages.row_model.position(3)]
    assert opened.unread.property("mentions") == "2"


def test_pins_go_from_the_newest_to_the_oldest_and_round(bench: OpenChatBench, until: Until) -> None:
    bench.session.answers["in_chat"] = page(6, 4, 2)
    opened = bench.open()
    until(lambda: opened.pinned.property("count") == 3)
    titles = []
    for _ in range(4):
        titles.append(opened.pinned.property("text"))
        opened.pinned.jump()
    assert titles == ["Message 6", "Message 4", "Message 2", "Message 6"]


def test_a_hidden_bar_comes_back_with_another_pin(bench: OpenChatBench, until: Until) -> None:
    bench.session.answers["in_chat"] = page(4)
    opened = bench.open()
    until(lambda: opened.pinned.property("shown"))
    opened.pinned.hide()
    assert not opened.pinned.property("shown")
    bench.session.answers["in_chat"] = page(6, 4)
    bench.session.changed_chat(CHAT, "pinned_messages")
    until(lambda: opened.pinned.property("shown"))


LETTERS = st.text("aAbB<&>.-#", max_size=40)


@given(LETTERS, LETTERS)
def test_marks_change_no_character(text: str, words: str) -> None:
    assert marked(text, words).replace("<b>", "").replace("</b>", "") == marked(text, "")


def test_beginnings_of_words_are_marked() -> None:
    assert marked("The other <map>", "th ma") == "<b>Th</b>e other &lt;<b>ma</b>p&gt;"


def outstanding(bench: OpenChatBench, message_id: int) -> list[str]:
    """Returns which parts of a message's text stand out."""
    row = bench.opened_chat.messages.made_row(message_id)
    assert row is not None
    return re.findall('<span class="h">(.*?)</span>', row.property("markup"))


def test_what_is_looked_for_stands_out_in_the_message_shown_alone(bench: OpenChatBench, until: Until) -> None:
    bench.session.answers["in_chat"] = page(6, 3)
    opened = bench.open()
    until(lambda: bench.tasks.idle)
    assert outstanding(bench, 6) == []
    (lookup,) = opened.findChildren(Lookup)
    lookup.start()
    lookup.find("mess 6 age")
    until(lambda: lookup.property("current") == 0, "the first result")
    assert (outstanding(bench, 6), outstanding(bench, 3)) == (["Mess", "6"], [])
    # A row that comes later, or with another state of the message, stands out too.
    bench.session.messages.objects[CHAT, 6] = make_message(6, "The message of 6")
    bench.session.changes.record(Noun.HISTORY, CHAT, "message:6")
    bench.session.changes.flush()
    assert outstanding(bench, 6) == ["mess", "6"]
    opened.messages.row_model.replace(6)
    assert outstanding(bench, 6) == ["mess", "6"]
    lookup.step(1)
    assert (outstanding(bench, 6), outstanding(bench, 3)) == ([], ["Mess"])
    lookup.close()
    assert (outstanding(bench, 6), outstanding(bench, 3)) == ([], [])
