"""`SearchRow`: a chat, person or message that was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.avatar import AvatarView
from ui.viewmodels.marked import marked

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class FoundFacts:
    """The texts of a result.

    Attributes:
        title: the chat's title.
        sender: who wrote the message; empty for a chat.
        text: the message, or a line about the chat.
        time: when the message was sent.
        mark: what Telegram says about the chat.
        spoken: the whole in one sentence for a screen reader.
        words: what was looked for, marked where it stands.
    """

    title: str
    sender: str = ""
    text: str = ""
    time: str = ""
    mark: str = ""
    spoken: str = ""
    words: str = ""


@QmlElement
class SearchRow(QObject):
    """A result; `heading` stands above the first of its kind."""

    changed = Signal()

    def __init__(self, facts: FoundFacts, avatar: AvatarView, show: Callable[[], None]) -> None:
        super().__init__()
        self._facts = facts
        self._avatar = avatar
        self._show = show
        self._heading = ""
        self._words = facts.words

    def seek(self, words: str) -> None:
        """Marks what is looked for by now."""
        if words != self._words:
            self._words = words
            self.changed.emit()

    def head(self, heading: str) -> None:
        """Puts a heading above the row, or takes it away."""
        if heading != self._heading:
            self._heading = heading
            self.changed.emit()

    @Property(AvatarView, constant=True)
    def avatar(self) -> AvatarView:
        return self._avatar

    @Property(str, notify=changed)
    def heading(self) -> str:
        return self._heading

    @Property(str, constant=True)
    def title(self) -> str:
        return self._facts.title

    @Property(str, constant=True)
    def author(self) -> str:
        return self._facts.sender

    @Property(str, constant=True)
    def text(self) -> str:
        return self._facts.text

    @Property(str, notify=changed)
    def markup(self) -> str:
        """The text with what was looked for in bold, escaped."""
        return marked(self._facts.text, self._words)

    @Property(str, notify=changed)
    def titleMarkup(self) -> str:
        """The title with what was looked for in bold, escaped."""
        return marked(self._facts.title, self._words)

    @Property(str, constant=True)
    def time(self) -> str:
        return self._facts.time

    @Property(str, constant=True)
    def mark(self) -> str:
        return self._facts.mark

    @Property(str, constant=True)
    def spoken(self) -> str:
        return self._facts.spoken

    @Slot()
    def open(self) -> None:
        self._show()
