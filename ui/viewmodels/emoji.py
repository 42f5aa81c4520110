"""Emoji: how many a text has, where it has nothing else."""

from __future__ import annotations

import re

# Wider than Unicode's list on purpose: a symbol that is no emoji here would only be drawn at the size of text.
_SIGNS = "\u00a9\u00ae\u203c\u2049\u2122\u2139"
_PICTURE = (
    "[\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf"
    f"\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299{_SIGNS}]"
)
_TONE = "[\U0001f3fb-\U0001f3ff]"
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_KEYCAP = "[0-9#*]\ufe0f?\u20e3"
_TAGS = "(?:[\U000e0020-\U000e007e]+\U000e007f)"
_ONE = f"(?:{_FLAG}|{_KEYCAP}|{_PICTURE}\ufe0f?{_TONE}?{_TAGS}?(?:\u200d{_PICTURE}\ufe0f?{_TONE}?)*)"
_EMOJI = re.compile(_ONE)
_ONLY = re.compile(f"{_ONE}{{1,3}}")
# Symbols that read as text unless a variation selector asks for the picture.
_TEXTUAL = re.compile(f"[\u2190-\u21ff\u2300-\u2319\u2460-\u24ff\u25a0-\u25ff\u2700-\u2704{_SIGNS}](?!\ufe0f)")


def one_emoji(text: str, otherwise: str) -> str:
    """Returns `text` where it is a single emoji, as it should be; `otherwise` where somebody wrote something else."""
    return text.strip() if count_if_alone(text) == 1 else otherwise


def count_if_alone(text: str) -> int:
    """Returns how many emoji `text` consists of: 1 to 3, or 0 where it has more or anything else."""
    stripped = text.strip()
    if len(stripped) > 60 or not _ONLY.fullmatch(stripped) or _TEXTUAL.search(stripped):
        return 0
    return len(_EMOJI.findall(stripped))
