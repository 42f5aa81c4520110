"""`Viewer`: one photo over the whole window, with the next and the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.contents.picture import PictureContent
from ui.viewmodels.message_row import MessageRow
from ui.viewmodels.wording import times

if TYPE_CHECKING:
    from ui.viewmodels.history import History

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Viewer(QObject):
    """Which photo is shown large."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self._message_id: int | None = None
        self._row: MessageRow | None = None

    open = Property(bool, lambda self: self._row is not None, notify=changed)
    picture = Property(PictureContent, lambda self: self._picture(), notify=changed)
    title = Property(str, lambda self: self._row.face.sender.name if self._row else "", notify=changed)
    time = Property(str, lambda self: times.full(self._row.message.date) if self._row else "", notify=changed)
    hasOlder = Property(bool, lambda self: self._neighbour(-1) is not None, notify=changed)
    hasNewer = Property(bool, lambda self: self._neighbour(1) is not None, notify=changed)

    def browse(self, history: History) -> None:
        """Takes the chat whose photos follow each other."""
        self._history = history

    def show(self, message_id: int) -> None:
        """Shows the photo of a message."""
        row = self._history.made_row(message_id) if self._history is not None else None
        picture = row.held_by(message_id) if row is not None else None
        if row is None or not isinstance(picture, PictureContent):
            return
        self._take(row, message_id, picture)

    def show_of(self, message_id: int, place: int) -> None:
        """Shows one of several pictures that a single message holds."""
        row = self._history.made_row(message_id) if self._history is not None else None
        picture = row.held_by(place) if row is not None else None
        if row is not None and isinstance(picture, PictureContent):
            self._take(row, place, picture)

    @Slot()
    def showOlder(self) -> None:
        self._step(-1)

    @Slot()
    def showNewer(self) -> None:
        self._step(1)

    @Slot(result=bool)
    def close(self) -> bool:
        """Ends showing a photo; returns whether one was shown."""
        had = self._row is not None
        self._leave()
        self.changed.emit()
        return had

    def _take(self, row: MessageRow, message_id: int, picture: PictureContent) -> None:
        self._leave()
        self._message_id, self._row = message_id, row
        row.look_at(True)
        picture.wanted()
        self.changed.emit()

    def _leave(self) -> None:
        if self._row is not None:
            self._row.look_at(False)
        self._message_id = self._row = None

    def _step(self, direction: int) -> None:
        neighbour = self._neighbour(direction)
        if neighbour is not None:
            self.show(neighbour)

    def _neighbour(self, direction: int) -> int | None:
        if self._history is None or self._message_id is None:
            return None
        photos = self._history.photo_ids()
        if self._message_id not in photos:
            return None
        index = photos.index(self._message_id) + direction
        return photos[index] if 0 <= index < len(photos) else None

    def _picture(self) -> PictureContent | None:
        held = self._row.held_by(self._message_id) if self._row is not None and self._message_id else None
        return held if isinstance(held, PictureContent) else None
