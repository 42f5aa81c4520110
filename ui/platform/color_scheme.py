"""What the system says about colours: light or dark, and high contrast."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ui.viewmodels.appearance import Appearance


def follow_system(application: QGuiApplication, appearance: Appearance) -> None:
    """Keeps `appearance` as the system's settings are."""
    hints = application.styleHints()
    accessibility = hints.accessibility()

    def take() -> None:
        appearance.system_changed(
            dark=hints.colorScheme() is Qt.ColorScheme.Dark,
            high_contrast=accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast,
        )

    hints.colorSchemeChanged.connect(take)
    accessibility.contrastPreferenceChanged.connect(take)
    take()
