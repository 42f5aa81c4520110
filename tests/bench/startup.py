"""Start-up, memory and rest of this source, beside telegram-desktop where that is installed."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator

from tests.bench.display import display
from tests.bench.figures import Figure, median
from tests.bench.processes import LOOPBACK_ONLY, Weight, can_isolate
from tests.bench.starts import Start, attempt, listed, resting, second, start, succeeded
from tests.bench.telegram import local_telegram

HELIOGRAPH = [sys.executable, "-m", "ui.app"]
CHATS = 2000
"""Chats beside the demo's, as somebody has who uses Telegram much."""


def sign_in_window(runs: int) -> Iterator[Figure]:
    """Measures the first window, its page and the memory, ours and telegram-desktop's, in turns."""
    isolation = LOOPBACK_ONLY if can_isolate() else []
    peer = [*isolation, "telegram-desktop", "-workdir"] if isolation and shutil.which("telegram-desktop") else None
    ours: list[Start | RuntimeError] = []
    theirs: list[Start | RuntimeError] = []
    with display() as screen:
        for _ in range(runs):
            ours.append(attempt(lambda: start([*isolation, *HELIOGRAPH, "--profile"], screen)))
            if peer is not None:
                theirs.append(attempt(lambda: start(peer, screen)))
    quantities: list[tuple[str, str, str, Callable[[Start], float]]] = [
        ("start to first painted window", "s", "≤ 0.35 of telegram-desktop", lambda start: start.painted),
        ("start to first whole page", "s", "", lambda start: start.filled),
        ("processor time of the start", "s", "", lambda start: start.processor),
        ("memory, all processes (PSS)", "MB", "≤ 0.5 of telegram-desktop", lambda start: start.weight.proportional),
        ("… of it private (USS)", "MB", "", lambda start: start.weight.private),
    ]
    started = succeeded(ours)
    beside = [start for start in theirs if isinstance(start, Start)]
    for name, unit, aim, quantity in quantities:
        peer_value = median([quantity(start) for start in beside]) if beside else None
        yield Figure(name, median([quantity(start) for start in started]), unit, aim, peer_value)


def chat_list(runs: int) -> Iterator[Figure]:
    """Measures the start with 2,000 chats in the local database, to the painted list, and the rest after it."""
    starts: list[tuple[float, Weight] | RuntimeError] = []
    with local_telegram(chats=CHATS) as telegram, tempfile.TemporaryDirectory() as home, display() as screen:
        profile = f"{home}/profile"
        command = [*HELIOGRAPH, *telegram.command_line(profile)]
        telegram.prepare(profile)
        starts += [attempt(lambda: listed(command, screen, home)) for _ in range(runs)]
        lists = succeeded(starts)
        yield Figure(f"start to painted list of {CHATS:,} chats", median([one for one, _ in lists]), "s", "≤ 1.0 s")
        yield Figure("memory then (PSS)", median([one.proportional for _, one in lists]), "MB")
        yield Figure("… of it private (USS)", median([one.private for _, one in lists]), "MB")
        yield from resting(command, screen, home)
        yield from second(command, screen, home, runs)
