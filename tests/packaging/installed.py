"""Heliograph as somebody has installed it: an executable in surroundings that know nothing of its source."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import psutil
import pytest

from tests.packaging.scripts import ROOT

PATIENCE = 180.0
"""Seconds that anything may take; the machine may have other things to do."""

NOTHING: Mapping[str, str] = MappingProxyType({})

LOOK_AGAIN = 0.1
"""Seconds between two looks at a condition."""

MOST_OF_LOG = 4000
"""Signs of the log's end that a failure shows."""

API = {"HELIOGRAPH_API_ID": "1", "HELIOGRAPH_API_HASH": "0" * 32}
"""What the local Telegram takes for an application's id."""

HIDDEN = tuple(dict.fromkeys((str(ROOT), sys.prefix, sys.base_prefix)))
"""Where the source, the virtual environment and Python lie."""

OF_LOCALE = re.compile(r"Detected locale .*?for more information\.\n", re.DOTALL)
"""What Qt itself tells the terminal where the locale is not UTF-8."""

HIDE = """
count=$1; shift
while [ "$count" -gt 0 ]; do
  mount -t tmpfs none "$1"; shift; count=$((count - 1))
done
exec "$@"
"""
"""Lays an empty folder over as many arguments as the first says, and becomes the rest."""


def tool(name: str, package: str) -> str:
    """Returns the path of a command that a test needs; fails with what brings it."""
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"{name} is not installed. On Debian and Ubuntu: sudo apt install {package}")
    return found


def until(condition: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Waits until `condition` holds."""
    end = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < end, f"{what} did not come within {patience:.0f} seconds"
        time.sleep(LOOK_AGAIN)


def hiding() -> list[str]:
    """Returns what a command begins with so that it can't see `HIDDEN`; nothing where the system doesn't allow that."""
    unshare = shutil.which("unshare")
    folders = [folder for folder in HIDDEN if folder != "/usr" and not _is_within_another(folder)]
    if unshare is None:
        return []
    user = [] if os.getuid() == 0 else ["--map-root-user"]
    begin = [unshare, *user, "--mount", "/bin/sh", "-c", HIDE, "hide", str(len(folders)), *folders]
    tried = subprocess.run([*begin, "/bin/true"], capture_output=True, check=False)
    return begin if tried.returncode == 0 else []


class Installed:
    """An executable of Heliograph, started with nothing in its environment but a home.

    Arguments:
        executable: what is started.
        home: the home folder of who starts it.
    """

    def __init__(self, executable: Path, home: Path) -> None:
        self.executable = executable
        self.home = home
        home.mkdir(parents=True, exist_ok=True)

    def surroundings(self, more: Mapping[str, str] = NOTHING) -> dict[str, str]:
        """Returns a bare environment."""
        return {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **more}

    def run(self, *arguments: str, around: Mapping[str, str] = NOTHING) -> subprocess.CompletedProcess[str]:
        """Runs it to its end, with `around` in its environment."""
        process = subprocess.Popen(
            [*hiding(), str(self.executable), *arguments],
            cwd="/",
            env=self.surroundings(around),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        with process, self._explained(process):
            told, complaints = process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(process.args, process.returncode, told, complaints)

    @contextmanager
    def started(
        self, *arguments: str, before: tuple[str, ...] = (), around: Mapping[str, str] = NOTHING
    ) -> Iterator[subprocess.Popen[str]]:
        """Starts it; at the end it is asked to end, and must do so properly and without a complaint.

        Arguments:
            arguments: its command line.
            before: what the command begins with.
            around: what is in its environment.
        """
        process = self._begin([*before, str(self.executable), *arguments], around)
        with self._explained(process):
            yield process
            process.send_signal(signal.SIGTERM)
            _, complaints = process.communicate(timeout=PATIENCE)
            complaints = OF_LOCALE.sub("", complaints)
            assert (process.returncode, complaints) == (0, ""), f"code {process.returncode}: {complaints}"

    @contextmanager
    def killed(self, number: signal.Signals, *, around: Mapping[str, str] = NOTHING) -> Iterator[subprocess.Popen[str]]:
        """Starts it; at the end the signal `number` ends it, and its engines with it."""
        process = self._begin([str(self.executable)], around)
        with self._explained(process):
            yield process
            engines = psutil.Process(process.pid).children(recursive=True)
            process.send_signal(number)
            assert process.wait(PATIENCE) == -number
            until(lambda: all(_has_ended(engine) for engine in engines), "the end of what it had started")

    def log(self) -> str:
        """Returns everything that its logs say."""
        return "".join(path.read_text() for path in self.home.rglob("heliograph.log"))

    def _begin(self, command: list[str], around: Mapping[str, str]) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*hiding(), *command],
            cwd="/",
            env=self.surroundings(around),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    @contextmanager
    def _explained(self, process: subprocess.Popen[str]) -> Iterator[None]:
        """Leaves nothing of `process` running, and says of a failure what it has been doing."""
        try:
            yield
        except BaseException as error:
            load, *_ = os.getloadavg()
            error.add_note(f"{_processor_seconds(process):.1f} s of processor time, a load of {load:.1f}; the log:")
            error.add_note(self.log()[-MOST_OF_LOG:])
            raise
        finally:
            _kill(process)


def files_in_use(process: int) -> set[Path]:
    """Returns the files that a process and its children have loaded."""
    found: set[Path] = set()
    parent = psutil.Process(process)
    for each in [parent, *parent.children(recursive=True)]:
        try:
            lines = Path(f"/proc/{each.pid}/maps").read_text().splitlines()
        except (FileNotFoundError, ProcessLookupError):
            # A child that has ended meanwhile.
            continue
        found |= {Path(line.split(maxsplit=5)[5]) for line in lines if "/" in line}
    return found


def _is_within_another(folder: str) -> bool:
    return any(Path(folder).is_relative_to(other) for other in HIDDEN if other != folder)


def runs_engine(process: int) -> bool:
    """Returns whether an engine of a window has loaded TDLib."""
    return any("libtdjson" in path.name for path in files_in_use(process))


def _has_ended(process: psutil.Process) -> bool:
    """Whether nothing of an orphan runs; nobody may be there to bury it."""
    try:
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True


def _processor_seconds(process: subprocess.Popen[str]) -> float:
    """Returns how long a process and its children have had a processor, 0 where it has ended."""
    try:
        parent = psutil.Process(process.pid)
        return sum(sum(each.cpu_times()[:2]) for each in (parent, *parent.children(recursive=True)))
    except psutil.NoSuchProcess:
        return 0.0


def _kill(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        for child in psutil.Process(process.pid).children(recursive=True):
            child.kill()
        process.kill()
    process.wait()
    if process.stderr is not None:
        process.stderr.close()
