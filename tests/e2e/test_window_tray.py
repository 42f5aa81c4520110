"""The window and the tray: closing, hiding and coming back, over the whole programme."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow
from tests.helpers.notification_server import NotificationServer
from tests.helpers.private_bus import PrivateBus
from tests.helpers.tray_host import TrayHost
from tests.ui.conftest import until as until
from ui import desktop_presence
from ui.platform.session_bus import ADDRESS

Until = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    with tempfile.TemporaryDirectory(prefix="bus-") as folder:
        bus = PrivateBus(Path(folder))
        monkeypatch.setenv(ADDRESS, bus.address)
        yield bus
        bus.close()


@pytest.fixture
def host(bus: PrivateBus, until: Until) -> Iterator[TrayHost]:
    with TrayHost(bus, until) as host:
        yield host


def signed_in(sandbox: Sandbox, open_window: OpenWindow, host: TrayHost) -> HeliographWindow:
    window = open_window(sandbox)
    window.sign_in(sandbox)
    # TDLib tells of no message that it meets first as the last one of a chat.
    window.wait_for_row("Lina Hale")
    window.wait_for_row("Sam Okafor")
    window.until(lambda: host.items, "the icon")
    return window


def test_the_window_hides_in_the_tray_and_comes_back(
    sandbox: Sandbox, open_window: OpenWindow, host: TrayHost, bus: PrivateBus
) -> None:
    window = signed_in(sandbox, open_window, host)
    window.window.close()
    window.until(lambda: not window.window.isVisible(), "the window to hide")
    with NotificationServer(bus) as server:
        sandbox.call(sandbox.user("Lina Hale").send, "Robin", "Are you there?")
        window.until(lambda: server.titles == ["Lina Hale"], "the notification")
        window.until(lambda: "unread" in host.icon()["ToolTip"][3], "the count on the icon")
        host.click()
        window.until(window.window.isActive, "the window")
        window.click_row("Lina Hale")
        window.wait_for_row("Are you there?")
        window.until(lambda: server.titles == [], "the notification to go")
    host.click()
    window.until(lambda: not window.window.isVisible(), "the window to hide again")
    host.choose("Open Heliograph")
    window.until(window.window.isActive, "the window")
    host.choose("Quit")
    window.wait_for_end()


def test_a_tray_that_goes_makes_closing_an_end(
    sandbox: Sandbox, open_window: OpenWindow, host: TrayHost, bus: PrivateBus
) -> None:
    window = signed_in(sandbox, open_window, host)
    host.close()
    with NotificationServer(bus) as server:
        # The bus tells in order: who has heard from this server has heard of the tray's end.
        sandbox.call(sandbox.user("Lina Hale").send, "Robin", "Are you there?")
        window.until(lambda: server.titles == ["Lina Hale"], "the notification")
        window.close()


def test_the_keys_that_quit_do_so_with_a_tray(sandbox: Sandbox, open_window: OpenWindow, host: TrayHost) -> None:
    window = signed_in(sandbox, open_window, host)
    window.press(Qt.Key.Key_Q, CONTROL)
    window.wait_for_end()


def test_notifications_are_turned_off_in_the_tray(
    sandbox: Sandbox, open_window: OpenWindow, host: TrayHost, bus: PrivateBus
) -> None:
    window = signed_in(sandbox, open_window, host)
    with NotificationServer(bus) as server:
        sandbox.call(sandbox.user("Sam Okafor").send, "Robin", "heard")
        window.until(lambda: server.titles, "the notification")
        host.choose("Notifications")
        assert not host.is_checked("Notifications")
        sandbox.call(sandbox.user("Lina Hale").send, "Robin", "unheard")
        window.wait_for_row("unheard")
        window.click_row("Lina Hale")
        window.until(lambda: sandbox.requests("messages.readHistory"), "the reading at the server")
        assert [call.title for call in server.calls] == ["Sam Okafor"]
        window.press(Qt.Key.Key_Q, CONTROL)
        window.wait_for_end()


def test_a_hidden_start_waits_in_the_tray(sandbox: Sandbox, open_window: OpenWindow, host: TrayHost) -> None:
    seen: list[bool] = []
    looking = QTimer()
    looking.setInterval(20)

    def look() -> None:
        if host.items and not seen:
            seen.append(any(each.isVisible() for each in QGuiApplication.topLevelWindows()))
            host.click()

    looking.timeout.connect(look)
    looking.start()
    window = open_window(sandbox, "--hidden")
    looking.stop()
    assert seen == [False]
    window.press(Qt.Key.Key_Q, CONTROL)
    window.wait_for_end()


@pytest.mark.usefixtures("bus")
def test_a_hidden_start_without_a_tray_shows_the_window(
    sandbox: Sandbox, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop_presence, "UNREACHABLE", 0.2)
    window = open_window(sandbox, "--hidden")
    assert window.window.isVisible()
    window.close()
