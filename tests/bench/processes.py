"""Programmes under measurement: started alone on a screen, weighed with all their children, ended."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.bench.display import Display

IGNORED = ("PYTHON", "QT_", "WAYLAND", "XDG_")
"""Environment variables, by their beginnings, that would make this machine's figures differ from a user's."""

LOOPBACK_ONLY = ["unshare", "--map-root-user", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
"""Runs a command in a network namespace that has nothing but loopback."""

CREDENTIALS = {"HELIOGRAPH_API_ID": "1", "HELIOGRAPH_API_HASH": "0" * 32}
"""What a profile without a key of its own is started with."""

QUIET = 0.02
"""Part of a core that a programme may use in `LOOK` seconds and count as done with its start."""

LOOK = 2.0

LONGEST = 30.0
"""Seconds that a command gets to end by itself."""


@dataclass(frozen=True)
class Weight:
    """The memory of a programme, in megabytes of 10⁶ bytes.

    Attributes:
        proportional: PSS: what it shares with other programmes counts in part, and so less on a busy machine.
        private: USS: what would be free if it ended.
    """

    proportional: float
    private: float


@dataclass(frozen=True)
class Rest:
    """What a programme does that nobody uses.

    Attributes:
        percent: of a core.
        wake_ups: a second, of all its threads.
    """

    percent: float
    wake_ups: float


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
        end(process)


def seconds_to_end(command: Sequence[str], screen: Display, environment: Mapping[str, str], home: str) -> float:
    """Starts `command` with the home `home` and returns how long it takes to end by itself.

    Raises:
        RuntimeError: when it ends with a failure, or not within `LONGEST` seconds.
    """
    with running(command, screen, environment, home) as (process, started):
        try:
            code = process.wait(timeout=LONGEST)
        except subprocess.TimeoutExpired as error:
            raise RuntimeError(f"not ended within {LONGEST} s") from error
        seconds = time.perf_counter() - started
    if code:
        raise RuntimeError(f"ended with {code}")
    return seconds


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends `process`, the leader of its session, and whatever of it stays behind."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=10)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def weight(process_id: int) -> Weight:
    """Weighs a process and all its descendants."""
    proportional = private = 0
    for process in _family(process_id):
        with contextlib.suppress(psutil.NoSuchProcess):
            memory = process.memory_full_info()
            proportional += memory.pss
            private += memory.uss
    return Weight(proportional / 1e6, private / 1e6)


def processor_seconds(process_id: int) -> float:
    """Returns the processor time that a process and its descendants have used so far."""
    seconds = 0.0
    for process in _family(process_id):
        with contextlib.suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            seconds += times.user + times.system
    return seconds


def wait_quiet(process_id: int, timeout: float = 90) -> None:
    """Waits until a programme has nothing left to do.

    Raises:
        RuntimeError: when it still has after `timeout` seconds.
    """
    until = time.perf_counter() + timeout
    while True:
        before = processor_seconds(process_id)
        time.sleep(LOOK)
        if processor_seconds(process_id) - before <= QUIET * LOOK:
            return
        if time.perf_counter() > until:
            raise RuntimeError(f"still busy after {timeout} s")


def rest(process_id: int, seconds: float) -> Rest:
    """Watches a programme and its descendants for `seconds`."""
    used, woken, started = processor_seconds(process_id), _wake_ups(process_id), time.perf_counter()
    time.sleep(seconds)
    passed = time.perf_counter() - started
    used = processor_seconds(process_id) - used
    # A thread that is new has only been woken since; one that has ended is left out.
    wake_ups = sum(count - woken.get(thread, 0) for thread, count in _wake_ups(process_id).items())
    return Rest(100 * used / passed, wake_ups / passed)


def _wake_ups(process_id: int) -> dict[Path, int]:
    """Returns how often each thread has gone to sleep and been woken."""
    counts = {}
    for process in _family(process_id):
        for status in Path(f"/proc/{process.pid}/task").glob("*/status"):
            with contextlib.suppress(OSError):
                fields = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
                counts[status] = int(fields["voluntary_ctxt_switches"])
    return counts


def _family(process_id: int) -> list[psutil.Process]:
    try:
        root = psutil.Process(process_id)
        return [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess as error:
        raise RuntimeError("it has ended") from error
