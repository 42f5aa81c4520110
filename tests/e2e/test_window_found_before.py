"""What the empty search box offers, over the real TDLib."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.window import HeliographWindow
from tests.ui.screen import Role

CONTROL = Qt.KeyboardModifier.ControlModifier


def to_the_box(window: HeliographWindow) -> None:
    window.press(Qt.Key.Key_K, CONTROL)
    window.until(lambda: window.focus() == (Role.EditableText, "Search chats and messages"), "the search box")


def find(window: HeliographWindow, title: str) -> None:
    """Finds a chat by typing and opens it."""
    to_the_box(window)
    window.type(title)
    window.wait_for_row(title)
    window.press(Qt.Key.Key_Return)
    window.until(lambda: any(said.startswith(title) for said in window.spoken(Role.Heading)), f"the chat {title}")
    to_the_box(window)
    window.press(Qt.Key.Key_Escape)
    window.wait_for(Role.List, "Chats")


def spoken(window: HeliographWindow, words: str) -> str:
    """What is said of the row with `words`, signs of direction and all."""
    row = window.wait_for_row(words)
    return QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Name)


def test_chats_found_before_are_offered_opened_and_forgotten(window: HeliographWindow) -> None:
    find(window, "Harbour News")
    find(window, "Lighthouse")
    to_the_box(window)
    recent = window.wait_for(Role.List, "Found before")
    window.until(lambda: recent.property("count") == 2, "two chats")

    window.press(Qt.Key.Key_Down)
    strip = window.wait_for(Role.List, "Frequent contacts")
    window.until(lambda: strip.property("activeFocus"), "the keyboard on the frequent contacts")
    window.press(Qt.Key.Key_Down)
    window.until(lambda: recent.property("activeFocus"), "the keyboard on the recent chats")
    window.press(Qt.Key.Key_Down)
    window.until(lambda: recent.property("currentIndex") == 1, "the second")
    window.press(Qt.Key.Key_Return)
    window.until(lambda: any(said.startswith("Harbour") for said in window.spoken(Role.Heading)), "the chat")
    window.wait_for(Role.List, "Chats")

    to_the_box(window)
    recent = window.wait_for(Role.List, "Found before")
    window.until(lambda: window.row("Harbour News"), "the one opened last")
    window.tap(window.resting_place(Role.ListItem, spoken(window, "Harbour News")), Qt.MouseButton.RightButton)
    window.click(Role.MenuItem, "Remove from recent")
    window.until(lambda: recent.property("count") == 1, "one chat")
    window.click(Role.Button, "Forget all that was found before")
    window.until(lambda: not recent.isVisible() or recent.property("count") == 0, "no chat")
    window.close()


def test_somebody_is_taken_out_of_the_frequent_contacts_by_keys(sandbox: Sandbox, window: HeliographWindow) -> None:
    to_the_box(window)
    strip = window.wait_for(Role.List, "Frequent contacts")
    count = strip.property("count")
    assert count > 2
    window.press(Qt.Key.Key_Down)
    window.until(lambda: strip.property("activeFocus"), "the keyboard on the frequent contacts")
    window.press(Qt.Key.Key_Right)
    window.press(Qt.Key.Key_Delete)
    window.until(lambda: strip.property("count") == count - 1, "one fewer")
    window.until(lambda: sandbox.requests("contacts.resetTopPeerRating"), "the removal at the server")
    window.press(Qt.Key.Key_Return)
    window.wait_for_field()
    window.until(lambda: window.find(Role.List, "Frequent contacts") is None, "the chats again")
    window.close()
