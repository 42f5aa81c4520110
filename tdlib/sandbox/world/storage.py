"""The state file: everything of a world, checked before it is believed."""

from __future__ import annotations

import hashlib
import io
import os
import pickle
from pathlib import Path
from typing import Any

MAGIC = b"heliograph sandbox state 1\n"
DIGEST_SIZE = 32
TRUSTED = ("tdlib.sandbox.", "pyrogram.raw.")
BUILT_IN = {
    ("builtins", "set"),
    ("builtins", "frozenset"),
    ("builtins", "bytearray"),
    ("random", "Random"),
    ("copyreg", "_reconstructor"),
    ("builtins", "object"),
}


class StateError(Exception):
    """The state file cannot be used; the message says why and what to do."""


class _Unpickler(pickle.Unpickler):
    """Makes objects of the sandbox only, so that a foreign file cannot run code."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in BUILT_IN:
            return super().find_class(module, name)
        if module.startswith(TRUSTED) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__.startswith(TRUSTED):
                return found
        raise StateError(f"it holds an object of a foreign kind, {module}.{name}")


def write(path: Path, content: dict[str, Any]) -> None:
    """Replaces the file in one step; it is readable by its owner only."""
    packed = pickle.dumps(content, protocol=5)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
        stream.write(MAGIC + hashlib.sha256(packed).digest() + packed)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(path)


def read(path: Path, names: tuple[str, ...]) -> dict[str, Any]:
    """The content of the file.

    Raises:
        StateError: it is no state file, or it is damaged.
    """
    try:
        whole = path.read_bytes()
    except OSError as problem:
        raise StateError(f"cannot read the state file {path}: {problem.strerror}") from problem
    if not whole.startswith(MAGIC):
        raise StateError(f"{path} is not a state file of this sandbox; name another file or remove it")
    digest = whole[len(MAGIC) : len(MAGIC) + DIGEST_SIZE]
    packed = whole[len(MAGIC) + DIGEST_SIZE :]
    if hashlib.sha256(packed).digest() != digest:
        raise StateError(f"the state file {path} is damaged; remove it to start with the sample people again")
    try:
        content = _Unpickler(io.BytesIO(packed)).load()
    except StateError as problem:
        raise StateError(f"the state file {path} is not to be trusted: {problem}") from problem
    except Exception as problem:
        raise StateError(f"the state file {path} is of another version; remove it to start afresh") from problem
    if not isinstance(content, dict) or set(content) != set(names):
        raise StateError(f"the state file {path} is of another version; remove it to start afresh")
    return content
