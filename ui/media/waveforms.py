"""The image provider `waveform`: how loud a voice message is, as `image://waveform/HEIGHTS/RRGGBB`."""

from __future__ import annotations

import functools

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider

LOUDEST = 31
MOST_BARS = 100
MOST_KEPT = 128


class WaveformProvider(QQuickImageProvider):
    """Draws a bar for each digit of HEIGHTS, of which "0" is the lowest and "v" the highest one."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._drawn = functools.lru_cache(MOST_KEPT)(_draw)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Returns the bars in the requested size; 200 × 24 where none is requested."""
        heights, _, color = id.partition("/")
        wanted = requestedSize if requestedSize.isValid() and not requestedSize.isEmpty() else QSize(200, 24)
        return self._drawn(heights[:MOST_BARS], color, wanted.width(), wanted.height())


def _draw(heights: str, color: str, width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(f"#{color}"))
    step = width / max(1, len(heights))
    thick = step * 0.6
    for place, digit in enumerate(heights):
        tall = thick + (height - thick) * min(LOUDEST, int(digit, 36)) / LOUDEST
        painter.drawRoundedRect(QRectF(place * step, (height - tall) / 2, thick, tall), thick / 2, thick / 2)
    painter.end()
    return image
