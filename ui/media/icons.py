"""The image provider `icon`: resources/icons as `image://icon/NAME/RRGGBB`, in any colour and size."""

from __future__ import annotations

import functools
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parents[2] / "resources" / "icons"


MOST_KEPT = 512
"""Drawn icons that are kept: a list that scrolls asks for the same few again and again."""


class IconProvider(QQuickImageProvider):
    """Draws an icon's strokes in the colour that its address names; works with every renderer."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._drawn = functools.lru_cache(MOST_KEPT)(_draw)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Returns the icon `NAME/RRGGBB` or `NAME/AARRGGBB` in the requested size; 24 × 24 where none is requested."""
        name, _, color = id.partition("/")
        wanted = requestedSize if requestedSize.isValid() and not requestedSize.isEmpty() else QSize(24, 24)
        return self._drawn(name, color, wanted.width(), wanted.height())


def _draw(name: str, color: str, width: int, height: int) -> QImage:
    return draw_icon(name, QColor(f"#{color}"), QSize(width, height))


def draw_icon(name: str, color: QColor, size: QSize) -> QImage:
    """Returns the icon `name` in `color`, which may be translucent, as an image of `size` pixels."""
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8").replace("#000", color.name(QColor.NameFormat.HexRgb))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    whole = QRectF(0, 0, size.width(), size.height())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, whole)
    # Crossing strokes of a translucent colour must not add up, so its transparency comes last.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(whole, QColor(0, 0, 0, color.alpha()))
    painter.end()
    return image
