"""Messages that were not sent, before there is a message for them."""

from __future__ import annotations

from pathlib import PurePath

from tdlib import types as td
from ui.viewmodels.wording import names
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Unsent")
plural = plurals("Unsent")

LONGEST = 300


def line(count: int) -> str:
    """Returns what the window says about `count` messages; empty for none."""
    return plural("%n message was not sent", "%n messages were not sent", count) if count else ""


def content(content: td.InputMessageContent) -> str:
    """Returns the words that stand for something that was to be sent."""
    text = names.on_one_line(words(content)[:LONGEST])
    what = _kind(content)
    return f"{what}: {text}" if what and text else what or text or tr("Message")


def words(content: td.InputMessageContent) -> str:
    """Returns the text or caption as it was typed."""
    text = getattr(content, "text", None) or getattr(content, "caption", None)
    return text.text if isinstance(text, td.FormattedText) else ""


def unknown_chat() -> str:
    return tr("A chat that is gone")


def _kind(content: td.InputMessageContent) -> str:
    match content:
        case td.InputMessagePhoto():
            return tr("Photo")
        case td.InputMessageDocument(document=td.InputDocument(document=td.InputFileLocal(path=path))):
            return PurePath(path).name
        case _:
            return ""
