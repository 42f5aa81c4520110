"""`TextBlock`: paragraphs, code or a quote of a message, as QML draws it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from ui.viewmodels.rich_text import Block

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TextBlock(QObject):
    """One block of a message's text; `markup` is our own where `rich`, and plain characters otherwise."""

    def __init__(self, block: Block, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._block = block

    kind = Property(str, lambda self: self._block.kind, constant=True)
    markup = Property(str, lambda self: self._block.text, constant=True)
    rich = Property(bool, lambda self: self._block.rich, constant=True)
    language = Property(str, lambda self: self._block.language, constant=True)
    collapsible = Property(bool, lambda self: self._block.collapsible, constant=True)
    rightToLeft = Property(bool, lambda self: self._block.right_to_left, constant=True)
