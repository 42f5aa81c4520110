"""Builds the object for what a message holds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from tdlib import types as td
from ui.viewmodels.contents import cards, file, picture
from ui.viewmodels.contents.album import AlbumContent, PartVerbs
from ui.viewmodels.contents.checklist import ChecklistContent
from ui.viewmodels.contents.keyboard import InlineKeyboard
from ui.viewmodels.contents.link_preview import link_preview
from ui.viewmodels.contents.making import Making
from ui.viewmodels.contents.poll import PollContent
from ui.viewmodels.wording import cards as wording


def content(message: td.Message, making: Making, parent: QObject) -> QObject | None:
    """Returns the content object of `message`; None for what is text alone.

    Arguments:
        message: as the store has it.
        making: what contents are made with.
        parent: owns the object.
    """
    items = making.items
    match message.content:
        case td.MessageText(link_preview=td.LinkPreview() as preview):
            return link_preview(preview, making, parent)
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
            verbs = making.verbs
            return PollContent(poll, partial(verbs.vote, message.id), partial(verbs.show_voters, message.id), parent)
        case td.MessageChecklist(list_=checklist):
            tick = partial(making.verbs.tick, message.id)
            return ChecklistContent(checklist, making.people.sender, tick, parent)
        case td.MessagePaidMedia() as held:
            return _paid_media(message, held, making, parent)
        case _:
            return cards.card(message, making, parent)


def album(
    members: Sequence[td.Message], making: Making, verbs: PartVerbs, parent: QObject
) -> AlbumContent:
    """Returns the object for messages that were sent together.

    Arguments:
        members: the messages, oldest first.
        making: what contents are made with.
        verbs: does what a person asks of one of them.
        parent: owns the object.
    """
    made = [(message.id, content(message, making, parent)) for message in members]
    held = [(message_id, each) for message_id, each in made if each is not None]
    return AlbumContent(held, verbs.open, parent, verbs)


def keyboard(message: td.Message, making: Making, parent: QObject) -> InlineKeyboard | None:
    """Returns the buttons under `message`, None where there are none."""
    if not isinstance(message.reply_markup, td.ReplyMarkupInlineKeyboard):
        return None
    return InlineKeyboard(message.reply_markup, partial(making.verbs.press, message.id), parent)


def _paid_media(message: td.Message, held: td.MessagePaidMedia, making: Making, parent: QObject) -> AlbumContent:
    pictures = [picture.paid(media, making.items, parent) for media in held.media]
    shown = [(place, each) for place, each in enumerate(pictures) if each is not None]
    locked = any(isinstance(media, td.PaidMediaPreview) for media in held.media)
    price = wording.unlock(held.star_count) if locked else wording.stars(held.star_count)
    return AlbumContent(
        shown, lambda place: making.verbs.open_paid(message.id, place), parent, price=price, locked=locked
    )
