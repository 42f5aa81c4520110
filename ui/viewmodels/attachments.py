"""`Attachments`: files about to be sent, with the choice between photos and files, and their caption."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.file_item import path_key
from ui.viewmodels.wording import composer as wording
from ui.viewmodels.wording import files, names

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Attachment:
    """A file to be sent.

    Attributes:
        path: where it is.
        size: in bytes.
        width: of a picture in pixels; 0 where it is none.
        height: of a picture in pixels.
    """

    path: Path
    size: int
    width: int = 0
    height: int = 0

    @property
    def fits_photo(self) -> bool:
        """Whether Telegram takes it as a photo: at most 10 MB and 10,000 for both sides, at most 20 : 1."""
        if not self.width or self.size > 10_000_000 or self.width + self.height > 10_000:
            return False
        return max(self.width, self.height) <= 20 * min(self.width, self.height)



@QmlElement
class Attachments(QObject):
    """What the box over the window shows before files are sent.

    Arguments:
        attachments: at least one.
        send: takes the chosen way and the caption.
        cancel: takes the box away.
    """

    changed = Signal()

    def __init__(
        self,
        attachments: Sequence[Attachment],
        caption: str,
        send: Callable[[bool, str], None],
        cancel: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.attachments = list(attachments)
        self._caption = caption
        self._send = send
        self._cancel = cancel
        self._as_photos = self.may_be_photos()

    caption = Property(str, lambda self: self._caption, constant=True)
    mayBePhotos = Property(bool, lambda self: self.may_be_photos(), notify=changed)
    asPhotos = Property(bool, lambda self: self._as_photos, notify=changed)
    title = Property(str, lambda self: wording.sending(len(self.attachments), photos=self._as_photos), notify=changed)
    lines = Property(list, lambda self: [_line(attachment) for attachment in self.attachments], notify=changed)

    def may_be_photos(self) -> bool:
        """Whether all of them fit as photos."""
        return all(attachment.fits_photo for attachment in self.attachments)

    def add(self, attachments: Sequence[Attachment]) -> None:
        """Takes more files."""
        self.attachments += attachments
        self._as_photos = self._as_photos and self.may_be_photos()
        self.changed.emit()

    @Slot(bool)
    def choose(self, as_photos: bool) -> None:
        self._as_photos = as_photos and self.may_be_photos()
        self.changed.emit()

    @Slot(str)
    def send(self, caption: str) -> None:
        self._send(self._as_photos, caption)

    @Slot()
    def cancel(self) -> None:
        self._cancel()


def _line(attachment: Attachment) -> dict[str, str]:
    return {
        "name": names.isolate(attachment.path.name),
        "size": files.size(attachment.size),
        "key": path_key(str(attachment.path)) if attachment.width else "",
    }
