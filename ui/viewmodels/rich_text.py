"""Formatted text as our own markup: blocks to draw and links to follow.

Nothing of a peer's text reaches the markup unescaped, and no address a peer wrote ever stands in it: a link's `href` is
its number in `RichText.links`, a covered spoiler's is `SPOILER`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from client.text import Run, segments, utf16_length
from tdlib import types as td
from ui.viewmodels.emoji import count_if_alone
from ui.viewmodels.emoji_picture import EmojiPicture, address
from ui.viewmodels.text_links import LINKS, Link, link

SPOILER = "spoiler"
"""The `href` of what a spoiler covers."""

BlockKind = Literal["text", "code", "quote"]
Span = tuple[int, int]
"""Where a part of a text begins and ends, in characters."""

BlockEntity = (
    td.TextEntityTypePre
    | td.TextEntityTypePreCode
    | td.TextEntityTypeBlockQuote
    | td.TextEntityTypeExpandableBlockQuote
)
_BLOCKS = (
    td.TextEntityTypePre,
    td.TextEntityTypePreCode,
    td.TextEntityTypeBlockQuote,
    td.TextEntityTypeExpandableBlockQuote,
)
_CODE = (td.TextEntityTypePre, td.TextEntityTypePreCode)

# Qt marks frames and objects inside a document with these; a peer's text may not.
_RESERVED = re.compile("[\ufdd0-\ufdef\ufffc\ufffe\uffff\x00-\x08\x0b-\x1f\x7f]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
_BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\r": None, "\t": "    "})


@dataclass(frozen=True)
class Block:
    """Paragraphs, code or a quote.

    Attributes:
        kind: how it is framed.
        text: what stands in it: markup where `rich`, otherwise plain characters.
        span: which part of the whole text that is.
        rich: whether `text` is markup.
        language: of code, as its author named it.
        collapsible: whether a quote begins folded.
        right_to_left: whether its first strong letter is of a script that runs to the left.
    """

    kind: BlockKind
    text: str
    span: Span
    rich: bool = False
    language: str = ""
    collapsible: bool = False
    right_to_left: bool = False


@dataclass(frozen=True)
class RichText:
    """A whole text, ready to draw.

    Attributes:
        blocks: top to bottom; empty for an empty text.
        links: by number.
        emoji: how many emoji the text consists of, 0 where it has anything else.
        spoken: what a screen reader says; covered spoilers are not told.
        custom_emoji: which ones are drawn.
        pictures: the parts of the text in whose place a picture is drawn.
    """

    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    emoji: int = 0
    spoken: str = ""
    custom_emoji: frozenset[int] = frozenset()
    pictures: tuple[Span, ...] = ()


PictureOf = Callable[[int], EmojiPicture]
"""Returns what is drawn of a custom emoji."""


def rich_text(
    text: td.FormattedText,
    *,
    revealed: bool = False,
    marked: Sequence[Span] = (),
    picture_of: PictureOf | None = None,
) -> RichText:
    """Returns `text` ready to draw.

    Arguments:
        text: as TDLib gives it: entity offsets in UTF-16 units.
        revealed: whether spoilers are open.
        marked: the parts that stand out, in order; none of them overlaps another.
        picture_of: returns what is drawn of a custom emoji; the plain emoji is where there is no such function.
    """
    if not text.text:
        return RichText()
    if not text.entities and not marked:
        plain = _clean(text.text)
        block = Block("text", plain, (0, len(text.text)), right_to_left=runs_to_the_left(plain))
        return RichText((block,), (), count_if_alone(plain), plain)
    pieces = list(_pieces(segments(text), marked))
    writer = _Writer(revealed, picture_of)
    parts = [(entity, list(part)) for entity, part in groupby(pieces, key=_block_entity)]
    blocks = [writer.block(entity, part) for entity, part in _trimmed(parts) if part]
    kept = tuple(block for block in blocks if block.text)
    emoji = count_if_alone(text.text) if all(_draws_as_emoji(piece) for piece in pieces) else 0
    spoken = _spoken(pieces, revealed)
    return RichText(kept, tuple(writer.links), emoji, spoken, frozenset(writer.custom_emoji), tuple(writer.pictures))


def runs_to_the_left(text: str) -> bool:
    """Whether the first strong letter of `text` belongs to a script that runs from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def drawn_length(text: str) -> int:
    """Returns how many UTF-16 units are drawn for `text`."""
    return utf16_length(_clean(text))


