"""One connection of one client: from bytes to packets to messages, and back."""

from __future__ import annotations

import asyncio
import logging
import socket
import struct
from typing import TYPE_CHECKING, cast

from tdlib.sandbox.wire import service
from tdlib.sandbox.wire.cipher import lock, unlock
from tdlib.sandbox.wire.framing import Framing, Packet
from tdlib.sandbox.wire.handshake import Handshake
from tdlib.sandbox.wire.inbox import Inbox, Message
from tdlib.sandbox.wire.line import Writer
from tdlib.sandbox.wire.primitives import MalformedError, Reader
from tdlib.sandbox.wire.session import ANSWER, Session

if TYPE_CHECKING:
    from tdlib.sandbox.wire.keys import AuthKey
    from tdlib.sandbox.wire.server import Server

log = logging.getLogger(__name__)


def drop(transport: asyncio.Transport, *, reset: bool) -> None:
    """Ends a connection at once; what is still to be sent is lost."""
    sock = transport.get_extra_info("socket")
    if reset and sock is not None and not transport.is_closing():
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


class Connection(asyncio.Protocol):
    """A connection to the server, direct or through the proxy."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._framing = Framing()
        self._handshake = Handshake(server.clock)
        self._inbox = Inbox(server, self)
        self._transport: asyncio.Transport | None = None
        self._writer: Writer | None = None
        self._sessions: set[Session] = set()
        self._to_flush: set[Session] = set()
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._writer = Writer(self._server.line, self._transport)
        self._server.joined(self)

    def connection_lost(self, error: Exception | None) -> None:
        self._server.left(self)
        if self._timer is not None:
            self._timer.cancel()
        for session in self._sessions:
            session.detach(self)

    def data_received(self, data: bytes) -> None:
        if not self._server.line.hears():
            return
        try:
            for packet in self._framing.feed(data):
                self._take(packet)
        except (MalformedError, struct.error) as error:
            log.warning("a connection is dropped: %s", error)
            self.cut()

    def cut(self, *, reset: bool = False) -> None:
        """Drops the connection at once, as a broken line would; with a reset (RST) instead of an end (FIN) if asked."""
        if self._transport is not None:
            drop(self._transport, reset=reset)

    def disconnect_in(self, seconds: float) -> None:
        """Drops the connection unless the client asks again within `seconds`."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(seconds, self.cut)

    def send_message(self, session: Session, message_id: int, sequence: int, body: bytes) -> None:
        """Encrypts one message and writes it to the socket."""
        head = struct.pack("<qqqii", session.key.salt(), session.id, message_id, sequence, len(body))
        self._write(struct.pack("<q", session.key.id) + lock(session.key.secret, head + body))

    def request_flush(self, session: Session, delay: float) -> None:
        """Calls `session.flush` after `delay` seconds, 0 for once everything at hand has been handled."""
        loop = asyncio.get_running_loop()
        if delay:
            loop.call_later(delay, self._flush_one, session)
            return
        if not self._to_flush:
            loop.call_soon(self._flush)
        self._to_flush.add(session)

    def _flush(self) -> None:
        sessions, self._to_flush = self._to_flush, set()
        for session in sessions:
            self._flush_one(session)

    def _flush_one(self, session: Session) -> None:
        if session.carrier is self:
            session.flush()

    def _take(self, packet: Packet) -> None:
        reader = Reader(packet.data)
        key_id = reader.int64()
        if not key_id:
            self._take_plain(reader)
            return
        key = self._server.keys.find(key_id)
        if key is None:
            self.send_error(service.TRANSPORT_KEY_UNKNOWN)
            return
        message_key = reader.raw(16)
        encrypted = reader.raw((len(packet.data) - reader.position) & ~15)
        plain, token = unlock(key.secret, message_key, encrypted)
        if packet.wants_quick_ack:
            self._write_raw(self._framing.quick_ack(token))
        self._take_encrypted(key, Reader(plain))

    def send_error(self, code: int) -> None:
        """Sends an error of the transport, such as -404, and drops the connection behind it."""
        if self._framing.is_begun:
            self._write(struct.pack("<i", code))
        if self._transport is not None:
            self._transport.close()

    def _take_encrypted(self, key: AuthKey, reader: Reader) -> None:
        salt, session_id, message_id = reader.int64(), reader.int64(), reader.int64()
        sequence, size = reader.int32(), reader.int32()
        body = reader.raw(size)
        session = self._server.session(key, session_id)
        self._sessions.add(session)
        session.attach(self)
        self._inbox.take(session, Message(message_id, sequence, body), salt)

    def _take_plain(self, reader: Reader) -> None:
        reader.int64()
        answer, key = self._handshake.answer(reader.raw(reader.int32()))
        if key is not None:
            self._server.keys.add(key)
        number = self._server.clock.number(ANSWER)
        self._write(struct.pack("<qqi", 0, number, len(answer)) + answer)

    def _write(self, packet: bytes) -> None:
        self._write_raw(self._framing.wrap(packet))

    def _write_raw(self, data: bytes) -> None:
        if self._writer is not None:
            self._writer.write(data)
