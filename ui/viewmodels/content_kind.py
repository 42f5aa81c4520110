"""Which QML file of `Content/` draws a message."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording import service

_KINDS: dict[type[td.TdObject], str] = {
    td.MessageText: "text",
    td.MessageAnimatedEmoji: "text",
    td.MessagePhoto: "photo",
    td.MessageVideo: "video",
    td.MessageAnimation: "video",
    td.MessageVideoNote: "videoNote",
    td.MessageSticker: "sticker",
    td.MessageDocument: "file",
    td.MessageAudio: "file",
    td.MessageVoiceNote: "file",
    td.MessageLocation: "card",
    td.MessageVenue: "card",
    td.MessageLiveLocation: "card",
    td.MessageContact: "card",
    td.MessageCall: "card",
    td.MessagePoll: "poll",
    td.MessageDice: "card",
    td.MessageUnsupported: "unsupported",
}


def kind(content: td.MessageContent) -> str:
    """Returns the kind of `content`; "summary" or "service" where it has no file of its own."""
    known = _KINDS.get(type(content))
    if known is not None:
        return known
    return "service" if service.is_service(content) else "summary"


def formatted_text(content: td.MessageContent) -> td.FormattedText | None:
    """Returns the text or caption of `content`, if its kind has one."""
    match content:
        case td.MessageText(text=text):
            return text
        case td.MessageAnimatedEmoji(emoji=emoji):
            return td.FormattedText(text=emoji)
        case td.MessagePoll(description=description):
            return description
        case (
            td.MessagePhoto(caption=caption)
            | td.MessageVideo(caption=caption)
            | td.MessageAnimation(caption=caption)
            | td.MessageDocument(caption=caption)
            | td.MessageAudio(caption=caption)
            | td.MessageVoiceNote(caption=caption)
        ):
            return caption
        case _:
            return None
