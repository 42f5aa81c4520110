"""The window as a screen reader walks through it: roles and names, in its order."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtQuick import QQuickItem

Spoken = tuple[QAccessible.Role, str]


def spoken_tree(within: QWindow | QQuickItem) -> list[Spoken]:
    """Returns role and name of everything that is on screen under `within`, each before what it holds."""
    found: list[Spoken] = []
    _walk(QAccessible.queryAccessibleInterface(within), found)
    return found


def _walk(heard: QAccessibleInterface, found: list[Spoken]) -> None:
    item = heard.object()
    if isinstance(item, QQuickItem):
        if not item.isVisible():
            return
        found.append((heard.role(), heard.text(QAccessible.Text.Name)))
    for index in range(heard.childCount()):
        child = heard.child(index)
        if child is not None:
            _walk(child, found)
