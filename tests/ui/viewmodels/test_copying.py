"""What is copied is what was received, letter by letter."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tdlib import types as td
from tests.contact_sheet.hostile import PAYLOADS
from tests.ui.fake_session import make_message
from tests.ui.open_chat_window import OpenChatBench

letters = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)


def copied(loop: asyncio.AbstractEventLoop, folder: Path, texts: list[str]) -> list[str]:
    """Copies messages of these texts one by one, and returns what the clipboard got."""
    bench = OpenChatBench(loop, folder)
    bold = [td.TextEntity(offset=0, length=1, type=td.TextEntityTypeBold())]
    contents = [td.MessageText(text=td.FormattedText(text=text, entities=bold)) for text in texts]
    bench.session.fill([make_message(number + 1, content) for number, content in enumerate(contents)])
    verbs = bench.open().verbs
    for number in range(len(texts)):
        verbs.copy(number + 1)
    bench.close_chat()
    return bench.desktop.copied


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(letters, min_size=1, max_size=20))
def test_any_text(loop: asyncio.AbstractEventLoop, tmp_path: Path, texts: list[str]) -> None:
    assert copied(loop, tmp_path, texts) == texts


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text(loop: asyncio.AbstractEventLoop, tmp_path: Path, payload: str) -> None:
    assert copied(loop, tmp_path, [PAYLOADS[payload]]) == [PAYLOADS[payload]]
