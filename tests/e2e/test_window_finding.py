"""Pinned messages, mentions, the search in a chat, the calendar and the details of a message, over the real TDLib."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.window import HeliographWindow
from tests.helpers.kurigram_client import KurigramClient
from tests.ui.screen import Role

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def open_chat(window: HeliographWindow, title: str) -> None:
    window.click_row(title)
    window.until(lambda: window.open_title().startswith(title), f"the chat {title}")
    window.wait_for_field()


def test_a_pinned_message_is_shown_found_and_taken_down(sandbox: Sandbox, window: HeliographWindow) -> None:
    open_chat(window, "Ridge walk")
    bar = "Pinned message: Then Saturday it is. Train at 07:12, platform 4, we meet under the clock."
    window.click(Role.Button, bar)
    window.wait_for_row("Then Saturday it is.")
    window.click(Role.Button, "Unpin")
    window.until(lambda: window.find(Role.Button, bar) is None, "the bar to go")
    window.until(lambda: sandbox.requests("messages.updatePinnedMessage"), "the unpinning at the server")
    window.close()


def test_words_are_found_in_the_chat_and_stepped_through(window: HeliographWindow) -> None:
    open_chat(window, "Ridge walk")
    window.press(Qt.Key.Key_F, CONTROL)
    window.until(lambda: window.focus() == (Role.EditableText, "Search in this chat"), "the field")
    window.type("the")
    window.until(lambda: any(text.startswith("1 of ") for text in window.words()), "the first result")
    window.press(Qt.Key.Key_Return)
    window.until(lambda: any(text.startswith("2 of ") for text in window.words()), "the second result")
    window.press(Qt.Key.Key_Return, SHIFT)
    window.until(lambda: any(text.startswith("1 of ") for text in window.words()), "the first result again")
    window.click(Role.Button, "All results")
    found = window.wait_for(Role.List, "Results in this chat")
    assert found.property("currentIndex") == 0

    window.click(Role.Button, "All results")
    window.press(Qt.Key.Key_Escape)
    window.until(lambda: window.find(Role.List, "Results in this chat") is None, "the end of the search")
    window.until(lambda: window.focus() == (Role.EditableText, "Message"), "the keyboard in the field")
    window.close()


def test_the_search_takes_one_kind_alone(window: HeliographWindow) -> None:
    open_chat(window, "Ridge walk")
    window.press(Qt.Key.Key_F, CONTROL)
    window.click(Role.Button, "Kind: All messages")
    window.click(Role.MenuItem, "Photos")
    window.until(lambda: any(text.startswith("1 of ") for text in window.words()), "the first photo")
    window.click(Role.Button, "All results")
    results = window.wait_for(Role.List, "Results in this chat")
    window.until(lambda: results.property("count") > 0, "photos")
    window.close()


def test_a_day_of_the_calendar_bounds_the_search(window: HeliographWindow) -> None:
    open_chat(window, "Ridge walk")
    window.press(Qt.Key.Key_F, CONTROL)
    window.click(Role.Button, "Until a day")
    window.wait_for_words("Go to a day")
    window.until(lambda: window.focus()[0] == Role.Cell, "the keyboard on the days")

    window.press(Qt.Key.Key_Return)
    window.wait_for(Role.Button, "Until Today")
    window.until(lambda: any(text.startswith("1 of ") for text in window.words()), "what was written until today")
    window.close()


def test_the_details_say_when_it_was_read(sandbox: Sandbox, window: HeliographWindow, lina: KurigramClient) -> None:
    open_chat(window, "Lina Hale")
    window.type("look")
    window.press(Qt.Key.Key_Return)
    window.wait_for_row("look")
    window.until(lambda: sandbox.user("Robin").messages("Lina Hale")[-1][2] == "look", "the message at the server")
    lina.read(sandbox.user("Robin").id)
    window.until(lambda: any("look" in said and "read" in said.casefold() for said in window.spoken()), "the ticks")
    for _ in range(6):
        if window.focus()[0] == Role.ListItem:
            break
        window.press(Qt.Key.Key_Backtab, SHIFT)
    window.press(Qt.Key.Key_I)
    window.wait_for_words("About this message")
    window.wait_for_words("Read: ")

    window.press(Qt.Key.Key_Escape)
    window.until(lambda: window.focus()[0] == Role.ListItem, "one step out")
    window.close()
