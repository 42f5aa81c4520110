"""A cable between one client and the sandbox, to be pulled out while other clients stay connected."""

from __future__ import annotations

import asyncio
import contextlib


class Cable:
    """A relay on a loopback port that leads to another one. Lives on the running loop."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._plugged = True
        self.port = 0

    async def start(self) -> None:
        """Begins to listen on `port`."""
        self._server = await asyncio.start_server(self._connected, self._target[0], 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Ends every connection and stops listening."""
        self.unplug()
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    def unplug(self) -> None:
        """Drops every connection, and every new one."""
        self._plugged = False
        for writer in list(self._writers):
            writer.transport.abort()

    def plug(self) -> None:
        """Lets connections through again."""
        self._plugged = True

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self._plugged:
            writer.transport.abort()
            return
        with contextlib.suppress(OSError):
            far_reader, far_writer = await asyncio.open_connection(*self._target)
            self._writers |= {writer, far_writer}
            await asyncio.gather(_pump(reader, far_writer), _pump(far_reader, writer))
            self._writers -= {writer, far_writer}


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()
    writer.transport.abort()
