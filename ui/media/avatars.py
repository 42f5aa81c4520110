"""The image providers `avatar` and `disc`: pictures cut round, at the screen's own resolution, for every renderer.

Addresses are `image://avatar/SHAPE/file/PATH` for a finished file and `image://avatar/SHAPE/data/BASE64` for a
picture of a few hundred bytes that came with a chat or message. `SHAPE` is `round`, or the radius of the corners in
hundredths of the side. `ui.viewmodels.picture_address` writes them.
"""

from __future__ import annotations

import base64
import binascii
import threading
from collections import OrderedDict
from urllib.parse import unquote

from PySide6.QtCore import QBuffer, QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QImageReader, QLinearGradient, QPainter
from PySide6.QtQuick import QQuickImageProvider

from ui.media.loading_thread import LoadedAside
from ui.media.reading import data_reader, file_reader

_CACHE_BYTES = 16 * 1024 * 1024
_LONGEST_SIDE = 4096
_DEFAULT_SIDE = 64

NOTIFICATION_SIDE = 96
"""Pixels of a picture outside the window."""


class AvatarProvider(LoadedAside):
    """Reads pictures and keeps the latest ones up to a number of bytes."""

    def __init__(self) -> None:
        super().__init__()
        self._cache: OrderedDict[tuple[str, int], QImage] = OrderedDict()
        self._cached_bytes = 0
        self._lock = threading.Lock()

    def make(self, address: str, wanted: QSize) -> QImage:
        """Returns the picture, or an empty image where there is none that can be shown."""
        side = max(wanted.width(), wanted.height(), 0) or _DEFAULT_SIDE
        with self._lock:
            found = self._cache.get((address, side))
            if found is not None:
                self._cache.move_to_end((address, side))
                return found
        shape, _, source = address.partition("/")
        image = cut(read(source, side), shape, side)
        if not image.isNull():
            self._keep((address, side), image)
        return image

    def _keep(self, key: tuple[str, int], image: QImage) -> None:
        with self._lock:
            self._cache[key] = image
            self._cached_bytes += image.sizeInBytes()
            while self._cached_bytes > _CACHE_BYTES:
                _, oldest = self._cache.popitem(last=False)
                self._cached_bytes -= oldest.sizeInBytes()


class DiscProvider(QQuickImageProvider):
    """Draws `image://disc/RRGGBB`: a disc in a soft gradient of the colour, smooth at its edge with every renderer."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        side = max(requestedSize.width(), requestedSize.height(), 0) or _DEFAULT_SIDE
        color = QColor(f"#{id}")
        gradient = QLinearGradient(0, 0, 0, side)
        gradient.setColorAt(0, color.lighter(114))
        gradient.setColorAt(1, color)
        image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawEllipse(QRectF(0, 0, side, side))
        painter.end()
        return image


def picture_at(address: str, side: int = NOTIFICATION_SIDE) -> QImage:
    """Returns the round picture at an address of this provider; an empty image where there is none."""
    shape, _, source = address.removeprefix("image://avatar/").partition("/")
    return cut(read(source, side), shape, side)


def read(source: str, side: int) -> QImage:
    """Returns the middle square of the picture `file/PATH` or `data/BASE64`, at least `side` pixels where it has them.

    A picture that is broken or larger than any avatar gives an empty image.
    """
    kind, _, place = source.partition("/")
    if kind == "file":
        return _middle(file_reader(unquote(place)), side)
    try:
        data = base64.urlsafe_b64decode(place)
    except (binascii.Error, ValueError):
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    return _middle(data_reader(buffer), side)


def cut(picture: QImage, shape: str, side: int) -> QImage:
    """Returns `picture` as a square of `side` pixels with its corners cut off as `shape` says."""
    if picture.isNull():
        return picture
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    mode, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    brush = QBrush(picture.scaled(side, side, mode, smooth))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    radius = side / 2 if shape == "round" else side * int(shape) / 100
    painter.drawRoundedRect(QRectF(0, 0, side, side), radius, radius)
    painter.end()
    return image


def _middle(reader: QImageReader, side: int) -> QImage:
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _LONGEST_SIDE:
        return QImage()
    reader.setAutoTransform(True)
    shorter = min(size.width(), size.height())
    if shorter > 2 * side:
        reader.setScaledSize(size.scaled(2 * side, 2 * side, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    edge = min(image.width(), image.height())
    return image.copy(QRect((image.width() - edge) // 2, (image.height() - edge) // 2, edge, edge))
