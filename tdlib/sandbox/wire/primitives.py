"""The bare values of TL: what the wire itself reads and writes, without the codec of the API."""

from __future__ import annotations

import struct
from collections.abc import Iterable

VECTOR = 0x1CB5C415


class MalformedError(Exception):
    """Bytes that are not what MTProto allows at their place; says what was expected."""


class Reader:
    """Reads bare values from `data`, from `position` on; raises `MalformedError` past its end."""

    def __init__(self, data: bytes, position: int = 0) -> None:
        self.data = data
        self.position = position

    def raw(self, size: int) -> bytes:
        end = self.position + size
        if size < 0 or end > len(self.data):
            raise MalformedError(f"{size} bytes expected, {len(self.data) - self.position} left")
        value = self.data[self.position : end]
        self.position = end
        return value

    def rest(self) -> bytes:
        return self.raw(len(self.data) - self.position)

    def int32(self) -> int:
        return int.from_bytes(self.raw(4), "little", signed=True)

    def constructor(self) -> int:
        return int.from_bytes(self.raw(4), "little")

    def int64(self) -> int:
        return int.from_bytes(self.raw(8), "little", signed=True)

    def string(self) -> bytes:
        size = self.raw(1)[0]
        head = 1
        if size == 254:
            size = int.from_bytes(self.raw(3), "little")
            head = 4
        value = self.raw(size)
        self.raw(-(head + size) % 4)
        return value

    def vector_of_int64(self) -> list[int]:
        if self.constructor() != VECTOR:
            raise MalformedError("a vector expected")
        count = self.int32()
        return list(struct.unpack(f"<{count}q", self.raw(8 * count)))


def int32(value: int) -> bytes:
    return struct.pack("<i", value)


def constructor(value: int) -> bytes:
    return struct.pack("<I", value)


def int64(value: int) -> bytes:
    return struct.pack("<q", value)


def string(value: bytes) -> bytes:
    size = len(value)
    head = bytes([size]) if size < 254 else b"\xfe" + size.to_bytes(3, "little")
    return head + value + bytes(-(len(head) + size) % 4)


def vector_of_int64(values: Iterable[int]) -> bytes:
    items = list(values)
    return struct.pack(f"<Ii{len(items)}q", VECTOR, len(items), *items)
