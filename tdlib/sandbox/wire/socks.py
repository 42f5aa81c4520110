"""A SOCKS5 proxy that leads nowhere but to the sandbox's own server."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

from tdlib.sandbox.wire.connection import Connection, drop

if TYPE_CHECKING:
    from tdlib.sandbox.wire.server import Server

VERSION = 5
NO_AUTHENTICATION = 0
CONNECT = 1
NOT_SUPPORTED = b"\x05\x07\x00\x01\x00\x00\x00\x00\x00\x00"
GRANTED = b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00"
REFUSED_METHODS = b"\x05\xff"
ADDRESS_SIZES = {1: 4, 4: 16}
NAME = 3


class SocksConnection(asyncio.Protocol):
    """One connection of a proxy's client: after its greeting it becomes a connection to the server.

    Nothing is ever opened to the address that the client asks for.
    """

    def __init__(self, server: Server) -> None:
        self._server = server
        self._buffer = bytearray()
        self._is_greeted = False
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._server.joined(self)

    def connection_lost(self, error: Exception | None) -> None:
        self._server.left(self)

    def cut(self, *, reset: bool = False) -> None:
        """Drops the connection at once."""
        if self._transport is not None:
            drop(self._transport, reset=reset)

    def data_received(self, data: bytes) -> None:
        assert self._transport is not None
        if not self._server.line.hears():
            return
        self._buffer += data
        if not self._is_greeted and not self._greet(self._transport):
            return
        self._connect(self._transport)

    def _greet(self, transport: asyncio.Transport) -> bool:
        if len(self._buffer) < 2 or len(self._buffer) < 2 + self._buffer[1]:
            return False
        methods = self._buffer[2 : 2 + self._buffer[1]]
        if self._buffer[0] != VERSION or NO_AUTHENTICATION not in methods:
            transport.write(REFUSED_METHODS)
            transport.close()
            return False
        del self._buffer[: 2 + len(methods)]
        transport.write(bytes([VERSION, NO_AUTHENTICATION]))
        self._is_greeted = True
        return True

    def _connect(self, transport: asyncio.Transport) -> None:
        size = self._request_size()
        if size is None or len(self._buffer) < size:
            return
        if self._buffer[1] != CONNECT:
            transport.write(NOT_SUPPORTED)
            transport.close()
            return
        rest = bytes(self._buffer[size:])
        transport.write(GRANTED)
        connection = Connection(self._server)
        transport.set_protocol(connection)
        connection.connection_made(transport)
        self._server.left(self)
        if rest:
            connection.data_received(rest)

    def _request_size(self) -> int | None:
        """Returns how long the request is, None while that cannot be told."""
        if len(self._buffer) < 5:
            return None
        kind = self._buffer[3]
        address = 1 + self._buffer[4] if kind == NAME else ADDRESS_SIZES.get(kind, 0)
        return 4 + address + 2
