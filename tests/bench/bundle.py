"""The bundle that `make bundle` has made: its size, its starts with cold and with warm files, its memory, its rest."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.display import display
from tests.bench.figures import Figure, median
from tests.bench.starts import attempt, listed, resting, second, start, succeeded
from tests.bench.telegram import local_telegram

DIST = Path(__file__).parents[2] / "dist"
BUNDLE = DIST / "heliograph"


def bundle(runs: int) -> Iterator[Figure]:
    """Measures the bundle with the demo's chats."""
    command = [str(BUNDLE / "heliograph")]
    if not os.access(command[0], os.X_OK):
        raise RuntimeError("there is no bundle: make bundle")
    yield from _sizes()
    with display() as screen:

        def first_frame() -> float:
            return start([*command, "--profile"], screen).painted

        yield from _cold_and_warm("bundle: start to first painted window", first_frame, runs)
    with local_telegram() as telegram, tempfile.TemporaryDirectory() as home, display() as screen:
        profile = f"{home}/profile"
        signed_in = [*command, *telegram.command_line(profile)]
        telegram.prepare(profile)

        memory: list[float] = []

        def painted_list() -> float:
            seconds, weight = listed(signed_in, screen, home)
            memory.append(weight.proportional)
            return seconds

        yield from _cold_and_warm("bundle: start to painted list of chats", painted_list, runs)
        yield Figure("bundle: memory then (PSS)", median(memory), "MB")
        yield from resting(signed_in, screen, home, "bundle: ")
        yield from second(signed_in, screen, home, runs, "bundle: ")


def _sizes() -> Iterator[Figure]:
    files = [path for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink()]
    yield Figure("bundle: unpacked", sum(path.stat().st_size for path in files) / 1e6, "MB", "≤ 200 without the demo")
    for path in sorted(DIST.glob("heliograph[-_]*")):
        yield Figure(f"bundle: {path.name}", path.stat().st_size / 1e6, "MB")


def _cold_and_warm(name: str, measure: Callable[[], float], runs: int) -> Iterator[Figure]:
    def cold() -> float:
        _forget_files()
        return measure()

    yield Figure(f"{name}, cold", median(succeeded([attempt(cold) for _ in range(runs)])), "s")
    yield Figure(f"{name}, warm", median(succeeded([attempt(measure) for _ in range(runs)])), "s")


def _forget_files() -> None:
    """Has the system read the bundle's files anew; those of the system itself stay in memory."""
    for path in BUNDLE.rglob("*"):
        if path.is_file():
            descriptor = os.open(path, os.O_RDONLY)
            os.fsync(descriptor)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)
