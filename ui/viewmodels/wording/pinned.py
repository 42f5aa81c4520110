"""What was pinned, as part of a sentence: “see you at eight”, a photo, a poll."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording import names
from ui.viewmodels.wording.preview_media import without_spoilers
from ui.viewmodels.wording.translation import translator

tr = translator("Pinned")


def pinned_thing(content: td.MessageContent) -> str:
    """Returns what `content` is called when somebody pins it."""
    match content:
        case td.MessageText(text=text) if text.text.strip():
            return names.quoted(without_spoilers(text))
        case td.MessageAnimatedEmoji(emoji=emoji):
            return names.quoted(emoji)
        case td.MessageDocument(document=document) if document.file_name:
            return tr("the file %s") % names.quoted(document.file_name)
        case td.MessagePoll(poll=poll):
            return tr("the poll %s") % names.quoted(poll.question.text)
        case td.MessageChecklist(list_=checklist):
            return tr("the checklist %s") % names.quoted(checklist.title.text)
        case td.MessageGame(game=game):
            return tr("the game %s") % names.quoted(game.title)
        case _:
            return tr(_KINDS.get(type(content), "a message"))


_KINDS: dict[type[td.TdObject], str] = {
    td.MessagePhoto: "a photo",
    td.MessageVideo: "a video",
    td.MessageAnimation: "a GIF",
    td.MessageAudio: "an audio file",
    td.MessageDocument: "a file",
    td.MessageVoiceNote: "a voice message",
    td.MessageVideoNote: "a video message",
    td.MessageSticker: "a sticker",
    td.MessageLocation: "a location",
    td.MessageLiveLocation: "a live location",
    td.MessageVenue: "a place",
    td.MessageContact: "a contact",
    td.MessageInvoice: "an invoice",
    td.MessageStory: "a story",
    td.MessagePaidMedia: "paid media",
    td.MessageGiveaway: "a giveaway",
}
