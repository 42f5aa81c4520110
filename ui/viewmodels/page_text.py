"""A message made of blocks as one formatted text: its headings, lists and tables in the signs of ordinary text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from client.text import utf16_length
from tdlib import types as td
from ui.viewmodels.wording import pages as wording

DEEPEST = 24
"""Blocks and styles further inside than this are left out."""

LONGEST = 20_000
"""Letters after which the rest is left out."""


def page_text(message: td.RichMessage) -> td.FormattedText:
    """Returns the blocks of `message` below each other; what is left out is told at the end."""
    writer = _Writer()
    writer.blocks(message.blocks, 0)
    if not message.is_full or writer.is_cut:
        writer.line(td.RichTextItalic(text=td.RichTextPlain(text=wording.more())))
    return writer.text()


class _Writer:
    """Collects text and entities."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._letters = 0
        self._entities: list[td.TextEntity] = []
        self._fresh = False
        self.is_cut = False

    def text(self) -> td.FormattedText:
        entities = sorted(self._entities, key=lambda entity: (entity.offset, -entity.length))
        return td.FormattedText(text="".join(self._text), entities=entities)

    def blocks(self, blocks: Sequence[Any], depth: int) -> None:
        for block in blocks:
            self._block(block, depth + 1)

    def line(self, text: Any, *styles: td.TextEntityType, before: str = "") -> None:
        """Begins a line with `before` and writes `text` in `styles`."""
        self._break()
        self._write(before)
        with self._marks(*styles):
            self._rich(text, 0)

    def _block(self, block: Any, depth: int) -> None:
        if depth > DEEPEST or self._letters > LONGEST:
            self.is_cut = True
            return
        match block:
            case td.PageBlockTitle(title=text) | td.PageBlockHeader(header=text):
                self.line(text, td.TextEntityTypeBold())
            case td.PageBlockSubheader(subheader=text) | td.PageBlockSectionHeading(text=text):
                self.line(text, td.TextEntityTypeBold())
            case td.PageBlockSubtitle(subtitle=text) | td.PageBlockKicker(kicker=text):
                self.line(text, td.TextEntityTypeItalic())
            case td.PageBlockFooter(footer=text) | td.PageBlockThinking(text=text):
                self.line(text, td.TextEntityTypeItalic())
            case td.PageBlockAuthorDate(author=text):
                self.line(text, td.TextEntityTypeItalic())
            case td.PageBlockParagraph(text=text):
                self.line(text)
            case td.PageBlockPreformatted(text=text, language=language):
                self.line(text, td.TextEntityTypePreCode(language=language) if language else td.TextEntityTypePre())
            case td.PageBlockMathematicalExpression(expression=expression):
                self.line(td.RichTextPlain(text=expression), td.TextEntityTypeCode())
            case td.PageBlockDivider():
                self.line(td.RichTextPlain(text="⸻"))
            case td.PageBlockList(items=items):
                for item in items:
                    self._item(item, depth)
            case td.PageBlockBlockQuote(blocks=blocks, credit=credit):
                self._quote(lambda: self.blocks(blocks, depth), credit)
            case td.PageBlockPullQuote(text=text, credit=credit):
                self._quote(lambda: self.line(text), credit)
            case td.PageBlockTable(caption=caption, cells=rows):
                self._table(caption, rows)
            case td.PageBlockDetails(header=header, blocks=blocks):
                self.line(header, td.TextEntityTypeBold(), before="▾ ")
                self.blocks(blocks, depth)
            case td.PageBlockCover(cover=cover):
                self._block(cover, depth + 1)
            case td.PageBlockEmbeddedPost(author=author, blocks=blocks):
                self.line(td.RichTextPlain(text=author), td.TextEntityTypeBold())
                self.blocks(blocks, depth)
            case td.PageBlockCollage(blocks=blocks, caption=caption) | td.PageBlockSlideshow(
                blocks=blocks, caption=caption
            ):
                self.blocks(blocks, depth)
                self._caption(caption)
            case td.PageBlockRelatedArticles(header=header, articles=articles):
                self.line(header, td.TextEntityTypeBold())
                for article in articles:
                    link = td.TextEntityTypeTextUrl(url=article.url)
                    self.line(td.RichTextPlain(text=article.title or article.url), link, before="• ")
            case td.PageBlockAnchor():
                return
            case _:
                self._medium(block)

    def _item(self, item: td.PageBlockListItem, depth: int) -> None:
        mark = f"{'☑' if item.is_checked else '☐'} " if item.has_checkbox else f"{item.label or '•'} "
        self._break()
        self._write(mark)
        # The first block stands on the line of its mark.
        self._fresh = True
        self.blocks(item.blocks, depth)
        self._fresh = False

    def _quote(self, inside: Callable[[], None], credit: Any) -> None:
        self._break()
        with self._marks(td.TextEntityTypeBlockQuote()):
            self._fresh = True
            inside()
            self._fresh = False
            if credit is not None and _has_words(credit):
                self.line(credit, td.TextEntityTypeItalic())

    def _table(self, caption: Any, rows: Sequence[Sequence[td.PageBlockTableCell]]) -> None:
        if caption is not None and _has_words(caption):
            self.line(caption, td.TextEntityTypeBold())
        for row in rows:
            self._break()
            for number, cell in enumerate(row):
                self._write("  |  " if number else "")
                with self._marks(*([td.TextEntityTypeBold()] if cell.is_header else [])):
                    if cell.text is not None:
                        self._rich(cell.text, 0)

    def _medium(self, block: Any) -> None:
        self.line(td.RichTextPlain(text=wording.medium(block)), td.TextEntityTypeItalic())
        self._caption(getattr(block, "caption", None))

    def _caption(self, caption: td.PageBlockCaption | None) -> None:
        if caption is not None and _has_words(caption.text):
            self.line(caption.text)

    def _rich(self, node: Any, depth: int) -> None:
        if depth > DEEPEST:
            self.is_cut = True
            return
        match node:
            case td.RichTextPlain(text=text):
                self._write(text)
            case td.RichTexts(texts=texts):
                for each in texts:
                    self._rich(each, depth + 1)
            case td.RichTextCustomEmoji(alternative_text=text) | td.RichTextMathematicalExpression(expression=text):
                self._write(text)
            case td.RichTextIcon() | td.RichTextAnchor():
                return
            case _:
                with self._marks(*_styles(node)):
                    self._rich(node.text, depth + 1)

    @contextmanager
    def _marks(self, *styles: td.TextEntityType) -> Iterator[None]:
        start = self._length
        yield
        if self._length > start:
            length = self._length - start
            self._entities += [td.TextEntity(offset=start, length=length, type=style) for style in styles]

    def _write(self, text: str) -> None:
        room = max(0, LONGEST + 200 - self._letters)
        self.is_cut = self.is_cut or len(text) > room
        text = text[:room]
        self._text.append(text)
        self._letters += len(text)
        self._length += utf16_length(text)

    def _break(self) -> None:
        if self._length and not self._fresh:
            self._write("\n")
        self._fresh = False


