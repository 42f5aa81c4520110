"""A server of the wire alone, with methods that a test defines: no people, no chats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from tdlib.sandbox.loop import LoopThread
from tdlib.sandbox.rpc import Call, Handler
from tdlib.sandbox.wire.server import Server


class WireServer:
    """A running server.

    Attributes:
        address: host and port of the MTProto server.
        proxy: host and port of the SOCKS5 proxy.
        server: the server itself, to be used with `call` only.
        kept: what the server keeps between runs.
    """

    def __init__(self, methods: Mapping[str, Handler], kept: dict[str, Any] | None = None) -> None:
        self.kept: dict[str, Any] = {} if kept is None else kept
        self._loop = LoopThread("wire server")
        self._loop.start()
        world = SimpleNamespace(wire=self.kept, devices=SimpleNamespace(by_key={}))
        self.server = Server(methods, world)
        self.address = ("127.0.0.1", int(self._loop.call(self.server.listen)))
        self.proxy = ("127.0.0.1", int(self._loop.call(self.server.listen_as_proxy)))

    def call(self, function: Any, *arguments: Any) -> Any:
        """Runs a function or coroutine function on the server's loop."""
        return self._loop.call(function, *arguments)

    def wait_until_left(self) -> None:
        """Waits until the server knows that every client has gone."""
        self.call(self.server.is_idle.wait)

    def close(self) -> None:
        """Drops all connections and ends the thread."""
        self._loop.call(self.server.close)
        self._loop.stop()


@contextmanager
def wire_server(methods: Mapping[str, Handler], kept: dict[str, Any] | None = None) -> Iterator[WireServer]:
    """Runs a server for the length of a `with` block."""
    running = WireServer(methods, kept)
    try:
        yield running
    finally:
        running.close()


class Counting:
    """A method that counts how often it was carried out, and for whom.

    Arguments:
        answer: what it returns.
        before: is awaited before it returns, with the call.
    """

    def __init__(self, answer: Any, before: Any = None) -> None:
        self.count = 0
        self.calls: list[Call] = []
        self._answer = answer
        self._before = before

    async def __call__(self, call: Call, request: Any) -> Any:
        self.count += 1
        self.calls.append(call)
        if self._before is not None:
            await self._before(call)
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer
