"""A sandbox for each test, and the programme's window on it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.window import HeliographWindow, options
from tests.helpers.kurigram_client import KurigramClient
from tests.ui.conftest import Watchdog
from tests.ui.conftest import loop as loop
from tests.ui.conftest import only_loopback as only_loopback
from tests.ui.conftest import qapp_cls as qapp_cls
from tests.ui.conftest import until as until
from tests.ui.conftest import watchdog as watchdog

OpenWindow = Callable[..., HeliographWindow]


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A local Telegram with the sample people, silent; a call that failed or was not understood fails the test."""
    with Sandbox() as running:
        yield running
        failures = running.failures()
    assert failures == []


@pytest.fixture
def open_window(
    qapp: QGuiApplication,
    loop: asyncio.AbstractEventLoop,
    watchdog: Watchdog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[OpenWindow]:
    """Starts the programme on the test's profile: `open_window(sandbox)`; the test closes it."""
    monkeypatch.setenv("HELIOGRAPH_API_ID", "1")
    monkeypatch.setenv("HELIOGRAPH_API_HASH", "0" * 32)

    opened: list[HeliographWindow] = []

    def start(
        sandbox: Sandbox, *more: str, examine: bool = True, beside: HeliographWindow | None = None, once: bool = False
    ) -> HeliographWindow:
        line = options(sandbox, tmp_path / "profile", *more)
        opened.append(HeliographWindow(line, qapp, loop, watchdog, examine=examine, beside=beside, once=once))
        return opened[-1]

    yield start
    for window in opened:
        window.clear()


@pytest.fixture
def window(sandbox: Sandbox, open_window: OpenWindow) -> HeliographWindow:
    """The window of Robin, signed in."""
    window = open_window(sandbox)
    window.sign_in(sandbox)
    return window


@pytest.fixture
def lina(sandbox: Sandbox) -> Iterator[KurigramClient]:
    """Lina, who uses another client."""
    with KurigramClient(sandbox.address) as client:
        client.sign_in(sandbox.user("Lina Hale").phone, sandbox.code)
        client.chats()
        yield client
