"""Reading and writing in the window, over the real TDLib: with keys, clicks, and another person."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow
from tests.helpers.kurigram_client import KurigramClient
from tests.ui.screen import Role

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Truth = Callable[[], list[str]]


def sent(sandbox: Sandbox, chat: str) -> list[str]:
    """Returns the server's truth: what was said in Robin's chat."""
    return [text for _, _, text in sandbox.user("Robin").messages(chat)]


def write(window: HeliographWindow, text: str) -> None:
    """Types `text` into the field and sends it with Enter."""
    window.type(text)
    window.press(Qt.Key.Key_Return)


def test_one_chat_by_mouse_another_by_keyboard(sandbox: Sandbox, window: HeliographWindow) -> None:
    window.click_row("Lina Hale")
    window.wait_for_field()
    write(window, "by mouse")
    window.until(lambda: sent(sandbox, "Lina Hale")[-1] == "by mouse", "the message at the server")
    window.wait_for_row("by mouse")
    for _ in range(8):
        if window.focus()[1].startswith("Archive"):
            break
        window.press(Qt.Key.Key_Backtab, SHIFT)
    window.press(Qt.Key.Key_Down)
    assert window.focus()[1].startswith("Lina Hale")
    window.press(Qt.Key.Key_Down)
    window.press(Qt.Key.Key_Return)
    window.until(lambda: window.open_title() not in ("", "Lina Hale"), "the next chat")
    window.wait_for_field()
    window.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    window.until(lambda: window.open_title() == "Lina Hale", "the chat before")
    window.close()


def test_shift_and_enter_make_a_line(sandbox: Sandbox, window: HeliographWindow) -> None:
    window.click_row("Lina Hale")
    window.wait_for_field()
    window.type("one")
    window.press(Qt.Key.Key_Return, SHIFT)
    write(window, "two")
    window.until(lambda: sent(sandbox, "Lina Hale")[-1] == "one\ntwo", "the message at the server")
    assert window.composed() == ""
    window.close()


def test_what_the_other_person_does_is_seen(sandbox: Sandbox, window: HeliographWindow, lina: KurigramClient) -> None:
    me = sandbox.user("Robin").id
    window.click_row("Lina Hale")
    window.wait_for_field()
    number = lina.send_text(me, "Are you there?")
    window.wait_for_row("Are you there?")
    lina.edit(me, number, "Are you still there?")
    window.wait_for_row("Are you still there?")
    write(window, "here")
    window.until(lambda: sent(sandbox, "Lina Hale")[-1] == "here", "the message at the server")
    assert lina.wait_for_message("here").sender == "Robin"
    lina.delete(me, number)
    window.until(lambda: window.row("Are you still there?") is None, "the deletion")
    lina.read(me)
    window.until(lambda: any("here" in said and "read" in said.casefold() for said in window.spoken()), "the ticks")
    window.close()


def test_a_message_is_edited_by_the_arrow_key(sandbox: Sandbox, window: HeliographWindow) -> None:
    window.click_row("Lina Hale")
    window.wait_for_field()
    write(window, "colour")
    ticked = ("colour, sent", "colour, read")
    window.until(lambda: any(said.endswith(ticked) for said in window.spoken()), "the message to be sent")
    window.press(Qt.Key.Key_Up)
    window.until(lambda: window.composed() == "colour", "the text in the field")
    window.press(Qt.Key.Key_Escape)
    window.until(lambda: window.composed() == "", "the field as it was")
    window.press(Qt.Key.Key_Up)
    window.until(lambda: window.composed() == "colour", "the text in the field")
    window.press(Qt.Key.Key_Backspace)
    write(window, "rs")
    window.until(lambda: sent(sandbox, "Lina Hale")[-1] == "colours", "the edit at the server")
    window.until(lambda: window.composed() == "", "the field as it was")
    window.wait_for_row("colours")
    window.close()


def test_unread_badges_go_when_a_chat_is_read(sandbox: Sandbox, window: HeliographWindow, lina: KurigramClient) -> None:
    lina.send_text(sandbox.user("Robin").id, "Look at this")
    window.until(lambda: "unread" in chat_row(window, "Lina Hale"), "the badge")
    window.click_row("Lina Hale")
    window.wait_for_row("Look at this")
    window.until(lambda: "unread" not in (chat_row(window, "Lina Hale") or "unread"), "the badge to go")
    window.until(lambda: sandbox.requests("messages.readHistory"), "the reading at the server")
    window.close()


def test_a_draft_stays_with_its_chat_and_over_a_restart(
    sandbox: Sandbox, window: HeliographWindow, open_window: OpenWindow
) -> None:
    window.click_row("Lina Hale")
    window.wait_for_field()
    window.type("half a th")
    window.click_row("Sam Okafor")
    window.until(lambda: window.open_title() == "Sam Okafor", "the other chat")
    assert window.composed() == ""
    window.click_row("Lina Hale")
    window.until(lambda: window.open_title() == "Lina Hale" and window.composed() == "half a th", "the draft")
    window.type("ought")
    window.press(Qt.Key.Key_Q, CONTROL)
    window.wait_for_end()
    again = open_window(sandbox)
    again.click_row("Lina Hale")
    again.until(lambda: again.open_title() == "Lina Hale" and again.composed() == "half a thought", "the draft")
    again.close()


def chat_row(window: HeliographWindow, title: str) -> str:
    """Returns what a screen reader says of a chat in the list."""
    return next((said for said in window.spoken() if said.startswith(title)), "")


def test_a_search_and_enter_open_the_first_chat_found(window: HeliographWindow) -> None:
    window.press(Qt.Key.Key_K, CONTROL)
    window.type("ridge")
    window.wait_for_row("5 members")
    window.press(Qt.Key.Key_Return)
    window.until(lambda: window.open_title().startswith("Ridge walk"), "the chat that was found")
    window.until(lambda: window.focus() == (Role.EditableText, "Message"), "the keyboard in the field")
    window.press(Qt.Key.Key_K, CONTROL)
    window.until(lambda: window.focus() == (Role.EditableText, "Search chats and messages"), "the search box")
    window.press(Qt.Key.Key_Return)
    window.until(lambda: window.focus() == (Role.EditableText, "Message"), "the keyboard in the field again")
    window.close()
