"""Links and files that come from outside or from a message: the window opens what they lead to."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tdlib.sandbox.sandbox import Sandbox
from tdlib.sandbox.world import membership
from tdlib.sandbox.world.chats import Channel, Group
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow, options
from tests.ui.screen import Role
from ui.platform.single_instance import Answered
from ui.start_once import start_once

Handing = Callable[..., None]


@pytest.fixture
def window(sandbox: Sandbox, open_window: OpenWindow) -> HeliographWindow:
    """A window in which Robin is signed in."""
    window = open_window(sandbox, once=True)
    window.sign_in(sandbox)
    return window


@pytest.fixture
def hand(sandbox: Sandbox, tmp_path: Path, window: HeliographWindow) -> Handing:
    """Starts Heliograph again with links or files, as a desktop does: `hand("tg://resolve?domain=vera")`."""

    def start(*handed: str) -> None:
        again = options(sandbox, tmp_path / "profile", "--", *handed)
        results: list[object] = []
        thread = threading.Thread(target=lambda: results.append(start_once(again, {}, patience=20.0)))
        thread.start()
        window.until(lambda: not thread.is_alive(), "the second start")
        assert [type(result) for result in results] == [Answered]

    return start


def group_of_vera(sandbox: Sandbox, title: str) -> Group | Channel:
    """Makes a group in which Robin is not, and returns it."""
    vera, lina = sandbox.user("Vera").id, sandbox.user("Lina").id
    found: Group = sandbox.call(
        lambda: membership.new_group(sandbox.world, vera, title, [lina], sandbox.world.now())
    )
    return found


def choose(window: HeliographWindow, title: str, name: str) -> None:
    """Chooses the chat that is called `name`, in the box with `title`."""
    window.wait_for_words(title)
    window.until(lambda: window.focus() == (Role.EditableText, "Search"), "the focus in the box")
    window.type(name)
    window.press(Qt.Key.Key_Return)


@pytest.mark.parametrize("link", ["tg://resolve?domain=harbour_news", "https://t.me/harbour_news", "t.me/harbour_news"])
def test_a_public_chat(window: HeliographWindow, hand: Handing, link: str) -> None:
    hand(link)
    window.until(lambda: window.open_title().startswith("Harbour News"), "the channel")
    window.close()


def test_a_name_that_nobody_has(window: HeliographWindow, hand: Handing) -> None:
    hand("https://t.me/nobody_is_called_so")
    window.wait_for_words("Nobody is called")
    window.close()


def test_a_message(sandbox: Sandbox, window: HeliographWindow, hand: Handing) -> None:
    number, _, text = sandbox.user("Robin").messages("Last Page Society")[3]
    hand(f"tg://resolve?domain=last_page_society&post={number}")
    window.until(lambda: window.open_title().startswith("Last Page Society"), "the group")
    window.until(lambda: number in window.message_ids(), "the message")
    window.wait_for_words(text.splitlines()[0][:20])
    window.close()


def test_a_message_that_is_gone(window: HeliographWindow, hand: Handing) -> None:
    hand("https://t.me/last_page_society/999999")
    window.wait_for_words("The message behind this link isn't there any more.")
    window.close()


def test_an_invitation_asks_before_it_joins(sandbox: Sandbox, window: HeliographWindow, hand: Handing) -> None:
    group = group_of_vera(sandbox, "Night swimmers")
    code = group.invite.rpartition("+")[2]
    hand(f"tg://join?invite={code}")
    window.wait_for_words("Join the group")
    window.click(Role.Button, "Cancel")
    assert not sandbox.call(group.has, sandbox.user("Robin").id)
    hand(group.invite)
    window.wait_for(Role.Button, "Join")
    window.click(Role.Button, "Join")
    window.until(lambda: window.open_title().startswith("Night swimmers"), "the group")
    assert sandbox.call(group.has, sandbox.user("Robin").id)
    hand(group.invite)
    window.turn(0.1)
    assert window.find(Role.Button, "Join") is None
    window.close()


def test_an_invitation_that_is_over(sandbox: Sandbox, window: HeliographWindow, hand: Handing) -> None:
    hand("https://t.me/+AbCdEfGhIjKlMnOp")
    window.wait_for_words("invite link")
    assert sandbox.requests("messages.checkChatInvite")
    window.close()


def test_a_text_asks_for_the_chat_and_sends_nothing(
    sandbox: Sandbox, window: HeliographWindow, hand: Handing
) -> None:
    hand("tg://msg?text=Read%20this")
    choose(window, "Write to…", "Lina")
    window.until(lambda: window.open_title().startswith("Lina Hale"), "the chat")
    window.until(lambda: window.composed().strip() == "Read this", "the text in the field")
    assert sandbox.requests("messages.sendMessage") == []
    window.close()


def test_a_bot_is_started_when_that_is_wanted(sandbox: Sandbox, window: HeliographWindow, hand: Handing) -> None:
    hand("https://t.me/city_library_bot?start=shelf")
    window.wait_for_words("Start the bot")
    assert sandbox.requests("messages.startBot") == []
    window.click(Role.Button, "Start")
    window.wait_for_row("/start")
    window.close()


def test_what_heliograph_does_not_have(window: HeliographWindow, hand: Handing) -> None:
    hand("https://t.me/addstickers/Animals")
    window.wait_for_words("Heliograph doesn't have")
    window.close()


def test_what_is_not_telegrams(window: HeliographWindow, hand: Handing) -> None:
    hand("https://example.org/")
    window.wait_for_words("This isn't a link of Telegram.")
    window.close()


def test_a_proxy_is_offered_and_used(sandbox: Sandbox, window: HeliographWindow, hand: Handing, tmp_path: Path) -> None:
    host, _, port = (sandbox.proxy or "").removeprefix("socks5://").partition(":")
    link = f"tg://socks?server={host}&port={port}&user=me&pass=hush"
    hand(link)
    window.wait_for_words("Use this proxy?")
    window.wait_for_words(host)
    assert not any("hush" in words for words in window.words())
    window.click(Role.Button, "Use the proxy")
    settings = tmp_path / "profile" / "settings.json"
    window.until(lambda: settings.exists() and "pass=hush" in settings.read_text(), "the proxy in the settings")
    hand("tg://resolve?domain=harbour_news")
    window.until(lambda: window.open_title().startswith("Harbour News"), "the channel, through the proxy")
    window.close()


def test_a_proxy_that_cannot_be_one(window: HeliographWindow, hand: Handing) -> None:
    hand("https://t.me/proxy?server=host&port=443&secret=zz")
    window.wait_for_words("secret is missing or malformed")
    window.close()


def test_files_ask_for_the_chat(window: HeliographWindow, hand: Handing, tmp_path: Path) -> None:
    notes = tmp_path / "notes ä.txt"
    notes.write_text("words")
    hand(str(notes))
    choose(window, "Send 1 file to…", "Lina")
    window.until(lambda: window.open_title().startswith("Lina Hale"), "the chat")
    window.wait_for_words("notes ä.txt")
    window.until(lambda: window.focus() == (Role.EditableText, "Caption"), "the focus in the box")
    window.press(Qt.Key.Key_Return)
    window.wait_for_row("notes ä.txt")
    window.close()


def test_what_the_first_start_was_given_waits_for_the_sign_in(sandbox: Sandbox, open_window: OpenWindow) -> None:
    window = open_window(sandbox, "--", "tg://resolve?domain=harbour_news")
    window.sign_in(sandbox)
    window.until(lambda: window.open_title().startswith("Harbour News"), "the channel")
    window.close()


def test_a_clicked_link_takes_the_same_road(sandbox: Sandbox, window: HeliographWindow) -> None:
    sandbox.user("Lina").send("Robin", "Look: https://t.me/harbour_news")
    window.click_row("Lina Hale")
    window.wait_for_words("t.me/harbour_news")
    window.click_link("t.me/harbour_news")
    window.until(lambda: window.open_title().startswith("Harbour News"), "the channel")
    window.close()
