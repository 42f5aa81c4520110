"""Code is coloured beside the drawing, keeps every letter, and stays plain where it is unknown or too long."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tdlib import types as td
from tests.ui.fake_session import make_message
from tests.ui.open_chat_window import OpenChatBench
from ui.viewmodels.highlighting import LANGUAGES, LONGEST, coloured
from ui.viewmodels.text_block import TextBlock

Until = Callable[..., None]

CODE = "def ridge(height):\n    # <b>up</b>\n    return 'up' if height < 2310 else  'down'"


def letters(markup: str) -> str:
    """What a person sees of our markup."""
    return html.unescape(re.sub("<[^>]*>", "", markup.replace("<br>", "\n"))).replace("\u00a0", " ")


def test_every_letter_is_kept_and_none_is_markup() -> None:
    markup = coloured("python", CODE)
    assert letters(markup) == CODE
    assert '<span class="k">def</span>' in markup
    assert "<b>" not in markup


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_is_known(language: str) -> None:
    assert letters(coloured(language, "x = 1")) == "x = 1"


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=200))
def test_any_text_keeps_its_letters(code: str) -> None:
    assert letters(coloured("python", code)) in ("", code.replace("\u00a0", " "))


def blocks_of(bench: OpenChatBench, code: str, language: str) -> list[TextBlock]:
    mark = td.TextEntity(offset=0, length=len(code), type=td.TextEntityTypePreCode(language=language))
    bench.session.fill([make_message(1, td.MessageText(text=td.FormattedText(text=code, entities=[mark])))])
    row = bench.open().messages.made_row(1)
    assert row is not None
    found = row.property("blocks")
    assert isinstance(found, list)
    return found


def test_colours_come_later_and_copying_gives_the_code(
    loop: asyncio.AbstractEventLoop, tmp_path: Path, until: Until
) -> None:
    bench = OpenChatBench(loop, tmp_path)
    (block,) = blocks_of(bench, CODE, "Python")
    assert not block.property("rich")
    assert block.property("markup") == CODE
    until(lambda: block.property("rich"))
    assert letters(block.property("markup")) == CODE
    bench.opened_chat.verbs.copy_block(1, 0)
    assert bench.desktop.copied == [CODE]
    bench.close_chat()


@pytest.mark.parametrize(("code", "language"), [("x" * (LONGEST + 1), "python"), (CODE, "nobody's"), (CODE, "")])
def test_what_is_unknown_or_too_long_stays_plain(
    loop: asyncio.AbstractEventLoop, tmp_path: Path, code: str, language: str
) -> None:
    bench = OpenChatBench(loop, tmp_path)
    (block,) = blocks_of(bench, code, language)
    assert not block.property("rich")
    assert block.property("markup") == code
    bench.close_chat()
