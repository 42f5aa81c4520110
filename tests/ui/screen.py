"""`Screen`: the window as a person or a screen reader meets it, found by role and name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

Role = QAccessible.Role
Until = Callable[..., None]


class Screen:
    """Drives a window by real keys and clicks.

    Arguments:
        window: shown and active.
        until: waits for a condition.
    """

    def __init__(self, window: QQuickWindow, until: Until) -> None:
        self.window = window
        self.until = until

    def find(self, role: Role, name: str) -> QQuickItem | None:
        """Returns the visible item that a screen reader calls `name`, None where there is none."""
        for item in self._visible(self.window.contentItem()):
            heard = QAccessible.queryAccessibleInterface(item)
            if heard is not None and heard.role() == role and heard.text(QAccessible.Text.Name) == name:
                return item
        return None

    def wait_for(self, role: Role, name: str) -> QQuickItem:
        """Waits until there is such an item, and returns it."""
        try:
            self.until(lambda: self.find(role, name) is not None, f"{role} {name!r}")
        except AssertionError as error:
            raise AssertionError(f"{error}; there are {self.words()}") from error
        found = self.find(role, name)
        assert found is not None
        return found

    def wait_for_words(self, words: str) -> None:
        """Waits until some text on the screen contains `words`."""
        self.until(lambda: any(words in text for text in self.words()), f"{words!r}; there are {self.words()}")

    def words(self) -> list[str]:
        """Every text that can be read."""
        texts = (item.property("text") for item in self._visible(self.window.contentItem()))
        return [text for text in texts if isinstance(text, str) and text]

    def click(self, role: Role, name: str) -> None:
        """Clicks into the middle of an item, once it stands still."""
        self.tap(self.resting_place(role, name))

    def tap(self, place: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Clicks at a place of the window."""
        QTest.mouseClick(self.window, button, Qt.KeyboardModifier.NoModifier, place)

    def resting_place(self, role: Role, name: str) -> QPoint:
        """Returns the middle of an item in the window, once it stands still; another may take its place meanwhile."""
        self.wait_for(role, name)
        places: list[QPoint] = []

        def settled() -> bool:
            item = self.find(role, name)
            if item is None:
                places.clear()
                return False
            places.append(item.mapToScene(item.boundingRect().center()).toPoint())
            return len(places) > 2 and places[-1] == places[-2] == places[-3]

        self.until(settled)
        return places[-1]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window, key, modifier)

    def type(self, text: str) -> None:
        """Types `text`, sign by sign, where the focus is."""
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign)
                QCoreApplication.sendEvent(self.window, event)

    def focus(self) -> tuple[Role, str]:
        """Role and name of what has the keyboard."""
        heard = QAccessible.queryAccessibleInterface(self.window.activeFocusItem())
        return (heard.role(), heard.text(QAccessible.Text.Name)) if heard is not None else (Role.NoRole, "")

    def _visible(self, item: QQuickItem) -> Iterator[QQuickItem]:
        waiting = [item]
        while waiting:
            found = waiting.pop()
            if found.isVisible():
                yield found
                waiting += reversed(found.childItems())
