"""The log: a file in the profile, and on standard error only what a person at a terminal must know."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

NAME = "heliograph.log"
MOST_BYTES = 1_000_000
OLDER_FILES = 2


def log_to(folder: Path) -> Path:
    """Writes the log into `folder`, for its owner alone, and returns the file; keeps two older ones."""
    path = folder / NAME
    handler = logging.handlers.RotatingFileHandler(
        path, maxBytes=MOST_BYTES, backupCount=OLDER_FILES, encoding="utf-8", delay=True
    )
    path.touch(mode=0o600)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path
