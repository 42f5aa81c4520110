"""The image provider `emoji`: custom emoji, and the plain emoji that stand for them until they are here."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from ui.media.loading_thread import LoadedAside
from ui.media.pictures import read_file

LARGEST_SIDE = 512
GLYPH = 0.75
"""How large the letters of a plain emoji are in its place: as it is drawn between other letters."""


@dataclass(frozen=True)
class Order:
    """What one address asks for.

    Attributes:
        ink: in what colour it is drawn; None for its own ones.
        side: of the square, in pixels.
        emoji: what is drawn where there is no picture.
        path: of the picture's file; empty where it is not here.
    """

    ink: QColor | None
    side: int
    emoji: str
    path: str


class EmojiProvider(LoadedAside):
    """Serves `image://emoji/INK/SIDE/EMOJI/PATH`: ink as RRGGBB or "-", the last two in URL-safe base64."""

    def make(self, address: str, wanted: QSize) -> QImage:
        """Returns the picture, transparent where nothing is drawn."""
        try:
            order = parse(address)
        except ValueError:
            return _empty(1)
        picture = read_file(order.path, QSize(order.side, order.side)) if order.path else QImage()
        if picture.isNull():
            return _plain(order)
        return picture if order.ink is None else _inked(picture, order.ink)


def parse(address: str) -> Order:
    """Returns what `address` asks for; raises ValueError where it is malformed."""
    ink, side, emoji, path = address.split("/")
    if not 0 < int(side) <= LARGEST_SIDE:
        raise ValueError(address)
    try:
        words, place = (base64.urlsafe_b64decode(part).decode() for part in (emoji, path))
    except (binascii.Error, UnicodeDecodeError) as error:
        raise ValueError(address) from error
    return Order(None if ink == "-" else QColor(f"#{ink}"), int(side), words, place)


def _plain(order: Order) -> QImage:
    image = _empty(order.side)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    font = QFont(QGuiApplication.font())
    font.setPixelSize(max(1, round(order.side * GLYPH)))
    painter.setFont(font)
    if order.ink is not None:
        painter.setPen(order.ink)
    painter.drawText(QRect(0, 0, order.side, order.side), Qt.AlignmentFlag.AlignCenter, order.emoji)
    painter.end()
    return image


def _inked(picture: QImage, ink: QColor) -> QImage:
    picture.convertTo(QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), ink)
    painter.end()
    return picture


def _empty(side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
