"""The sponsored message of a channel, over the real TDLib."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tdlib.sandbox.sandbox import Sandbox
from tdlib.sandbox.world.advertising import Advertisement
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow
from tests.ui.screen import Role

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CHANNEL = "Words Without Borders"
AD = "Ad: A tea house. Tea for the long chapters. The Tea House Company."


@pytest.fixture
def window(sandbox: Sandbox, open_window: OpenWindow) -> HeliographWindow:
    """The window of Robin, signed in, with the channel open; its advertisement leads to another channel."""
    sandbox.call(advertise, sandbox)
    window = open_window(sandbox)
    window.sign_in(sandbox)
    open_chat(window, CHANNEL)
    return window


def advertise(sandbox: Sandbox) -> None:
    """Puts an advertisement in the place of the sample's."""
    ads = sandbox.world.advertisements
    ads.by_id.clear()
    channel = sandbox.world.find_peer(0, CHANNEL)
    url, sponsor = "https://t.me/harbour_news", "The Tea House Company"
    ads.add(Advertisement(b"tea", channel, "A tea house", "Tea for the long chapters.", "Taste it", url, sponsor))


def open_chat(window: HeliographWindow, title: str) -> None:
    """Looks for a chat and opens it."""
    window.press(Qt.Key.Key_K, CONTROL)
    window.until(lambda: window.focus() == (Role.EditableText, "Search chats and messages"), "the search box")
    window.type(title)
    window.wait_for_row(title)
    window.press(Qt.Key.Key_Return)
    window.until(lambda: any(said.startswith(title) for said in window.spoken(Role.Heading)), f"the chat {title}")


def to_the_ad(window: HeliographWindow) -> None:
    """Goes from wherever the keyboard is to the messages, and from the newest one down to the advertisement."""
    window.messages().forceActiveFocus(Qt.FocusReason.TabFocusReason)
    window.until(lambda: window.messages().property("activeFocus"), "the keyboard on the messages")
    window.press(Qt.Key.Key_End)
    window.until(lambda: window.messages().property("currentIndex") == 0, "the newest message")
    window.press(Qt.Key.Key_Down)
    window.until(lambda: window.focus() == (Role.Link, AD), "the keyboard on the advertisement")


def test_an_advertisement_is_shown_seen_and_followed(sandbox: Sandbox, window: HeliographWindow) -> None:
    window.wait_for(Role.Link, AD)
    window.until(lambda: sandbox.requests("messages.viewSponsoredMessage"), "the view at the server")

    to_the_ad(window)
    window.press(Qt.Key.Key_R)
    window.press(Qt.Key.Key_Space)
    assert window.focus() == (Role.Link, AD)
    assert not any("selected" in words for words in window.words())
    window.press(Qt.Key.Key_Up)
    window.until(lambda: window.messages().property("activeFocus") and window.focus()[0] != Role.Link, "the messages")

    window.press(Qt.Key.Key_Down)
    window.until(lambda: window.focus() == (Role.Link, AD), "the advertisement again")
    window.press(Qt.Key.Key_Return)
    window.until(lambda: any(said.startswith("Harbour News") for said in window.spoken(Role.Heading)), "the channel")
    window.until(lambda: sandbox.requests("messages.clickSponsoredMessage"), "the click at the server")
    assert len(sandbox.requests("messages.viewSponsoredMessage")) == 1
    assert window.find(Role.Link, AD) is None
    window.close()


def test_a_new_post_stands_above_the_advertisement(sandbox: Sandbox, window: HeliographWindow) -> None:
    window.wait_for(Role.Link, AD)
    messages = window.messages()
    window.until(lambda: messages.property("atYEnd"), "the end of the channel")
    sandbox.user("Robin").send(CHANNEL, "one more word")
    window.wait_for_row("one more word")
    window.until(lambda: messages.property("atYEnd"), "the end of the channel again")
    heights = [bottom(window, Role.Link, AD), bottom(window, Role.ListItem, "one more word")]
    assert heights[0] > heights[1]
    window.until(lambda: len(sandbox.requests("messages.viewSponsoredMessage")) == 1, "the view at the server")
    window.close()


def bottom(window: HeliographWindow, role: Role, words: str) -> float:
    """Where something in the message view ends."""
    item = window.find(role, words) if role == Role.Link else None
    if item is None:
        children = window.messages().property("contentItem").childItems()
        item = next(each for each in children if each.isVisible() and words in window.heard(each)[1])
    return item.mapToScene(item.boundingRect().bottomLeft()).y()


def test_an_advertisement_that_was_reported_is_gone(sandbox: Sandbox, window: HeliographWindow) -> None:
    window.wait_for(Role.Link, AD)
    window.click(Role.Button, "More about this ad")
    window.click(Role.MenuItem, "What is this?")
    window.wait_for_words("Every programme for Telegram has to show them.")
    window.until(lambda: window.focus() == (Role.Button, "OK"), "the keyboard on OK")
    window.press(Qt.Key.Key_Return)
    window.until(lambda: window.find(Role.Button, "OK") is None, "the dialogue to go")

    window.click(Role.Button, "More about this ad")
    window.click(Role.MenuItem, "Report or hide…")
    window.click(Role.ListItem, "Hide all ads")
    window.wait_for_words("Only subscribers of Telegram Premium can hide ads.")
    window.until(lambda: window.find(Role.ListItem, "Hide all ads") is None, "the dialogue to go")
    window.wait_for(Role.Link, AD)

    window.click(Role.Button, "More about this ad")
    window.click(Role.MenuItem, "Report or hide…")
    window.click(Role.ListItem, "I don't like it")
    window.wait_for_words("Thank you. The moderators will look at it.")
    window.until(lambda: window.find(Role.Link, AD) is None, "the advertisement to go")

    open_chat(window, "Ridge walk")
    open_chat(window, CHANNEL)
    window.wait_for_row("Word of the day")
    window.until(lambda: not window.messages().property("moving"), "the channel at rest")
    assert window.find(Role.Link, AD) is None
    window.close()
