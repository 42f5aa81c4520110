"""What is marked on the screen is found again in the message's text, and becomes a quote of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from client.text import part, utf16_length, utf16_slice
from tdlib import types as td
from tests.ui.fake_session import make_message
from ui.viewmodels.albums import standing_for
from ui.viewmodels.emoji_picture import EmojiPicture
from ui.viewmodels.message_row import MessageRow
from ui.viewmodels.quoting import copied, passage, places, quoted
from ui.viewmodels.rich_text import rich_text

BOLD, CODE, LINK = td.TextEntityTypeBold(), td.TextEntityTypePre(), td.TextEntityTypeUrl()
QUOTE, CUSTOM = td.TextEntityTypeBlockQuote(), td.TextEntityTypeCustomEmoji(custom_emoji_id=1)
WORDS = st.text("ab 🎉🏔\n\t\r\u2028", max_size=30)
SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9), st.sampled_from([BOLD, CODE, QUOTE, CUSTOM, LINK])))


def row(text: td.FormattedText, album: list[td.Message] | None = None) -> MessageRow:
    """Returns what is needed of a row."""
    message = standing_for(album) if album else make_message(1, td.MessageText(text=text))
    drawn = rich_text(text, revealed=True, picture_of=lambda number: EmojiPicture())
    return cast(MessageRow, SimpleNamespace(message=message, album=album or [], face=SimpleNamespace(text=drawn)))


def formatted(text: str, spans: list[tuple[int, int, td.TextEntityType]]) -> td.FormattedText:
    entities = [
        td.TextEntity(offset=utf16_length(text[:begin]), length=utf16_length(text[begin : begin + length]), type=kind)
        for begin, length, kind in spans
        if text[begin : begin + length]
    ]
    return td.FormattedText(text=text, entities=entities)


def drawn_units(text: str, pictures: list[tuple[int, int]], begin: int, end: int) -> int:
    """Returns how many units of Qt's document the letters from `begin` to `end` take."""
    units = 0
    for place in range(begin, end):
        inside = [each for each in pictures if each[0] <= place < each[1]]
        if inside:
            units += place == inside[0][0]
        else:
            units += {"\t": 4, "\r": 0}.get(text[place], utf16_length(text[place]))
    return units


@given(WORDS, SPANS, st.data())
def test_the_letters_that_are_marked_are_found(
    text: str, spans: list[tuple[int, int, td.TextEntityType]], data: st.DataObject
) -> None:
    whole = formatted(text, spans)
    made = row(whole)
    pictures = list(made.face.text.pictures)
    for number, block in enumerate(made.face.text.blocks):
        starts = range(block.span[0], block.span[1] + 1)
        begin, end = sorted(data.draw(st.tuples(st.sampled_from(starts), st.sampled_from(starts))))
        if any(first < place < last for first, last in pictures for place in (begin, end)):
            continue
        units = [drawn_units(text, pictures, block.span[0], place) for place in (begin, end)]
        found = passage(made, number, *units)
        assert copied(made, found).replace("\r", "") == text[begin:end].replace("\r", "")


@given(WORDS, SPANS, st.integers(0, 30), st.integers(0, 30))
def test_a_quote_is_a_part_of_the_text_with_the_style_that_is_kept(
    text: str, spans: list[tuple[int, int, td.TextEntityType]], one: int, other: int
) -> None:
    whole = formatted(text, spans)
    begin, end = sorted((min(one, len(text)), min(other, len(text))))
    found = quoted(row(whole), (begin, end))
    if not text[begin:end].strip():
        assert found is None
        return
    assert found is not None
    message_id, quote = found
    words = quote.text.text
    assert (message_id, words) == (1, text[begin:end].strip())
    assert utf16_slice(text, quote.position, utf16_length(words)) == words
    everything = part(whole, quote.position, utf16_length(words)).entities
    assert quote.text.entities == [entity for entity in everything if entity.type in (BOLD, CUSTOM)]
    [place] = places(text, words, quote.position)
    assert text[slice(*place)] == words
    assert utf16_length(text[: place[0]]) == quote.position


def test_the_place_that_is_nearest_is_meant() -> None:
    text = "🎉 tea, tea and tea"
    assert places(text, "tea", 3) == [(2, 5)]
    assert places(text, "tea", 9) == [(7, 10)]
    assert places(text, "tea", 900) == [(15, 18)]
    assert places(text, "coffee", 3) == places(text, "", 3) == places("", "tea", 0) == []


def test_a_caption_of_an_album_is_quoted_from_its_own_message() -> None:
    photo = td.MessagePhoto(photo=td.Photo(), caption=td.FormattedText())
    captions = ["one 🎉", "", "two and more"]
    album = [
        make_message(number, replace(photo, caption=td.FormattedText(text=caption)))
        for number, caption in enumerate(captions, 1)
    ]
    whole = td.FormattedText(text="one 🎉\ntwo and more")
    made = row(whole, album)
    assert quoted(made, (0, 3)) == (1, td.InputTextQuote(text=td.FormattedText(text="one"), position=0))
    assert quoted(made, (10, 13)) == (3, td.InputTextQuote(text=td.FormattedText(text="and"), position=4))
    assert quoted(made, (0, 13)) is None
