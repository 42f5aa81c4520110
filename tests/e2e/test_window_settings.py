"""The settings in the window of the whole programme, by keys and by mouse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow
from tests.helpers.kurigram_client import KurigramClient
from tests.ui.screen import Role
from ui.startup import StartsAnew

CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the desktop would look for what to start."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


@pytest.fixture
def window(sandbox: Sandbox, open_window: OpenWindow, config: Path) -> HeliographWindow:
    """The window of Robin, signed in."""
    window = open_window(sandbox, examine=False)
    window.sign_in(sandbox)
    window.wait_for_row("Lina Hale")
    return window


def open_settings(window: HeliographWindow) -> None:
    window.press(Key.Key_Comma, CONTROL)
    window.wait_for(Role.Button, "Close the settings")
    window.until(lambda: window.focus() == (Role.Button, "Close the settings"), "the keyboard in the settings")


def is_on(window: HeliographWindow, role: Role, name: str) -> bool:
    heard = QAccessible.queryAccessibleInterface(window.wait_for(role, name))
    return bool(heard.state().checked)


def walk_to(window: HeliographWindow, name: str) -> None:
    """Goes on with Tab until `name` has the keyboard."""
    for _ in range(40):
        if window.focus()[1] == name:
            return
        window.press(Key.Key_Tab)
    raise AssertionError(f"{name} can't be reached by Tab")


def kept(tmp_path: Path) -> dict[str, object]:
    """What the profile remembers."""
    found: dict[str, object] = json.loads((tmp_path / "profile" / "settings.json").read_text())
    return found


def test_everything_by_keys(window: HeliographWindow, tmp_path: Path, config: Path) -> None:
    open_settings(window)
    walk_to(window, "Dark")
    window.press(Key.Key_Space)
    window.until(lambda: is_on(window, Role.RadioButton, "Dark"), "the dark colours")
    walk_to(window, "With a sound")
    window.press(Key.Key_Return)
    window.until(lambda: not is_on(window, Role.CheckBox, "With a sound"), "silence")
    walk_to(window, "Show the name alone")
    window.press(Key.Key_Space)
    window.until(lambda: is_on(window, Role.RadioButton, "Show the name alone"), "no text")
    walk_to(window, "Start with the desktop")
    window.press(Key.Key_Space)
    window.until(lambda: is_on(window, Role.CheckBox, "Start with the desktop"), "the start with the desktop")
    assert is_on(window, Role.CheckBox, "Without opening the window")
    [entry] = (config / "autostart").iterdir()
    assert f"--profile {tmp_path / 'profile'} --hidden" in entry.read_text()
    walk_to(window, "Licences of everything inside")
    place = window.wait_for(Role.Button, "Licences of everything inside")
    window.until(lambda: place.mapToScene(place.boundingRect().center()).y() < window.window.height(), "it in view")
    window.press(Key.Key_Space)
    window.wait_for_words("PySide6")
    window.press(Key.Key_Escape)
    window.until(lambda: window.find(Role.Button, "Close the settings") is None, "the settings to go")
    chosen = kept(tmp_path)
    assert (chosen["theme"], chosen["notification_sound"], chosen["notification_preview"]) == ("dark", False, "name")
    window.close()


def test_the_next_start_speaks_the_chosen_language(
    sandbox: Sandbox, window: HeliographWindow, open_window: OpenWindow, tmp_path: Path
) -> None:
    open_settings(window)
    walk_to(window, "Deutsch")
    window.press(Key.Key_Space)
    window.until(lambda: is_on(window, Role.RadioButton, "Deutsch"), "the choice")
    window.wait_for_words("From the next start on")
    assert kept(tmp_path)["language"] == "de"
    walk_to(window, "Start anew now")
    window.press(Key.Key_Space)
    with pytest.raises(StartsAnew):
        window.wait_for_end()
    second = open_window(sandbox)
    second.wait_for(Role.Button, "Menü")
    second.close()


def test_switches_of_no_use_are_off_limits(window: HeliographWindow) -> None:
    open_settings(window)
    walk_to(window, "Tell me of new messages")
    window.press(Key.Key_Space)
    window.until(lambda: not is_on(window, Role.CheckBox, "Tell me of new messages"), "no notifications")
    window.press(Key.Key_Tab)
    assert window.focus()[1] == "Go on in the tray when the window is closed"
    window.press(Key.Key_Escape)
    window.until(lambda: window.find(Role.Button, "Close the settings") is None, "the settings to go")
    window.close()


def test_other_devices_are_signed_out(sandbox: Sandbox, window: HeliographWindow) -> None:
    with KurigramClient(sandbox.address) as other:
        other.sign_in(sandbox.user("Robin").phone, sandbox.code)
        open_settings(window)
        window.wait_for(Role.Button, "Sign out")
        walk_to(window, "Sign out")
        window.press(Key.Key_Space)
        window.until(lambda: sandbox.requests("account.resetAuthorization"), "the end of the other session")
        window.until(lambda: window.find(Role.Button, "Sign out") is None, "the device to go")
        window.wait_for_words("this device")
    window.press(Key.Key_Escape)
    window.until(lambda: window.find(Role.Button, "Close the settings") is None, "the settings to go")
    window.close()


def test_downloaded_files_are_deleted(window: HeliographWindow) -> None:
    open_settings(window)
    window.wait_for_words("of messages and lists")
    walk_to(window, "Delete downloaded files…")
    window.press(Key.Key_Space)
    window.until(lambda: window.focus() == (Role.Button, "Cancel"), "the question")
    walk_to(window, "Delete")
    window.until(lambda: window.focus() == (Role.Button, "Delete"), "the button that deletes")
    window.press(Key.Key_Space)
    window.wait_for_words("freed")
    window.until(lambda: window.focus()[1] == "Delete downloaded files…", f"the keyboard back, not {window.focus()}")
    window.press(Key.Key_Escape)
    window.until(lambda: window.find(Role.Button, "Close the settings") is None, "the settings to go")
    window.close()


def test_settings_that_are_left_early_leave_nothing_behind(sandbox: Sandbox, window: HeliographWindow) -> None:
    sandbox.delay("account.getAuthorizations", 1.0)
    open_settings(window)
    window.until(lambda: sandbox.requests("account.getAuthorizations"), "the question for the devices")
    window.press(Key.Key_Escape)
    window.until(lambda: window.find(Role.Button, "Close the settings") is None, "the settings to go")
    open_settings(window)
    window.wait_for_words("this device")
    window.press(Key.Key_Escape)
    window.until(lambda: window.find(Role.Button, "Close the settings") is None, "the settings to go")
    window.close()


def test_the_settings_are_there_before_the_sign_in(sandbox: Sandbox, open_window: OpenWindow, config: Path) -> None:
    window = open_window(sandbox, examine=False)
    window.wait_for(Role.Graphic, "QR code to sign in with another device")
    open_settings(window)
    assert window.find(Role.Button, "Delete downloaded files…") is None
    window.press(Key.Key_Escape)
    window.until(lambda: window.find(Role.Button, "Close the settings") is None, "the settings to go")
    window.close()


def test_proxies_are_listed_added_refused_and_forgotten(
    sandbox: Sandbox, window: HeliographWindow, tmp_path: Path
) -> None:
    used = (sandbox.proxy or "").removeprefix("socks5://")
    open_settings(window)
    window.until(lambda: is_on(window, Role.RadioButton, used), "the proxy that is in use")
    window.wait_for_words("answers in")
    walk_to(window, "Address of a proxy")
    window.type("socks5://127.0.0.1")
    window.press(Key.Key_Return)
    window.wait_for_words("needs a port")
    window.type(":1")
    window.press(Key.Key_Return)
    window.until(lambda: is_on(window, Role.RadioButton, "127.0.0.1:1"), "the new proxy in use")
    assert kept(tmp_path)["proxy"] == "socks5://127.0.0.1:1"
    window.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    window.until(lambda: window.focus()[1].startswith("Forget "), f"a verb that forgets, not {window.focus()}")
    walk_back_to(window, used)
    window.press(Key.Key_Space)
    window.until(lambda: is_on(window, Role.RadioButton, used), "the way that leads to Telegram")
    walk_back_to(window, "Forget 127.0.0.1:1")
    window.press(Key.Key_Space)
    window.until(lambda: window.find(Role.RadioButton, "127.0.0.1:1") is None, "the proxy to go")
    assert kept(tmp_path)["proxy"] == sandbox.proxy
    window.click(Role.Button, "Close the settings")
    window.until(lambda: window.find(Role.Button, "Close the settings") is None, "the settings to go")
    window.close()


def walk_back_to(window: HeliographWindow, name: str) -> None:
    """Goes back until `name` has the keyboard."""
    for _ in range(60):
        if window.focus()[1] == name:
            return
        window.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    raise AssertionError(f"{name} can't be reached")
