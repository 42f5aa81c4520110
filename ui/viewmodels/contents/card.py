"""`CardContent`: a message that is a few words with an icon or picture, facts and perhaps something to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.contents.picture import PictureContent

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CardVerb(QObject):
    """One button of a card."""

    def __init__(self, label: str, do: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._do = do

    label = Property(str, lambda self: self._label, constant=True)

    @Slot()
    def press(self) -> None:
        self._do()


@QmlElement
class CardContent(QObject):
    """A few words with an icon or a picture.

    Arguments:
        icon: of resources/icons; empty where `emoji` or `picture` stands in its place.
        title: the first line; where it is empty, the message's one-line form stands there.
        text: the second line, or several where the kind has room.
        emoji: drawn large in the icon's place.
        picture: drawn over the words.
        kicker: what kind of thing it is, over the title.
        facts: lines under the text.
        url: what a click opens; of our own making.
        verbs: names and labels of the buttons.
        act: does a verb by its name.
    """

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        emoji: str = "",
        *,
        picture: PictureContent | None = None,
        kicker: str = "",
        facts: Sequence[str] = (),
        url: str = "",
        verbs: Sequence[tuple[str, str]] = (),
        act: Callable[[str], None] = lambda verb: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._title = title
        self._text = text
        self._emoji = emoji
        self._picture = picture
        self._kicker = kicker
        self._facts = "\n".join(fact for fact in facts if fact)
        self._verbs = [CardVerb(label, partial(act, name), self) for name, label in verbs]
        self.url = url

    icon = Property(str, lambda self: self._icon, constant=True)
    title = Property(str, lambda self: self._title, constant=True)
    text = Property(str, lambda self: self._text, constant=True)
    emoji = Property(str, lambda self: self._emoji, constant=True)
    picture = Property(PictureContent, lambda self: self._picture, constant=True)
    kicker = Property(str, lambda self: self._kicker, constant=True)
    facts = Property(str, lambda self: self._facts, constant=True)
    verbs = Property(list, lambda self: self._verbs, constant=True)

    @property
    def picture_object(self) -> PictureContent | None:
        """The picture, for Python."""
        return self._picture
