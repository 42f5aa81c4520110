"""Messages by the keyboard alone, over the real TDLib."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.window import HeliographWindow
from tests.ui.screen import Role

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(sandbox: Sandbox, window: HeliographWindow) -> HeliographWindow:
    """The window of Robin with the chat of Lina, into which one message was just written."""
    window.click_row("Lina Hale")
    window.wait_for_field()
    window.type("first")
    window.press(Qt.Key.Key_Return)
    window.until(lambda: said(sandbox)[-1] == "first", "the message at the server")
    window.wait_for_row("first")
    return window


def said(sandbox: Sandbox) -> list[str]:
    return [text for _, _, text in sandbox.user("Robin").messages("Lina Hale")]


def enter_messages(window: HeliographWindow) -> None:
    """Goes from the field to the newest message."""
    for _ in range(6):
        if window.focus()[0] == Role.ListItem:
            return
        window.press(Qt.Key.Key_Backtab, SHIFT)
    assert window.focus()[0] == Role.ListItem, window.focus()


def test_a_reply_a_deletion_and_the_way_out_by_keys(sandbox: Sandbox, window: HeliographWindow) -> None:
    enter_messages(window)
    assert "first" in window.focus()[1]
    window.press(Qt.Key.Key_R)
    window.until(lambda: window.focus()[0] == Role.EditableText, "the keyboard in the field")
    window.type("second")
    window.press(Qt.Key.Key_Return)
    window.until(lambda: said(sandbox)[-2:] == ["first", "second"], "the answer at the server")
    enter_messages(window)
    window.until(lambda: window.row("second"), "the answer in the window")
    window.press(Qt.Key.Key_End)
    window.until(lambda: "second" in window.focus()[1], "the answer under the cursor")
    window.press(Qt.Key.Key_Delete)
    window.wait_for_words("Delete 1 message?")
    window.press(Qt.Key.Key_Tab)
    window.click(Role.Button, "Delete")
    window.until(lambda: said(sandbox)[-1] == "first", "the deletion at the server")
    window.until(lambda: window.focus()[0] == Role.ListItem, "the keyboard back at the messages")
    window.press(Qt.Key.Key_Escape)
    window.until(lambda: window.focus()[0] == Role.EditableText, "one step out: the field")
    window.press(Qt.Key.Key_Escape)
    window.until(lambda: window.open_title() == "", "one step out: no chat")
    window.close()


def test_a_column_of_avatars_unfolds_for_a_search(window: HeliographWindow) -> None:
    window.window.resize(640, 700)
    chats = window.wait_for(Role.List, "Chats")
    window.until(lambda: chats.width() < 100, "avatars alone")
    window.press(Qt.Key.Key_K, CONTROL)
    window.type("ridge")
    window.wait_for_row("5 members")
    window.press(Qt.Key.Key_Return)
    window.until(lambda: window.open_title().startswith("Ridge walk"), "the chat that was found")
    window.until(lambda: window.wait_for(Role.List, "Chats").width() < 100, "avatars alone again")
    window.close()
