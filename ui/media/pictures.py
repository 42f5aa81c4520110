"""The image provider `picture`: pictures of messages, cropped to their place with round corners.

Corners are cut here, in the image itself, because the software renderer has no masks: both renderers look alike.
Pictures are made on Qt Quick's loading thread. What takes long there is done inside `QImageReader.read`, which lets
Python go on meanwhile; nearly everything else of PySide keeps Python, and with it the thread that draws, waiting.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter, QPainterPath

from ui.media.loading_thread import LoadedAside
from ui.media.reading import data_reader, file_reader

LARGEST_SIDE = 4096
MINIATURE_SIDE = 90


@dataclass(frozen=True)
class Order:
    """What one address asks for.

    Attributes:
        source: "file" or "miniature".
        width: of the place, in units of the layout.
        height: of the place.
        radii: of the corners, from the top left one clockwise.
        data: the path, or the JPEG's bytes.
    """

    source: str
    width: int
    height: int
    radii: tuple[int, int, int, int]
    data: bytes


class PictureProvider(LoadedAside):
    """Serves `image://picture/SOURCE/WIDTHxHEIGHT/RADII/DATA`: radii as "14-14-6-14", data in URL-safe base64."""

    def make(self, address: str, wanted: QSize) -> QImage:
        """Returns the picture; a grey place where it can't be read."""
        try:
            order = parse(address)
        except ValueError:
            return grey()
        if wanted.isEmpty():
            wanted = QSize(order.width, order.height)
        data = order.data
        picture = read_file(data.decode(), wanted) if order.source == "file" else read_miniature(data, wanted)
        return rounded(grey().scaled(wanted) if picture.isNull() else picture, order)


def parse(address: str) -> Order:
    """Returns what `address` asks for; raises ValueError where it is malformed."""
    source, place, corners, data = address.split("/", 3)
    width, height = (int(side) for side in place.split("x"))
    top_left, top_right, bottom_right, bottom_left = (int(radius) for radius in corners.split("-"))
    if source not in ("file", "miniature") or not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        raise ValueError(address)
    try:
        content = base64.urlsafe_b64decode(data)
    except binascii.Error as error:
        raise ValueError(address) from error
    if not content:
        raise ValueError(address)
    return Order(source, width, height, (top_left, top_right, bottom_right, bottom_left), content)


def read_file(path: str, wanted: QSize) -> QImage:
    """Returns the middle of the picture in the file `path` at the size `wanted`; a bad or huge one is empty."""
    reader = file_reader(path)
    reader.setAutoTransform(True)
    return _read_middle(reader, wanted) if reader.size().isValid() else QImage()


def read_miniature(data: bytes, wanted: QSize) -> QImage:
    """Returns the few pixels in `data` at the size `wanted`, smoothed, so that they read as a blurred picture."""
    given = QBuffer()
    given.setData(QByteArray(data))
    reader = data_reader(given)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > MINIATURE_SIDE:
        return QImage()
    reader.setScaledSize(QSize(max(1, size.width() // 2), max(1, size.height() // 2)))
    coarse = QBuffer()
    coarse.open(QIODevice.OpenModeFlag.ReadWrite)
    QImageWriter(coarse, QByteArray(b"bmp")).write(reader.read())
    coarse.seek(0)
    return _read_middle(QImageReader(coarse, QByteArray(b"bmp")), wanted)


def _read_middle(reader: QImageReader, wanted: QSize) -> QImage:
    turned = bool(reader.transformation().value & 4)
    target = wanted.transposed() if turned else wanted
    whole = reader.size().scaled(target, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    left, top = (whole.width() - target.width()) // 2, (whole.height() - target.height()) // 2
    reader.setScaledSize(whole)
    reader.setScaledClipRect(QRect(QPoint(left, top), target))
    return reader.read()


def grey() -> QImage:
    """Returns what stands for a picture that can't be read."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(128, 128, 128, 64))
    return image


def rounded(picture: QImage, order: Order) -> QImage:
    """Returns `picture` with the corners of `order` cut off."""
    picture.convertTo(QImage.Format.Format_ARGB32_Premultiplied)
    ratio = picture.width() / order.width
    most = min(picture.width(), picture.height()) / 2
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    for corner, radius in enumerate(order.radii):
        if radius > 0:
            _cut(painter, picture.size(), corner, min(radius * ratio, most))
    painter.end()
    return picture


def _cut(painter: QPainter, size: QSize, corner: int, radius: float) -> None:
    """Paints what is outside of the arc of `corner`, counted from the top left one clockwise."""
    painter.save()
    painter.translate(size.width() if corner in (1, 2) else 0, size.height() if corner in (2, 3) else 0)
    painter.scale(-1 if corner in (1, 2) else 1, -1 if corner in (2, 3) else 1)
    outside = QPainterPath()
    outside.lineTo(radius, 0)
    outside.arcTo(QRectF(0, 0, 2 * radius, 2 * radius), 90, 90)
    outside.closeSubpath()
    painter.drawPath(outside)
    painter.restore()
