"""The log of a profile, from its start on."""

from __future__ import annotations

import logging
from pathlib import Path

from client.failures import FolderUnusable
from client.paths import Paths
from ui.platform.log_file import log_to


def keep_log(paths: Paths, level: str) -> Path:
    """Begins the log, from `level` on, and returns its file.

    A profile that can't be used has none; its account says so in the window.
    """
    try:
        paths.prepare()
        return log_to(paths.state, level)
    except (FolderUnusable, OSError):
        logging.getLogger().addHandler(logging.NullHandler())
        return Path("nothing, for there is no log")
