"""`AlbumContent`: pictures side by side, or files below each other, that were sent together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.contents.picture import PictureContent
from ui.viewmodels.mosaic import Place, places

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

_NOWHERE = Place(0, 0, 1, 0)


@QmlElement
class AlbumItem(QObject):
    """One picture or file of an album.

    Arguments:
        content: what it is.
        place: where it stands in a mosaic, as parts of its width.
        open_: opens it.
    """

    def __init__(
        self, content: QObject, place: Place, open_: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._place = place
        self._open = open_

    content = Property(QObject, lambda self: self._content, constant=True)
    left = Property(float, lambda self: self._place.x, constant=True)
    top = Property(float, lambda self: self._place.y, constant=True)
    width = Property(float, lambda self: self._place.width, constant=True)
    height = Property(float, lambda self: self._place.height, constant=True)

    @Slot()
    def open(self) -> None:
        self._open()


@QmlElement
class AlbumContent(QObject):
    """What was sent together.

    Arguments:
        contents: by the message that holds it, oldest first; or by its place where one message holds several.
        open_: opens what a message holds.
        price: what seeing it costs or has cost; empty for what is free.
        locked: whether it has not been paid for.
    """

    def __init__(
        self,
        contents: Sequence[tuple[int, QObject]],
        open_: Callable[[int], None],
        parent: QObject | None = None,
        *,
        price: str = "",
        locked: bool = False,
    ) -> None:
        super().__init__(parent)
        self._price = price
        self._locked = locked
        self._contents = dict(contents)
        pictures = [content for content in self._contents.values() if isinstance(content, PictureContent)]
        visual = len(pictures) == len(self._contents)
        found = places(tuple(picture.ratio for picture in pictures)) if visual else (_NOWHERE,) * len(self._contents)
        self._height = max((place.y + place.height for place in found), default=0.0)
        self._items = [
            AlbumItem(content, place, partial(open_, message_id), self)
            for (message_id, content), place in zip(self._contents.items(), found, strict=True)
        ]
        for content in self._contents.values():
            content.setParent(self)

    items = Property(list, lambda self: self._items, constant=True)
    price = Property(str, lambda self: self._price, constant=True)
    locked = Property(bool, lambda self: self._locked, constant=True)
    # Of the mosaic, as a part of its width.
    height = Property(float, lambda self: self._height, constant=True)

    def of(self, message_id: int) -> QObject | None:
        """Returns what one of its messages holds."""
        return self._contents.get(message_id)
