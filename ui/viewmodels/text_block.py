"""`TextBlock`: paragraphs, code or a quote of a message, as QML draws it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.highlighting import Highlighter
from ui.viewmodels.rich_text import Block

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TextBlock(QObject):
    """One block of a message's text; `markup` is our own where `rich`, and plain characters otherwise.

    Arguments:
        block: what is drawn.
        highlighter: colours code.
    """

    changed = Signal()

    def __init__(self, block: Block, highlighter: Highlighter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._block = block
        # Code of which a part is marked stands in no other colours.
        is_coloured = block.kind == "code" and not block.rich
        self._coloured = highlighter.markup(block.language, block.text) if is_coloured else ""
        if is_coloured and block.language and not self._coloured:
            highlighter.ready.connect(self._on_ready)
        self._highlighter = highlighter

    kind = Property(str, lambda self: self._block.kind, constant=True)
    markup = Property(str, lambda self: self._coloured or self._block.text, notify=changed)
    rich = Property(bool, lambda self: bool(self._coloured) or self._block.rich, notify=changed)
    language = Property(str, lambda self: self._block.language, constant=True)
    collapsible = Property(bool, lambda self: self._block.collapsible, constant=True)
    rightToLeft = Property(bool, lambda self: self._block.right_to_left, constant=True)

    @Slot(str, str)
    def _on_ready(self, language: str, code: str) -> None:
        if (language, code) == (self._block.language.lower(), self._block.text):
            self._coloured = self._highlighter.markup(language, code)
            self.changed.emit()