def escaped(text: str) -> str:
    """Returns `text` as markup that draws exactly its characters, spaces and line breaks too."""
    safe = re.sub("(?<= ) |(?<=\n) |^ ", "&nbsp;", text.translate(_ESCAPES))
    return safe.replace("\n", "<br>")


@dataclass(frozen=True)
class _Piece(Run):
    """A stretch of text that is drawn in one way.

    Attributes:
        begin: where in the whole text it stands, in characters.
        marked: whether it stands out.
    """

    begin: int
    marked: bool

    @property
    def end(self) -> int:
        return self.begin + len(self.text)

    def cut(self, begin: int, end: int) -> _Piece:
        """Returns what of the piece lies between two places of the whole text."""
        begin, end = max(begin, self.begin), min(end, self.end)
        return replace(self, text=self.text[begin - self.begin : end - self.begin], begin=begin)


def _pieces(runs: Sequence[Run], marked: Sequence[Span]) -> Iterator[_Piece]:
    begin = 0
    for run in runs:
        whole = _Piece(run.text, run.entities, begin, marked=False)
        for span in marked:
            if span[0] < whole.end and begin < span[1]:
                if begin < span[0]:
                    yield whole.cut(begin, span[0])
                yield replace(whole.cut(*span), marked=True)
                begin = min(span[1], whole.end)
        if begin < whole.end:
            yield whole.cut(begin, whole.end)
        begin = whole.end


class _Writer:
    """Writes pieces as markup and numbers the links."""

    def __init__(self, revealed: bool, picture_of: PictureOf | None) -> None:
        self._revealed = revealed
        self._picture_of = picture_of
        self.links: list[Link] = []
        self.custom_emoji: set[int] = set()
        self.pictures: list[Span] = []

    def block(self, entity: BlockEntity | None, pieces: Sequence[_Piece]) -> Block:
        kind = _kind(entity)
        plain = "".join(_clean(piece.text) for piece in pieces)
        span = pieces[0].begin, pieces[-1].end
        rtl = kind != "code" and runs_to_the_left(plain)
        language = _clean(entity.language)[:32] if isinstance(entity, td.TextEntityTypePreCode) else ""
        folds = isinstance(entity, td.TextEntityTypeExpandableBlockQuote)
        if kind == "code":
            rich = any(piece.marked for piece in pieces)
            text = "".join(_highlighted(piece) for piece in pieces) if rich else plain
        else:
            rich = any(self._inline(piece) for piece in pieces)
            text = "".join(self._runs(pieces)) if rich else plain
        return Block(kind, text, span, rich, language, folds, rtl)

    def _runs(self, pieces: Sequence[_Piece]) -> Iterator[str]:
        # A link whose words have several styles is one link: neighbours with the same target share a number.
        for entity, part in groupby(pieces, key=_link_entity):
            together = list(part)
            words = _clean("".join(piece.text for piece in together))
            number = None if entity is None else self._number(entity, words)
            for piece in together:
                yield self._run(piece, number)

    def _number(self, entity: td.TextEntityType, words: str) -> int:
        self.links.append(link(entity, words))
        return len(self.links) - 1

    def _run(self, piece: _Piece, number: int | None) -> str:
        if not self._revealed and _has(piece, td.TextEntityTypeSpoiler):
            return f'<a class="s" href="{SPOILER}">{escaped(_clean(piece.text))}</a>'
        markup = self._drawn(piece) or _highlighted(piece)
        for kind, (begin, end) in _STYLES.items():
            if _has(piece, kind):
                markup = f"{begin}{markup}{end}"
        if number is None:
            return markup
        return f'<a class="{"c" if _has(piece, td.TextEntityTypeCode) else "l"}" href="{number}">{markup}</a>'


    def _inline(self, piece: _Piece) -> bool:
        return piece.marked or any(
            not isinstance(entity, (*_BLOCKS, td.TextEntityTypeCustomEmoji)) for entity in piece.entities
        ) or self._number_drawn(piece) is not None

    def _drawn(self, piece: _Piece) -> str:
        """Returns the picture of a custom emoji as markup; nothing where letters are drawn."""
        number = self._number_drawn(piece)
        if number is None or self._picture_of is None:
            return ""
        self.custom_emoji.add(number)
        self.pictures.append((piece.begin, piece.end))
        place = 'width="@" height="@" style="vertical-align:bottom"'
        return f'<img src="{address(self._picture_of(number), piece.text)}" {place}>'

    def _number_drawn(self, piece: _Piece) -> int | None:
        if self._picture_of is None or piece.text.strip() != piece.text or count_if_alone(piece.text) != 1:
            return None
        kinds = (entity for entity in piece.entities if isinstance(entity, td.TextEntityTypeCustomEmoji))
        return next((kind.custom_emoji_id for kind in kinds), None)


