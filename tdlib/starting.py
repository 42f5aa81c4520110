"""How an engine's process is started, also before anybody can talk to it: imports nothing that takes time."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tdlib.library import python_telegram_folder
from tdlib.worker import ENGINE_ARGUMENT

if TYPE_CHECKING:
    import subprocess

ENGINE = "import sys; sys.path += sys.argv[2:]; from tdlib.engine import serve; serve(sys.argv[1])"
"""Python's command for an engine; its arguments are libtdjson, and the folders that hold `tdlib` and `telegram`."""


def engine_command(library: Path) -> list[str]:
    """Returns the command that starts an engine with `library`: this executable itself where it is frozen.

    Else it is an interpreter that leaves out what only a person's own scripts need: the search for installed packages,
    and the settings of Python in the environment.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, ENGINE_ARGUMENT, str(library)]
    folders = [str(Path(__file__).parents[1]), str(python_telegram_folder().parent)]
    return [sys.executable, "-I", "-S", "-c", ENGINE, str(library), *folders]


def start_engine(library: Path) -> subprocess.Popen[bytes]:
    """Starts an engine with the libtdjson at the absolute path `library`; it ends when its input does."""
    # A start that only hands its arguments over to the running programme needs no process.
    import subprocess

    return subprocess.Popen(engine_command(library), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)


class SpareEngine:
    """An engine that starts while its user is still being imported: loading libtdjson takes a tenth of a second.

    As a context manager it ends with its block, unless somebody has taken it.
    """

    def __init__(self, library: Path) -> None:
        self._library = library
        self._process: subprocess.Popen[bytes] | None = start_engine(library)

    def take(self, library: Path) -> subprocess.Popen[bytes]:
        """Returns an engine with `library`, which is the caller's from then on: the spare one once, then new ones."""
        process, self._process = self._process, None
        if process is not None and library == self._library:
            return process
        _end(process)
        return start_engine(library)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        process, self._process = self._process, None
        _end(process)


def _end(process: subprocess.Popen[bytes] | None) -> None:
    """Ends a process to which nobody has said anything: there is no database that it would have to close."""
    if process is not None:
        process.kill()
        process.communicate()
