"""`Appearance`: whether the window is dark, from the setting and the system's colour scheme."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

ThemeSetting = Literal["system", "light", "dark"]


@QmlElement
class Appearance(QObject):
    """The inputs of QML's `Theme`.

    Arguments:
        setting: the person's choice; "system" follows the system.
        still: whether nothing moves, as for a picture of the window.
    """

    changed = Signal()

    def __init__(self, setting: ThemeSetting = "system", *, still: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._setting: ThemeSetting = setting
        self._still = still
        self._system_dark = False
        self._high_contrast = False

    @Property(bool, notify=changed)
    def dark(self) -> bool:
        return self._system_dark if self._setting == "system" else self._setting == "dark"

    @Property(bool, notify=changed)
    def highContrast(self) -> bool:
        return self._high_contrast

    @Property(bool, constant=True)
    def reducedMotion(self) -> bool:
        return self._still

    @Property(str, notify=changed)
    def setting(self) -> str:
        return self._setting

    def choose(self, setting: ThemeSetting) -> None:
        """Takes the person's choice."""
        self._setting = setting
        self.changed.emit()

    def system_changed(self, *, dark: bool, high_contrast: bool) -> None:
        """Takes what the system says about colours."""
        self._system_dark = dark
        self._high_contrast = high_contrast
        self.changed.emit()
