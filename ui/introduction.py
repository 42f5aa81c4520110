"""How Heliograph introduces itself to the desktop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication, QIcon

from ui.application_id import APPLICATION_ID

ICON = Path(__file__).parents[1] / "resources" / "application" / "application.svg"
"""What a window shows for itself where no desktop file names its icon."""


def introduce(application: QGuiApplication) -> None:
    """Gives `application` its names and its icon."""
    application.setApplicationName("heliograph")
    application.setApplicationDisplayName("Heliograph")
    application.setDesktopFileName(APPLICATION_ID)
    application.setWindowIcon(QIcon(str(ICON)))
