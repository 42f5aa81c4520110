"""Whatever a peer puts into a message is drawn as characters, inside its own bubble, without a complaint."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tdlib import types as td
from tests.contact_sheet.drawings import Drawings
from tests.contact_sheet.hostile import (
    MARKUP,
    PAYLOADS,
    MessageFromTheFuture,
    crowded,
    infected,
    odd_media,
    odd_polls,
)
from tests.contact_sheet.samples import KINDS, sample
from tests.contact_sheet.sheet import labelled
from tests.helpers.schema_objects import FILLINGS, Filling, build
from tests.ui.fake_session import make_message
from tests.ui.test_contents import look

Until = Callable[..., None]


@pytest.fixture(autouse=True)
def nothing_failed(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A row that could not be made says so in the log."""
    with caplog.at_level(logging.WARNING):
        yield
    assert [record.getMessage() for record in caplog.records if record.name.startswith("ui")] == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_in_every_field_of_every_kind(
    loop: asyncio.AbstractEventLoop, until: Until, tmp_path: Path, payload: str
) -> None:
    drawings = Drawings(tmp_path)
    contents = [infected(sample(kind, drawings), PAYLOADS[payload]) for kind in KINDS]
    look(loop, until, tmp_path, labelled(contents))


@pytest.mark.parametrize("filling", FILLINGS)
def test_every_kind_as_the_schema_allows_it(
    loop: asyncio.AbstractEventLoop, until: Until, tmp_path: Path, filling: Filling
) -> None:
    look(loop, until, tmp_path, labelled([build(kind, filling) for kind in KINDS]))


def test_a_kind_that_nobody_knows_says_so(loop: asyncio.AbstractEventLoop, until: Until, tmp_path: Path) -> None:
    unknown = cast(td.MessageContent, MessageFromTheFuture())
    look(loop, until, tmp_path, labelled([unknown]))


def test_impossible_media(loop: asyncio.AbstractEventLoop, until: Until, tmp_path: Path) -> None:
    look(loop, until, tmp_path, labelled(list(odd_media(Drawings(tmp_path)))), draws=False)


def test_impossible_polls(loop: asyncio.AbstractEventLoop, until: Until, tmp_path: Path) -> None:
    look(loop, until, tmp_path, labelled(list(odd_polls())))


def test_too_much_of_everything(loop: asyncio.AbstractEventLoop, until: Until, tmp_path: Path) -> None:
    look(loop, until, tmp_path, list(crowded()))


_LETTERS = st.characters(exclude_categories=["Cs"]) | st.sampled_from("👩‍👦\u202e\u2066\n <&\"'\u0301\u200d\ufdd0")
_KINDS = st.sampled_from(
    [
        td.TextEntityTypeBold(),
        td.TextEntityTypeSpoiler(),
        td.TextEntityTypePre(),
        td.TextEntityTypePreCode(language=MARKUP),
        td.TextEntityTypeBlockQuote(),
        td.TextEntityTypeExpandableBlockQuote(),
        td.TextEntityTypeTextUrl(url=MARKUP),
        td.TextEntityTypeCustomEmoji(custom_emoji_id=5),
        td.TextEntityTypeCode(),
        td.TextEntityTypeUrl(),
    ]
)
_ENTITIES = st.builds(td.TextEntity, offset=st.integers(-3, 60), length=st.integers(-3, 60), type=_KINDS)
_TEXTS = st.builds(td.FormattedText, text=st.text(_LETTERS, max_size=60), entities=st.lists(_ENTITIES, max_size=6))


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(texts=st.lists(_TEXTS, min_size=10, max_size=25))
def test_any_formatted_text_stays_in_its_bubble(
    loop: asyncio.AbstractEventLoop, until: Until, tmp_path: Path, texts: list[td.FormattedText]
) -> None:
    messages = [make_message(number + 1, td.MessageText(text=text)) for number, text in enumerate(texts)]
    look(loop, until, tmp_path, messages, draws=False)
