"""The log of a profile, from its start on."""

from __future__ import annotations

import logging
from pathlib import Path

from client.failures import FolderUnusable
from client.paths import Paths
from ui.platform.log_file import log_to


def keep_log(paths: Paths) -> Path:
    """Begins the log and returns its file; a profile that can't be used is shown by its account, in the window."""
    try:
        paths.prepare()
        return log_to(paths.state)
    except FolderUnusable:
        logging.getLogger().addHandler(logging.NullHandler())
        return Path("nothing, for there is no log")
