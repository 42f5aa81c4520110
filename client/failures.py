"""Why an account cannot run; the interface words each of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class FolderUnusable(Exception):
    """A folder of the profile cannot be made, read or written.

    Attributes:
        path: the folder.
        reason: the system's words.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class DiskFull(Exception):
    """There is so little room that TDLib would end its process.

    Attributes:
        path: the profile's folder.
        free: bytes left.
        needed: bytes that would do.
    """

    def __init__(self, path: Path, free: int, needed: int) -> None:
        super().__init__(f"{path}: {free} of {needed} bytes")
        self.path = path
        self.free = free
        self.needed = needed


class InUse(Exception):
    """Another process has the profile open.

    Attributes:
        path: the profile's folder.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class KeyUnusable(Exception):
    """The file with the database key is there but is not a key.

    Attributes:
        path: the file.
        reason: what is wrong with it, in the system's or our words, for details.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class KeyringUnusable(Exception):
    """The database key is in the system's keyring, which does not give it; nothing was changed.

    Attributes:
        backend: the keyring that has it.
        reason: its or our words, for details; empty where it is not there at all.
    """

    def __init__(self, backend: str, reason: str) -> None:
        super().__init__(f"{backend}: {reason}")
        self.backend = backend
        self.reason = reason


@dataclass(frozen=True)
class EngineAborted:
    """TDLib's process ended twice within a minute.

    Attributes:
        last_words: TDLib's own line before it aborted; empty where there was none.
        code: the exit code; negative for a signal's number.
    """

    last_words: str
    code: int


@dataclass(frozen=True)
class DatabaseRefused:
    """TDLib cannot open its database; nothing has been deleted.

    Attributes:
        path: the database's folder.
        message: TDLib's words.
        wrong_key: whether the key does not fit the database.
    """

    path: Path
    message: str
    wrong_key: bool


@dataclass(frozen=True)
class ProxyRefused:
    """TDLib does not take the proxy.

    Attributes:
        server: its host name.
        message: TDLib's words.
    """

    server: str
    message: str


@dataclass(frozen=True)
class StartRefused:
    """TDLib does not answer, or refuses its parameters for a reason without a class of its own.

    Attributes:
        message: TDLib's words.
    """

    message: str
