"""A session bus of each test's own; nothing here reaches the desktop that the tests run on."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.private_bus import PrivateBus
from ui.platform.session_bus import ADDRESS, SessionBus


@pytest.fixture
def private_bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    """A bus that the environment names."""
    # A socket's path must be short, which a test's own folder is not.
    with tempfile.TemporaryDirectory(prefix="bus-") as folder:
        bus = PrivateBus(Path(folder))
        monkeypatch.setenv(ADDRESS, bus.address)
        yield bus
        bus.close()


@pytest.fixture
def session_bus(loop: asyncio.AbstractEventLoop) -> Iterator[SessionBus]:
    """The programme's connection."""
    bus = SessionBus(loop)
    yield bus
    bus.close()
