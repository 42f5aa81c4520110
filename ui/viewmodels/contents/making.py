"""`Making`: what contents are made with."""

from __future__ import annotations

from dataclasses import dataclass

from ui.viewmodels.contents.verbs import ContentVerbs
from ui.viewmodels.emoji_pictures import EmojiPictures
from ui.viewmodels.file_item import Items
from ui.viewmodels.highlighting import Highlighter
from ui.viewmodels.wording.names import People


@dataclass(frozen=True)
class Making:
    """What the objects of one chat's messages share.

    Attributes:
        items: gives the objects of files.
        verbs: does what a person asks of the inside of a message.
        people: names people and chats.
        highlighter: colours code.
        emoji: draws custom emoji.
    """

    items: Items
    verbs: ContentVerbs
    people: People
    highlighter: Highlighter
    emoji: EmojiPictures
