"""`ProfileLock`: one process per profile, decided before TDLib is asked (which waits ten seconds)."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from client.failures import FolderUnusable, InUse

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class ProfileLock:
    """A lock that the system lifts when its process ends, however it ends: a crash leaves nothing behind.

    Arguments:
        path: the lock's file; its folder is the profile named in errors.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Takes the lock; does nothing where it is held already.

        Raises:
            InUse: another process has it.
            FolderUnusable: the file cannot be made.
        """
        if self._descriptor is not None:
            return
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise FolderUnusable(self._path.parent, error.strerror or str(error)) from error
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise InUse(self._path.parent) from error
        self._descriptor = descriptor

    def release(self) -> None:
        """Gives the lock back."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        with contextlib.suppress(OSError):
            os.close(descriptor)
