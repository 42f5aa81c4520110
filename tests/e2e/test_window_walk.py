"""Every area of the window without a mouse: Tab reaches it, keys work it, Esc leads one step out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.window import HeliographWindow
from tests.ui.screen import Role

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
SEARCH = "Search chats and messages"


@pytest.fixture
def window(window: HeliographWindow) -> HeliographWindow:
    """The window of Robin, with the keyboard where the sign-in leaves it: at the chats."""
    window.until(lambda: window.focus() == (Role.List, "Chats"), "the keyboard at the chats")
    window.wait_for_row("Ridge walk")
    return window


def tab_to(window: HeliographWindow, name: str, key: Qt.Key = Key.Key_Tab) -> None:
    """Presses Tab, or Shift and Tab, until what is called so has the keyboard; it may be still to come."""
    passed: list[str] = []

    def reached() -> bool:
        if name in window.focus()[1]:
            return True
        passed.append(window.focus()[1])
        window.press(key, SHIFT if key == Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
        return False

    window.until(reached, f"the way to {name!r} past {passed}")


def at(window: HeliographWindow, role: Role, words: str = "") -> None:
    """Waits until something of `role` with `words` in its name has the keyboard."""
    window.until(
        lambda: window.focus()[0] == role and words in window.focus()[1],
        f"the keyboard at {role.name} {words!r}, not at {window.focus()}",
    )


def open_chat(window: HeliographWindow, words: str) -> None:
    window.press(Key.Key_K, CONTROL)
    at(window, Role.EditableText, "Search chats")
    window.type(words)
    window.wait_for_row(words)
    window.press(Key.Key_Return)
    window.until(lambda: words in window.open_title(), f"the chat {words}")
    window.wait_for_field()
    window.until(window.message_ids, "the messages")


def enter_messages(window: HeliographWindow) -> None:
    """Goes from the field up to the newest message."""
    tab_to(window, " at ", Key.Key_Backtab)
    at(window, Role.ListItem)


def test_the_chats(sandbox: Sandbox, window: HeliographWindow) -> None:
    window.press(Key.Key_Down)
    at(window, Role.ListItem, "Ridge walk")
    window.press(Key.Key_Menu)
    window.wait_for(Role.MenuItem, "Open in a new window")
    window.press(Key.Key_Down)
    window.press(Key.Key_Down)
    at(window, Role.MenuItem, "Unpin")
    window.press(Key.Key_Escape)
    at(window, Role.ListItem, "Ridge walk")

    tab_to(window, "Archive")
    window.press(Key.Key_Return)
    window.wait_for_row("City Library")
    tab_to(window, "City Library")
    window.press(Key.Key_Escape)
    window.wait_for_row("Ridge walk")

    tab_to(window, "Order and filter")
    window.press(Key.Key_Return)
    window.wait_for(Role.MenuItem, "Unread first")
    window.press(Key.Key_Escape)
    at(window, Role.Button, "Order and filter")
    tab_to(window, "All chats")
    window.press(Key.Key_Right)
    at(window, Role.PageTab, "Home")
    window.press(Key.Key_1, CONTROL)
    window.wait_for_row("Ridge walk")
    window.close()


def test_nobody_is_caught_anywhere(window: HeliographWindow) -> None:
    open_chat(window, "Ridge walk")
    window.press(Key.Key_Tab)
    for name in ("Menu", "About this chat", "Search in this chat", "Pinned message", "Attach files", "Message"):
        tab_to(window, name)
    at(window, Role.EditableText, "Message")
    assert window.composed() == ""
    window.press(Key.Key_Escape)
    at(window, Role.EditableText, "Search chats")
    window.press(Key.Key_Escape)
    window.until(lambda: not window.wait_for(Role.EditableText, SEARCH).property("text"), "an empty search")
    window.press(Key.Key_Escape)
    at(window, Role.ListItem, "Ridge walk")
    window.close()


def test_messages_and_what_they_open(window: HeliographWindow) -> None:
    open_chat(window, "Ridge walk")
    enter_messages(window)
    window.press(Key.Key_Space)
    window.wait_for_words("1 selected")
    window.press(Key.Key_F)
    at(window, Role.EditableText, "Search")
    window.press(Key.Key_Escape)
    at(window, Role.ListItem)
    window.press(Key.Key_Escape)
    window.until(lambda: "1 selected" not in window.words(), "nothing selected")
    at(window, Role.ListItem)
    _, message = window.focus()
    for key, name in ((Key.Key_Return, "Select"), (Key.Key_I, "Close"), (Key.Key_P, "Pin")):
        window.press(key)
        window.until(lambda: window.focus()[1] != message, "the keyboard in what has opened")
        tab_to(window, name, Key.Key_Down if key == Key.Key_Return else Key.Key_Tab)
        window.press(Key.Key_Escape)
        at(window, Role.ListItem, message)
    window.close()


def test_a_search_in_a_chat(window: HeliographWindow) -> None:
    open_chat(window, "Ridge walk")
    window.press(Key.Key_F, CONTROL)
    at(window, Role.EditableText, "Search in this chat")
    window.type("the")
    tab_to(window, "Kind")
    window.press(Key.Key_Return)
    window.wait_for(Role.MenuItem, "Photos")
    window.press(Key.Key_Escape)
    at(window, Role.Button, "Kind")
    tab_to(window, "Until a day")
    window.press(Key.Key_Return)
    at(window, Role.Cell)
    window.press(Key.Key_Left)
    window.press(Key.Key_Return)
    at(window, Role.Button, "Until Yesterday")
    window.wait_for(Role.Button, "All results")
    tab_to(window, "All results")
    window.press(Key.Key_Return)
    at(window, Role.ListItem)
    window.press(Key.Key_Return)
    window.until(lambda: window.focus()[0] != Role.ListItem, "the keyboard back at the search")
    window.press(Key.Key_Escape)
    at(window, Role.EditableText, "Message")
    assert "Ridge walk" in window.open_title()
    window.close()


def test_the_panel_about_a_group(window: HeliographWindow) -> None:
    open_chat(window, "The Workshop")
    tab_to(window, "About this chat")
    window.press(Key.Key_Return)
    at(window, Role.Button, "Close")
    window.until(lambda: "Members" in str(window.spoken(Role.PageTab)), "the members")
    tab_to(window, "Members")
    window.press(Key.Key_Right)
    at(window, Role.PageTab, "Photos")
    window.press(Key.Key_Left)
    at(window, Role.PageTab, "Members")
    tab_to(window, "Search members")
    window.wait_for_row("Owner")
    window.press(Key.Key_Down)
    at(window, Role.ListItem, "Owner")
    window.press(Key.Key_Escape)
    at(window, Role.EditableText, "Message")
    assert "The Workshop" in window.open_title()
    window.close()


def test_a_bots_button(sandbox: Sandbox, window: HeliographWindow) -> None:
    open_chat(window, "Weather Bell")
    asked = len(sandbox.requests("messages.getBotCallbackAnswer"))
    tab_to(window, "Tomorrow", Key.Key_Backtab)
    at(window, Role.Button, "Tomorrow")
    window.press(Key.Key_Return)
    window.until(lambda: len(sandbox.requests("messages.getBotCallbackAnswer")) > asked, "the press at the bot")
    window.close()
