"""Taking out of logs and reports what is nobody's business: numbers, codes, words, keys, passwords, addresses.

Nothing that knows such things writes them down in the first place; this is the net under it, for the words of
libraries, of Qt and of exceptions. It rather takes too much: what is left must be fit to be shown to a stranger.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path

GONE = "…"

_SECRET = (
    r"api_?id|api_?hash|pass(?:word|wd|phrase)?|secret|token|hash|salt|srp_?\w*|auth_?key(?:_?id)?|(?:\w+_)?key"
    r"|phone(?:_?number)?|email(?:_?address)?|user_?name|first_?name|last_?name|title|about|bio"
    r"|text|caption|message|query|hint|draft|question|url|link|invite(?:_?link)?|file_?name|path"
)
_BARE = r"api_?id|api_?hash|password|secret|token|auth_?key(?:_?id)?"
_PATTERNS = (
    # name: "value", name = 'value', "name":"value" — as JSON, TDLib's objects and Python's show them.
    (re.compile(rf"""(?i)(\b(?:{_SECRET})\b["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""), rf"\1{GONE}"),
    # The same without quotation marks.
    (re.compile(rf"(?i)(\b(?:{_BARE})\b[\"']?\s*[:=]\s*)[^\s,;)}}\]]+"), rf"\1{GONE}"),
    # A code of the sign-in has five digits or more; an error's has three.
    (re.compile(r"""(?i)(\bcode\b["']?\s*[:=]?\s*["']?)\d{5,}"""), rf"\1{GONE}"),
    # A bot's token.
    (re.compile(r"\b\d{6,12}:[A-Za-z0-9_-]{30,}"), GONE),
    # Who is named in an address, and what is asked of it.
    (re.compile(r"(?i)\b([a-z][a-z0-9+.-]*://)[^/\s@\"']*@"), rf"\1{GONE}@"),
    (re.compile(r"(?i)\btg:[^\s\"'<>]+"), f"tg:{GONE}"),
    (re.compile(r"(?i)\b((?:t|telegram)\.(?:me|dog)/)[^\s\"'<>]+"), rf"\1{GONE}"),
    (re.compile(r"(?i)\b([a-z][a-z0-9+.-]*://[^\s\"'<>?]*)\?[^\s\"'<>]+"), rf"\1?{GONE}"),
    # Keys and hashes in hexadecimal and base64; a commit of TDLib in a report has a name in front of it.
    (re.compile(r"(?<![\w/.-])[0-9a-fA-F]{24,}(?![\w/])"), GONE),
    (re.compile(r"(?<![\w/.-])(?=[A-Za-z0-9+_-]*\d)(?=[A-Za-z0-9+_-]*[A-Z])[A-Za-z0-9+_-]{40,}={0,2}(?![\w/])"), GONE),
    # Phone numbers, and the ids of people and chats, which are as long. Not the fractions of a second.
    (re.compile(r"\+\d[\d ()-]{5,18}\d"), GONE),
    (re.compile(r"(?<![\d.x])-?\d{9,}(?!\d|\.\d{3})"), GONE),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), GONE),
)

_EXCEPTION = re.compile(r"^((?:\w+\.)*[A-Z]\w*): (.+)$", re.M)
_QUOTED = re.compile(r"(?<!\w)(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')(?!\w)")
_HOME = str(Path.home())


def redacted(text: str) -> str:
    """Returns `text` without what may be private or secret."""
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    # What an exception quotes is what somebody has typed, received or called a file.
    text = _EXCEPTION.sub(lambda found: f"{found[1]}: {_QUOTED.sub(repr(GONE), found[2])}", text)
    return text.replace(_HOME, "~") if len(_HOME) > 1 else text


class RedactingFormatter(logging.Formatter):
    """Redacts each line as a whole, with its arguments and its traceback."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))
