"""`LineRow`: a line across the message view: a day, or where the unread messages begin."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LineRow(QObject):
    """A few words between messages."""

    changed = Signal()

    def __init__(self, text: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text

    text = Property(str, lambda self: self._text, notify=changed)

    def say(self, text: str) -> None:
        """Takes other words, such as when today becomes yesterday."""
        if text != self._text:
            self._text = text
            self.changed.emit()
