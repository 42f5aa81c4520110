"""The key of TDLib's database: 32 random bytes, in the system's keyring, or in a file for its owner alone.

Whoever can read the owner's files can read a file: there the key protects a copied database, not an open account of the
system. A key is made in a file, and moves to the keyring in two starts: it is written there and read back in one, and
the file goes when the next has found it there again. A keyring that fails never takes a key along.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Protocol

import msgspec

from client import storage
from client.failures import KeyringUnusable, KeyUnusable
from client.paths import Paths

log = logging.getLogger(__name__)

LENGTH = 32

PATIENCE = 2.0
"""Seconds a keyring gets at a start."""

MORE_PATIENCE = 60.0
"""Seconds it gets when a person tries again, who may have to unlock it."""


class KeyringFailed(Exception):
    """The keyring does not do what is asked; `reason` is its or our words, for details."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Keyring(Protocol):
    """The system's keyring.

    Attributes:
        backend: its name; another one does not know what this one was given.
    """

    backend: str

    async def read(self, entry: str, patience: float) -> bytes | None:
        """Returns a secret, None where there is none of that name; raises `KeyringFailed` within `patience` seconds."""
        ...

    async def write(self, entry: str, secret: bytes) -> None:
        """Keeps a secret; raises `KeyringFailed`."""
        ...

    async def delete(self, entry: str) -> None:
        """Forgets a secret; raises `KeyringFailed`."""
        ...


class _Record(msgspec.Struct, frozen=True):
    """Where in which keyring the key is."""

    backend: str
    entry: str


class DatabaseKey:
    """Finds the key of an account, wherever it is.

    Arguments:
        paths: of the account.
        keyring: None where there is none, or none is to be used.
    """

    def __init__(self, paths: Paths, keyring: Keyring | None) -> None:
        self._file = paths.database_key
        self._record = paths.database_key_record
        self._binlog = paths.database / "td.binlog"
        self._keyring = keyring
        self._patience = PATIENCE

    @property
    def is_in_file(self) -> bool:
        """Whether the key lies beside the database, for want of a keyring or until one has proved itself."""
        return self._file.exists()

    async def open(self) -> bytes:
        """Returns the key; one is made where there is no database yet.

        Raises:
            KeyUnusable: the file is there and is no key, or is gone; a new key would not open the database.
            KeyringUnusable: the keyring has the key and does not give it; nothing is changed.
        """
        if self._file.exists():
            return _read(self._file)
        record = self._recorded()
        if record is not None:
            return await self._from_keyring(record)
        if self._binlog.exists():
            raise KeyUnusable(self._file, os.strerror(2))
        try:
            return _create(self._file)
        except OSError as error:
            raise KeyUnusable(self._file, error.strerror or str(error)) from error

    async def settle(self) -> None:
        """Goes on with the way of the key from the file to the keyring, where there is one."""
        if self._keyring is None or not self._file.exists():
            return
        try:
            await self._settle(self._keyring, _read(self._file))
        except (KeyringFailed, KeyUnusable) as error:
            log.info("the key of the database stays in its file: %s", type(error).__name__)

    async def forget(self) -> None:
        """Removes the key from the keyring and from the disk; the database can't be opened any more."""
        record = self._recorded()
        if self._keyring is not None and record is not None and record.backend == self._keyring.backend:
            try:
                await self._keyring.delete(record.entry)
            except KeyringFailed:
                log.info("the key of a removed database stays in the keyring")
        storage.remove(self._file)
        storage.remove(self._record)

    def _recorded(self) -> _Record | None:
        try:
            return msgspec.json.decode(storage.read(self._record) or b"", type=_Record)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None

    async def _from_keyring(self, record: _Record) -> bytes:
        if self._keyring is None or self._keyring.backend != record.backend:
            raise KeyringUnusable(record.backend, "")
        patience, self._patience = self._patience, MORE_PATIENCE
        try:
            key = await self._keyring.read(record.entry, patience)
        except KeyringFailed as error:
            raise KeyringUnusable(record.backend, error.reason) from error
        if key is None or len(key) != LENGTH:
            raise KeyringUnusable(record.backend, f"{record.entry}: {0 if key is None else len(key)} bytes")
        return key

    async def _settle(self, keyring: Keyring, key: bytes) -> None:
        record = self._recorded()
        known = record is not None and record.backend == keyring.backend
        if record is not None and known and await keyring.read(record.entry, MORE_PATIENCE) == key:
            storage.remove(self._file)
            return
        entry = f"database key {os.urandom(8).hex()}"
        await keyring.write(entry, key)
        if await keyring.read(entry, MORE_PATIENCE) != key:
            raise KeyringFailed("what was written was not read back")
        storage.write_whole(self._record, msgspec.json.encode(_Record(keyring.backend, entry)))


def _create(path: Path) -> bytes:
    key = os.urandom(LENGTH)
    storage.write_whole(path, key)
    return key


def _read(path: Path) -> bytes:
    try:
        key = path.read_bytes()
    except OSError as error:
        raise KeyUnusable(path, error.strerror or str(error)) from error
    if len(key) != LENGTH:
        raise KeyUnusable(path, f"{len(key)} bytes where {LENGTH} are needed")
    return key
