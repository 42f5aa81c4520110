"""Builds the object for what a message holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from tdlib import types as td
from ui.viewmodels.contents import card, file, picture
from ui.viewmodels.contents.album import AlbumContent
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


def album(members: Sequence[td.Message], items: Items, open_: Callable[[int], None], parent: QObject) -> AlbumContent:
    """Returns the object for messages that were sent together.

    Arguments:
        members: the messages, oldest first.
        items: gives the objects of their files.
        open_: opens what a message holds.
        parent: owns the object.
    """
    made = [(message.id, content(message, items, parent)) for message in members]
    return AlbumContent([(message_id, held) for message_id, held in made if held is not None], open_, parent)
