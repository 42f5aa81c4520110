"""The chat list's pane in a window, found as a screen reader finds it, moved by keys and mouse."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from tests.ui.chat_column import Column
from tests.ui.conftest import PATIENCE, turn
from ui.window import qml_engine

Modifier = Qt.KeyboardModifier
Role = QAccessible.Role

PAGE = b"""
import QtQuick
import Heliograph
import ChatList as Column
Window {
    id: window
    required property ChatList list
    property bool mirrored: false
    width: 340; height: 620; visible: true
    Column.ChatListPane {
        objectName: "pane"
        anchors.fill: parent
        focus: true
        list: window.list
        LayoutMirroring.enabled: window.mirrored
        LayoutMirroring.childrenInherit: true
    }
}
"""


class Pane:
    """The pane in its window, as a screen reader finds it."""

    def __init__(self, column: Column) -> None:
        self.column = column
        self._engine: QQmlApplicationEngine = qml_engine()
        self._engine.setInitialProperties({"list": column.list})
        self._engine.loadData(PAGE)
        window = self._engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        self.window = window

    def close(self) -> None:
        """Takes the window down before what it shows."""
        self.window.close()
        del self.window, self._engine
        self.column.close()

    def items(self, role: QAccessible.Role, name: str = "") -> list[QQuickItem]:
        """The items on screen of a role whose names begin with `name`, from the top down."""
        found: list[QQuickItem] = []
        waiting = [QAccessible.queryAccessibleInterface(self.window)]
        while waiting:
            interface = waiting.pop()
            item = interface.object()
            fits = interface.role() == role and interface.text(QAccessible.Text.Name).startswith(name)
            if fits and isinstance(item, QQuickItem) and item.isVisible():
                found.append(item)
            waiting += [interface.child(index) for index in range(interface.childCount())]
        return sorted(found, key=lambda item: item.mapToScene(QPointF(0, 0)).y())

    def item(self, role: QAccessible.Role, name: str = "") -> Any:
        """The first item of a role whose name begins with `name`."""
        return self.items(role, name)[0]

    def rows(self) -> list[QQuickItem]:
        """The rows, once each has its place: while one is being made it lies over the first."""
        end = time.monotonic() + PATIENCE
        while True:
            found = self.items(Role.ListItem)
            if len({item.mapToScene(QPointF(0, 0)).y() for item in found}) == len(found):
                return found
            assert time.monotonic() < end, "the rows did not come to rest"
            turn(0.02)

    def spoken(self) -> list[str]:
        """What a screen reader says of the rows, from the top down."""
        return [name(row) for row in self.rows()]

    def titles(self) -> list[str]:
        return [said.split(", ")[0] for said in self.spoken()]

    def current(self) -> str:
        """The title of the row that the keyboard is at."""
        return name(self.item(Role.List, "Chats").property("currentItem")).split(", ")[0]

    def focused(self) -> str:
        item = self.window.activeFocusItem()
        return name(item) if item is not None else ""

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.window, key, modifiers)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.window, Qt.Key(ord(letter.upper())))

    def click(self, item: QQuickItem, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        place = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        QTest.mouseClick(self.window, button, Modifier.NoModifier, place)

    def opened(self) -> list[int]:
        return [chat_id for chat_id, _ in self.column.opened]


def name(item: QQuickItem) -> str:
    return QAccessible.queryAccessibleInterface(item).text(QAccessible.Text.Name)
