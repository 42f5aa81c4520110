"""`AlbumContent`: pictures side by side, or files below each other, that were sent together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.contents.picture import PictureContent
from ui.viewmodels.mosaic import Place, places

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

_NOWHERE = Place(0, 0, 1, 0)


class PartVerbs(Protocol):
    """What can be done with one message of an album."""

    def open(self, message_id: int) -> None: ...
    def toggle_part(self, message_id: int) -> None: ...
    def show_part_menu(self, message_id: int) -> None: ...
    def is_selected(self, message_id: int) -> bool: ...


@QmlElement
class AlbumItem(QObject):
    """One picture or file of an album.

    Arguments:
        content: what it is.
        place: where it stands in a mosaic, as parts of its width.
        open_: opens it.
        message_id: the message that holds it; 0 where one holds several.
        verbs: does what a person asks of that message.
    """

    changed = Signal()

    def __init__(
        self,
        content: QObject,
        place: Place,
        open_: Callable[[], None],
        message_id: int,
        verbs: PartVerbs | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._place = place
        self._open = open_
        self._verbs = verbs
        self.message_id = message_id
        self._selected = self._is_selected()

    content = Property(QObject, lambda self: self._content, constant=True)
    left = Property(float, lambda self: self._place.x, constant=True)
    top = Property(float, lambda self: self._place.y, constant=True)
    width = Property(float, lambda self: self._place.width, constant=True)
    height = Property(float, lambda self: self._place.height, constant=True)
    # Whether it is a message of its own, with which something can be done alone.
    isMessage = Property(bool, lambda self: self._verbs is not None, constant=True)
    selected = Property(bool, lambda self: self._selected, notify=changed)

    def select(self) -> None:
        """Shows whether it is one of those the next verb is for."""
        selected = self._is_selected()
        if selected != self._selected:
            self._selected = selected
            self.changed.emit()

    @Slot()
    def open(self) -> None:
        self._open()

    @Slot()
    def toggleSelected(self) -> None:
        if self._verbs is not None:
            self._verbs.toggle_part(self.message_id)

    @Slot()
    def showMenu(self) -> None:
        if self._verbs is not None:
            self._verbs.show_part_menu(self.message_id)

    def _is_selected(self) -> bool:
        return self._verbs is not None and self._verbs.is_selected(self.message_id)


@QmlElement
class AlbumContent(QObject):
    """What was sent together.

    Arguments:
        contents: by the message that holds it, oldest first; or by its place where one message holds several.
        open_: opens what a message holds.
        verbs: does what a person asks of one of the messages; None where there is only one.
        price: what seeing it costs or has cost; empty for what is free.
        locked: whether it has not been paid for.
    """

    def __init__(
        self,
        contents: Sequence[tuple[int, QObject]],
        open_: Callable[[int], None],
        parent: QObject | None = None,
        verbs: PartVerbs | None = None,
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
            AlbumItem(content, place, partial(open_, message_id), message_id, verbs, self)
            for (message_id, content), place in zip(self._contents.items(), found, strict=True)
        ]
        for content in self._contents.values():
            content.setParent(self)

    items = Property(list, lambda self: self._items, constant=True)
    price = Property(str, lambda self: self._price, constant=True)
    locked = Property(bool, lambda self: self._locked, constant=True)
    # Of the mosaic, as a part of its width.
    height = Property(float, lambda self: self._height, constant=True)

    def select(self) -> None:
        """Shows which of its messages the next verb is for."""
        for item in self._items:
            item.select()

    def of(self, message_id: int) -> QObject | None:
        """Returns what one of its messages holds."""
        return self._contents.get(message_id)
