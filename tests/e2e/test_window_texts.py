"""What stands in the texts of messages, over the real TDLib."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from tdlib.sandbox.codec import functions as tf
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.sandbox import Sandbox
from tdlib.sandbox.world import custom_emoji
from tests.contact_sheet.sheet import items
from tests.e2e.window import HeliographWindow
from tests.helpers.kurigram_client import KurigramClient
from tests.ui.screen import Role

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def pictures(within: QQuickItem) -> list[str]:
    """Returns the addresses of the emoji whose picture's file is here."""
    texts = (str(item.property("text")) for item in items(within) if item.inherits("QQuickText"))
    return [found for text in texts for found in re.findall(r'"image://emoji/[^/"]+/\d+/[^/"]+/[^"]+"', text)]


def test_custom_emoji_come_as_pictures(sandbox: Sandbox, window: HeliographWindow, lina: KurigramClient) -> None:
    window.click_row("Lina Hale")
    window.wait_for_field()
    robin = sandbox.user("Robin").id
    marks = [custom_emoji.entity(0, 4), custom_emoji.entity(3, 9)]
    lina.send_text(robin, "sun ⭐ at 🔥 tea", entities=marks)
    window.until(lambda: len(pictures(window.messages())) == 2, "the pictures in the text")
    lina.send_text(robin, "😻", entities=[custom_emoji.entity(2, 0)])
    window.until(lambda: len(pictures(window.messages())) == 3, "the picture alone")
    window.close()


def open_lina(window: HeliographWindow) -> None:
    window.click_row("Lina Hale")
    window.until(lambda: window.focus() == (Role.EditableText, "Message"), "the keyboard in the field")
    window.until(window.message_ids, "the messages")


def go_to_message(window: HeliographWindow, words: str) -> None:
    """Leads the keyboard from the field to the newest message, which says `words`."""
    window.until(lambda: any(words in said for said in window.spoken()), f"the message {words!r}")
    for _ in range(8):
        if window.focus()[0] == Role.ListItem:
            break
        window.press(Qt.Key.Key_Backtab, SHIFT)
    window.until(lambda: words in window.focus()[1], "the keyboard on the message")


def marked(within: QQuickItem) -> list[str]:
    """Returns what stands out in texts."""
    texts = (str(item.property("text")) for item in items(within) if item.inherits("QQuickText"))
    return [found for text in texts for found in re.findall('<span class="h">(.*?)</span>', text)]


def test_a_part_of_a_text_is_quoted_by_keys(sandbox: Sandbox, window: HeliographWindow, lina: KurigramClient) -> None:
    open_lina(window)
    bold = tl.MessageEntityBold(offset=12, length=3)
    question = lina.send_text(sandbox.user("Robin").id, "⛺⛺ Take the red tent or the blue one?", entities=[bold])
    go_to_message(window, "Take the red tent")
    window.press(Qt.Key.Key_Menu)
    window.click(Role.MenuItem, "Quote a part…")
    window.until(lambda: window.find(Role.MenuItem, "Quote a part…") is None, "the menu to go")
    window.until(lambda: window.focus()[1].startswith("Text of the message"), "the keyboard in the text")
    for _ in range(12):
        window.press(Qt.Key.Key_Right)
    for _ in range(9):
        window.press(Qt.Key.Key_Right, SHIFT)
    window.press(Qt.Key.Key_Return)
    window.until(lambda: any(said.startswith("Quote of") for said in window.spoken(Role.StaticText)), "the quote")
    assert any(said.endswith(": red tent") for said in window.spoken(Role.StaticText))
    window.until(lambda: window.focus() == (Role.EditableText, "Message"), "the keyboard in the field")
    window.type("This one")
    window.press(Qt.Key.Key_Return)
    window.until(lambda: any(each.text == "This one" for each in lina.received), "the answer at the other person")
    answer = lina.wait_for_message("This one").raw
    assert answer.reply_to_message_id == question
    assert (answer.quote.text, answer.quote.position) == ("red tent", 12)
    assert [(each.offset, each.length) for each in answer.quote.entities] == [(0, 3)]
    window.wait_for(Role.Button, "In reply to a quote of Lina Hale: red tent")
    window.close()


def test_a_quote_of_another_leads_to_its_place(
    sandbox: Sandbox, window: HeliographWindow, lina: KurigramClient
) -> None:
    robin = sandbox.user("Robin")
    robin.send("Lina Hale", "tea in the morning, tea at noon and tea at night")
    theirs = sandbox.user("Lina Hale").messages("Robin")
    number = next(each for each, _, text in theirs if text.startswith("tea in"))
    open_lina(window)
    reply = tl.InputReplyToMessage(reply_to_msg_id=number, quote_text="tea", quote_offset=20)
    lina.invoke(
        tf.messages.SendMessage(peer=lina.peer(robin.id), message="That much?", random_id=99, reply_to=reply)
    )
    window.click(Role.Button, "In reply to a quote of Robin Hale: tea")
    window.until(lambda: marked(window.messages()) == ["tea"], "the quoted word to stand out")
    texts = [str(item.property("text")) for item in items(window.messages()) if item.inherits("QQuickText")]
    assert any('morning, <span class="h">tea</span> at noon' in text.replace("&nbsp;", " ") for text in texts)
    window.until(lambda: not marked(window.messages()), "the end of the marks")
    window.close()


def test_the_emoji_of_a_person_stands_behind_the_name(window: HeliographWindow) -> None:
    chats = window.wait_for(Role.List, "Chats")
    window.wait_for_row("Lina Hale")
    for _ in range(40):
        if window.row("Zoë") is not None:
            break
        window.wheel(chats, -1)
        window.turn(0.05)
    window.click_row("Zoë")
    window.until(lambda: window.open_title().startswith("Zoë"), "the chat")
    window.until(lambda: any(_is_emoji(item) for item in items(window.window.contentItem())), "the picture")
    window.close()


def _is_emoji(item: QQuickItem) -> bool:
    if not item.inherits("QQuickImage"):
        return False
    source = item.property("source").toString()
    return bool(re.fullmatch(r"image://emoji/[^/]+/18/[^/]+/[^/]+", source))
