"""The log: files in the profile, for their owner alone, of a limited size, without anything private."""

from __future__ import annotations

import contextlib
import io
import logging
import logging.handlers
import os
from pathlib import Path
from typing import cast

from ui.platform.redaction import RedactingFormatter

NAME = "heliograph.log"
MOST_BYTES = 1_000_000
OLDER_FILES = 2


class PrivateRotatingFileHandler(logging.handlers.RotatingFileHandler):
    """Makes each file for its owner alone, from its first byte on."""

    def _open(self) -> io.TextIOWrapper:
        def private(path: str, flags: int) -> int:
            return os.open(path, flags, 0o600)

        return cast(io.TextIOWrapper, open(self.baseFilename, self.mode, encoding=self.encoding, opener=private))


def log_to(folder: Path, level: str = "info") -> Path:
    """Writes the log into `folder` and returns the file; keeps two older ones.

    Arguments:
        folder: for its owner alone.
        level: the least that is written: "debug", "info", "warning" or "error".
    """
    path = folder / NAME
    handler = PrivateRotatingFileHandler(path, maxBytes=MOST_BYTES, backupCount=OLDER_FILES, encoding="utf-8")
    for file in folder.glob(f"{NAME}*"):
        # One of an earlier version, or out of a backup.
        with contextlib.suppress(OSError):
            file.chmod(0o600)
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level.upper())
    return path
