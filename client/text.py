"""Text as TDLib counts it: in UTF-16 units. Python counts in characters, so offsets are turned here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from tdlib import types as td


@dataclass(frozen=True)
class Run:
    """A stretch of text under the same entities, the widest first."""

    text: str
    entities: tuple[td.TextEntityType, ...]


def utf16_length(text: str) -> int:
    """Returns the length of `text` in UTF-16 units."""
    return len(text) + sum(1 for letter in text if letter > "\uffff")


class Offsets:
    """Turns offsets of one text: UTF-16 units into Python indexes and back."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._starts: Sequence[int] = range(self._length + 1)
        if any(letter > "\uffff" for letter in text):
            self._starts = list(accumulate((2 if letter > "\uffff" else 1 for letter in text), initial=0))

    def index(self, offset: int) -> int:
        """Returns the Python index of a UTF-16 offset; inside a surrogate pair the next letter's."""
        return min(bisect_left(self._starts, max(0, offset)), self._length)

    def offset(self, index: int) -> int:
        """Returns the UTF-16 offset of a Python index."""
        return self._starts[max(0, min(index, self._length))]


def utf16_slice(text: str, offset: int, length: int) -> str:
    """Returns the part of `text` that begins at UTF-16 `offset` and is `length` units long."""
    offsets = Offsets(text)
    return text[offsets.index(offset) : offsets.index(offset + length)]


def segments(text: td.FormattedText) -> list[Run]:
    """Returns consecutive runs that together are the whole text, each with the entities over it, the widest first."""
    offsets = Offsets(text.text)
    spans = []
    for entity in text.entities:
        begin, end = offsets.index(entity.offset), offsets.index(entity.offset + max(0, entity.length))
        if begin < end:
            spans.append((begin, end, entity.type))
    spans.sort(key=lambda span: (span[0], -span[1]))
    borders = sorted({0, len(text.text), *(border for begin, end, _ in spans for border in (begin, end))})
    runs = []
    waiting = iter(spans)
    coming = next(waiting, None)
    over: list[tuple[int, int, td.TextEntityType]] = []
    for begin, end in zip(borders, borders[1:], strict=False):
        over = [span for span in over if span[1] > begin]
        while coming is not None and coming[0] <= begin:
            over.append(coming)
            coming = next(waiting, None)
        runs.append(Run(text.text[begin:end], tuple(span[2] for span in over)))
    return runs


def trimmed(text: td.FormattedText) -> td.FormattedText:
    """Returns `text` without white space around it, its entities moved along."""
    kept = text.text.strip()
    if kept == text.text:
        return text
    before = utf16_length(text.text[: len(text.text) - len(text.text.lstrip())])
    return part(text, before, utf16_length(kept))


def part(text: td.FormattedText, offset: int, length: int) -> td.FormattedText:
    """Returns the `length` UTF-16 units of `text` from `offset`, with the parts of entities that lie in them."""
    entities = []
    for entity in text.entities:
        begin = max(entity.offset, offset)
        end = min(entity.offset + entity.length, offset + length)
        if begin < end:
            entities.append(td.TextEntity(offset=begin - offset, length=end - begin, type=entity.type))
    return td.FormattedText(text=utf16_slice(text.text, offset, length), entities=entities)
