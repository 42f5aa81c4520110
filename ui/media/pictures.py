"""The image provider `picture`: pictures of messages, cropped to their place with round corners.

Corners are cut here, in the image itself, because the software renderer has no masks: both renderers look alike.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QImageReader, QPainter, QPainterPath
from PySide6.QtQuick import QQuickImageProvider

LARGEST_SIDE = 4096
LARGEST_PIXELS = 64_000_000
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


class PictureProvider(QQuickImageProvider):
    """Serves `image://picture/SOURCE/WIDTHxHEIGHT/RADII/DATA`: radii as "14-14-6-14", data in URL-safe base64."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Returns the picture at the requested size in pixels; a grey place where it can't be read."""
        try:
            order = parse(id)
        except ValueError:
            return grey()
        asked = requestedSize.isValid() and not requestedSize.isEmpty()
        wanted = requestedSize if asked else QSize(order.width, order.height)
        picture = read_file(order.data.decode(), wanted) if order.source == "file" else read_miniature(order.data)
        return cropped(grey() if picture.isNull() else picture, wanted, order)


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
    return Order(source, width, height, (top_left, top_right, bottom_right, bottom_left), content)


def read_file(path: str, wanted: QSize) -> QImage:
    """Returns the picture in the file `path`, read no larger than `wanted` needs; a bad or huge one is empty."""
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > LARGEST_PIXELS:
        return QImage()
    turned = bool(reader.transformation().value & 4)
    target = wanted.transposed() if turned else wanted
    scaled = size.scaled(target, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if scaled.width() < size.width():
        reader.setScaledSize(scaled)
    return reader.read()


def read_miniature(data: bytes) -> QImage:
    """Returns the few pixels in `data` smoothed, so that they read as a blurred picture."""
    small = QImage.fromData(QByteArray(data))
    if small.isNull() or max(small.width(), small.height()) > MINIATURE_SIDE:
        return QImage()
    smooth = Qt.TransformationMode.SmoothTransformation
    coarse = small.scaled(small.size() / 2, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return coarse.scaled(small.size() * 3, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def grey() -> QImage:
    """Returns what stands for a picture that can't be read."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(128, 128, 128, 64))
    return image


def cropped(picture: QImage, wanted: QSize, order: Order) -> QImage:
    """Returns the middle of `picture` at the size `wanted` with the corners of `order`."""
    expanded = picture.scaled(
        wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (expanded.width() - wanted.width()) // 2, (expanded.height() - wanted.height()) // 2
    image = QImage(wanted, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(expanded.copy(QRect(QPoint(left, top), wanted))))
    ratio = wanted.width() / order.width
    painter.drawPath(rounded(QRectF(0, 0, wanted.width(), wanted.height()), [radius * ratio for radius in order.radii]))
    painter.end()
    return image


def rounded(box: QRectF, radii: list[float]) -> QPainterPath:
    """Returns `box` with a radius for each corner, from the top left one clockwise."""
    most = min(box.width(), box.height()) / 2
    top_left, top_right, bottom_right, bottom_left = (max(0.0, min(radius, most)) for radius in radii)
    path = QPainterPath()
    path.moveTo(box.left() + top_left, box.top())
    path.lineTo(box.right() - top_right, box.top())
    path.arcTo(QRectF(box.right() - 2 * top_right, box.top(), 2 * top_right, 2 * top_right), 90, -90)
    path.lineTo(box.right(), box.bottom() - bottom_right)
    corner = QRectF(box.right() - 2 * bottom_right, box.bottom() - 2 * bottom_right, 2 * bottom_right, 2 * bottom_right)
    path.arcTo(corner, 0, -90)
    path.lineTo(box.left() + bottom_left, box.bottom())
    path.arcTo(QRectF(box.left(), box.bottom() - 2 * bottom_left, 2 * bottom_left, 2 * bottom_left), 270, -90)
    path.lineTo(box.left(), box.top() + top_left)
    path.arcTo(QRectF(box.left(), box.top(), 2 * top_left, 2 * top_left), 180, -90)
    path.closeSubpath()
    return path
