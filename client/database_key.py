"""The key of TDLib's database: 32 random bytes in a file for its owner alone.

Whoever can read the owner's files can read this one: the key protects a copied database, not an open account of the
system. The place in the system's keyring comes with the passcode.
"""

from __future__ import annotations

import os
from pathlib import Path

from client.failures import KeyUnusable

LENGTH = 32


def database_key(path: Path) -> bytes:
    """Returns the key in the file `path`, which is made where it is missing.

    Raises:
        KeyUnusable: the file is there and is no key; it is left alone, for a new key would not open the database.
    """
    if path.exists():
        return _read(path)
    try:
        return _create(path)
    except OSError as error:
        raise KeyUnusable(path, error.strerror or str(error)) from error


def _create(path: Path) -> bytes:
    key = os.urandom(LENGTH)
    unfinished = path.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    return key


def _read(path: Path) -> bytes:
    try:
        key = path.read_bytes()
    except OSError as error:
        raise KeyUnusable(path, error.strerror or str(error)) from error
    if len(key) != LENGTH:
        raise KeyUnusable(path, f"{len(key)} bytes where {LENGTH} are needed")
    return key
