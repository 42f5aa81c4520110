"""`MessageRow`: one message on screen."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from tdlib import types as td
from ui.viewmodels.albums import album_kind
from ui.viewmodels.avatar import AvatarView
from ui.viewmodels.contents import building
from ui.viewmodels.contents.album import AlbumContent
from ui.viewmodels.contents.keyboard import InlineKeyboard
from ui.viewmodels.contents.making import Making
from ui.viewmodels.contents.verbs import ContentVerbs
from ui.viewmodels.message_face import Face, Marked, Reply, unmarked
from ui.viewmodels.text_block import TextBlock
from ui.viewmodels.wording import messages as wording
from ui.viewmodels.wording import times

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

_NO_REPLY = Reply()


class MessageVerbs(Protocol):
    """What can be done with a message; the message view does it."""

    @property
    def contents(self) -> ContentVerbs:
        """What can be done with its inside."""
        ...

    def reply(self, message_id: int) -> None: ...
    def edit(self, message_id: int) -> None: ...
    def copy(self, message_id: int) -> None: ...
    def copy_link(self, message_id: int) -> None: ...
    def resend(self, message_id: int) -> None: ...
    def take_back(self, message_id: int) -> None: ...
    def jump_to_reply(self, message_id: int) -> None: ...
    def jump_to_origin(self, message_id: int) -> None: ...
    def react(self, message_id: int, sign: str) -> None: ...
    def follow(self, message_id: int, number: int) -> None: ...
    def copy_block(self, message_id: int, number: int) -> None: ...
    def open(self, message_id: int) -> None: ...
    def show_menu(self, message_id: int) -> None: ...
    def show_author(self, message_id: int) -> None: ...
    def toggle_selected(self, message_id: int) -> None: ...
    def toggle_part(self, message_id: int) -> None: ...
    def show_part_menu(self, message_id: int) -> None: ...
    def is_selected(self, message_id: int) -> bool: ...


MakeFace = Callable[[td.Message, bool, Marked], Face]


@QmlElement
class MessageRow(QObject):
    """A message with its place among its neighbours.

    Arguments:
        message: as the store has it.
        make_face: computes its looks.
        making: what its content is made with.
        avatar: the picture of its author.
        verbs: does what the person asks for.
        album: the messages of the album that `message` stands for, oldest first.
    """

    changed = Signal()
    contentChanged = Signal()

    def __init__(
        self,
        message: td.Message,
        make_face: MakeFace,
        making: Making,
        avatar: AvatarView,
        verbs: MessageVerbs,
        album: Sequence[td.Message] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._message = message
        self._make_face = make_face
        self._making = making
        self._avatar = avatar
        self._verbs = verbs
        self._album = album
        self._revealed = False
        self._marked: Marked = unmarked
        self._looked_at = False
        self._joined_above = False
        self._joined_below = False
        self._named = False
        self._selected = self._is_selected()
        self._face = make_face(message, False, unmarked)
        self._blocks = self._make_blocks()
        self._content = self._make_content()
        self._keyboard = building.keyboard(message, making, self)

    # Around the content.

    kind = Property(str, lambda self: self.drawn_as, notify=contentChanged)
    senderName = Property(str, lambda self: self._face.sender.name, notify=changed)
    senderColor = Property(int, lambda self: self._face.sender.color, notify=changed)
    avatar = Property(AvatarView, lambda self: self._avatar, constant=True)
    namesSender = Property(bool, lambda self: self._named and not self._joined_above, notify=changed)
    showsAvatar = Property(bool, lambda self: self._named and not self._joined_below, notify=changed)
    keepsAvatarSpace = Property(bool, lambda self: self._named, notify=changed)
    outgoing = Property(bool, lambda self: self._face.outgoing, notify=changed)
    joinedAbove = Property(bool, lambda self: self._joined_above, notify=changed)
    joinedBelow = Property(bool, lambda self: self._joined_below, notify=changed)
    time = Property(str, lambda self: self._face.time, notify=changed)
    day = Property(str, lambda self: times.day(self._message.date), notify=changed)
    edited = Property(bool, lambda self: self._face.edited, notify=changed)
    state = Property(str, lambda self: self._face.state, notify=changed)
    failure = Property(str, lambda self: self._face.failure, notify=changed)
    views = Property(str, lambda self: self._face.views, notify=changed)
    signature = Property(str, lambda self: self._face.signature, notify=changed)
    forwardedFrom = Property(str, lambda self: self._face.forward, notify=changed)
    hasReply = Property(bool, lambda self: self._face.reply is not None, notify=changed)
    replyName = Property(str, lambda self: (self._face.reply or _NO_REPLY).name, notify=changed)
    replyColor = Property(int, lambda self: (self._face.reply or _NO_REPLY).color, notify=changed)
    replyQuoted = Property(bool, lambda self: (self._face.reply or _NO_REPLY).quoted, notify=changed)
    replyText = Property(str, lambda self: (self._face.reply or _NO_REPLY).text, notify=changed)
    selected = Property(bool, lambda self: self._selected, notify=changed)
    spoken = Property(str, lambda self: self._spoken(), notify=changed)
    hasReactions = Property(bool, lambda self: bool(self._face.reactions), notify=changed)
    reactions = Property(list, lambda self: _reactions(self._face), notify=changed)

    # The content.

    line = Property(str, lambda self: self._face.line, notify=contentChanged)
    emoji = Property(int, lambda self: self._face.text.emoji, notify=contentChanged)
    hasText = Property(bool, lambda self: bool(self._face.text.blocks), notify=contentChanged)
    plain = Property(bool, lambda self: _is_one_paragraph(self._face), notify=contentChanged)
    markup = Property(str, lambda self: _first(self._face), notify=contentChanged)
    rich = Property(bool, lambda self: any(block.rich for block in self._face.text.blocks[:1]), notify=contentChanged)
    rightToLeft = Property(
        bool, lambda self: any(block.right_to_left for block in self._face.text.blocks[-1:]), notify=contentChanged
    )
    endsInFrame = Property(
        bool, lambda self: any(block.kind != "text" for block in self._face.text.blocks[-1:]), notify=contentChanged
    )
    blocks = Property(list, lambda self: self._blocks, notify=contentChanged)
    keyboard = Property(InlineKeyboard, lambda self: self._keyboard, notify=contentChanged)
    content = Property(QObject, lambda self: self._content, notify=contentChanged)
    captionAbove = Property(
        bool, lambda self: getattr(self._message.content, "show_caption_above_media", False), notify=contentChanged
    )

    @property
    def message(self) -> td.Message:
        """The message as it was applied last."""
        return self._message

    @property
    def album(self) -> Sequence[td.Message]:
        """The messages of the album, oldest first; nothing where it is a single message."""
        return self._album

    @property
    def album_ids(self) -> tuple[int, ...]:
        """The messages of the album; nothing where it is a single message."""
        return tuple(message.id for message in self._album)

    @property
    def drawn_as(self) -> str:
        """Which QML file draws it."""
        return album_kind(self._album) or self._face.kind

    @property
    def face(self) -> Face:
        """What is shown of it."""
        return self._face

    @property
    def holds_something(self) -> bool:
        """Whether the row knows what nobody else does: that its text is revealed, or its picture looked at."""
        return self._revealed or self._looked_at

    @property
    def content_object(self) -> QObject | None:
        """What it holds beside its text."""
        return self._content

    def held_by(self, message_id: int) -> QObject | None:
        """Returns what one message of the row holds."""
        return self._content.of(message_id) if isinstance(self._content, AlbumContent) else self._content

    def apply(self, message: td.Message, album: Sequence[td.Message] | None = None) -> None:
        """Takes a newer state of the message, or the same one after a neighbour of it in the stores has changed.

        Arguments:
            message: the newer state.
            album: the messages of its album now; None where those are as they were.
        """
        old, face = self._message, self._make_face(message, self._revealed, self._marked)
        self._message = message
        content_changed = message.content != old.content
        if album is not None and _contents(album) != _contents(self._album):
            content_changed = True
            self._album = album
        text_changed = face.text != self._face.text or face.line != self._face.line
        changed = face != self._face
        self._face = face
        left: list[QObject] = []
        if text_changed:
            left += self._blocks
            self._blocks = self._make_blocks()
        if content_changed:
            left += [self._content] if self._content is not None else []
            self._content = self._make_content()
        if message.reply_markup != old.reply_markup:
            content_changed = True
            left += [self._keyboard] if self._keyboard is not None else []
            self._keyboard = building.keyboard(message, self._making, self)
        if content_changed or text_changed:
            self.contentChanged.emit()
        for gone in left:
            gone.deleteLater()
        if changed:
            self.changed.emit()

    def join(self, *, above: bool, below: bool, named: bool) -> None:
        """Takes its place in a group.

        Arguments:
            above: whether the older neighbour belongs to the same group.
            below: whether the newer neighbour does.
            named: whether this chat shows who wrote what.
        """
        if (above, below, named) != (self._joined_above, self._joined_below, self._named):
            self._joined_above, self._joined_below, self._named = above, below, named
            self.changed.emit()

    def select(self) -> None:
        """Shows whether the message is one of those the next verb is for, and which of an album are."""
        if isinstance(self._content, AlbumContent):
            self._content.select()
        selected = self._is_selected()
        if selected != self._selected:
            self._selected = selected
            self.changed.emit()

    def mark(self, marked: Marked) -> None:
        """Has the parts of the text that `marked` finds stand out, and no others."""
        if marked is not self._marked:
            self._marked = marked
            self.apply(self._message)

    def look_at(self, looked_at: bool) -> None:
        """Says whether what the message holds is shown elsewhere too, such as over the whole window."""
        self._looked_at = looked_at

    @Slot()
    def reply(self) -> None:
        self._verbs.reply(self._message.id)

    @Slot()
    def edit(self) -> None:
        self._verbs.edit(self._message.id)

    @Slot()
    def copy(self) -> None:
        self._verbs.copy(self._message.id)

    @Slot()
    def resend(self) -> None:
        self._verbs.resend(self._message.id)

    @Slot()
    def takeBack(self) -> None:
        """Puts the text of a message that failed back into the composer."""
        self._verbs.take_back(self._message.id)

    @Slot()
    def jumpToReply(self) -> None:
        self._verbs.jump_to_reply(self._message.id)

    @Slot()
    def jumpToOrigin(self) -> None:
        self._verbs.jump_to_origin(self._message.id)

    @Slot(str)
    def react(self, sign: str) -> None:
        """Adds a reaction, an emoji or the number of a custom one, or takes it back."""
        self._verbs.react(self._message.id, sign)

    @Slot(str)
    def follow(self, reference: str) -> None:
        """Follows the link whose `href` is `reference`; a covered spoiler opens."""
        if reference.isdigit():
            self._verbs.follow(self._message.id, int(reference))
        else:
            self.reveal()

    @Slot(int)
    def copyBlock(self, number: int) -> None:
        """Copies one block of the text, such as code, counted from 0."""
        self._verbs.copy_block(self._message.id, number)

    @Slot()
    def open(self) -> None:
        """Opens what the message holds."""
        self._verbs.open(self._message.id)

    @Slot()
    def showMenu(self) -> None:
        self._verbs.show_menu(self._message.id)

    @Slot()
    def showAuthor(self) -> None:
        self._verbs.show_author(self._message.id)

    @Slot()
    def toggleSelected(self) -> None:
        self._verbs.toggle_selected(self._message.id)

    @Slot()
    def reveal(self) -> None:
        """Opens the spoilers of the text."""
        if not self._revealed:
            self._revealed = True
            self.apply(self._message)

    def _make_content(self) -> QObject | None:
        if self._album:
            return building.album(self._album, self._making, self._verbs, self)
        return building.content(self._message, self._making, self)

    def _is_selected(self) -> bool:
        return all(self._verbs.is_selected(each) for each in self.album_ids or (self._message.id,))

    def _spoken(self) -> str:
        return wording.album_spoken(len(self._album), self._face.spoken) if self._album else self._face.spoken

    def _make_blocks(self) -> list[TextBlock]:
        if _is_one_paragraph(self._face):
            return []
        return [TextBlock(block, self._making.highlighter, self) for block in self._face.text.blocks]


def message_row(
    message: td.Message,
    make_face: MakeFace,
    making: Making,
    avatar: AvatarView,
    verbs: MessageVerbs,
    album: Sequence[td.Message] = (),
) -> MessageRow:
    """Returns the row of `message`; one that can't be made costs its own bubble alone, which says so."""
    try:
        return MessageRow(message, make_face, making, avatar, verbs, album)
    except Exception:
        log.exception("a message of kind %s can't be shown", type(message.content).__name__)
        bare = replace(message, content=td.MessageUnsupported(), reply_markup=None)
        return MessageRow(bare, make_face, making, avatar, verbs)


def _is_one_paragraph(face: Face) -> bool:
    blocks = face.text.blocks
    return len(blocks) <= 1 and all(block.kind == "text" for block in blocks)


def _contents(album: Sequence[td.Message]) -> list[tuple[int, td.MessageContent]]:
    return [(message.id, message.content) for message in album]


def _first(face: Face) -> str:
    return face.text.blocks[0].text if face.text.blocks else ""


def _reactions(face: Face) -> list[dict[str, str | bool]]:
    return [
        {
            "emoji": reaction.emoji,
            "picture": reaction.picture,
            "count": reaction.count_text,
            "chosen": reaction.chosen,
            "spoken": reaction.spoken,
            "sign": reaction.sign,
        }
        for reaction in face.reactions
    ]
