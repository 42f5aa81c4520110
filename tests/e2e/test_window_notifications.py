"""Notifications of the whole programme: the real TDLib, the window, a private D-Bus and a server that records."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow
from tests.helpers.notification_server import NotificationServer
from tests.helpers.private_bus import PrivateBus
from tests.ui.conftest import turn
from tests.ui.screen import Role
from ui.platform.session_bus import ADDRESS

NEIGHBOUR = "Bob"
"""Who writes in the muted group."""


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    with tempfile.TemporaryDirectory(prefix="bus-") as folder:
        bus = PrivateBus(Path(folder))
        monkeypatch.setenv(ADDRESS, bus.address)
        yield bus
        bus.close()


@pytest.fixture
def server(bus: PrivateBus) -> Iterator[NotificationServer]:
    with NotificationServer(bus) as server:
        yield server


@pytest.fixture
def window(window: HeliographWindow) -> HeliographWindow:
    """The window of Robin, signed in."""
    # TDLib tells of no message that it meets first as the last one of a chat.
    window.wait_for_row("Lina Hale")
    window.wait_for_row("Sam Okafor")
    return window


def write(sandbox: Sandbox, who: str, text: str, chat: str = "Robin") -> None:
    sandbox.call(sandbox.user(who).send, chat, text)


def seen(server: NotificationServer) -> list[tuple[str, str]]:
    """What the person sees: titles and texts."""
    return [(each.title, each.body) for each in server.shown.values()]


def test_a_message_is_told_replaced_and_withdrawn(
    sandbox: Sandbox, window: HeliographWindow, server: NotificationServer
) -> None:
    write(sandbox, "Lina Hale", "Tea at <four>?")
    window.until(lambda: seen(server) == [("Lina Hale", "Tea at &lt;four&gt;?")], "the notification")
    write(sandbox, "Lina Hale", "Or five")
    window.until(lambda: seen(server) == [("Lina Hale", "Or five")], "the next in its place")
    write(sandbox, "Sam Okafor", "Hello")
    window.until(lambda: sorted(server.titles) == ["Lina Hale", "Sam Okafor"], "the other chat's")
    sandbox.call(sandbox.user("Robin").read, "Lina Hale")
    window.until(lambda: server.titles == ["Sam Okafor"], "the one that was read elsewhere to go")
    window.close()
    assert server.titles == []


def test_a_click_opens_the_chat(sandbox: Sandbox, window: HeliographWindow, server: NotificationServer) -> None:
    window.click_row("Sam Okafor")
    window.until(lambda: window.open_title() == "Sam Okafor", "another chat")
    write(sandbox, "Lina Hale", "Look here")
    window.until(lambda: server.titles == ["Lina Hale"], "the notification")
    window.window.showMinimized()
    server.click(next(iter(server.shown)))
    window.until(lambda: window.open_title() == "Lina Hale", "the chat")
    window.until(lambda: not window.window.windowStates() & Qt.WindowState.WindowMinimized, "the window")
    window.wait_for_row("Look here")
    window.close()


def test_no_notification_of_what_is_in_view_muted_or_one_s_own(
    sandbox: Sandbox, window: HeliographWindow, server: NotificationServer
) -> None:
    window.click_row("Lina Hale")
    window.wait_for_field()
    write(sandbox, "Lina Hale", "You see this")
    window.wait_for_row("You see this")
    write(sandbox, "Robin", "said on my phone", "Sam Okafor")
    write(sandbox, NEIGHBOUR, "nobody hears this", "Elm Street (everyone!!)")
    write(sandbox, "Sam Okafor", "but this")
    window.until(lambda: seen(server) == [("Sam Okafor", "but this")], "the one notification")
    assert [call.title for call in server.calls] == ["Sam Okafor"]
    window.close()


def test_a_chat_that_is_muted_here_falls_silent(
    sandbox: Sandbox, open_window: OpenWindow, server: NotificationServer
) -> None:
    # The model of a menu is one that Python can't look at.
    window = open_window(sandbox, examine=False)
    window.sign_in(sandbox)
    # TDLib tells of no message that it meets first as the last one of a chat.
    window.wait_for_row("Lina Hale")
    window.wait_for_row("Sam Okafor")
    window.click_row("Lina Hale", Qt.MouseButton.RightButton)
    window.click(Role.MenuItem, "Mute")
    window.until(lambda: sandbox.requests("account.updateNotifySettings"), "the mute at the server")
    write(sandbox, "Lina Hale", "unheard")
    write(sandbox, "Sam Okafor", "heard")
    window.until(lambda: seen(server) == [("Sam Okafor", "heard")], "the one notification")
    assert [call.title for call in server.calls] == ["Sam Okafor"]
    window.close()


def test_an_answer_is_sent_and_the_draft_stays(
    sandbox: Sandbox, window: HeliographWindow, server: NotificationServer
) -> None:
    write(sandbox, "Lina Hale", "Are you coming?")
    window.until(lambda: server.shown, "the notification")
    server.reply(next(iter(server.shown)), "On my way")
    window.until(lambda: sandbox.user("Robin").messages("Lina Hale")[-1][2] == "On my way", "the answer at the server")
    window.close()


def test_a_server_that_hangs_or_dies_stops_nothing(
    sandbox: Sandbox, window: HeliographWindow, bus: PrivateBus, server: NotificationServer
) -> None:
    server.hang()
    write(sandbox, "Lina Hale", "one")
    write(sandbox, "Lina Hale", "two")
    window.click_row("Sam Okafor")
    window.wait_for_field()
    window.type("still here")
    window.press(Qt.Key.Key_Return)
    window.until(lambda: sandbox.user("Robin").messages("Sam Okafor")[-1][2] == "still here", "the message")
    server.close()
    with NotificationServer(bus) as other:
        write(sandbox, "Lina Hale", "three")
        window.until(lambda: seen(other) == [("Lina Hale", "three")], "the notification of the next server")
        window.close()


def test_without_a_server_nothing_is_amiss(sandbox: Sandbox, window: HeliographWindow, bus: PrivateBus) -> None:
    write(sandbox, "Lina Hale", "unheard")
    window.wait_for_row("unheard")
    turn(2.0)
    window.close()


def test_an_account_out_of_sight_is_told_of_and_shown(
    sandbox: Sandbox, open_window: OpenWindow, server: NotificationServer
) -> None:
    window = open_window(sandbox, examine=False)
    window.sign_in(sandbox)
    window.wait_for_row("Lina Hale")
    window.click(Role.Button, "Menu")
    window.click(Role.MenuItem, "Add account")
    window.sign_in(sandbox, "Alice")
    window.wait_for_row("Flea market")
    write(sandbox, "Lina Hale", "Robin, are you there?")
    window.until(lambda: server.titles == ["Lina Hale · Robin Hale"], f"the notification; there are {server.titles}")
    server.click(next(iter(server.shown)))
    window.until(lambda: window.open_title().startswith("Lina Hale"), "the chat of the other account")
    window.wait_for_row("Robin, are you there?")
    window.close()
