"""The tray's icon, drawn: the mark, and how many messages wait."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FLASH = Path(__file__).parents[2] / "resources" / "icons" / "flash.svg"

SIZES = (16, 22, 24, 32, 48, 64)
"""Sides in pixels that trays ask for."""

MIRROR, RING, LIGHT, BADGE, INK = "#12808F", "#FFFFFF", "#F5B558", "#C9382D", "#FFFFFF"
"""Colours that stand on light and dark panels alike; the desktop says not which it has."""

MOST = 99
"""More messages than these are not counted on the icon."""


def tray_icon(side: int, unread: int) -> QImage:
    """Returns the icon of `side` pixels; with a badge where `unread` is more than 0."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_mark(painter, side)
    if unread > 0:
        _draw_badge(painter, side, unread)
    painter.end()
    return image


def pixels(image: QImage) -> bytes:
    """Returns an image as D-Bus wants it: alpha, red, green and blue of each pixel, not premultiplied."""
    # What `constBits` returns does not keep its image alive.
    converted = image.convertToFormat(QImage.Format.Format_RGBA8888)
    colors = bytes(converted.constBits())
    ordered = bytearray(len(colors))
    for place, source in enumerate((3, 0, 1, 2)):
        ordered[place::4] = colors[source::4]
    return bytes(ordered)


def _draw_mark(painter: QPainter, side: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(MIRROR))
    painter.drawEllipse(QRectF(0, side * 0.14, side * 0.86, side * 0.86))
    for color, x, y, size in ((RING, 0.36, -0.06, 0.70), (LIGHT, 0.42, 0.0, 0.58)):
        drawing = FLASH.read_text(encoding="utf-8").replace("#000", color)
        place = QRectF(side * x, side * y, side * size, side * size)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, place)


def _draw_badge(painter: QPainter, side: int, unread: int) -> None:
    text = str(unread) if unread <= MOST else f"{MOST}+"
    height = side * 0.56
    font = QFont(QGuiApplication.font())
    font.setPixelSize(max(6, round(height * (0.9 if len(text) < 3 else 0.72))))
    font.setBold(True)
    painter.setFont(font)
    width = max(height, painter.fontMetrics().horizontalAdvance(text) + height * 0.3)
    place = QRectF(side - min(width, side), side - height, min(width, side), height)
    painter.setBrush(QColor(BADGE))
    painter.drawRoundedRect(place, height / 2, height / 2)
    painter.setPen(QColor(INK))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
