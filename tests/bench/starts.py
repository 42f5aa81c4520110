"""Starts and rests of a programme, seen from outside: a process starts, pixels appear on a virtual screen."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tests.bench.display import Display
from tests.bench.figures import Figure, median
from tests.bench.processes import (
    CREDENTIALS,
    Weight,
    processor_seconds,
    rest,
    running,
    seconds_to_end,
    wait_quiet,
    weight,
)

SETTLED = 2.0
"""Seconds after the paint at which a programme is weighed."""

WATCHED = 10.0
"""Seconds for which a programme that rests is watched."""

Measured = TypeVar("Measured")


@dataclass(frozen=True)
class Start:
    """One start.

    Attributes:
        painted: seconds to the first window with something in it.
        filled: seconds to a window with text down its middle.
        processor: seconds of processor time until it was weighed.
        weight: its memory then.
    """

    painted: float
    filled: float
    processor: float
    weight: Weight


def start(command: Sequence[str], screen: Display) -> Start:
    """Measures a start of a command that takes the folder of a fresh profile as its last argument."""
    _wait_blank(screen)
    with (
        tempfile.TemporaryDirectory() as home,
        tempfile.TemporaryDirectory() as profile,
        running([*command, profile], screen, CREDENTIALS, home) as (process, started),
    ):
        painted = screen.wait(screen.is_painted, process, started)
        filled = screen.wait(screen.is_filled, process, started)
        time.sleep(SETTLED)
        return Start(painted, filled, processor_seconds(process.pid), weight(process.pid))


def listed(command: Sequence[str], screen: Display, home: str) -> tuple[float, Weight]:
    """Measures a start of a command whose profile is signed in: seconds to the painted list, and the memory then."""
    _wait_blank(screen)
    with running(command, screen, CREDENTIALS, home) as (process, started):
        seconds = screen.wait(screen.shows_list, process, started)
        time.sleep(SETTLED)
        return seconds, weight(process.pid)


def resting(command: Sequence[str], screen: Display, home: str, whose: str = "") -> Iterator[Figure]:
    """Measures what is left when every chat has been loaded and nobody does anything; `whose` begins the names."""
    _wait_blank(screen)
    with running(command, screen, CREDENTIALS, home) as (process, started):
        screen.wait(screen.shows_list, process, started)
        wait_quiet(process.pid)
        found = rest(process.pid, WATCHED)
        yield Figure(f"{whose}processor at rest, chats in view", found.percent, "%", "≤ 1 %")
        yield Figure(f"{whose}wake-ups at rest, all threads", found.wake_ups, "/s")
        yield Figure(f"{whose}memory at rest, every chat loaded (PSS)", weight(process.pid).proportional, "MB")


def second(command: Sequence[str], screen: Display, home: str, runs: int, whose: str = "") -> Iterator[Figure]:
    """Measures starts beside a window that has the profile: seconds until they have handed over and ended."""
    _wait_blank(screen)
    with running(command, screen, CREDENTIALS, home) as (process, started):
        screen.wait(screen.shows_list, process, started)
        wait_quiet(process.pid)
        taken = [attempt(lambda: seconds_to_end(command, screen, CREDENTIALS, home)) for _ in range(runs)]
        yield Figure(f"{whose}second start, to its end", median(succeeded(taken)), "s", "≤ 0.3 s")


def attempt(measure: Callable[[], Measured]) -> Measured | RuntimeError:
    """Returns what one run gave, or why it gave nothing: the other runs still count."""
    try:
        return measure()
    except RuntimeError as error:
        return error


def succeeded(runs: Sequence[Measured | RuntimeError]) -> list[Measured]:
    """Returns the runs that gave something.

    Raises:
        RuntimeError: of the last run, where none did.
    """
    found = [run for run in runs if not isinstance(run, RuntimeError)]
    for run in reversed(runs):
        if isinstance(run, RuntimeError):
            sys.stderr.write(f"a run failed: {run}\n")
            if not found:
                raise run
    return found


def _wait_blank(screen: Display) -> None:
    """Waits until the programme measured before has left the screen."""
    until = time.perf_counter() + 10
    while screen.is_painted() and time.perf_counter() < until:
        time.sleep(0.01)
