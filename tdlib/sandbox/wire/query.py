"""A call of an API method, taken out of the wrappers around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tdlib.sandbox import codec
from tdlib.sandbox.wire import service
from tdlib.sandbox.wire.primitives import Reader

INIT_CONNECTION = 0xC1CD5EA9
INVOKE_WITH_LAYER = 0xDA9B0D0D
INVOKE_WITHOUT_UPDATES = 0xBF9459B7


@dataclass
class DeviceInfo:
    """What `initConnection` says of the device."""

    api_id: int
    device_model: str
    system_version: str
    app_version: str
    lang_code: str


@dataclass
class Query:
    """One call.

    Attributes:
        body: the call itself, without wrappers.
        after: messages whose calls must be through before.
        without_updates: this session is not to get updates.
        layer: the schema's layer that the client speaks, 0 where it does not say.
    """

    body: bytes
    after: list[int] = field(default_factory=list)
    without_updates: bool = False
    layer: int = 0
    device: DeviceInfo | None = None

    @property
    def constructor(self) -> int:
        return int.from_bytes(self.body[:4], "little")

    @property
    def method(self) -> str:
        """The method's name as the schema spells it, or its number where the layer has no such method."""
        return codec.METHOD_NAMES.get(self.constructor, f"{self.constructor:#010x}")


def unwrap(body: bytes) -> Query:
    """Takes a call out of its wrappers.

    Raises:
        MalformedError: when a wrapper is cut short.
        zlib.error: when packed data is damaged.
    """
    query = Query(service.unpacked(body))
    while (wrapper := WRAPPERS.get(query.constructor)) is not None:
        reader = Reader(query.body, 4)
        wrapper(query, reader)
        query.body = service.unpacked(reader.rest())
    return query


def _layer(query: Query, reader: Reader) -> None:
    query.layer = reader.int32()


def _init_connection(query: Query, reader: Reader) -> None:
    flags = reader.int32()
    api_id = reader.int32()
    device_model, system_version, app_version, _, _, lang_code = (reader.string().decode() for _ in range(6))
    query.device = DeviceInfo(api_id, device_model, system_version, app_version, lang_code)
    for bit in (0, 1):
        if flags >> bit & 1:
            _, reader.position = codec.read_from(reader.data, reader.position)


def _after_one(query: Query, reader: Reader) -> None:
    query.after.append(reader.int64())


def _after_several(query: Query, reader: Reader) -> None:
    query.after.extend(reader.vector_of_int64())


def _without_updates(query: Query, reader: Reader) -> None:
    query.without_updates = True


def _skip_range(query: Query, reader: Reader) -> None:
    reader.raw(12)


def _skip_number(query: Query, reader: Reader) -> None:
    reader.int64()


def _skip_text(query: Query, reader: Reader) -> None:
    reader.string()


def _skip_two_texts(query: Query, reader: Reader) -> None:
    reader.string()
    reader.string()


WRAPPERS: dict[int, Callable[[Query, Reader], None]] = {
    INVOKE_WITH_LAYER: _layer,
    INIT_CONNECTION: _init_connection,
    INVOKE_WITHOUT_UPDATES: _without_updates,
    0xCB9F372D: _after_one,
    0x3DC4B4F0: _after_several,
    0x365275F2: _skip_range,
    0xACA9FD2E: _skip_number,
    0xDD289F8E: _skip_text,
    0x1DF92984: _skip_two_texts,
    0x0DAE54F8: _skip_two_texts,
    0xADBB0F94: _skip_text,
}
"""Constructor of each wrapper → what reads its fields; the call follows them."""
