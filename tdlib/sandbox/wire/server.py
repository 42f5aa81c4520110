"""The MTProto server: listens on loopback, and keeps keys, devices and sessions."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from tdlib.sandbox.rpc import Authorization, Handler
from tdlib.sandbox.wire.calls import Calls, CutError
from tdlib.sandbox.wire.clock import Clock
from tdlib.sandbox.wire.connection import Connection
from tdlib.sandbox.wire.device import Device
from tdlib.sandbox.wire.faults import Faults
from tdlib.sandbox.wire.keys import AuthKey, KeyRing
from tdlib.sandbox.wire.line import Line
from tdlib.sandbox.wire.query import Query
from tdlib.sandbox.wire.session import Session
from tdlib.sandbox.wire.socks import SocksConnection

log = logging.getLogger(__name__)

HOST = "127.0.0.1"
MOST_SESSIONS = 500


class Server:
    """One server with one world behind it; all of it belongs to one event loop.

    Arguments:
        methods: name → coroutine of each API method.
        world: what the methods work on; its `wire` keeps the keys, its `devices` the known authorizations.

    Attributes:
        line: the state of the network.
        faults: planned faults, and the log of calls.
        connections: those that are open.
        is_idle: is set while there is none.
    """

    def __init__(self, methods: Mapping[str, Handler], world: Any) -> None:
        self.line = Line()
        self.faults = Faults()
        self.clock = Clock()
        self.keys = KeyRing(world.wire)
        self.calls = Calls(methods, world, self.keys, self.faults)
        self.connections: set[Connection | SocksConnection] = set()
        self.is_idle = asyncio.Event()
        self.is_idle.set()
        self._world = world
        self._devices: dict[int, Device] = {}
        self._sessions: OrderedDict[tuple[int, int], Session] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()
        self._listeners: list[asyncio.Server] = []

    async def listen(self, port: int = 0) -> int:
        """Listens for MTProto on 127.0.0.1; returns the port, a free one for 0."""
        return await self._listen(lambda: Connection(self), port)

    async def listen_as_proxy(self, port: int = 0) -> int:
        """Listens for SOCKS5 on 127.0.0.1; returns the port. Whatever address is asked for, this server answers."""
        return await self._listen(lambda: SocksConnection(self), port)

    async def close(self) -> None:
        """Drops every connection and stops listening."""
        for listener in self._listeners:
            listener.close()
        self.cut()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.is_idle.wait()

    def joined(self, connection: Connection | SocksConnection) -> None:
        """Notes a new connection; drops it at once where the line is closed."""
        self.connections.add(connection)
        self.is_idle.clear()
        if not self.line.is_open:
            connection.cut()

    def left(self, connection: Connection | SocksConnection) -> None:
        """Notes that a connection has ended."""
        self.connections.discard(connection)
        if not self.connections:
            self.is_idle.set()

    def cut(self, *, reset: bool = False) -> None:
        """Drops every connection at once."""
        for connection in list(self.connections):
            connection.cut(reset=reset)

    def send_error(self, code: int) -> None:
        """Sends an error of the transport on every connection and drops it."""
        for connection in list(self.connections):
            if isinstance(connection, Connection):
                connection.send_error(code)

    def device_of(self, key: AuthKey) -> Device | None:
        """Returns the device of a key; None for a temporary key that is bound to none."""
        if key.permanent is None:
            return None
        device = self._devices.get(key.permanent.id)
        if device is None:
            known = self._world.devices.by_key.get(key.permanent.id)
            device = Device(known or Authorization(key.permanent.id), self.faults)
            self._devices[key.permanent.id] = device
        return device

    def devices(self, user_id: int | None = None) -> list[Device]:
        """Returns the devices that have called, or those of them on which somebody is signed in."""
        return [
            device for device in self._devices.values() if user_id is None or device.authorization.user_id == user_id
        ]

    def session(self, key: AuthKey, session_id: int) -> Session:
        """Returns the session, a new one where the client has begun one."""
        name = (key.id, session_id)
        session = self._sessions.get(name)
        if session is None:
            session = self._sessions[name] = Session(key, session_id, self.clock)
            self._drop_old_sessions()
        return session

    def forget_session(self, key_id: int, session_id: int) -> bool:
        """Forgets a session; returns whether there was one."""
        return self._sessions.pop((key_id, session_id), None) is not None

    def forget_sessions(self) -> None:
        """Forgets all sessions and drops their connections, as a server does that starts again."""
        self._sessions.clear()
        self.cut()

    def forget_key(self, key: AuthKey) -> None:
        """Forgets a permanent key with everything that hangs on it, or a temporary one."""
        permanent = key.permanent
        for name, session in list(self._sessions.items()):
            if session.key is key or (permanent is not None and session.key.permanent is permanent):
                del self._sessions[name]
        self.keys.forget(permanent or key)
        if permanent is not None:
            self._devices.pop(permanent.id, None)

    def change_salts(self) -> None:
        """Makes all salts wrong that clients know."""
        for key in self.keys:
            key.change_salts()

    def start(
        self, connection: Connection, device: Device | None, session: Session, message_id: int, query: Query
    ) -> None:
        """Begins to carry out a call."""
        task = asyncio.get_running_loop().create_task(self._run(connection, device, session, message_id, query))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(
        self, connection: Connection, device: Device | None, session: Session, message_id: int, query: Query
    ) -> None:
        try:
            await self.calls.run(device, session, message_id, query)
        except CutError as cut:
            if cut.forget:
                self.forget_session(session.key.id, session.id)
            connection.cut()

    async def _listen(self, make: Any, port: int) -> int:
        listener = await asyncio.get_running_loop().create_server(make, HOST, port)
        self._listeners.append(listener)
        bound: int = listener.sockets[0].getsockname()[1]
        return bound

    def _drop_old_sessions(self) -> None:
        if len(self._sessions) <= MOST_SESSIONS:
            return
        main = {id(device.main) for device in self._devices.values()}
        for name, session in list(self._sessions.items()):
            if session.carrier is None and id(session) not in main:
                del self._sessions[name]
                return
