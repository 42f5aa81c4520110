"""What the thread that draws does: its turns of the event loop and its frames, by the clock and by the processor.

The clock says what a person sees, and counts what neighbours on a busy machine take away. The processor's time of the
thread alone says what the programme could reach, and is nearly the same on a busy machine.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractEventDispatcher
from PySide6.QtQuick import QQuickWindow

from tests.bench.figures import Figure, percentile

BEAT = 1 / 60
"""Seconds from one frame to the next on an ordinary screen."""

AIM = "≤ 16.7"

PATIENCE = 20.0
"""Seconds a frame may take before the measurement is given up."""


@dataclass
class Frames:
    """The frames of a stretch of time.

    Attributes:
        seconds: of the clock, from the change to the end of the frame that shows it.
        processor: seconds of the processor from the end of the frame before to the end of this one.
        turns: seconds of the processor of each turn of the event loop meanwhile.
    """

    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    turns: list[float] = field(default_factory=list)

    def figures(self, name: str) -> Iterator[Figure]:
        """Yields what is told of frames while something, `name`, goes on."""
        yield Figure(f"frame while {name}, p50", percentile(self.seconds, 0.5) * 1000, "ms")
        yield Figure("… p99", percentile(self.seconds, 0.99) * 1000, "ms", AIM)
        yield Figure("… processor time of the thread for each, p50", percentile(self.processor, 0.5) * 1000, "ms")
        yield Figure("… p99", percentile(self.processor, 0.99) * 1000, "ms", AIM)
        yield Figure("… the most", max(self.processor) * 1000, "ms")
        yield Figure("longest turn of the loop, processor time", max(self.turns) * 1000, "ms", AIM)


@contextmanager
def turns() -> Iterator[list[float]]:
    """Notes the processor's seconds of each turn of the event loop for as long as the context lasts."""
    noted: list[float] = []
    began = time.thread_time()

    def note() -> None:
        nonlocal began
        now = time.thread_time()
        noted.append(now - began)
        began = now

    dispatcher = QAbstractEventDispatcher.instance()
    dispatcher.awake.connect(note)
    dispatcher.aboutToBlock.connect(note)
    try:
        yield noted
    finally:
        dispatcher.awake.disconnect(note)
        dispatcher.aboutToBlock.disconnect(note)


async def draw(window: QQuickWindow, step: Callable[[], bool]) -> Frames:
    """Draws a frame each 60th of a second, or as soon as the one before is done, until `step` returns False.

    Raises:
        RuntimeError: when a frame does not come.
    """
    frames = Frames()
    loop = asyncio.get_running_loop()
    drawn = asyncio.Event()
    window.frameSwapped.connect(drawn.set)
    try:
        with turns() as frames.turns:
            await frame(window, drawn)
            used = time.thread_time()
            following = loop.time()
            while True:
                began = time.perf_counter()
                if not step():
                    return frames
                await frame(window, drawn)
                now = time.thread_time()
                frames.seconds.append(time.perf_counter() - began)
                frames.processor.append(now - used)
                used = now
                following = max(following + BEAT, loop.time())
                await asyncio.sleep(following - loop.time())
    finally:
        window.frameSwapped.disconnect(drawn.set)


async def frame(window: QQuickWindow, drawn: asyncio.Event) -> None:
    """Waits for the next frame, of whose end `drawn` is told.

    Raises:
        RuntimeError: when it does not come.
    """
    drawn.clear()
    window.update()
    try:
        await asyncio.wait_for(drawn.wait(), PATIENCE)
    except TimeoutError as error:
        raise RuntimeError(f"no frame within {PATIENCE} s") from error
