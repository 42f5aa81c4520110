"""One line for any message: for the chat list, notifications, reply headers and the bar of pinned messages.

Every member of `td.MessageContent` stands in `TABLE`; what is a service line is worded by `service`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tdlib import types as td
from ui.viewmodels.wording import names, preview_cards, preview_media, service
from ui.viewmodels.wording.names import People, Voice
from ui.viewmodels.wording.preview import Preview
from ui.viewmodels.wording.translation import translator

tr = translator("Previews")

_LONGEST = 300


def preview(content: td.MessageContent, voice: Voice) -> Preview:
    """Returns the picture and the words that stand for `content`."""
    if type(content) in service.TABLE:
        return Preview(text=service.line(content, voice), icon=service.icon(content))
    word = TABLE.get(type(content))
    return Preview(text=unsupported(), icon="warning") if word is None else _on_one_line(word(content, voice))


def summary(content: td.MessageContent, voice: Voice) -> str:
    """Returns the words that stand for `content` where no picture stands beside them: "Photo: at the lake"."""
    return in_words(preview(content, voice))


def in_words(shown: Preview) -> str:
    """Returns `shown` for where no picture stands beside it."""
    if not shown.label:
        return shown.text
    return tr("{kind}: {text}").format(kind=shown.label, text=shown.text) if shown.text else shown.label


def of_message(message: td.Message, people: People) -> str:
    """Returns the words that stand for `message`, without who sent it unless they are a service line."""
    return summary(message.content, people.voice(message))


def is_service(content: td.MessageContent) -> bool:
    """Returns whether `content` already says who did it."""
    return type(content) in service.TABLE or type(content) in preview_cards.WITH_NAME


def draft(content: td.DraftMessageContent) -> str:
    """Returns the words that stand for something not yet sent."""
    match content:
        case td.DraftMessageContentText(text=text):
            return names.plain(preview_media.without_spoilers(text)[:_LONGEST])
        case td.DraftMessageContentRichMessage(message=message):
            return preview_media.rich_text(message)[:_LONGEST]
        case td.DraftMessageContentVoiceNote():
            return tr("Voice message")
        case td.DraftMessageContentVideoNote():
            return tr("Video message")


def unsupported() -> str:
    """Returns what stands for a message that this version can't show."""
    return tr("This message is not supported by this version")


def _on_one_line(shown: Preview) -> Preview:
    return Preview(names.on_one_line(shown.text[:_LONGEST]), shown.icon, names.on_one_line(shown.label), shown.picture)


def _unsupported(content: td.MessageUnsupported, voice: Voice) -> Preview:
    return Preview(text=unsupported(), icon="warning")


TABLE: dict[type[td.TdObject], Callable[[Any, Voice], Preview]] = {
    **preview_media.TABLE,
    **preview_cards.TABLE,
    td.MessageUnsupported: _unsupported,
}
