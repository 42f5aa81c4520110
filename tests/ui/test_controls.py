"""The controls: keys, mouse, and what a screen reader hears."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import Q_ARG, QMetaObject, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from ui.window import qml_engine

PAGE = b"""
import QtQuick
import Theme
import Controls
Window {
    id: window
    property int clicks: 0
    property string chosen: ""
    width: 500; height: 400; visible: true
    function ask() { question.open() }
    function showMenu() { menu.popup(20, 20) }
    function say(sentence) { toast.show(sentence) }
    Column {
        Button { objectName: "button"; text: "Continue"; focus: true; onClicked: window.clicks += 1 }
        TextButton { objectName: "text"; text: "Use another"; onClicked: window.clicks += 10 }
        IconButton { objectName: "icon"; iconName: "send"; label: "Send"; onClicked: window.clicks += 100 }
        TextField { objectName: "field"; label: "Name"; error: "Too short" }
        PasswordField { objectName: "password"; label: "Password" }
        Button { objectName: "busy"; text: "Wait"; busy: true; enabled: false; onClicked: window.clicks += 1000 }
        Badge { objectName: "badge"; text: "3" }
        Banner { objectName: "banner"; width: 300; text: "Connecting"; busy: true }
    }
    Dialog { id: question; objectName: "question"; title: "Delete?"; text: "It is gone then."; destructive: true
             acceptText: "Delete"; onAccepted: window.chosen = "yes"; onRejected: window.chosen = "no" }
    Menu { id: menu
        MenuItem { text: "Reply"; onTriggered: window.chosen = "reply" }
        MenuSeparator {}
        MenuItem { text: "Delete"; danger: true; onTriggered: window.chosen = "delete" }
    }
    Toast { id: toast; objectName: "toast" }
}
"""


@pytest.fixture
def window(qapp: QGuiApplication, loop: object, until: Callable[..., None]) -> Iterator[QQuickWindow]:
    """A window with one of each control."""
    engine: QQmlApplicationEngine = qml_engine()
    engine.loadData(PAGE)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    until(window.isActive)
    yield window
    shiboken6.delete(engine)


def _find(window: QQuickWindow, name: str) -> QQuickItem:
    found = window.findChild(QQuickItem, name)
    assert found is not None
    return found


def _property(window: QQuickWindow, name: str, property_name: str) -> object:
    found = window.findChild(QObject, name)
    assert found is not None
    return found.property(property_name)


def _heard(item: QObject) -> tuple[QAccessible.Role, str, str]:
    """What a screen reader says of `item`: its role, name and description."""
    interface = QAccessible.queryAccessibleInterface(item)
    return interface.role(), interface.text(QAccessible.Text.Name), interface.text(QAccessible.Text.Description)


def _center(item: QQuickItem) -> QPoint:
    return item.mapToScene(item.boundingRect().center()).toPoint()


def test_return_and_space_press_the_button_in_focus(window: QQuickWindow, until: Callable[..., None]) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(window, key)
    until(lambda: window.property("clicks") == 3)


def test_tab_goes_through_the_controls_in_their_order(window: QQuickWindow) -> None:
    seen = []
    for _ in range(5):
        seen.append(window.activeFocusItem().objectName())
        QTest.keyClick(window, Qt.Key.Key_Tab)
    assert seen == ["button", "text", "icon", "field", "password"]


def test_a_click_presses_and_a_busy_button_does_not(window: QQuickWindow) -> None:
    for name in ("text", "icon", "busy"):
        place = _center(_find(window, name))
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert window.property("clicks") == 110


@pytest.mark.parametrize(
    ("name", "role", "words", "more"),
    [
        ("button", QAccessible.Role.Button, "Continue", ""),
        ("text", QAccessible.Role.Button, "Use another", ""),
        ("icon", QAccessible.Role.Button, "Send", ""),
        ("field", QAccessible.Role.EditableText, "Name", "Too short"),
        ("password", QAccessible.Role.EditableText, "Password", ""),
        ("banner", QAccessible.Role.StaticText, "Connecting", ""),
    ],
)
def test_a_screen_reader_hears_what_it_is(
    window: QQuickWindow, name: str, role: QAccessible.Role, words: str, more: str
) -> None:
    assert _heard(_find(window, name)) == (role, words, more)


@pytest.mark.parametrize("name", ["button", "text", "icon", "field", "password", "busy"])
def test_a_control_is_large_enough_to_hit(window: QQuickWindow, name: str) -> None:
    item = _find(window, name)
    assert item.width() >= 32
    assert item.height() >= 32


def test_the_eye_shows_the_password(window: QQuickWindow) -> None:
    field = _find(window, "password")
    assert QAccessible.queryAccessibleInterface(field).state().passwordEdit
    field.setProperty("revealed", True)
    assert not QAccessible.queryAccessibleInterface(field).state().passwordEdit


def test_the_safe_answer_has_the_focus(window: QQuickWindow, until: Callable[..., None]) -> None:
    QMetaObject.invokeMethod(window, "ask")
    until(lambda: _property(window, "question", "opened"))
    QTest.keyClick(window, Qt.Key.Key_Return)
    until(lambda: window.property("chosen") == "no")


def test_escape_means_no(window: QQuickWindow, until: Callable[..., None]) -> None:
    QMetaObject.invokeMethod(window, "ask")
    until(lambda: _property(window, "question", "opened"))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    until(lambda: window.property("chosen") == "no")


def test_the_keys_go_through_a_menu(window: QQuickWindow, until: Callable[..., None]) -> None:
    QMetaObject.invokeMethod(window, "showMenu")
    QTest.keyClick(window, Qt.Key.Key_Down)
    QTest.keyClick(window, Qt.Key.Key_Down)
    QTest.keyClick(window, Qt.Key.Key_Return)
    until(lambda: window.property("chosen") == "delete")


def test_a_toast_says_its_sentence(window: QQuickWindow, until: Callable[..., None]) -> None:
    toast = _find(window, "toast")
    assert not toast.isVisible()
    QMetaObject.invokeMethod(window, "say", Q_ARG("QVariant", "Saved."))
    until(toast.isVisible)
    assert _heard(toast)[1] == "Saved."
