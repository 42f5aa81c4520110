"""`Page`: which page fills the window. It is there before the rest of the programme, so that the window can be."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

STARTING = "starting"


@QmlElement
class Page(QObject):
    """The page's name, its view model, and what it says while there is none."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = STARTING
        self._view: QObject | None = None
        self._text = ""

    @Property(str, notify=changed)
    def name(self) -> str:
        """One of "starting", "credentials", "signIn", "chats", "loggingOut", "failed"."""
        return self._name

    @Property(QObject, notify=changed)
    def view(self) -> QObject | None:
        """The view model that the page is made for; null for "starting"."""
        return self._view

    @Property(str, notify=changed)
    def text(self) -> str:
        """What the page "starting" says."""
        return self._text

    def show(self, name: str, view: QObject | None = None, text: str = "") -> None:
        """Shows another page."""
        self._name, self._view, self._text = name, view, text
        self.changed.emit()
