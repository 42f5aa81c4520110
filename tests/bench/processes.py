"""Programmes under measurement: started alone on a screen, weighed with all their children, ended."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence

import psutil

from tests.bench.display import Display

IGNORED = ("PYTHON", "QT_", "WAYLAND", "XDG_")
"""Environment variables, by their beginnings, that would make this machine's figures differ from a user's."""

LOOPBACK_ONLY = ["unshare", "--map-root-user", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
"""Runs a command in a network namespace that has nothing but loopback."""


def can_isolate() -> bool:
    """Tells whether this machine lets us make a network namespace."""
    tools = shutil.which("unshare") and shutil.which("ip")
    return bool(tools) and subprocess.run([*LOOPBACK_ONLY, "true"], capture_output=True, check=False).returncode == 0


@contextlib.contextmanager
def running(
    command: Sequence[str], screen: Display, environment: Mapping[str, str], home: str
) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """Starts `command` with a home of its own; yields it and the moment of its start."""
    variables = {key: value for key, value in os.environ.items() if not key.startswith(IGNORED)}
    variables |= {"DISPLAY": screen.name, "HOME": home, "XDG_RUNTIME_DIR": home, **environment}
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield process, started
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def proportional_megabytes(process_id: int) -> float:
    """Returns the PSS of a process and all its descendants, in megabytes of 10⁶ bytes."""
    root = psutil.Process(process_id)
    total = 0
    for process in [root, *root.children(recursive=True)]:
        with contextlib.suppress(psutil.NoSuchProcess):
            total += process.memory_full_info().pss
    return total / 1e6


def first_paint(command: Sequence[str], screen: Display, environment: Mapping[str, str]) -> tuple[float, float]:
    """Returns (seconds from start to the first painted window, PSS in megabytes two seconds later)."""
    with (
        tempfile.TemporaryDirectory() as home,
        running(command, screen, environment, home) as (process, started),
    ):
        seconds = screen.wait(screen.is_painted, process, started)
        time.sleep(2)
        return seconds, proportional_megabytes(process.pid)
