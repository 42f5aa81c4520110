"""The sandbox as tests, demo and command line hold it: one object, usable from any thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

from tdlib.sandbox.actors import Actors
from tdlib.sandbox.library import trusting_library
from tdlib.sandbox.loop import LoopThread, OnLoop
from tdlib.sandbox.rpc import METHODS, load_methods
from tdlib.sandbox.seed import fill, sign_ins
from tdlib.sandbox.troubles import Troubles
from tdlib.sandbox.wire.faults import Request
from tdlib.sandbox.wire.server import HOST, Server
from tdlib.sandbox.world.world import World

if TYPE_CHECKING:
    from tdlib.sandbox.people import User


class Sandbox(Troubles):
    """A local Telegram that runs in a thread of its own.

    Use it as a context manager, or call `start` and `close`.

    Arguments:
        state: a file that keeps world and keys between runs; None keeps nothing.
        seed: decides about the small things of the sample.
        chats: how many private chats there are besides the sample's own.
        messages: where not 0, there is a supergroup "Long history" with so many messages.
        sample: whether the sample people move into an empty world; one out of a state file stays as it is.
        actors: whether the sample people answer, type and react by themselves.
        pace: how fast they do; 10 is ten times as fast.
        port: where the server listens; 0 for a free port.
        proxy_port: where the SOCKS5 proxy listens; 0 for a free port, None for no proxy.
        cache: where the trusting copy of libtdjson is kept; the user's cache folder by default.

    Raises:
        StateError: the state file exists and cannot be read.
        OSError: a port is taken.
    """

    def __init__(
        self,
        *,
        state: Path | None = None,
        seed: int = 1,
        chats: int = 0,
        messages: int = 0,
        sample: bool = True,
        actors: bool = False,
        pace: float = 1.0,
        port: int = 0,
        proxy_port: int | None = 0,
        cache: Path | None = None,
    ) -> None:
        self.world = World(state=state)
        if sample and self.world.is_empty:
            fill(self.world, seed=seed, chats=chats, messages=messages)
        self._actors = Actors(self.world, pace=pace, seed=seed) if actors else None
        self._cache = cache
        self._ports = (port, proxy_port)
        self._loop = LoopThread("sandbox")
        load_methods()
        self._server = Server(METHODS, self.world)
        self._port = 0
        self._proxy_port: int | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Listens, and starts the actors where there are to be any."""
        self._loop.start()
        try:
            self.call(self._begin)
        except BaseException:
            self._loop.stop()
            raise

    def close(self) -> None:
        """Drops every connection, saves the state and ends the thread; harmless when that has been done."""
        if self._loop.is_running:
            self.call(self._end)
        self._loop.stop()

    def save(self) -> None:
        """Writes the state file now; it is written by `close` in any case."""
        self.call(self.world.save)

    @property
    def library(self) -> Path:
        """The libtdjson that signs in here and can reach nothing else."""
        return trusting_library(self._cache)

    @property
    def address(self) -> tuple[str, int]:
        """Host and port of the MTProto server."""
        return HOST, self._port

    @property
    def proxy(self) -> str | None:
        """The SOCKS5 proxy through which TDLib reaches the server, as a URL; None where there is none."""
        return f"socks5://{HOST}:{self._proxy_port}" if self._proxy_port is not None else None

    @property
    def code(self) -> str:
        """The code that signs everybody in."""
        return self.world.code

    @property
    def users(self) -> list[dict[str, str | None]]:
        """The sample people who can sign in: name, phone number and password (None where none is set)."""
        found: list[dict[str, str | None]] = self.call(sign_ins, self.world)
        return [{**user, "phone": f"+{user['phone']}"} for user in found]

    def user(self, name: str | int) -> User:
        """Returns the verbs of one of the people, for use on any thread.

        Arguments:
            name: first or full name, username, phone number or id.

        Raises:
            KeyError: nobody here has that name.
        """
        return cast("User", OnLoop(self._loop, self.call(self.world.user, name)))

    def call(self, function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Calls a function or coroutine function on the sandbox's loop and returns its result."""
        return self._loop.call(function, *arguments, **named)

    def requests(self, method: str | None = None) -> list[Request]:
        """Returns the calls that came so far, all or those of one method, in their order."""
        log: list[Request] = self.call(lambda: list(self._server.faults.requests))
        return [request for request in log if method in (None, request.method)]

    def wait_for_request(self, method: str, count: int = 1, timeout: float = 10.0) -> None:
        """Waits until `method` has been called `count` times since the sandbox started.

        Raises:
            TimeoutError: when that does not happen within `timeout` seconds.
        """
        enough = threading.Event()

        def look() -> None:
            if sum(request.method == method for request in self._server.faults.requests) >= count:
                enough.set()

        self.call(self._server.faults.watchers.append, look)
        try:
            self.call(look)
            if not enough.wait(timeout):
                raise TimeoutError(f"{method} was called {len(self.requests(method))} times, not {count}")
        finally:
            self.call(self._server.faults.watchers.remove, look)

    def missing_methods(self) -> dict[str, int]:
        """Returns the methods that were called and do not exist here, with how often."""
        missing: dict[str, int] = self.call(lambda: dict(self._server.faults.missing))
        return missing

    def failures(self) -> list[str]:
        """Returns the tracebacks of methods that broke; a test expects none."""
        failures: list[str] = self.call(lambda: list(self._server.faults.failures))
        return failures

    async def _begin(self) -> None:
        port, proxy_port = self._ports
        self._port = await self._server.listen(port)
        if proxy_port is not None:
            self._proxy_port = await self._server.listen_as_proxy(proxy_port)
        if self._actors is not None:
            self._actors.start()

    async def _end(self) -> None:
        if self._actors is not None:
            await self._actors.stop()
        await self._server.close()
        self.world.save()
