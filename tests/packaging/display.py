"""A display of the test's own, and a person's hands on it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.packaging.installed import PATIENCE, tool, until

SCREEN = ("-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset")


class Display:
    """A running X server without a screen.

    Attributes:
        name: what DISPLAY is to be.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def wait_for_window(self) -> None:
        """Waits until Heliograph's window is on the screen."""
        until(self.windows, "the window")

    def windows(self) -> list[str]:
        """Returns the windows of Heliograph that can be seen."""
        done = self._do("search", "--onlyvisible", "--class", "heliograph")
        return done.stdout.split()

    def press(self, *keys: str) -> None:
        """Presses keys, such as "ctrl+k", one after the other."""
        self._point()
        assert self._do("key", "--clearmodifiers", "--delay", "20", *keys).returncode == 0

    def type(self, text: str) -> None:
        """Types `text` into what has the keyboard."""
        self._point()
        assert self._do("type", "--clearmodifiers", "--delay", "20", text).returncode == 0

    def _point(self) -> None:
        """Gives the window the keyboard: there is no window manager to do it."""
        window = self.windows()[0]
        assert self._do("windowfocus", "--sync", window).returncode == 0

    def _do(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [tool("xdotool", "xdotool"), *words],
            env={**os.environ, "DISPLAY": self.name},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )


@contextmanager
def display() -> Iterator[Display]:
    """Starts an X server on a number that is free."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [tool("Xvfb", "xvfb"), "-displayfd", str(write), *SCREEN], pass_fds=(write,), stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        assert number, "Xvfb did not start"
        yield Display(f":{number}")
    finally:
        server.terminate()
        server.wait()
