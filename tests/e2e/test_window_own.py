"""Chats in windows of their own, over the real TDLib."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.window import HeliographWindow
from tests.ui.screen import Role, Screen

CONTROL = Qt.KeyboardModifier.ControlModifier


def own_windows(window: HeliographWindow, title: str) -> list[QQuickWindow]:
    """The other windows whose title begins so."""
    shown = [each for each in QGuiApplication.topLevelWindows() if isinstance(each, QQuickWindow) and each.isVisible()]
    return [each for each in shown if each is not window.window and each.title().startswith(title)]


def own(window: HeliographWindow, title: str) -> Screen:
    """Waits for a chat's own window and goes there."""
    window.until(lambda: own_windows(window, title), f"the window of {title}")
    [found] = own_windows(window, title)
    screen = Screen(found, window.until)
    found.requestActivate()
    window.until(found.isActive, "the window to be active")
    screen.wait_for(Role.EditableText, "Message")
    return screen


def back(window: HeliographWindow) -> None:
    window.window.requestActivate()
    window.until(window.window.isActive, "the main window to be active")


def test_a_chat_moves_to_a_window_of_its_own_and_back(sandbox: Sandbox, window: HeliographWindow) -> None:
    window.click_row("Lina Hale")
    window.wait_for_field()
    window.type("half a thou")
    window.click_row("Lina Hale", Qt.MouseButton.RightButton)
    window.click(Role.MenuItem, "Open in a new window")

    screen = own(window, "Lina Hale")
    window.until(lambda: window.find(Role.EditableText, "Message") is None, "the chat to leave the main window")
    field = screen.wait_for(Role.EditableText, "Message")
    window.until(lambda: field.property("text") == "half a thou", "what was typed")
    window.until(lambda: screen.focus() == (Role.EditableText, "Message"), "the keyboard in the field")
    screen.type("ght")
    screen.press(Qt.Key.Key_Return)
    window.until(lambda: sandbox.user("Robin").messages("Lina Hale")[-1][2] == "half a thought", "the message")
    screen.wait_for_words("half a thought")

    back(window)
    window.click_row("Lina Hale")
    window.until(lambda: screen.window.isActive(), "its own window in front")
    screen.type("more")
    screen.press(Qt.Key.Key_W, CONTROL)
    window.until(lambda: not own_windows(window, "Lina Hale"), "the window to close")

    back(window)
    window.click_row("Lina Hale")
    window.until(lambda: window.composed() == "more", "what was typed, in the main window")
    window.wait_for_words("half a thought")
    sandbox.user("Lina Hale").send("Robin", "a whole one")
    window.wait_for_words("a whole one")
    window.close()


def test_what_comes_in_is_read_only_where_the_person_looks(sandbox: Sandbox, window: HeliographWindow) -> None:
    window.wait_for_row("Lina Hale")
    robin, lina = sandbox.user("Robin"), sandbox.user("Lina Hale")
    me, friend = sandbox.call(lambda: (robin.id, lina.id))
    dialog = sandbox.call(sandbox.world.dialog, me, friend)
    window.click_row("Lina Hale", Qt.MouseButton.RightButton)
    window.click(Role.MenuItem, "Open in a new window")
    screen = own(window, "Lina Hale")
    window.until(lambda: dialog.unread == 0, "everything read")

    back(window)
    lina.send("Robin", "are you there?")
    screen.wait_for_words("are you there?")
    window.until(lambda: "1 unread message" in str(window.spoken()), "the count in the list")
    assert dialog.unread == 1
    screen.window.requestActivate()
    window.until(lambda: dialog.unread == 0, "the message read")

    window.until(screen.window.isActive, "the window to be active")
    screen.press(Qt.Key.Key_Escape)
    window.until(lambda: not own_windows(window, "Lina Hale"), "the window to close")
    window.close()


def test_logging_out_takes_the_windows_away(window: HeliographWindow) -> None:
    for title in ("Lina Hale", "Sam Okafor"):
        window.click_row(title, Qt.MouseButton.RightButton)
        window.click(Role.MenuItem, "Open in a new window")
        own(window, title)
        back(window)
    window.click(Role.Button, "Menu")
    window.click(Role.MenuItem, "Log out…")
    window.click(Role.Button, "Log out")
    window.until(lambda: not own_windows(window, "Lina Hale") and not own_windows(window, "Sam"), "the windows to go")
    window.wait_for(Role.Graphic, "QR code to sign in with another device")
    window.close()
