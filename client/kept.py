"""`Kept`: values in a JSON file that a crash or a stray byte cannot take down with it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from client import storage

log = logging.getLogger(__name__)

Values = TypeVar("Values", bound=msgspec.Struct)


class Kept(Generic[Values]):
    """The values in the file `path`, read at once and written at each change.

    A damaged file is kept as `….bad`; then its previous generation serves, else the defaults. A single value that does
    not fit its type falls back to its default alone.

    Arguments:
        path: the file.
        kind: the values with their types and defaults.
    """

    def __init__(self, path: Path, kind: type[Values]) -> None:
        self._path = path
        self._kind = kind
        self._values = _load(path, kind)

    @property
    def values(self) -> Values:
        """All of them, as they are now."""
        return self._values

    def set(self, **values: Any) -> None:
        """Changes the values named and writes the file; without effect where all are what they were.

        Raises:
            TypeError: there is no such value.
            msgspec.ValidationError: a value is not of its type.
        """
        changed = msgspec.structs.replace(self._values, **values)
        checked = msgspec.convert(msgspec.to_builtins(changed), self._kind)
        if checked == self._values:
            return
        self._values = checked
        self._write()

    def _write(self) -> None:
        data = msgspec.json.format(msgspec.json.encode(self._values), indent=2)
        try:
            storage.write_whole(self._path, data, keep_previous=True)
        except OSError as error:
            log.warning("%s could not be written: %s", self._path.name, error.strerror)


def _load(path: Path, kind: type[Values]) -> Values:
    for generation in (path, storage.previous(path)):
        data = storage.read(generation)
        if data is None:
            continue
        values = _object(data)
        if values is not None:
            return _fitting(values, kind)
        storage.set_aside(generation)
    return kind()


def _object(data: bytes) -> dict[str, Any] | None:
    try:
        return msgspec.json.decode(data, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _fitting(values: dict[str, Any], kind: type[Values]) -> Values:
    fitting: dict[str, Any] = {}
    for field in msgspec.structs.fields(kind):
        if field.name not in values:
            continue
        try:
            fitting[field.name] = msgspec.convert(values[field.name], field.type)
        except msgspec.ValidationError:
            log.warning("%s does not fit its type; its default holds", field.name)
    return kind(**fitting)
