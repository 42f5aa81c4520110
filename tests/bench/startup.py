"""Start-up and memory, seen from outside: a process starts, pixels appear on a virtual screen."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.bench.display import Display, display
from tests.bench.figures import Figure, median
from tests.bench.processes import LOOPBACK_ONLY, can_isolate, first_paint, proportional_megabytes, running

HELIOGRAPH = [sys.executable, "-m", "ui.app"]
CREDENTIALS = {"HELIOGRAPH_API_ID": "1", "HELIOGRAPH_API_HASH": "0" * 32}
CHATS = 2000


def sign_in_window(runs: int) -> Iterator[Figure]:
    """Measures the first painted window and the memory, ours and telegram-desktop's, in turns."""
    isolation = LOOPBACK_ONLY if can_isolate() else []
    peer = [*isolation, "telegram-desktop", "-workdir"] if isolation and shutil.which("telegram-desktop") else None
    ours: list[tuple[float, float]] = []
    theirs: list[tuple[float, float]] = []
    with display() as screen:
        for _ in range(runs):
            ours.append(_in_fresh_profile([*isolation, *HELIOGRAPH, "--profile"], screen))
            if peer is not None:
                theirs.append(_in_fresh_profile(peer, screen))
    for index, (name, unit, aim) in enumerate(
        (("start to first painted window", "s", "≤ 0.35"), ("memory, all processes (PSS)", "MB", "≤ 0.5"))
    ):
        value = median([one[index] for one in ours])
        peer_value = median([one[index] for one in theirs]) if theirs else None
        yield Figure(name, value, unit, f"{aim} of telegram-desktop", peer_value)


def _in_fresh_profile(command: list[str], screen: Display) -> tuple[float, float]:
    """Measures a command that takes the profile's folder as its last argument."""
    _wait_blank(screen)
    with tempfile.TemporaryDirectory() as folder:
        return first_paint([*command, folder], screen, CREDENTIALS)


def chat_list(runs: int) -> Iterator[Figure]:
    """Measures the start with 2,000 chats in the local database, to the painted list."""
    seconds: list[float] = []
    weights: list[float] = []
    with _telegram() as (library, proxy, phone, code), tempfile.TemporaryDirectory() as home:
        profile = f"{home}/profile"
        connection = ["--tdlib", library, "--proxy", proxy, "--profile", profile]
        subprocess.run(
            [sys.executable, "-m", "tests.bench.prepare", library, proxy, profile, phone, code], check=True
        )
        with display() as screen:
            for _ in range(runs):
                _wait_blank(screen)
                with running([*HELIOGRAPH, *connection], screen, CREDENTIALS, home) as (process, started):
                    seconds.append(screen.wait(screen.shows_list, process, started))
                    time.sleep(2)
                    weights.append(proportional_megabytes(process.pid))
    yield Figure(f"start to painted list of {CHATS:,} chats", median(seconds), "s", "≤ 1.0 s")
    yield Figure(f"memory with {CHATS:,} chats (PSS)", median(weights), "MB")


@contextmanager
def _telegram() -> Iterator[tuple[str, str, str, str]]:
    """Runs a sandbox process with `CHATS` chats; yields library, proxy, phone and code."""
    command = [sys.executable, "-m", "tdlib.sandbox", "--no-actors", "--chats", str(CHATS)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as sandbox:
        assert sandbox.stdin is not None
        assert sandbox.stdout is not None
        hello = json.loads(sandbox.stdout.readline())
        yield hello["library"], hello["proxy"], hello["users"][0]["phone"], hello["code"]
        sandbox.stdin.close()


def _wait_blank(screen: Display) -> None:
    """Waits until the programme measured before has left the screen."""
    until = time.perf_counter() + 10
    while screen.is_painted() and time.perf_counter() < until:
        time.sleep(0.01)


