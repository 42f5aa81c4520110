"""`MediaRow`: a message among the shared media of a chat."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.avatar import AvatarView
from ui.viewmodels.contents.picture import PictureContent
from ui.viewmodels.search_row import FoundFacts

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MediaRow(QObject):
    """A picture of a grid, or a line of a list; an empty place until its message was loaded.

    Arguments:
        show: brings the message into view.
    """

    changed = Signal()

    def __init__(self, show: Callable[[], None]) -> None:
        super().__init__()
        self._show = show
        self._facts = FoundFacts("")
        self._avatar: AvatarView | None = None
        self._content: QObject | None = None

    loaded = Property(bool, lambda self: self._avatar is not None, notify=changed)
    avatar = Property(AvatarView, lambda self: self._avatar, notify=changed)
    author = Property(str, lambda self: self._facts.title, notify=changed)
    text = Property(str, lambda self: self._facts.text, notify=changed)
    time = Property(str, lambda self: self._facts.time, notify=changed)
    spoken = Property(str, lambda self: self._facts.spoken, notify=changed)
    picture = Property(PictureContent, lambda self: self._picture(), notify=changed)

    def take(self, facts: FoundFacts, avatar: AvatarView, content: QObject | None) -> None:
        """Shows a message.

        Arguments:
            facts: what is said of it.
            avatar: who sent it.
            content: what it holds; a picture or not.
        """
        self._facts = facts
        self._avatar = avatar
        self._content = content
        if content is not None:
            content.setParent(self)
        self.changed.emit()

    @Slot()
    def open(self) -> None:
        if self._avatar is not None:
            self._show()

    def _picture(self) -> PictureContent | None:
        return self._content if isinstance(self._content, PictureContent) else None
