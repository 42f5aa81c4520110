"""Messages in another language, over the real TDLib."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt

from tdlib.sandbox.api.translating import translated
from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.window import HeliographWindow
from tests.ui.screen import Role
from ui.viewmodels.translating import code

WORDS = "We come at seven and bring the long table, both benches and whatever the bakery has left by then. " * 30
SHIFT = Qt.KeyboardModifier.ShiftModifier


def ask(window: HeliographWindow, words: str) -> None:
    """Lets Lina's message be translated by a key."""
    window.click_row("Lina Hale")
    window.wait_for_field()
    window.wait_for_row(words)
    window.until(lambda: _at_messages(window), "the keyboard at the messages")
    window.press(Qt.Key.Key_End)
    window.until(lambda: words in window.focus()[1], "the message under the cursor")
    window.press(Qt.Key.Key_T)


def test_a_long_message_is_translated_into_a_text_that_can_be_scrolled(
    sandbox: Sandbox, window: HeliographWindow
) -> None:
    text = WORDS.strip()
    sandbox.user("Lina Hale").send("Robin", text)
    window.wait_for_row("We come at seven")
    ask(window, "We come at seven")
    window.wait_for_words(translated(text, code(QLocale())))
    window.wait_for_words("Translation")
    assert window.resting_place(Role.Button, "OK").y() < window.window.height()
    window.until(lambda: window.focus() == (Role.Button, "OK"), "the keyboard at the button")
    dialog = window.named("dialogText")
    assert dialog is not None
    while dialog.property("contentY") + dialog.height() < dialog.property("contentHeight"):
        before = dialog.property("contentY")
        window.press(Qt.Key.Key_Down)
        assert dialog.property("contentY") > before
    window.press(Qt.Key.Key_Escape)
    window.until(lambda: window.focus()[0] == Role.ListItem, "the keyboard back at the message")
    window.close()


def test_a_refusal_is_said(sandbox: Sandbox, window: HeliographWindow) -> None:
    sandbox.fail("messages.translateText", 400, "TRANSLATE_REQ_QUOTA_EXCEEDED")
    ask(window, "that was a different me")
    window.wait_for_words("Telegram could not translate this message.")
    window.close()


def _at_messages(window: HeliographWindow) -> bool:
    if window.focus()[0] != Role.ListItem:
        window.press(Qt.Key.Key_Backtab, SHIFT)
    return window.focus()[0] == Role.ListItem
