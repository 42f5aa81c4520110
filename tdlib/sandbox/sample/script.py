"""Reads the scripts of the sample conversations.

    = 2d                             the next message is two days old (d, h, m may be combined: = 1d 4h)
    mila | Who is in for Saturday?   a message; \\n breaks a line
    me ^1 | I am!                    answers to the message one before
    jonas +40 | Late, sorry          comes 40 minutes after the one before; else one to four
    priya !10 | …                    was edited ten minutes later
    mila :👍robin,jonas :🔥priya | …  with reactions
    me | {photo 3 1280x960} caption  media and service lines in braces, a caption behind them

Text marks: **bold** __italic__ ++underline++ ~~strike~~ ||spoiler|| `code` ```language\\ncode``` [words](url)
[words](@key) for a mention by name, [⭐](emoji/0) for a custom emoji,
lines with "> " for a quotation, with ">> " for a long folded one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world import custom_emoji
from tdlib.sandbox.world.entities import complete, length

MINUTE = 60
UNITS = {"d": 1440, "h": 60, "m": 1}
HEAD = re.compile(r"^(?P<who>[\w-]+)(?P<flags>[^|]*)\|\s?(?P<text>.*)$")
BRACES = re.compile(r"^\{(?P<kind>\w+)\s*(?P<rest>[^}]*)\}\s*")
MARKS = re.compile(
    r"```(?P<language>\w*)\n(?P<block>.*?)```"
    r"|`(?P<code>[^`\n]+)`"
    r"|\[(?P<words>[^\]]+)\]\((?P<target>[^)]+)\)"
    r"|(?P<mark>\*\*|__|\+\+|~~|\|\|)(?P<inner>.+?)(?P=mark)",
    re.DOTALL,
)
SIMPLE = {
    "**": tl.MessageEntityBold,
    "__": tl.MessageEntityItalic,
    "++": tl.MessageEntityUnderline,
    "~~": tl.MessageEntityStrike,
    "||": tl.MessageEntitySpoiler,
}


@dataclass
class Line:
    """One message of a script.

    Attributes:
        ago: minutes before now.
        back: answers to the message so many before, 0 for none.
        extra: (kind, rest) of the braces.
        reactions: emoji → keys of the people.
    """

    who: str
    ago: float
    text: str
    back: int = 0
    edited_after: int = 0
    extra: tuple[str, str] | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)


def read(script: str, chance: random.Random) -> list[Line]:
    """The messages of a script, the oldest first."""
    lines: list[Line] = []
    ago = 0.0
    for raw in script.strip().splitlines():
        if raw.startswith("="):
            ago = _minutes(raw[1:]) + 0.5
            continue
        line = _line(raw)
        step = _step(raw, chance)
        if lines and step:
            ago = max(0.2, ago - step)
        line.ago = ago
        lines.append(line)
        if not step:
            ago = max(0.2, ago)
    return lines


def _minutes(text: str) -> int:
    return sum(int(amount) * UNITS[unit] for amount, unit in re.findall(r"(\d+)\s*([dhm])", text))


def _step(raw: str, chance: random.Random) -> float:
    wanted = re.match(r"^[\w-]+[^|]*?\+(\d+)", raw)
    return float(wanted[1]) if wanted else chance.uniform(0.3, 3)


def _line(raw: str) -> Line:
    parts = HEAD.match(raw)
    if parts is None:
        raise ValueError(f"not a line of a script: {raw!r}")
    text = parts["text"].replace("\\n", "\n")
    line = Line(parts["who"], 0.0, text)
    for flag in parts["flags"].split():
        _apply(line, flag)
    braces = BRACES.match(text)
    if braces:
        line.extra = (braces["kind"], braces["rest"].strip())
        line.text = text[braces.end() :]
    return line


def _apply(line: Line, flag: str) -> None:
    match flag[0]:
        case "^":
            line.back = int(flag[1:])
        case "!":
            line.edited_after = int(flag[1:])
        case ":":
            emoji = flag[1:].rstrip("abcdefghijklmnopqrstuvwxyz,")
            line.reactions[emoji] = flag[1 + len(emoji) :].split(",")


@lru_cache(maxsize=4096)
def formatted(source: str) -> tuple[str, tuple[TLObject, ...]]:
    """The plain text and the entities of a marked text; mentions by key keep the key in `user_id`."""
    text, entities = _marked(*_quotations(source))
    return text, tuple(complete(text, entities))


def _quotations(source: str) -> tuple[str, list[tuple[int, int, bool]]]:
    """The text without "> ", and where in lines of it quotations are: (first, last, folded)."""
    found: list[tuple[int, int, bool]] = []
    lines = []
    for number, line in enumerate(source.split("\n")):
        folded = line.startswith(">> ")
        if not folded and not line.startswith("> "):
            lines.append(line)
            continue
        lines.append(line[3:] if folded else line[2:])
        if found and found[-1][1] == number - 1 and found[-1][2] == folded:
            found[-1] = (found[-1][0], number, folded)
        else:
            found.append((number, number, folded))
    return "\n".join(lines), found


def _marked(source: str, quotations: list[tuple[int, int, bool]]) -> tuple[str, list[TLObject]]:
    entities: list[TLObject] = []
    text = ""
    place = 0
    for match in MARKS.finditer(source):
        text += source[place : match.start()]
        inner = match["block"] or match["code"] or match["words"] or ""
        start = length(text)
        if match["inner"] is not None:
            inner, nested = _marked(match["inner"], [])
            for each in nested:
                each.offset += start
            entities.extend(nested)
        entities.append(_entity(match, start, length(inner)))
        text += inner
        place = match.end()
    text += source[place:]
    entities.extend(_quotation_entities(text, quotations))
    return text, entities


def _entity(match: re.Match[str], offset: int, size: int) -> TLObject:
    if match["block"] is not None:
        return tl.MessageEntityPre(offset=offset, length=size, language=match["language"])
    if match["code"] is not None:
        return tl.MessageEntityCode(offset=offset, length=size)
    if match["words"] is not None and match["target"].startswith("@"):
        return tl.MessageEntityMentionName(offset=offset, length=size, user_id=match["target"][1:])
    if match["words"] is not None and match["target"].startswith("emoji/"):
        return custom_emoji.entity(int(match["target"].removeprefix("emoji/")), offset)
    if match["words"] is not None:
        return tl.MessageEntityTextUrl(offset=offset, length=size, url=match["target"])
    return SIMPLE[match["mark"]](offset=offset, length=size)


def _quotation_entities(text: str, quotations: list[tuple[int, int, bool]]) -> Iterator[TLObject]:
    lines = text.split("\n")
    for first, last, folded in quotations:
        start = length("\n".join(lines[:first])) + (1 if first else 0)
        size = length("\n".join(lines[first : last + 1]))
        yield tl.MessageEntityBlockquote(offset=start, length=size, collapsed=folded or None)
