"""`heliograph`, started again while it runs: processes of their own, as a desktop starts them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import line
from tests.ui.screen import Role, Screen
from ui.options import Options, parse
from ui.platform import instance_address
from ui.platform.single_instance import First, Silent
from ui.start_once import start_once
from ui.unresponsive import ask

ROOT = Path(__file__).parents[2]
KEY = {"HELIOGRAPH_API_ID": "1", "HELIOGRAPH_API_HASH": "0" * 32, "PYTHONFAULTHANDLER": "1"}
WITHOUT = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
PATIENCE = 30

Start = Callable[..., subprocess.Popen[str]]
Until = Callable[..., None]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts `heliograph` in a process of its own, with a display of its own unless `display` says otherwise."""
    running: list[subprocess.Popen[str]] = []

    def run(*arguments: str, display: bool = True, **environment: str) -> subprocess.Popen[str]:
        around = {name: value for name, value in os.environ.items() if name not in WITHOUT} | KEY | environment
        around |= {"QT_QPA_PLATFORM": "offscreen"} if display else {}
        command = [sys.executable, "-m", "ui.app", *arguments]
        process = subprocess.Popen(
            command, cwd=ROOT, env=around, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        running.append(process)
        return process

    yield run
    assert [said for process in running if (said := _ended(process))] == []


def _ended(process: subprocess.Popen[str]) -> str:
    """Ends a start that still runs; returns where its threads are if it does not end."""
    with suppress(OSError):
        process.send_signal(signal.SIGCONT)
    process.terminate()
    try:
        process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGABRT)
        return process.communicate()[1]
    return ""


def over(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Waits for the end of a start; returns its exit code and what it said on standard error."""
    _, said = process.communicate(timeout=PATIENCE)
    return process.returncode, said


def owner(profile: Path) -> int:
    """The process that shows the profile's window; 0 while there is none."""
    address = instance_address.read(profile / "run")
    return address.process if address is not None and address.is_up and psutil.pid_exists(address.process) else 0


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def test_the_second_raises_the_first(
    sandbox: Sandbox, open_window: OpenWindow, start: Start, profile: Path, until: Until
) -> None:
    window = open_window(sandbox, once=True)
    window.wait_for(Role.Graphic, "QR code to sign in with another device")
    window.window.showMinimized()
    second = start(*line(sandbox, profile), display=False, XDG_ACTIVATION_TOKEN="leave")
    until(lambda: second.poll() is not None, "the end of the second start")
    assert over(second) == (0, "")
    until(window.window.isActive, "the window in front")
    assert not window.window.windowStates() & Qt.WindowState.WindowMinimized
    assert "XDG_ACTIVATION_TOKEN" not in os.environ
    window.close()


def test_the_second_leaves_and_another_profile_stays(
    sandbox: Sandbox, start: Start, profile: Path, tmp_path: Path, until: Until
) -> None:
    first = start(*line(sandbox, profile))
    until(lambda: owner(profile) == first.pid, "the first window")
    assert over(start(*line(sandbox, profile))) == (0, "")
    other = start(*line(sandbox, tmp_path / "other"))
    until(lambda: owner(tmp_path / "other") == other.pid, "the other profile's window")
    assert first.poll() is None
    for process in (first, other):
        process.terminate()
        assert over(process) == (0, "")
    assert list((profile / "run").iterdir()) == [profile / "run" / "instance.lock"]


def test_of_two_at_once_one_window_stays(sandbox: Sandbox, start: Start, profile: Path, until: Until) -> None:
    both = [start(*line(sandbox, profile)) for _ in range(2)]
    until(lambda: any(process.poll() is not None for process in both), "the end of one")
    until(lambda: owner(profile), "a window")
    (left,) = [process for process in both if process.poll() is not None]
    (stayed,) = [process for process in both if process.poll() is None]
    assert over(left) == (0, "")
    assert owner(profile) == stayed.pid


def test_after_a_kill_the_next_start_is_the_first(sandbox: Sandbox, start: Start, profile: Path, until: Until) -> None:
    killed = start(*line(sandbox, profile))
    until(lambda: owner(profile) == killed.pid, "the first window")
    killed.kill()
    killed.wait()
    assert (profile / "run" / "instance.socket").exists()
    fresh = start(*line(sandbox, profile))
    until(lambda: owner(profile) == fresh.pid, "the next window")
    assert over(start(*line(sandbox, profile))) == (0, "")


def test_a_first_that_hangs_is_named(sandbox: Sandbox, start: Start, profile: Path, until: Until) -> None:
    first = start(*line(sandbox, profile))
    until(lambda: owner(profile) == first.pid, "the first window")
    first.send_signal(signal.SIGSTOP)
    code, said = over(start(*line(sandbox, profile), display=False))
    assert code == 1
    assert f"process {first.pid}" in said
    assert f"kill -KILL {first.pid}" in said
    first.send_signal(signal.SIGCONT)
    assert over(start(*line(sandbox, profile), display=False)) == (0, "")


class Unresponsive:
    """Clicks into the window that stands in place of the window, as soon as it is there."""

    def __init__(self, application: QGuiApplication, until: Until, button: str) -> None:
        self._application = application
        self._until = until
        self._button = button
        self.words: list[str] = []
        QTimer.singleShot(0, self._click)

    def _click(self) -> None:
        try:
            self._until(lambda: self._windows(), "the window")
            screen = Screen(self._windows()[0], self._until)
            screen.wait_for(Role.Button, self._button)
            self.words = screen.words()
            screen.click(Role.Button, self._button)
        except AssertionError:
            self._application.quit()
            raise

    def _windows(self) -> list[QQuickWindow]:
        windows = self._application.topLevelWindows()
        return [each for each in windows if isinstance(each, QQuickWindow) and each.isVisible()]


def silent_start(options: Options) -> Silent:
    found = start_once(options, {}, patience=0.5)
    assert isinstance(found, Silent)
    return found


def test_a_first_that_hangs_can_be_ended(
    sandbox: Sandbox, start: Start, profile: Path, qapp: QGuiApplication, until: Until
) -> None:
    first = start(*line(sandbox, profile))
    until(lambda: owner(profile) == first.pid, "the first window")
    first.send_signal(signal.SIGSTOP)
    options = parse(line(sandbox, profile))
    seen = Unresponsive(qapp, until, "End it and start anew")
    found = ask(options, silent_start(options))
    assert isinstance(found, First)
    found.close()
    assert any(f"process {first.pid}" in words for words in seen.words)
    assert first.wait(PATIENCE) is not None


def test_a_first_that_hangs_can_be_left_alone(
    sandbox: Sandbox, start: Start, profile: Path, qapp: QGuiApplication, until: Until
) -> None:
    first = start(*line(sandbox, profile))
    until(lambda: owner(profile) == first.pid, "the first window")
    first.send_signal(signal.SIGSTOP)
    options = parse(line(sandbox, profile))
    Unresponsive(qapp, until, "Don't start")
    assert isinstance(ask(options, silent_start(options)), Silent)
    assert first.poll() is None
