"""Formatted text as people type it, by the rules of TDLib's `parseMarkdown`: for editing what was sent."""

from __future__ import annotations

from client.text import Run, segments
from tdlib import types as td

_MARKS: dict[type[td.TdObject], str] = {
    td.TextEntityTypeBold: "**",
    td.TextEntityTypeItalic: "__",
    td.TextEntityTypeStrikethrough: "~~",
    td.TextEntityTypeSpoiler: "||",
    td.TextEntityTypeCode: "`",
    td.TextEntityTypePre: "```",
    td.TextEntityTypePreCode: "```",
}


def typed(text: td.FormattedText) -> str:
    """Returns `text` with marks in place of its entities; what has no mark is plain."""
    if not text.entities:
        return text.text
    written: list[str] = []
    open_marks: list[td.TextEntityType] = []
    for run in segments(text):
        wanted = [entity for entity in run.entities if _has_mark(entity)]
        keep = 0
        while keep < min(len(open_marks), len(wanted)) and open_marks[keep] == wanted[keep]:
            keep += 1
        written += [_end(entity) for entity in reversed(open_marks[keep:])]
        written += [_begin(entity) for entity in wanted[keep:]]
        open_marks = wanted
        written.append(_words(run))
    written += [_end(entity) for entity in reversed(open_marks)]
    return "".join(written)


def _has_mark(entity: td.TextEntityType) -> bool:
    return type(entity) in _MARKS or isinstance(entity, td.TextEntityTypeTextUrl)


def _begin(entity: td.TextEntityType) -> str:
    match entity:
        case td.TextEntityTypeTextUrl():
            return "["
        case td.TextEntityTypePreCode(language=language):
            return f"```{language}\n"
        case _:
            return _MARKS[type(entity)]


def _end(entity: td.TextEntityType) -> str:
    if isinstance(entity, td.TextEntityTypeTextUrl):
        return f"]({entity.url})"
    return _MARKS[type(entity)]


def _words(run: Run) -> str:
    return run.text
