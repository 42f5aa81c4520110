"""`SessionBus`: the desktop's D-Bus, for notifications and the tray; nobody has to wait for who is on it."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import itertools
import logging
import os
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

log = logging.getLogger(__name__)

ADDRESS = "DBUS_SESSION_BUS_ADDRESS"
"""The variable that names the bus; without it there is none."""

PATIENCE = 5.0
"""Seconds in which a bus must let this programme in."""

CHUNK = 65_536
"""Bytes read at once."""

BUS = "org.freedesktop.DBus"
BUS_PATH = "/org/freedesktop/DBus"
PROPERTIES = "org.freedesktop.DBus.Properties"

Variant = tuple[str, Any]
"""A value with its D-Bus signature."""


class BusError(Exception):
    """There is no bus, or a call was refused; `name` is the error's name on the bus."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Answer(NamedTuple):
    """What a method returns.

    Attributes:
        signature: of all the values.
        values: in order.
    """

    signature: str = ""
    values: tuple[Any, ...] = ()


class BusObject(Protocol):
    """Something other programmes may call."""

    def call(self, interface: str, method: str, arguments: tuple[Any, ...]) -> Answer | None:
        """Answers a call; None where there is no such method."""
        ...

    def properties(self, interface: str) -> Mapping[str, Variant]:
        """Returns what can be read of `interface`."""
        ...


