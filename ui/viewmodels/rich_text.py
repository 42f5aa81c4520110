"""Formatted text as our own markup: blocks to draw and links to follow.

Nothing of a peer's text reaches the markup unescaped, and no address a peer wrote ever stands in it: a link's `href` is
its number in `RichText.links`, a covered spoiler's is `SPOILER`.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from client.text import Run, segments
from tdlib import types as td
from ui.viewmodels.emoji import count_if_alone

SPOILER = "spoiler"
"""The `href` of what a spoiler covers."""

BlockKind = Literal["text", "code", "quote"]
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


class LinkKind(enum.Enum):
    """What following a link does."""

    URL = "url"
    TEXT_URL = "text url"
    EMAIL = "email"
    PHONE = "phone"
    MENTION = "mention"
    USER = "user"
    HASHTAG = "hashtag"
    COMMAND = "command"
    CARD = "card"
    TIME = "time"
    CODE = "code"


@dataclass(frozen=True)
class Link:
    """A part of a text that can be followed.

    Attributes:
        kind: what following it does.
        shown: the words that stand in the text.
        target: the address; for other kinds what is to be opened, looked for or copied.
        user_id: whom a mention by name means.
    """

    kind: LinkKind
    shown: str
    target: str
    user_id: int = 0


@dataclass(frozen=True)
class Block:
    """Paragraphs, code or a quote.

    Attributes:
        kind: how it is framed.
        text: what stands in it: markup where `rich`, otherwise plain characters.
        rich: whether `text` is markup.
        language: of code, as its author named it.
        collapsible: whether a quote begins folded.
        right_to_left: whether its first strong letter is of a script that runs to the left.
    """

    kind: BlockKind
    text: str
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
    """

    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    emoji: int = 0
    spoken: str = ""


def rich_text(text: td.FormattedText, *, revealed: bool = False) -> RichText:
    """Returns `text` ready to draw.

    Arguments:
        text: as TDLib gives it: entity offsets in UTF-16 units.
        revealed: whether spoilers are open.
    """
    if not text.text:
        return RichText()
    if not text.entities:
        plain = _clean(text.text)
        block = Block("text", plain, right_to_left=runs_to_the_left(plain))
        return RichText((block,), (), count_if_alone(plain), plain)
    runs = [Run(_clean(run.text), run.entities) for run in segments(text)]
    writer = _Writer(revealed)
    blocks = tuple(writer.block(entity, list(part)) for entity, part in groupby(runs, key=_block_entity))
    kept = tuple(block for block in _trimmed(blocks) if block.text)
    emoji = count_if_alone(text.text) if all(_draws_as_emoji(run) for run in runs) else 0
    return RichText(kept, tuple(writer.links), emoji, _spoken(runs, revealed))