def _highlighted(piece: _Piece) -> str:
    markup = escaped(_clean(piece.text))
    return f'<span class="h">{markup}</span>' if piece.marked else markup


_STYLES: dict[type[td.TdObject], tuple[str, str]] = {
    td.TextEntityTypeBold: ("<b>", "</b>"),
    td.TextEntityTypeItalic: ("<i>", "</i>"),
    td.TextEntityTypeUnderline: ("<u>", "</u>"),
    td.TextEntityTypeStrikethrough: ("<s>", "</s>"),
}


def _has(run: Run, kind: type[td.TdObject]) -> bool:
    return any(isinstance(entity, kind) for entity in run.entities)


def _link_entity(run: Run) -> td.TextEntityType | None:
    return next((entity for entity in run.entities if isinstance(entity, LINKS)), None)


def _block_entity(run: Run) -> BlockEntity | None:
    # Code inside a quote stays code: it is the one whose lines must not be broken into prose.
    found = [entity for entity in run.entities if isinstance(entity, _BLOCKS)]
    return next((entity for entity in found if isinstance(entity, _CODE)), found[0] if found else None)


def _kind(entity: BlockEntity | None) -> BlockKind:
    return "text" if entity is None else "code" if isinstance(entity, _CODE) else "quote"


def _draws_as_emoji(run: Run) -> bool:
    return not run.text.strip() or all(isinstance(entity, td.TextEntityTypeCustomEmoji) for entity in run.entities)


_Part = tuple[BlockEntity | None, list[_Piece]]


def _trimmed(parts: Sequence[_Part]) -> Iterator[_Part]:
    # The line breaks around a framed block are the frame's own space.
    for index, (entity, pieces) in enumerate(parts):
        kept = pieces
        if entity is not None or index > 0:
            kept = _without_breaks(kept, _kind(entity), at_start=True)
        if entity is not None or index < len(parts) - 1:
            kept = _without_breaks(kept, _kind(entity), at_start=False)
        yield entity, kept


def _without_breaks(pieces: list[_Piece], kind: BlockKind, *, at_start: bool) -> list[_Piece]:
    # A line of code may begin with spaces.
    dropped = "\n" if kind == "code" else "\n "
    kept = list(pieces)
    while kept:
        piece = kept.pop(0 if at_start else -1)
        words = piece.text.lstrip(dropped) if at_start else piece.text.rstrip(dropped)
        if words:
            rest = piece.cut(piece.end - len(words), piece.end) if at_start else replace(piece, text=words)
            return [rest, *kept] if at_start else [*kept, rest]
    return []


def _clean(text: str) -> str:
    return _RESERVED.sub("\ufffd", text.translate(_BREAKS))


def _spoken(pieces: Sequence[_Piece], revealed: bool) -> str:
    covered = [not revealed and _has(piece, td.TextEntityTypeSpoiler) for piece in pieces]
    return "".join("…" if hidden else _clean(piece.text) for piece, hidden in zip(pieces, covered, strict=True))
