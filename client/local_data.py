"""`LocalData`: what threatens the account's data on this computer: a disk that fills up, a log that was cut.

TDLib ends its process when it can't write. Before that downloads stop, and the person is told.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from client.changes import Changes, Noun

ENOUGH = 500_000_000
"""Free bytes above which nothing is said."""

DOWNLOADS = 200_000_000
"""Free bytes below which nothing is downloaded."""

START = 50_000_000
"""Free bytes below which TDLib is not started."""

INTERVAL = 30.0
"""Seconds between two looks at the disk."""


class Timer(Protocol):
    def cancel(self) -> object: ...


CallLater = Callable[[float, Callable[[], None]], Timer]


class LocalData:
    """Looks at the disk now and then; Noun.LOCAL_DATA when something else is to be said.

    Arguments:
        changes: are told.
        call_later: starts a timer; `loop.call_later` fits.
        folder: of the data; None for a disk that never fills up.

    Attributes:
        free: bytes left where that is less than `ENOUGH`; None where there is enough.
        was_cut: whether TDLib has found its log damaged and cut it, which loses what only this computer knew.
    """

    def __init__(self, changes: Changes, call_later: CallLater, folder: Path | None) -> None:
        self._changes = changes
        self._call_later = call_later
        self._folder = folder
        self._timer: Timer | None = None
        self.free: int | None = None
        self.was_cut = False

    @property
    def takes_downloads(self) -> bool:
        """Whether there is room for a download, at this moment."""
        self._look()
        return self.free is None or self.free >= DOWNLOADS

    def start(self) -> None:
        """Looks at the disk from now on."""
        self._look()
        if self._folder is not None:
            self._timer = self._call_later(INTERVAL, self.start)

    def close(self) -> None:
        """Ends that."""
        if self._timer is not None:
            self._timer.cancel()

    def on_cut(self) -> None:
        """Takes that TDLib has cut its log."""
        self._say(self.free, was_cut=True)

    def forgive(self) -> None:
        """Takes that the person knows of the cut."""
        self._say(self.free, was_cut=False)

    def _look(self) -> None:
        if self._folder is not None:
            free = free_bytes(self._folder)
            self._say(free if free < ENOUGH else None, self.was_cut)

    def _say(self, free: int | None, was_cut: bool) -> None:
        if (free, was_cut) != (self.free, self.was_cut):
            self.free, self.was_cut = free, was_cut
            self._changes.record(Noun.LOCAL_DATA, None, "free")


def free_bytes(folder: Path) -> int:
    """Returns how much can be written where `folder` is; more than enough where that is not known."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return ENOUGH
