"""Pictures made on the spot, for contents that hold some."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QLinearGradient, QPainter

from tdlib import types as td


class Drawings:
    """Draws pictures into a folder and hands them out as TDLib's files.

    Arguments:
        folder: where they are written.
        here: whether the pictures are here from the beginning.

    Attributes:
        arriving: every file as it is once it is here.
    """

    def __init__(self, folder: Path, *, here: bool = True) -> None:
        self._folder = folder
        self._here = here
        self._last = 0
        self.arriving: dict[int, td.File] = {}

    def file(self, width: int = 0, height: int = 0, *, size: int = 34_567) -> td.File:
        """Returns a file that is here, a picture where it has a width; one that is not here otherwise."""
        self._last += 1
        path = self._folder / f"{self._last}.{'png' if width else 'bin'}"
        if width:
            landscape(width, height, self._last).save(str(path))
        self.arriving[self._last] = self._file(str(path), size)
        return self._file(str(path) if width and self._here else "", size)

    def _file(self, path: str, size: int) -> td.File:
        local = td.LocalFile(path=path, can_be_downloaded=not path, is_downloading_completed=bool(path))
        return td.File(id=self._last, size=size, local=local, remote=td.RemoteFile(is_uploading_completed=True))

    def photo(self, width: int = 640, height: int = 420) -> td.Photo:
        size = td.PhotoSize(type="x", photo=self.file(width, height), width=width, height=height)
        return td.Photo(minithumbnail=self.miniature(), sizes=[size])

    def thumbnail(self, width: int = 320, height: int = 200) -> td.Thumbnail:
        return td.Thumbnail(
            format=td.ThumbnailFormatJpeg(), width=width, height=height, file=self.file(width, height)
        )

    def chat_photo(self) -> td.ChatPhoto:
        size = td.PhotoSize(type="c", photo=self.file(320, 320), width=320, height=320)
        return td.ChatPhoto(id=77, minithumbnail=self.miniature(), sizes=[size])

    def miniature(self) -> td.Minithumbnail:
        """Returns a few pixels as TDLib sends them before the picture."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"jpeg")).write(landscape(40, 26, 3))
        return td.Minithumbnail(width=40, height=26, data=bytes(content.data()))

    def sticker(self, emoji: str = "🎁") -> td.Sticker:
        return td.Sticker(
            id=5,
            width=512,
            height=512,
            emoji=emoji,
            format=td.StickerFormatWebp(),
            full_type=td.StickerFullTypeRegular(),
            sticker=self.file(256, 256),
        )


def landscape(width: int, height: int, seed: int) -> QImage:
    """Returns hills under a sun, of a colour by `seed`."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sky = QLinearGradient(QPointF(0, 0), QPointF(0, height))
    hue = seed * 47 % 360
    sky.setColorAt(0, QColor.fromHsv(hue, 90, 240))
    sky.setColorAt(1, QColor.fromHsv((hue + 40) % 360, 60, 250))
    painter.fillRect(image.rect(), sky)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#F2A43C"))
    painter.drawEllipse(QPointF(width * 0.7, height * 0.3), height * 0.1, height * 0.1)
    for number in range(3):
        painter.setBrush(QColor.fromHsv((hue + 120) % 360, 110, 190 - 45 * number))
        painter.drawEllipse(QRectF(-width * 0.3 * number, height * (0.5 + 0.14 * number), width * 1.4, height))
    painter.end()
    return image