class SessionBus:
    """One connection to the bus, made when it is first needed.

    Arguments:
        loop: the event loop.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._opening = asyncio.Lock()
        self._line: asyncio.StreamWriter | None = None
        self._unique_name = ""
        self._receiving: asyncio.Task[None] | None = None
        self._replies: dict[int, asyncio.Future[Any]] = {}
        self._serials = itertools.count(1)
        self._listeners: dict[tuple[str, str], list[Callable[..., None]]] = {}
        self._owners: dict[str, list[Callable[[str], None]]] = {}
        self._objects: dict[str, BusObject] = {}

    @property
    def is_open(self) -> bool:
        """Whether the connection stands."""
        return self._line is not None

    @property
    def unique_name(self) -> str:
        """What the bus calls this programme; "" without a connection."""
        return self._unique_name if self._line is not None else ""

    async def open(self) -> None:
        """Connects, where that has not happened yet.

        Raises:
            BusError: there is no bus, or it does not answer.
        """
        async with self._opening:
            if self._line is None:
                await self._open(os.environ.get(ADDRESS, ""))

    def close(self) -> None:
        """Leaves the bus; names and objects of this programme go with it."""
        if self._receiving is not None:
            self._receiving.cancel()
        self._lose()

    async def call(
        self, name: str, path: str, interface: str, method: str, signature: str = "", *arguments: Any
    ) -> tuple[Any, ...]:
        """Calls a method of another programme and returns what it answers; waits as long as that takes.

        Raises:
            BusError: the other programme refuses, or is not there, or goes, or the bus does.
        """
        reply = self.ask(name, path, interface, method, signature, *arguments)
        message = await reply
        jeepney = _jeepney()
        if message.header.message_type is jeepney.MessageType.error:
            raise BusError(str(message.header.fields.get(jeepney.HeaderFields.error_name, "")))
        return tuple(message.body)

    def ask(
        self, name: str, path: str, interface: str, method: str, signature: str = "", *arguments: Any
    ) -> asyncio.Future[Any]:
        """Sends a call at once and returns the future of its answer, which may be dropped."""
        future: asyncio.Future[Any] = self._loop.create_future()
        if self._line is None:
            _refuse(future, "no session bus")
            return future
        jeepney = _jeepney()
        address = jeepney.DBusAddress(path, bus_name=name, interface=interface)
        serial = next(self._serials)
        self._replies[serial] = future
        future.add_done_callback(lambda _: self._replies.pop(serial, None))
        self._send(jeepney.new_method_call(address, method, signature or None, arguments), serial)
        return future

    def emit(self, path: str, interface: str, signal: str, signature: str = "", *arguments: Any) -> None:
        """Tells whoever listens; without effect where there is no connection."""
        if self._line is None:
            return
        jeepney = _jeepney()
        emitter = jeepney.DBusAddress(path, interface=interface)
        self._send(jeepney.new_signal(emitter, signal, signature or None, arguments), next(self._serials))

    async def request_name(self, name: str) -> None:
        """Makes this programme known as `name`; raises `BusError`."""
        await self.call(BUS, BUS_PATH, BUS, "RequestName", "su", name, 0)

    async def owner(self, name: str) -> str:
        """Returns the unique name of who is known as `name`; "" where nobody is, or where there is no bus."""
        try:
            return str((await self.call(BUS, BUS_PATH, BUS, "GetNameOwner", "s", name))[0])
        except BusError:
            return ""

    async def follow_owner(self, name: str, callback: Callable[[str], None]) -> None:
        """Has `callback` called with the new owner, "" for none, whenever `name` changes hands; raises `BusError`."""
        self._owners.setdefault(name, []).append(callback)
        rule = f"type='signal',sender='{BUS}',interface='{BUS}',member='NameOwnerChanged',arg0='{name}'"
        await self.call(BUS, BUS_PATH, BUS, "AddMatch", "s", rule)

    async def listen(self, interface: str, signal: str, callback: Callable[..., None]) -> None:
        """Has `callback` called with the arguments of each such signal; raises `BusError`."""
        self._listeners.setdefault((interface, signal), []).append(callback)
        rule = f"type='signal',interface='{interface}',member='{signal}'"
        await self.call(BUS, BUS_PATH, BUS, "AddMatch", "s", rule)

    def export(self, path: str, thing: BusObject) -> None:
        """Lets other programmes call `thing` at `path`."""
        self._objects[path] = thing

    # The line.

    async def _open(self, address: str) -> None:
        if not address:
            raise BusError("no session bus")
        try:
            async with asyncio.timeout(PATIENCE):
                place = importlib.import_module("jeepney.bus").get_bus(address)
                reader, line = await asyncio.open_unix_connection(place)
                try:
                    await _authenticate(reader, line)
                    self._begin(reader, line)
                    self._unique_name = (await self.call(BUS, BUS_PATH, BUS, "Hello"))[0]
                except BaseException:
                    line.close()
                    self.close()
                    raise
        except Exception as error:
            # What a stranger at the other end says may break in any place of the library.
            raise BusError(f"the session bus can't be used: {type(error).__name__}") from error

    def _begin(self, reader: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
        self._line = line
        self._receiving = self._loop.create_task(self._receive(reader, line))

    def _send(self, message: Any, serial: int) -> None:
        # The transport takes it at once; nobody waits until the other end has read it.
        if self._line is not None:
            self._line.write(message.serialise(serial))

    async def _receive(self, reader: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
        parser = _jeepney().Parser()
        try:
            while data := await reader.read(CHUNK):
                parser.add_data(data)
                while (message := parser.get_next_message()) is not None:
                    self._take(message)
                    if message.header.message_type is _jeepney().MessageType.method_return:
                        # Who waits for it must know it before what the other programme says next.
                        await asyncio.sleep(0)
            log.info("the session bus has gone")
        except OSError:
            log.info("the session bus has gone")
        except Exception:
            log.warning("the session bus says what can't be understood", exc_info=True)
        finally:
            if self._line is line:
                self._lose()

    def _lose(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            with contextlib.suppress(OSError):
                line.close()
        self._listeners.clear()
        owners, self._owners = self._owners, {}
        for reply in list(self._replies.values()):
            _refuse(reply, "the session bus has gone")
        for callbacks in owners.values():
            for callback in callbacks:
                self._guarded(callback, "")

    def _take(self, message: Any) -> None:
        jeepney = _jeepney()
        fields, kinds = jeepney.HeaderFields, jeepney.MessageType
        header = message.header
        if header.message_type in (kinds.method_return, kinds.error):
            reply = self._replies.get(header.fields.get(fields.reply_serial, -1))
            if reply is not None and not reply.done():
                reply.set_result(message)
            return
        interface, member = header.fields.get(fields.interface, ""), header.fields.get(fields.member, "")
        if header.message_type is kinds.method_call:
            self._answer(message, header.fields.get(fields.path, ""), interface, member)
        elif (interface, member) == (BUS, "NameOwnerChanged"):
            for callback in self._owners.get(message.body[0], ()):
                self._guarded(callback, message.body[2])
        else:
            for callback in self._listeners.get((interface, member), ()):
                self._guarded(callback, *message.body)

    def _guarded(self, callback: Callable[..., None], *arguments: Any) -> None:
        try:
            callback(*arguments)
        except Exception:
            log.exception("a message of the session bus was not understood")

    def _answer(self, message: Any, path: str, interface: str, method: str) -> None:
        jeepney = _jeepney()
        try:
            answer = self._answer_of(path, interface, method, tuple(message.body))
            if answer is None:
                reply = jeepney.new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
            else:
                reply = jeepney.new_method_return(message, answer.signature or None, answer.values)
            data = reply.serialise(next(self._serials))
        except Exception:
            log.exception("a call over the session bus failed")
            data = jeepney.new_error(message, "org.freedesktop.DBus.Error.Failed").serialise(next(self._serials))
        if self._line is not None and not message.header.flags & jeepney.MessageFlag.no_reply_expected:
            self._line.write(data)

    def _answer_of(self, path: str, interface: str, method: str, arguments: tuple[Any, ...]) -> Answer | None:
        thing = self._objects.get(path)
        if thing is None:
            return None
        if interface != PROPERTIES:
            return thing.call(interface, method, arguments)
        properties = thing.properties(arguments[0])
        if method == "GetAll":
            return Answer("a{sv}", (dict(properties),))
        if method == "Get" and arguments[1] in properties:
            return Answer("v", (properties[arguments[1]],))
        return None


async def _authenticate(reader: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
    auth = importlib.import_module("jeepney.auth")
    authenticator = auth.Authenticator()
    for words in authenticator:
        line.write(words)
        answer = await reader.read(CHUNK)
        if not answer:
            raise EOFError
        authenticator.feed(answer)
    line.write(auth.BEGIN)


def _refuse(future: asyncio.Future[Any], name: str) -> None:
    """Ends a future that may have nobody who looks at it."""
    if not future.done():
        future.set_exception(BusError(name))
        future.exception()


def _jeepney() -> Any:
    """Imports jeepney, which has no types, when a bus is there to talk to; this is the only place that touches it."""
    return importlib.import_module("jeepney")
