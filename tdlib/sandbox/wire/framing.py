"""The transport under MTProto: obfuscation, and where one packet ends and the next begins."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Protocol

from tdlib.sandbox.wire.cipher import Stream
from tdlib.sandbox.wire.primitives import MalformedError

ABRIDGED = b"\xef" * 4
INTERMEDIATE = b"\xee" * 4
PADDED = b"\xdd" * 4
HEADER = 64
LARGEST = 1 << 24


@dataclass(frozen=True)
class Packet:
    """One packet as it came.

    Attributes:
        data: the packet; with padded framing up to 15 bytes of padding follow it.
        wants_quick_ack: the sender asks for four bytes back as soon as the packet is decrypted.
    """

    data: bytes
    wants_quick_ack: bool


class Layout(Protocol):
    """How packets follow each other in the plain stream."""

    def cut(self, buffer: bytearray) -> Packet | None:
        """Removes the first packet from `buffer` and returns it; None while it is not whole."""

    def wrap(self, data: bytes) -> bytes:
        """Returns `data` as one packet."""

    def quick_ack(self, token: bytes) -> bytes:
        """Returns the quick acknowledgement for the four bytes `token`."""


class Abridged:
    """A length of one or four bytes, counted in words of four bytes."""

    def cut(self, buffer: bytearray) -> Packet | None:
        if not buffer:
            return None
        wants_quick_ack = bool(buffer[0] & 0x80)
        words, head = buffer[0] & 0x7F, 1
        if words == 0x7F:
            if len(buffer) < 4:
                return None
            words, head = int.from_bytes(buffer[1:4], "little"), 4
        return _cut(buffer, head, words * 4, wants_quick_ack)

    def wrap(self, data: bytes) -> bytes:
        words = len(data) // 4
        if words < 0x7F:
            return bytes([words]) + data
        return b"\x7f" + words.to_bytes(3, "little") + data

    def quick_ack(self, token: bytes) -> bytes:
        return bytes([token[3] | 0x80, token[2], token[1], token[0]])


class Intermediate:
    """A length of four bytes, counted in bytes; its highest bit asks for a quick acknowledgement."""

    def cut(self, buffer: bytearray) -> Packet | None:
        if len(buffer) < 4:
            return None
        size = int.from_bytes(buffer[:4], "little")
        return _cut(buffer, 4, size & 0x7FFFFFFF, bool(size & 0x80000000))

    def wrap(self, data: bytes) -> bytes:
        return len(data).to_bytes(4, "little") + data

    def quick_ack(self, token: bytes) -> bytes:
        return bytes([token[0], token[1], token[2], token[3] | 0x80])


class PaddedIntermediate(Intermediate):
    """The same with up to 15 random bytes behind each packet."""

    def wrap(self, data: bytes) -> bytes:
        return super().wrap(data + os.urandom(os.urandom(1)[0] & 15))


LAYOUTS: dict[bytes, type[Layout]] = {
    ABRIDGED: Abridged,
    INTERMEDIATE: Intermediate,
    PADDED: PaddedIntermediate,
}


class Framing:
    """One connection's framing; finds out by the first bytes which kind the client speaks."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._layout: Layout | None = None
        self._incoming: Stream | None = None
        self._outgoing: Stream | None = None

    @property
    def is_begun(self) -> bool:
        """Whether the client has said how it speaks."""
        return self._layout is not None

    def feed(self, data: bytes) -> list[Packet]:
        """Takes bytes from the socket and returns the packets that are now whole.

        Raises:
            MalformedError: when the bytes belong to no transport that the sandbox knows.
        """
        self._buffer += self._incoming.apply(data) if self._incoming is not None else data
        if self._layout is None and not self._begin():
            return []
        assert self._layout is not None
        packets = []
        while (packet := self._layout.cut(self._buffer)) is not None:
            packets.append(packet)
        return packets

    def wrap(self, data: bytes) -> bytes:
        """Returns the bytes for the socket that carry the packet `data`."""
        return self._hide(self._known_layout().wrap(data))

    def quick_ack(self, token: bytes) -> bytes:
        """Returns the bytes for the socket that acknowledge the packet with the four bytes `token`."""
        return self._hide(self._known_layout().quick_ack(token))

    def _known_layout(self) -> Layout:
        if self._layout is None:
            raise MalformedError("nothing can be sent before the client has said how")
        return self._layout

    def _hide(self, data: bytes) -> bytes:
        return self._outgoing.apply(data) if self._outgoing is not None else data

    def _begin(self) -> bool:
        start = bytes(self._buffer[:4])
        if start[:1] == ABRIDGED[:1]:
            self._layout = Abridged()
            del self._buffer[:1]
        elif start in (INTERMEDIATE, PADDED):
            self._layout = LAYOUTS[start]()
            del self._buffer[:4]
        elif len(self._buffer) >= HEADER:
            self._begin_obfuscated()
        return self._layout is not None

    def _begin_obfuscated(self) -> None:
        """Takes the keys from the first 64 bytes; the data centre that they name may be any."""
        header = bytes(self._buffer[:HEADER])
        backwards = header[::-1]
        self._incoming = Stream(header[8:40], header[40:56])
        self._outgoing = Stream(backwards[8:40], backwards[40:56])
        plain = self._incoming.apply(bytes(self._buffer))
        layout = LAYOUTS.get(plain[56:60])
        if layout is None:
            raise MalformedError("the first bytes name no transport of MTProto")
        self._layout = layout()
        self._buffer[:] = plain[HEADER:]


def _cut(buffer: bytearray, head: int, size: int, wants_quick_ack: bool) -> Packet | None:
    if size > LARGEST:
        raise MalformedError(f"a packet of {size} bytes is larger than any allowed")
    if len(buffer) < head + size:
        return None
    data = bytes(buffer[head : head + size])
    del buffer[: head + size]
    return Packet(data, wants_quick_ack)
