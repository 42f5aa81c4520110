"""The window's font: the system's, or the bundled Noto Sans where the system has only a stopgap or none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
FAMILY = "Noto Sans"

STOPGAPS = {"", "Bitstream Vera Sans", "DejaVu Sans"}
"""What fontconfig falls back on where nobody has chosen a font."""


def choose_font(application: QGuiApplication) -> None:
    """Gives `application` a font that is made for screens."""
    if QFontInfo(application.font()).family() not in STOPGAPS:
        return
    for path in sorted(FONTS.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    application.setFont(QFont(FAMILY))
