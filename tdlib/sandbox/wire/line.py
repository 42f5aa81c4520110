"""The line between client and server, as bad as a test wants it."""

from __future__ import annotations

import asyncio
import os
import random
from collections import deque
from dataclasses import dataclass


@dataclass
class Line:
    """The state of the network, shared by all connections of one server; a fresh one is good.

    Attributes:
        is_open: False: every connection is dropped, and so is every new one.
        is_silent: both directions are swallowed; connections stay open and new ones are taken.
        is_deaf: what clients send is swallowed, what the server sends arrives.
        latency: seconds by which everything that the server sends is late.
        jitter: seconds that are added to the latency or taken off it, at random.
        bytes_per_second: how fast the server's bytes arrive, 0 for at once.
        cut_after: the connection is dropped after so many bytes of the server more; None for never.
        corrupted: how many of the server's next writes arrive with one wrong byte each.
    """

    is_open: bool = True
    is_silent: bool = False
    is_deaf: bool = False
    latency: float = 0.0
    jitter: float = 0.0
    bytes_per_second: float = 0.0
    cut_after: int | None = None
    corrupted: int = 0

    def hears(self) -> bool:
        """Whether what a client sends arrives."""
        return not (self.is_silent or self.is_deaf)

    def spoil(self, data: bytes) -> bytes:
        """Returns what arrives of `data`."""
        if not self.corrupted or not data:
            return data
        self.corrupted -= 1
        place = int.from_bytes(os.urandom(4), "little") % len(data)
        return data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]


class Writer:
    """One connection's way back to the client: keeps the order, whatever the delay."""

    def __init__(self, line: Line, transport: asyncio.Transport) -> None:
        self._line = line
        self._transport = transport
        self._free_at = 0.0
        self._waiting: deque[bytes] = deque()

    def write(self, data: bytes) -> None:
        """Sends `data` as the line lets it through."""
        if self._line.is_silent:
            return
        data = self._line.spoil(data)
        loop = asyncio.get_running_loop()
        now = loop.time()
        seconds = len(data) / self._line.bytes_per_second if self._line.bytes_per_second else 0.0
        late = self._line.latency + random.uniform(-self._line.jitter, self._line.jitter)
        due = max(self._free_at, now + late) + seconds
        if due <= now and not self._waiting:
            self._deliver(data)
            return
        self._free_at = due
        self._waiting.append(data)
        loop.call_at(due, self._deliver_next)

    def _deliver_next(self) -> None:
        """Sends what has waited longest; timers that are due at one time come in no order of their own."""
        self._deliver(self._waiting.popleft())

    def _deliver(self, data: bytes) -> None:
        if self._transport.is_closing():
            return
        allowed = self._line.cut_after
        if allowed is None:
            self._transport.write(data)
            return
        self._transport.write(data[:allowed])
        self._line.cut_after = allowed - len(data)
        if self._line.cut_after <= 0:
            self._line.cut_after = None
            self._transport.close()
