"""What a person marks of a message's text: which letters that are, and the quote that is made of them."""

from __future__ import annotations

from collections.abc import Sequence

from client.text import Offsets, part, utf16_length
from tdlib import types as td
from ui.viewmodels.content_kind import formatted_text
from ui.viewmodels.message_row import MessageRow
from ui.viewmodels.rich_text import RichText, Span, drawn_length

_KEPT = (
    td.TextEntityTypeBold,
    td.TextEntityTypeItalic,
    td.TextEntityTypeUnderline,
    td.TextEntityTypeStrikethrough,
    td.TextEntityTypeSpoiler,
    td.TextEntityTypeCustomEmoji,
    td.TextEntityTypeDateTime,
)
"""What TDLib wants kept in a quote, and nothing else."""


def passage(row: MessageRow, block: int, begin: int, end: int) -> Span:
    """Returns which letters of a row's text are marked.

    Arguments:
        block: which block of the text, counted from 0.
        begin, end: places in what is drawn of it, in UTF-16 units; a picture takes one.
    """
    words = _words(row)
    drawn = row.face.text
    if block >= len(drawn.blocks):
        return 0, 0
    return _letter(words.text, drawn, block, begin), _letter(words.text, drawn, block, end)


def copied(row: MessageRow, span: Span) -> str:
    """Returns the letters of a passage."""
    return _words(row).text[slice(*span)]


def quoted(row: MessageRow, span: Span) -> tuple[int, td.InputTextQuote] | None:
    """Returns the message that holds a passage and the passage as a quote of it.

    None where nothing is marked but space, or the passage lies in several messages of an album.
    """
    for message, start in _messages(row):
        text = formatted_text(message.content) or td.FormattedText()
        begin, end = (place - start for place in span)
        if 0 <= begin < end <= len(text.text):
            found = _quote(text, begin, end)
            return (message.id, found) if found is not None else None
    return None


def places(text: str, quote: str, position: int) -> Sequence[Span]:
    """Returns where `quote` stands in `text`: the place nearest to a UTF-16 `position`; nowhere if it does not."""
    wanted = Offsets(text).index(position)
    found = [place for place in range(len(text) - len(quote) + 1) if text.startswith(quote, place)] if quote else []
    return [(place, place + len(quote)) for place in sorted(found, key=lambda place: abs(place - wanted))[:1]]


def _quote(text: td.FormattedText, begin: int, end: int) -> td.InputTextQuote | None:
    marked = text.text[begin:end]
    words = marked.strip()
    if not words:
        return None
    position = utf16_length(text.text[: begin + len(marked) - len(marked.lstrip())])
    kept = [entity for entity in text.entities if isinstance(entity.type, _KEPT)]
    whole = td.FormattedText(text=text.text, entities=kept)
    return td.InputTextQuote(text=part(whole, position, utf16_length(words)), position=position)


def _letter(text: str, drawn: RichText, block: int, place: int) -> int:
    index, end = drawn.blocks[block].span
    pictures = dict(drawn.pictures)
    units = 0
    while index < end and units < place:
        after = pictures.get(index)
        units += 1 if after is not None else drawn_length(text[index])
        index = after or index + 1
    return index


def _messages(row: MessageRow) -> Sequence[tuple[td.Message, int]]:
    """Returns the messages of a row with the place where the text of each begins in the row's one."""
    if not row.album:
        return [(row.message, 0)]
    found = []
    start = 0
    for message in row.album:
        caption = formatted_text(message.content)
        if caption is not None and caption.text:
            found.append((message, start))
            start += len(caption.text) + 1
    return found


def _words(row: MessageRow) -> td.FormattedText:
    return formatted_text(row.message.content) or td.FormattedText()
