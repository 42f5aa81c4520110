"""What goes wrong at the start is said in the window, with the way on, and costs nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow
from tests.ui.conftest import Watchdog
from tests.ui.screen import Role
from ui.options import parse

Start = Callable[..., HeliographWindow]


@pytest.fixture
def start(
    qapp: QGuiApplication,
    loop: asyncio.AbstractEventLoop,
    watchdog: Watchdog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Start]:
    """Starts the programme with a command line of the test's own."""
    monkeypatch.setenv("HELIOGRAPH_API_ID", "1")
    monkeypatch.setenv("HELIOGRAPH_API_HASH", "0" * 32)
    monkeypatch.setenv("HOME", str(tmp_path))
    opened: list[HeliographWindow] = []

    def open_with(*line: str) -> HeliographWindow:
        opened.append(HeliographWindow(parse(line), qapp, loop, watchdog, examine=True))
        return opened[-1]

    yield open_with
    for window in opened:
        window.clear()


def test_a_missing_tdlib_is_named(start: Start, tmp_path: Path) -> None:
    library = tmp_path / "libtdjson.so"
    window = start("--tdlib", str(library), "--profile", str(tmp_path / "profile"))
    window.wait_for_words(str(library))
    window.close()


def test_a_broken_tdlib_is_named(start: Start, tmp_path: Path) -> None:
    library = tmp_path / "libtdjson.so"
    library.write_bytes(b"not a library")
    window = start("--tdlib", str(library), "--profile", str(tmp_path / "profile"))
    window.wait_for_words(str(library))
    window.close()


def test_a_profile_that_cannot_be_a_folder_is_named(start: Start, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    profile.write_text("precious")
    window = start("--profile", str(profile))
    window.wait_for_words(str(profile))
    window.close()
    assert profile.read_text() == "precious"


def test_a_profile_in_use_is_named_and_can_be_tried_again(
    sandbox: Sandbox, open_window: OpenWindow, tmp_path: Path
) -> None:
    first = open_window(sandbox)
    first.wait_for(Role.Graphic, "QR code to sign in with another device")
    second = open_window(sandbox, beside=first)
    second.wait_for_words(str(tmp_path / "profile"))
    first.close()
    second.click(Role.Button, "Try again")
    second.wait_for(Role.Graphic, "QR code to sign in with another device")
    second.close()


def test_a_wrong_api_id_asks_for_another(sandbox: Sandbox, open_window: OpenWindow) -> None:
    sandbox.fail("auth.exportLoginToken", 400, "API_ID_INVALID")
    window = open_window(sandbox)
    window.wait_for(Role.EditableText, "api_id")
    window.wait_for_words("Telegram does not know")
    window.close()


def test_without_a_network_the_window_waits(sandbox: Sandbox, open_window: OpenWindow) -> None:
    window = open_window(sandbox)
    window.sign_in(sandbox)
    window.click_row("Sam Okafor")
    window.wait_for_field()
    sandbox.offline()
    window.wait_for_words("onnecting")
    window.type("while offline")
    window.press(Qt.Key.Key_Return)
    window.wait_for_row("while offline")
    sandbox.online()
    window.until(lambda: sent(sandbox)[-1] == "while offline", "the message at the server")
    assert sent(sandbox).count("while offline") == 1
    window.close()


def sent(sandbox: Sandbox) -> list[str]:
    """Returns the server's truth about the chat with Sam."""
    return [text for _, _, text in sandbox.user("Robin").messages("Sam Okafor")]
