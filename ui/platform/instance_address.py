"""Where the first start on a profile can be reached by the next: a local socket, and a word that only its owner knows.

Imports nothing that takes time: a second start is over before Qt could be loaded.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

LOOPBACK = "127.0.0.1"
FILE = "instance.json"


@dataclass(frozen=True)
class Address:
    """Where the first start listens.

    Attributes:
        process: its process id.
        path: of its local socket; empty where it listens on loopback.
        port: on loopback; 0 where it has a local socket.
        word: what a caller must say; the file that holds it is for the owner's eyes alone.
        is_up: whether its window runs; before and after that it may take long to answer.
    """

    process: int
    path: str
    port: int
    word: str
    is_up: bool = False

    def connect(self, patience: float) -> socket.socket:
        """Returns a connection; raises OSError where nobody listens within `patience` seconds."""
        family = socket.AF_UNIX if self.path else socket.AF_INET
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            connection.settimeout(patience)
            connection.connect(self.path or (LOOPBACK, self.port))
        except OSError:
            connection.close()
            raise
        return connection

    def write(self, folder: Path) -> None:
        """Leaves the address in `folder`, for its owner alone, whole or not at all."""
        path = folder / FILE
        fresh = path.with_suffix(f".{os.getpid()}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="utf-8") as file:
            json.dump(asdict(self), file)
        fresh.replace(path)


def read(folder: Path) -> Address | None:
    """Returns the address left in `folder`, None where there is none that can be read."""
    try:
        found = Address(**json.loads((folder / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    sorts = [(found.process, int), (found.path, str), (found.port, int), (found.word, str)]
    return found if all(isinstance(value, sort) for value, sort in sorts) else None


def forget(folder: Path) -> None:
    """Removes the address left in `folder`."""
    with contextlib.suppress(OSError):
        (folder / FILE).unlink()


def listen(folder: Path) -> tuple[socket.socket, Address]:
    """Listens where the next start can come, and returns the socket with its address.

    A local socket in the profile's own `folder` is found through every mount of it. Where that path is too long or its
    disk holds no sockets, the user's runtime folder serves, then a private folder among the temporary files, then a
    port of loopback: the only way where Python has no local sockets.

    Arguments:
        folder: the profile's, for what lives as long as the programme runs; its lock is held.

    Raises:
        OSError: nothing of that works.
    """
    word = os.urandom(16).hex()
    if hasattr(socket, "AF_UNIX") and sys.platform != "win32":
        for path in _paths(folder):
            listener = _listen_at(path)
            if listener is not None:
                return listener, Address(os.getpid(), str(path), 0, word)
    listener = socket.create_server((LOOPBACK, 0))
    return listener, Address(os.getpid(), "", listener.getsockname()[1], word)


def _paths(folder: Path) -> Iterator[Path]:
    yield folder / "instance.socket"
    name = f"{_identity(folder)}.socket"
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and os.path.isabs(runtime):
        yield Path(runtime, "heliograph", name)
    import tempfile

    yield Path(tempfile.gettempdir(), f"heliograph-{_user()}", name)


def _identity(folder: Path) -> str:
    """Names `folder` by what it is rather than by its path, which means another folder in another container."""
    import hashlib

    found = folder.stat()
    return hashlib.sha256(f"{found.st_dev}:{found.st_ino}:{folder.resolve()}".encode()).hexdigest()[:16]


def _user() -> int:
    return os.getuid() if sys.platform != "win32" else 0


def _listen_at(path: Path) -> socket.socket | None:
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_private(path.parent):
            raise PermissionError(path.parent)
        # The profile's lock is held, so whoever listened here is gone.
        path.unlink(missing_ok=True)
        listener.bind(str(path))
        listener.listen(16)
    except OSError:
        listener.close()
        return None
    # The sticky bit keeps the file from those who clean runtime folders of what looks unused; not every disk knows it.
    with contextlib.suppress(OSError):
        path.chmod(0o1600)
    return listener


def _is_private(folder: Path) -> bool:
    found = folder.lstat()
    return folder.is_dir() and not folder.is_symlink() and found.st_uid == _user() and found.st_mode & 0o077 == 0
