"""`Settings`: what a person has chosen, in a JSON file that a crash or a stray byte cannot take down with it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Literal

import msgspec

from client import storage

log = logging.getLogger(__name__)

Theme = Literal["system", "light", "dark"]
NotificationPreview = Literal["text", "name", "nothing"]


class Geometry(msgspec.Struct, frozen=True):
    """Where the window was, in device-independent pixels."""

    x: int
    y: int
    width: int
    height: int
    maximized: bool = False


class Choices(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=False):
    """Everything that can be set, with what holds until it is.

    Attributes:
        geometry: None until the window was first closed.
        theme: "system" follows the system.
        api_id: 0 for none.
        api_hash: belongs to `api_id`.
        proxy: as an address for `client.proxy`; empty for none.
        last_chat: id of the chat that was open; 0 for none.
        column_width: of the chat list, in device-independent pixels; 0 for the default.
        notifications: whether the desktop tells of new messages.
        notification_preview: what it tells: name and text, the name alone, or neither.
        notification_sound: whether that may be heard.
    """

    geometry: Geometry | None = None
    theme: Theme = "system"
    api_id: int = 0
    api_hash: str = ""
    proxy: str = ""
    last_chat: int = 0
    column_width: int = 0
    notifications: bool = True
    notification_preview: NotificationPreview = "text"
    notification_sound: bool = True


class Settings:
    """The choices in the file `path`, read at once and written at each change.

    A damaged file is kept as `….bad`; then its previous generation serves, else the defaults. A single value that does
    not fit its type falls back to its default alone.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._choices = _load(path)

    @property
    def choices(self) -> Choices:
        """All of them, as they are now."""
        return self._choices

    @property
    def geometry(self) -> Geometry | None:
        return self._choices.geometry

    @property
    def theme(self) -> Theme:
        return self._choices.theme

    @property
    def api_id(self) -> int:
        return self._choices.api_id

    @property
    def api_hash(self) -> str:
        return self._choices.api_hash

    @property
    def proxy(self) -> str:
        return self._choices.proxy

    @property
    def last_chat(self) -> int:
        return self._choices.last_chat

    @property
    def column_width(self) -> int:
        return self._choices.column_width

    def set(self, **values: Any) -> None:
        """Changes the values named and writes the file; without effect where all are what they were.

        Raises:
            TypeError: there is no such setting.
            msgspec.ValidationError: a value is not of its setting's type.
        """
        changed = msgspec.structs.replace(self._choices, **values)
        checked = msgspec.convert(msgspec.to_builtins(changed), Choices)
        if checked == self._choices:
            return
        self._choices = checked
        self._write()

    def _write(self) -> None:
        data = msgspec.json.format(msgspec.json.encode(self._choices), indent=2)
        try:
            storage.write_whole(self._path, data, keep_previous=True)
        except OSError as error:
            log.warning("settings could not be written: %s", error.strerror)


def _load(path: Path) -> Choices:
    for generation in (path, storage.previous(path)):
        data = storage.read(generation)
        if data is None:
            continue
        values = _object(data)
        if values is not None:
            return _choices(values)
        storage.set_aside(generation)
    return Choices()


def _object(data: bytes) -> dict[str, Any] | None:
    try:
        return msgspec.json.decode(data, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _choices(values: dict[str, Any]) -> Choices:
    fitting: dict[str, Any] = {}
    for field in msgspec.structs.fields(Choices):
        if field.name not in values:
            continue
        try:
            fitting[field.name] = msgspec.convert(values[field.name], field.type)
        except msgspec.ValidationError:
            log.warning("setting %s does not fit its type; its default holds", field.name)
    return Choices(**fitting)
