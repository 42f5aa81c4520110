"""What tests of the window share: Qt offscreen, one event loop for Qt and asyncio, the rules all of them keep."""

from __future__ import annotations

import asyncio
import os
import socket
import time
from asyncio.events import _set_running_loop
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication

from ui.event_loop import event_loop

LONGEST_STALL = 0.1
"""Seconds of the processor that one turn of the event loop may take."""

PATIENCE = 30.0
"""Seconds a test waits for a condition."""


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The programme has no widgets, and neither have its tests."""
    return QGuiApplication


@pytest.fixture
def loop(qapp: QGuiApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """The event loop of Qt and asyncio; it turns whenever a test waits.

    Tests are plain functions: keys and clicks let Qt work on, which a coroutine of the same loop must not.
    """
    loop = event_loop(qapp)
    asyncio.set_event_loop(loop)
    _set_running_loop(loop)
    yield loop
    for task in asyncio.all_tasks(loop):
        task.cancel()
    turn(0.01)
    _set_running_loop(None)
    asyncio.set_event_loop(None)
    loop.close()


@pytest.fixture
def until(loop: asyncio.AbstractEventLoop) -> Callable[..., None]:
    """Waits until a condition holds: `until(lambda: window.isVisible())`."""

    def wait(condition: Callable[[], object], what: str = "the condition") -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"{what} did not come true"
            turn(0.02)

    return wait


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that reaches for another machine fails."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test may not connect to {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


class Watchdog:
    """Measures the turns of the event loop, in seconds of the processor, so that a busy machine fails no test.

    Qt says when it begins to wait for events and when it has handled them; the wait itself costs no processor's time.
    What the test does in between is left out: `watching` says when the programme works. Where neighbours on a shared
    core slow the processor itself, a long turn counts as what it would have taken at the best speed seen.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self._best = min(_known_work() for _ in range(5))
        self._began = 0.0
        self._watches = False

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Measures what the programme does meanwhile."""
        self._began = time.thread_time()
        self._watches = True
        yield
        self.note()
        self._watches = False

    def note(self) -> None:
        """Ends a turn, and begins the next."""
        now = time.thread_time()
        took = now - self._began
        if self._watches and took > self.longest:
            self.longest = max(self.longest, took if took < LONGEST_STALL else took / self._slowness())
        self._began = time.thread_time()

    def _slowness(self) -> float:
        # Whoever takes the core in between leaves cold caches: a long turn meets that each time, a short work seldom.
        took = [_known_work() for _ in range(5)]
        self._best = min(self._best, *took)
        return max(took) / self._best

    def forgive(self) -> None:
        """Starts to measure anew, after what may take long: loading QML for the first time."""
        turn(0.0)
        self.longest = 0.0


def _known_work() -> float:
    """Returns the processor's seconds of work that is the same each time, and is as scattered in memory as QML's."""
    began = time.thread_time()
    words = [str(number) for number in range(20_000)]
    sum(len(found) for found in {word: word * 2 for word in reversed(words)}.values())
    return time.thread_time() - began


@pytest.fixture
def watchdog(qapp: QGuiApplication) -> Iterator[Watchdog]:
    """A turn of the event loop that takes too long fails the test."""
    dog = Watchdog()
    dispatcher = QAbstractEventDispatcher.instance()
    dispatcher.awake.connect(dog.note)
    dispatcher.aboutToBlock.connect(dog.note)
    yield dog
    dispatcher.awake.disconnect(dog.note)
    dispatcher.aboutToBlock.disconnect(dog.note)
    assert dog.longest < LONGEST_STALL, f"the event loop stood still for {dog.longest * 1000:.0f} ms"


def turn(seconds: float) -> None:
    """Lets Qt and asyncio work for `seconds`."""
    waiting = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), waiting.quit)
    waiting.exec()
