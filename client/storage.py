"""Files that survive a crash: written whole beside the old one, for their owner alone."""

from __future__ import annotations

import contextlib
import logging
import os
from pathlib import Path

log = logging.getLogger(__name__)


def previous(path: Path) -> Path:
    """Returns where the generation before the one in `path` is kept."""
    return path.with_name(path.name + ".previous")


def write_whole(path: Path, data: bytes, *, keep_previous: bool = False) -> None:
    """Puts `data` in place of what `path` holds, so that a crash leaves one or the other.

    Arguments:
        keep_previous: whether the old content stays as `previous(path)`.

    Raises:
        OSError: the old content stays.
    """
    unfinished = path.with_name(path.name + ".new")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if keep_previous and path.exists():
        path.replace(previous(path))
    unfinished.replace(path)


def set_aside(path: Path) -> None:
    """Keeps a damaged file as `….bad`, so that nothing in it is lost for good."""
    log.warning("%s is damaged; it is kept as %s.bad", path.name, path.name)
    with contextlib.suppress(OSError):
        path.replace(path.with_name(path.name + ".bad"))


def remove(path: Path) -> None:
    """Removes the file `path`, its previous generation and what a crash has left of the next."""
    for file in (path, previous(path), path.with_name(path.name + ".new")):
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)


def read(path: Path) -> bytes | None:
    """Returns what `path` holds; None where it is missing or cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None
