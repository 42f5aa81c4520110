"""`CrashReports`: what the programme could not cope with, in a file of the profile that the next start offers once.

Nothing is sent anywhere. A start that ends without trouble leaves no file.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import shutil
import sys
import tempfile
import time
from collections import deque
from pathlib import Path

from ui.platform.redaction import RedactingFormatter, redacted

RUNNING = "crash.txt"
"""The report of the start that runs; empty while there is nothing to report."""

LONGEST = 256_000
"""Bytes of one start's report; the first troubles tell the most."""

KEPT = 5
"""How many older reports stay in the folder."""

ENGINE = "tdlib.engine"
ENGINE_LINES = 40
"""How many of TDLib's last lines belong to a report."""


class CrashReports(logging.Handler):
    """Writes down every critical record of the log, redacted, and what kills the process.

    Arguments:
        folder: the profile's, for logs.
        programme: its name and version.

    Attributes:
        path: the report of this start.
        left: the report that an earlier start has left; None where it had no trouble.
    """

    def __init__(self, folder: Path, programme: str = "Heliograph") -> None:
        super().__init__()
        self.left = _collect(folder, programme)
        self.path = folder / RUNNING
        self._engine: deque[str] = deque(maxlen=ENGINE_LINES)
        self._faults: int | None = None
        self.setFormatter(RedactingFormatter("%(asctime)s %(threadName)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(self)

    def watch_faults(self) -> None:
        """Has the threads' places written down when a signal kills the process."""
        with contextlib.suppress(OSError):
            self._faults = _private(self.path)
            faulthandler.enable(self._faults)

    def emit(self, record: logging.LogRecord) -> None:
        if record.name == ENGINE:
            self._engine.append(self.format(record))
        elif record.levelno >= logging.CRITICAL:
            self._write(self.format(record))

    def close(self) -> None:
        """Ends the writing; without trouble no file stays."""
        logging.getLogger().removeHandler(self)
        if self._faults is not None:
            faulthandler.disable()
            os.close(self._faults)
            self._faults = None
        with contextlib.suppress(OSError):
            if self.path.stat().st_size == 0:
                self.path.unlink()
        super().close()

    def outlive(self) -> Path:
        """Copies the report out of a folder that goes with the programme; returns where it is then."""
        descriptor, name = tempfile.mkstemp(prefix="heliograph-crash-", suffix=".txt")
        with contextlib.suppress(OSError), open(descriptor, "wb") as file, open(self.path, "rb") as report:
            shutil.copyfileobj(report, file)
        return Path(name)

    def _write(self, words: str) -> None:
        lines = "\n".join(self._engine)
        text = f"--- {words}\n" + (f"TDLib's last lines:\n{lines}\n" if lines else "") + "\n"
        # A report that can't be written must not make the trouble worse.
        with contextlib.suppress(OSError):
            descriptor = _private(self.path)
            try:
                if os.fstat(descriptor).st_size < LONGEST:
                    os.write(descriptor, text.encode("utf-8", "replace")[:LONGEST])
            finally:
                os.close(descriptor)


def _private(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)


def _collect(folder: Path, programme: str) -> Path | None:
    """Puts the report of the start before aside under a name of its own."""
    path = folder / RUNNING
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
        path.unlink()
        if not text.strip():
            return None
        kept = folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}.txt"
        head = f"{programme}, on {sys.platform} with Python {sys.version.split()[0]}\n\n"
        with open(_private(kept), "w", encoding="utf-8") as file:
            file.write(head + redacted(text))
        for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
            old.unlink()
    except OSError:
        return None
    return kept
