"""`ReadingOrder`: the rows of a list in the order in which they stand, for a screen reader that walks through them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ReadingOrder(QObject):
    """A view makes its delegates in any order and uses them again elsewhere; its tree is read in that order."""

    @Slot(QQuickItem, bool)
    def arrange(self, content: QQuickItem, upward: bool) -> None:
        """Puts the children of a view's content from the top down, where somebody listens.

        A row is put by its index, which it has before it has its place; what has none, such as a header, by its place.

        Arguments:
            content: of the view.
            upward: whether the first row stands at the foot.
        """
        if not QAccessible.isActive():
            return
        items = content.childItems()
        rows = sorted((item for item in items if _index(item) >= 0), key=_index, reverse=upward)
        others = sorted((item for item in items if _index(item) < 0), key=lambda item: item.y())
        first = rows[0].y() if rows else 0.0
        wanted = [item for item in others if item.y() < first] + rows + [item for item in others if item.y() >= first]
        if items == wanted:
            return
        for above, below in zip(wanted, wanted[1:], strict=False):
            below.stackAfter(above)


def _index(item: QQuickItem) -> int:
    index = item.property("index")
    return index if isinstance(index, int) else -1
