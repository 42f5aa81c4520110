"""A conversation between the bundle, which hands on a keyboard drive, and a person with another client."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tdlib.sandbox.sandbox import Sandbox
from tests.helpers.kurigram_client import KurigramClient
from tests.helpers.notification_server import NotificationServer
from tests.helpers.private_bus import PrivateBus
from tests.helpers.tray_host import TrayHost
from tests.packaging.display import Display
from tests.packaging.hands import Hands
from tests.packaging.installed import API, Installed, until
from ui.platform.session_bus import ADDRESS

pytestmark = pytest.mark.timeout(400)


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    """A session's message bus with no keyring and no tray on it."""
    # A socket's path must be short, which a test's own folder is not.
    with tempfile.TemporaryDirectory(prefix="bus-") as folder:
        running = PrivateBus(Path(folder))
        yield running
        running.close()


def options(sandbox: Sandbox, profile: Path) -> tuple[str, ...]:
    return ("--tdlib", str(sandbox.library), "--proxy", sandbox.proxy or "", "--profile", str(profile))


def test_sign_in_send_and_receive(
    bundle: Installed, screen: Display, sandbox: Sandbox, lina: KurigramClient, tmp_path: Path
) -> None:
    with bundle.started(*options(sandbox, tmp_path / "mine"), around={"DISPLAY": screen.name, **API}):
        screen.wait_for_window()
        hands = Hands(screen, sandbox, lina)
        hands.sign_in("Robin")
        message = hands.write_to("Lina Hale", "a flash from the bundle")
        read = len(sandbox.requests("messages.readHistory"))
        lina.send_text(message.chat, "seen, and answered")
        until(lambda: len(sandbox.requests("messages.readHistory")) > read, "the answer on the screen")
    assert sandbox.failures() == []
    assert "Traceback" not in (tmp_path / "mine" / "log" / "heliograph.log").read_text()


def test_notifications_come_over_the_message_bus(
    bundle: Installed, screen: Display, sandbox: Sandbox, lina: KurigramClient, bus: PrivateBus, tmp_path: Path
) -> None:
    around = {"DISPLAY": screen.name, ADDRESS: bus.address, **API}
    with (
        NotificationServer(bus) as server,
        bundle.started(*options(sandbox, tmp_path / "mine"), around=around),
    ):
        screen.wait_for_window()
        hands = Hands(screen, sandbox, lina)
        hands.sign_in("Robin")
        # TDLib tells of no message that it meets first as the last one of a chat.
        hands.again(
            lambda: sandbox.call(sandbox.user("Lina Hale").send, "Robin", "Tea at <four>?"), lambda: server.shown
        )
        (told,) = server.shown.values()
        assert (told.title, told.body) == ("Lina Hale", "Tea at &lt;four&gt;?")
        server.click(told.id)
        until(lambda: sandbox.requests("messages.readHistory"), "the chat that was clicked")
    assert server.titles == []
    assert sandbox.failures() == []
    assert "Traceback" not in (tmp_path / "mine" / "log" / "heliograph.log").read_text()


def test_the_tray_takes_the_window_and_gives_it_back(bundle: Installed, screen: Display, bus: PrivateBus) -> None:
    around = {"DISPLAY": screen.name, ADDRESS: bus.address, **API}
    with TrayHost(bus, until) as tray, bundle.started(around=around) as process:
        screen.wait_for_window()
        until(lambda: tray.items, "the icon")
        assert (tray.icon()["Title"], tray.icon()["Status"]) == ("Heliograph", "Active")
        assert tray.icon()["IconPixmap"]
        tray.choose("Hide the window")
        until(lambda: not screen.windows(), "an empty screen")
        assert process.poll() is None
        tray.click()
        screen.wait_for_window()


def test_without_a_tray_nothing_hides(bundle: Installed, screen: Display, bus: PrivateBus) -> None:
    """A session with a bus, such as GNOME's, where nobody shows icons, notifications or keeps keys."""
    around = {"DISPLAY": screen.name, ADDRESS: bus.address, **API}
    with bundle.started("--hidden", around=around):
        screen.wait_for_window()
    assert "Traceback" not in bundle.log()
