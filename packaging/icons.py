"""The application's icon in every form that a system wants, drawn from resources/application.

python icons.py FOLDER ID      writes FOLDER/hicolor, FOLDER/heliograph.ico and FOLDER/heliograph.icns
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWINGS = Path(__file__).parents[1] / "resources" / "application"
LARGE, SMALL, SYMBOLIC = "application.svg", "application-small.svg", "symbolic.svg"

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Sides in pixels of the pictures in the icon theme."""

STILL_SMALL = 24
"""Up to this side the drawing with fewer and thicker lines is used."""


def draw_all(folder: Path, name: str) -> None:
    """Draws everything into `folder`; `name` is what the icon theme knows the icon by."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    theme = folder / "hicolor"
    for side in SIZES:
        _save(draw(side), theme / f"{side}x{side}" / "apps" / f"{name}.png")
    _copy(LARGE, theme / "scalable" / "apps" / f"{name}.svg")
    _copy(SYMBOLIC, theme / "symbolic" / "apps" / f"{name}-symbolic.svg")
    with Image.open(theme / "512x512" / "apps" / f"{name}.png") as largest:
        others = [Image.open(theme / f"{side}x{side}" / "apps" / f"{name}.png") for side in (16, 24, 32, 48, 64, 128)]
        sizes = [(side, side) for side in (16, 24, 32, 48, 64, 128, 256)]
        largest.save(folder / "heliograph.ico", sizes=sizes, append_images=others)
        largest.save(folder / "heliograph.icns")
    del application


def draw(side: int) -> QImage:
    """Returns the icon of `side` pixels; needs an application."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer = QSvgRenderer(str(DRAWINGS / (SMALL if side <= STILL_SMALL else LARGE)))
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


def _save(image: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path)):
        raise OSError(f"{path} can't be written")


def _copy(drawing: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(DRAWINGS / drawing, path)


if __name__ == "__main__":
    draw_all(Path(sys.argv[1]), sys.argv[2])
