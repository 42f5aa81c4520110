"""Unread first and only unanswered, over the real TDLib."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.ui.screen import Role

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_wishes_about_the_list_are_carried_out_and_kept(sandbox: Sandbox, open_window: OpenWindow) -> None:
    sandbox.user("Sam Okafor").send("Robin", "any news?")
    sandbox.user("Robin").send("Alice", "none at all")
    window = open_window(sandbox)
    window.sign_in(sandbox)
    window.wait_for_row("Alice Morgan")
    window.click(Role.Button, "Order and filter")
    window.click(Role.MenuItem, "Only unanswered")
    window.until(lambda: not window.row("Alice Morgan") and not window.row("Ridge walk"), "the others to go")
    window.wait_for_row("any news?")

    window.click_row("any news?")
    window.wait_for_field()
    window.type("soon")
    window.press(Qt.Key.Key_Return)
    window.until(lambda: any("You: soon" in said for said in window.spoken()), "the answer, in the open chat")
    window.close()

    again = open_window(sandbox)
    again.until(lambda: again.row("Lina Hale") and not again.row("Ridge walk"), "the wish of before")
    again.click(Role.Button, "Order and filter")
    again.click(Role.MenuItem, "As usual")
    again.wait_for_row("Ridge walk")
    again.close()
