"""Reactions that were not seen yet, and reports, over the real TDLib."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.window import HeliographWindow
from tests.ui.screen import Role


def test_a_reaction_is_counted_found_and_seen(sandbox: Sandbox, window: HeliographWindow) -> None:
    robin, lina = sandbox.user("Robin"), sandbox.user("Lina Hale")
    own = robin.send("Lina Hale", "the best of all cakes")
    for number in range(40):
        lina.send("Robin", f"crumb {number}\nand one\nand another")
    robin.read("Lina Hale")
    theirs = next(each for each, _, text in lina.messages("Robin") if text == "the best of all cakes")
    lina.react("Robin", theirs, "🔥")
    window.until(lambda: any("Lina Hale" in said and "reaction" in said for said in window.spoken()), "the heart")

    window.click_row("Lina Hale")
    window.wait_for_row("crumb 39")
    window.click(Role.Button, "Go to the next reaction, 1 unread")
    window.wait_for_row("the best of all cakes")
    window.until(lambda: window.find(Role.Button, "Go to the next reaction, 1 unread") is None, "the button to go")
    me, friend = sandbox.call(lambda: (robin.id, lina.id))
    unread = sandbox.call(sandbox.world.dialog, me, friend)
    window.until(lambda: own not in unread.unread_reactions, "the reaction seen at the server")
    window.close()


def test_a_message_is_reported_with_reasons_and_words(sandbox: Sandbox, window: HeliographWindow) -> None:
    sandbox.user("Freya").send("Last Page Society", "buy my watches")
    window.click_row("Last Page Society")
    window.wait_for_field()
    window.until(lambda: len([each for each in window.spoken() if "buy my watches" in each]) == 2, "the message")
    for _ in range(8):
        if window.focus()[0] == Role.ListItem:
            break
        window.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    window.press(Qt.Key.Key_Menu)
    window.click(Role.MenuItem, "Report…")
    window.wait_for_words("What is wrong?")
    for name in ("Spam", "Violence", "Private data"):
        window.wait_for(Role.ListItem, name)
    window.click(Role.ListItem, "Something else")
    window.until(lambda: window.focus() == (Role.EditableText, "What is wrong?"), "the keyboard in the field")
    window.type("too loud")
    window.press(Qt.Key.Key_Return)
    window.wait_for_words("Thank you. The moderators will look at it.")
    assert len(sandbox.requests("messages.report")) == 3
    window.close()


def test_a_chat_is_reported_by_keys(sandbox: Sandbox, window: HeliographWindow) -> None:
    window.click_row("Lighthouse", Qt.MouseButton.RightButton)
    window.click(Role.MenuItem, "Report…")
    window.wait_for(Role.ListItem, "Spam")
    window.until(lambda: window.focus() == (Role.ListItem, "Spam"), "the keyboard on the first reason")
    window.press(Qt.Key.Key_Return)
    window.wait_for_words("Thank you. The moderators will look at it.")
    window.close()
