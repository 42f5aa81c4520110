"""Where what was looked for stands in a text."""

from __future__ import annotations

import re
from functools import lru_cache

from ui.viewmodels.rich_text import escaped


def marked(text: str, words: str) -> str:
    """Returns `text` for `Text.StyledText`, escaped, with every beginning of a word that is one of `words` in bold."""
    pattern = _pattern(words)
    if pattern is None:
        return escaped(text)
    parts: list[str] = []
    end = 0
    for found in pattern.finditer(text):
        parts += [escaped(text[end : found.start()]), "<b>", escaped(found[0]), "</b>"]
        end = found.end()
    return "".join([*parts, escaped(text[end:])])


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str] | None:
    wanted = sorted({re.escape(word) for word in words.split() if word.strip("#@")}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})", re.IGNORECASE) if wanted else None
