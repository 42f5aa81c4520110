"""The frames between the interface and the engine process: a length, a kind, and bytes that nobody here decodes."""

from __future__ import annotations

import enum
import struct
from collections.abc import Iterator

_HEADER = struct.Struct(">IB")


class Kind(enum.IntEnum):
    """What a frame holds.

    Attributes:
        JSON: an update or answer of TDLib, or a request to it, as TDLib's JSON.
        LOG: a line of TDLib's log behind one byte of its level.
        HELLO: a JSON object with TDLib's answers about its options `version` and `commit_hash`; the first frame of an
            engine that started.
        FAILURE: a path and the system's words with a NUL between them; the only frame of an engine that could not load
            libtdjson.
    """

    JSON = 0
    LOG = 1
    HELLO = 2
    FAILURE = 3


def pack(kind: Kind, payload: bytes) -> bytes:
    """Returns one frame."""
    return _HEADER.pack(len(payload), kind) + payload


class Splitter:
    """Cuts a stream of bytes into frames; bytes of an unfinished frame wait for the next `feed`."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, chunk: bytes) -> Iterator[tuple[Kind, bytes]]:
        """Yields the (kind, payload) of each frame that `chunk` completes."""
        data = self._rest + chunk if self._rest else chunk
        start = 0
        while len(data) - start >= _HEADER.size:
            length, kind = _HEADER.unpack_from(data, start)
            end = start + _HEADER.size + length
            if end > len(data):
                break
            yield Kind(kind), data[start + _HEADER.size : end]
            start = end
        self._rest = data[start:]
