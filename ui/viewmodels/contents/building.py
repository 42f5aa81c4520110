"""Builds the object for what a message holds."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tdlib import types as td
from ui.viewmodels.contents import card, file, picture
from ui.viewmodels.file_item import Items


def content(message: td.Message, items: Items, parent: QObject) -> QObject | None:
    """Returns the content object of `message`; None for what is text alone.

    Arguments:
        message: as the store has it.
        items: gives the objects of its files.
        parent: owns the object.
    """
    match message.content:
        case td.MessagePhoto() as held:
            return picture.photo(held, items, parent)
        case td.MessageVideo() as held:
            return picture.video(held, items, parent)
        case td.MessageAnimation() as held:
            return picture.animation(held, items, parent)
        case td.MessageVideoNote() as held:
            return picture.video_note(held, items, parent)
        case td.MessageSticker() as held:
            return picture.sticker(held, items, parent)
        case td.MessageDocument() as held:
            return file.document(held, items, parent)
        case td.MessageAudio() as held:
            return file.audio(held, items, parent)
        case td.MessageVoiceNote() as held:
            return file.voice(held, items, parent)
        case td.MessagePoll(poll=poll):
            return card.PollContent(poll, parent)
        case held:
            return card.card(held, outgoing=message.is_outgoing, parent=parent)