def _styles(node: Any) -> list[td.TextEntityType]:
    match node:
        case td.RichTextBold() | td.RichTextMarked():
            return [td.TextEntityTypeBold()]
        case td.RichTextItalic():
            return [td.TextEntityTypeItalic()]
        case td.RichTextUnderline():
            return [td.TextEntityTypeUnderline()]
        case td.RichTextStrikethrough():
            return [td.TextEntityTypeStrikethrough()]
        case td.RichTextSpoiler():
            return [td.TextEntityTypeSpoiler()]
        case td.RichTextFixed():
            return [td.TextEntityTypeCode()]
        case td.RichTextUrl(url=url) | td.RichTextReferenceLink(url=url) | td.RichTextAnchorLink(url=url):
            return [td.TextEntityTypeTextUrl(url=url)] if url else []
        case td.RichTextMentionName(user_id=user_id):
            return [td.TextEntityTypeMentionName(user_id=user_id)]
        case td.RichTextMention():
            return [td.TextEntityTypeMention()]
        case td.RichTextHashtag():
            return [td.TextEntityTypeHashtag()]
        case td.RichTextCashtag():
            return [td.TextEntityTypeCashtag()]
        case td.RichTextBotCommand():
            return [td.TextEntityTypeBotCommand()]
        case td.RichTextBankCardNumber():
            return [td.TextEntityTypeBankCardNumber()]
        case td.RichTextEmailAddress():
            return [td.TextEntityTypeEmailAddress()]
        case td.RichTextPhoneNumber():
            return [td.TextEntityTypePhoneNumber()]
        case _:
            return []


def _has_words(text: Any) -> bool:
    probe = _Writer()
    probe.line(text)
    return bool(probe.text().text.strip())
