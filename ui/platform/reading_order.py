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

    @Slot(QQuickItem)
    def arrange(self, content: QQuickItem) -> None:
        """Puts the children of a view's content from the top down, where somebody listens."""
        if not QAccessible.isActive():
            return
        items = content.childItems()
        wanted = sorted(items, key=lambda item: item.y())
        if items == wanted:
            return
        for above, below in zip(wanted, wanted[1:], strict=False):
            below.stackAfter(above)