def runs_to_the_left(text: str) -> bool:
    """Whether the first strong letter of `text` belongs to a script that runs from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def escaped(text: str) -> str:
    """Returns `text` as markup that draws exactly its characters, spaces and line breaks too."""
    safe = re.sub("(?<= ) |(?<=\n) |^ ", "&nbsp;", text.translate(_ESCAPES))
    return safe.replace("\n", "<br>")


class _Writer:
    """Writes runs as markup and numbers the links."""

    def __init__(self, revealed: bool) -> None:
        self._revealed = revealed
        self.links: list[Link] = []

    def block(self, entity: BlockEntity | None, runs: Sequence[Run]) -> Block:
        plain = "".join(run.text for run in runs)
        rtl = runs_to_the_left(plain)
        match entity:
            case td.TextEntityTypePre():
                return Block("code", plain.strip("\n"))
            case td.TextEntityTypePreCode(language=language):
                return Block("code", plain.strip("\n"), language=_clean(language)[:32])
        kind: BlockKind = "text" if entity is None else "quote"
        folds = isinstance(entity, td.TextEntityTypeExpandableBlockQuote)
        if not any(_inline(run) for run in runs):
            return Block(kind, plain, collapsible=folds, right_to_left=rtl)
        return Block(kind, "".join(self._runs(runs)), True, collapsible=folds, right_to_left=rtl)

    def _runs(self, runs: Sequence[Run]) -> Iterator[str]:
        # A link whose words have several styles is one link: neighbours with the same target share a number.
        for entity, part in groupby(runs, key=_link_entity):
            together = list(part)
            words = "".join(run.text for run in together)
            number = None if entity is None else self._number(entity, words)
            for run in together:
                yield self._run(run, number)

    def _number(self, entity: td.TextEntityType, words: str) -> int:
        self.links.append(link(entity, words))
        return len(self.links) - 1

    def _run(self, run: Run, number: int | None) -> str:
        if not self._revealed and _has(run, td.TextEntityTypeSpoiler):
            return f'<a class="s" href="{SPOILER}">{escaped(run.text)}</a>'
        markup = escaped(run.text)
        for kind, (begin, end) in _STYLES.items():
            if _has(run, kind):
                markup = f"{begin}{markup}{end}"
        if number is None:
            return markup
        return f'<a class="{"c" if _has(run, td.TextEntityTypeCode) else "l"}" href="{number}">{markup}</a>'


_STYLES: dict[type[td.TdObject], tuple[str, str]] = {
    td.TextEntityTypeBold: ("<b>", "</b>"),
    td.TextEntityTypeItalic: ("<i>", "</i>"),
    td.TextEntityTypeUnderline: ("<u>", "</u>"),
    td.TextEntityTypeStrikethrough: ("<s>", "</s>"),
}


def link(entity: td.TextEntityType, words: str) -> Link:
    """Returns where the link `entity` over `words` leads."""
    match entity:
        case td.TextEntityTypeTextUrl(url=url):
            return Link(LinkKind.TEXT_URL, words, url)
        case td.TextEntityTypeUrl():
            return Link(LinkKind.URL, words, words)
        case td.TextEntityTypeEmailAddress():
            return Link(LinkKind.EMAIL, words, words)
        case td.TextEntityTypePhoneNumber():
            return Link(LinkKind.PHONE, words, words)
        case td.TextEntityTypeMention():
            return Link(LinkKind.MENTION, words, words.removeprefix("@"))
        case td.TextEntityTypeMentionName(user_id=user_id):
            return Link(LinkKind.USER, words, words, user_id)
        case td.TextEntityTypeHashtag() | td.TextEntityTypeCashtag():
            return Link(LinkKind.HASHTAG, words, words)
        case td.TextEntityTypeBotCommand():
            return Link(LinkKind.COMMAND, words, words)
        case td.TextEntityTypeBankCardNumber():
            return Link(LinkKind.CARD, words, words)
        case td.TextEntityTypeMediaTimestamp(media_timestamp=seconds):
            return Link(LinkKind.TIME, words, str(seconds))
        case td.TextEntityTypeDateTime(unix_time=moment):
            return Link(LinkKind.TIME, words, str(moment))
        case _:
            return Link(LinkKind.CODE, words, words)


_LINKS = (
    td.TextEntityTypeTextUrl,
    td.TextEntityTypeUrl,
    td.TextEntityTypeEmailAddress,
    td.TextEntityTypePhoneNumber,
    td.TextEntityTypeMention,
    td.TextEntityTypeMentionName,
    td.TextEntityTypeHashtag,
    td.TextEntityTypeCashtag,
    td.TextEntityTypeBotCommand,
    td.TextEntityTypeBankCardNumber,
    td.TextEntityTypeMediaTimestamp,
    td.TextEntityTypeDateTime,
    td.TextEntityTypeCode,
)


def _has(run: Run, kind: type[td.TdObject]) -> bool:
    return any(isinstance(entity, kind) for entity in run.entities)


def _inline(run: Run) -> bool:
    return any(not isinstance(entity, (*_BLOCKS, td.TextEntityTypeCustomEmoji)) for entity in run.entities)


def _link_entity(run: Run) -> td.TextEntityType | None:
    return next((entity for entity in run.entities if isinstance(entity, _LINKS)), None)


def _block_entity(run: Run) -> BlockEntity | None:
    # Code inside a quote stays code: it is the one whose lines must not be broken into prose.
    found = [entity for entity in run.entities if isinstance(entity, _BLOCKS)]
    return next((entity for entity in found if isinstance(entity, _CODE)), found[0] if found else None)


def _draws_as_emoji(run: Run) -> bool:
    return not run.text.strip() or all(isinstance(entity, td.TextEntityTypeCustomEmoji) for entity in run.entities)


def _trimmed(blocks: Sequence[Block]) -> Iterator[Block]:
    # The line breaks around a framed block are the frame's own space.
    for index, block in enumerate(blocks):
        text = block.text
        if block.kind == "code":
            yield block
            continue
        if block.kind == "quote" or index > 0:
            text = _without_breaks(text, at_start=True, rich=block.rich)
        if block.kind == "quote" or index < len(blocks) - 1:
            text = _without_breaks(text, at_start=False, rich=block.rich)
        yield Block(block.kind, text, block.rich, block.language, block.collapsible, block.right_to_left)


def _without_breaks(text: str, *, at_start: bool, rich: bool) -> str:
    if not rich:
        return text.lstrip("\n ") if at_start else text.rstrip("\n ")
    mark = "<br>"
    while text.startswith(mark) if at_start else text.endswith(mark):
        text = text[len(mark) :] if at_start else text[: -len(mark)]
    return text


def _clean(text: str) -> str:
    return _RESERVED.sub("\ufffd", text.translate(_BREAKS))


def _spoken(runs: Sequence[Run], revealed: bool) -> str:
    covered = [not revealed and _has(run, td.TextEntityTypeSpoiler) for run in runs]
    return "".join("…" if hidden else run.text for run, hidden in zip(runs, covered, strict=True))
