"""`AvatarView`: the picture of a person or chat, or the letters and colour that stand for it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class AvatarFacts:
    """What an avatar shows.

    Attributes:
        picture: the address of its picture; empty where there is none.
        letters: one or two letters of the name.
        color: TDLib's built-in accent colour, 0–6.
        glyph: an icon in place of letters.
    """

    picture: str = ""
    letters: str = ""
    color: int = 0
    glyph: str = ""


@QmlElement
class AvatarView(QObject):
    """The inputs of Controls/Avatar.qml; shared by everything that shows the same person or chat."""

    changed = Signal()

    def __init__(self, facts: AvatarFacts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts = facts

    @Property(str, notify=changed)
    def picture(self) -> str:
        return self._facts.picture

    @Property(str, notify=changed)
    def letters(self) -> str:
        return self._facts.letters

    @Property(int, notify=changed)
    def color(self) -> int:
        return self._facts.color

    @Property(str, notify=changed)
    def glyph(self) -> str:
        return self._facts.glyph

    def update(self, facts: AvatarFacts) -> None:
        """Takes what is shown from now on."""
        if facts != self._facts:
            self._facts = facts
            self.changed.emit()


def initials(name: str) -> str:
    """Returns the first letters of the first and the last word of `name` that begin with a letter or digit."""
    words = [word for word in (_from_first_letter(part) for part in name.split()) if word]
    if not words:
        return ""
    if len(words) == 1:
        return _capital(words[0])
    return _capital(words[0]) + _capital(words[-1])


def _from_first_letter(word: str) -> str:
    for index, sign in enumerate(word):
        if unicodedata.category(sign)[0] in "LN":
            return word[index:]
    return ""


def _capital(word: str) -> str:
    """A letter keeps the marks that combine with it, as many scripts need them."""
    letter = word[0].upper()[0]
    marks = ""
    for sign in word[1:3]:
        if not unicodedata.combining(sign):
            break
        marks += sign
    return letter + marks
