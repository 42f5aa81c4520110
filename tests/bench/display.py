"""A virtual screen whose pixels can be read while programmes paint on it."""

from __future__ import annotations

import contextlib
import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

WIDTH, HEIGHT = 1280, 800
STEP = 7
"""Every seventh pixel is looked at: cheap enough to look each few milliseconds, dense enough for text."""

ROW = 68
"""Height of a row of the chat list, in pixels."""

LINE = 34
"""Height of a line of text with the room around it, in pixels."""

LINES = 4
"""A page counts as whole when so many lines show something."""

CHANGED = 0.01
COLOURS = 12
"""A window counts as painted when this part of the screen has changed and shows this many colours, as text does."""


class Display:
    """An Xvfb screen, its `DISPLAY` name, and its pixels in memory."""

    def __init__(self, name: str, pixels: mmap.mmap) -> None:
        self.name = name
        self._pixels = pixels
        header, = struct.unpack_from(">I", pixels, 0)
        colours, = struct.unpack_from(">I", pixels, 76)
        self._start = header + colours * 12

    def is_painted(self) -> bool:
        """Tells whether a window with something in it is on the screen."""
        sample = self._sample(0, HEIGHT)
        changed = len(sample) - sample.count(sample[0])
        return changed > CHANGED * len(sample) and len(set(sample)) >= COLOURS

    def is_filled(self) -> bool:
        """Tells whether there is text or a picture in several places below each other, as on a whole page."""
        bands = [len(set(self._sample(top, top + LINE))) for top in range(0, HEIGHT - LINE, LINE)]
        return sum(colours >= COLOURS for colours in bands) >= LINES

    def shows_list(self) -> bool:
        """Tells whether rows with text and pictures stand below each other nearly down to the screen's end."""
        bands = [len(set(self._sample(top, top + ROW))) for top in range(0, HEIGHT - ROW, ROW)]
        return sum(colours >= 2 * COLOURS for colours in bands) >= len(bands) - 2

    def wait(
        self, condition: Callable[[], bool], process: subprocess.Popen[bytes], started: float, timeout: float = 60
    ) -> float:
        """Returns the seconds from `started` until `condition` holds.

        Raises:
            RuntimeError: when `process` ends or `timeout` seconds pass before that.
        """
        while not condition():
            if process.poll() is not None:
                raise RuntimeError(f"ended with {process.returncode} before {condition.__name__}")
            if time.perf_counter() - started > timeout:
                raise RuntimeError(f"not {condition.__name__} within {timeout} s")
            time.sleep(0.002)
        return time.perf_counter() - started

    def _sample(self, top: int, bottom: int) -> list[int]:
        first, last = (self._start + line * WIDTH * 4 for line in (top, bottom))
        with memoryview(self._pixels)[first:last] as view, view.cast("I") as words:
            return words[::STEP].tolist()


@contextlib.contextmanager
def display() -> Iterator[Display]:
    """Runs Xvfb for as long as the context lasts.

    Raises:
        RuntimeError: where Xvfb is not installed.
    """
    if shutil.which("Xvfb") is None:
        raise RuntimeError("Xvfb is not installed: sudo apt install xvfb")
    with tempfile.TemporaryDirectory() as folder:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder]
        server = subprocess.Popen([*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        try:
            with os.fdopen(reading) as numbers:
                name = f":{numbers.readline().strip()}"
            with (Path(folder) / "Xvfb_screen0").open("rb") as file:
                pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            yield Display(name, pixels)
        finally:
            server.terminate()
            server.wait()
