"""Where what was looked for stands in a text."""

from __future__ import annotations

import re
from functools import lru_cache

from ui.viewmodels.rich_text import Span, escaped


def marked(text: str, words: str) -> str:
    """Returns `text` for `Text.StyledText`, escaped, with every beginning of a word that is one of `words` in bold."""
    parts: list[str] = []
    end = 0
    for span in places(text, words):
        parts += [escaped(text[end : span[0]]), "<b>", escaped(text[slice(*span)]), "</b>"]
        end = span[1]
    return "".join([*parts, escaped(text[end:])])


def places(text: str, words: str) -> list[Span]:
    """Returns where every beginning of a word that is one of `words` stands in `text`."""
    pattern = _pattern(words)
    return [found.span() for found in pattern.finditer(text)] if pattern is not None else []


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str] | None:
    wanted = sorted({re.escape(word) for word in words.split() if word.strip("#@")}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})", re.IGNORECASE) if wanted else None
