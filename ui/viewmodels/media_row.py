"""`MediaRow`: a message among the shared media of a chat."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.avatar import AvatarView
from ui.viewmodels.contents.picture import PictureContent
from ui.viewmodels.search_row import FoundFacts

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MediaRow(QObject):
    """A picture of a grid, or a line of a list.

    Arguments:
        facts: what is said of the message.
        avatar: who sent it.
        content: what it holds; a picture or not.
        show: brings the message into view.
    """

    def __init__(
        self, facts: FoundFacts, avatar: AvatarView, content: QObject | None, show: Callable[[], None]
    ) -> None:
        super().__init__()
        self._facts = facts
        self._avatar = avatar
        self._content = content
        self._show = show
        if content is not None:
            content.setParent(self)

    avatar = Property(AvatarView, lambda self: self._avatar, constant=True)
    author = Property(str, lambda self: self._facts.title, constant=True)
    text = Property(str, lambda self: self._facts.text, constant=True)
    time = Property(str, lambda self: self._facts.time, constant=True)
    spoken = Property(str, lambda self: self._facts.spoken, constant=True)
    picture = Property(PictureContent, lambda self: self._picture(), constant=True)

    @Slot()
    def open(self) -> None:
        self._show()

    def _picture(self) -> PictureContent | None:
        return self._content if isinstance(self._content, PictureContent) else None
