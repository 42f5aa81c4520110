"""What becomes of each message that a client sends: service messages are answered here, calls go to `Calls`."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdlib.sandbox.rpc import RpcError
from tdlib.sandbox.wire import service
from tdlib.sandbox.wire.keys import SALT_LIFE, salt_slot
from tdlib.sandbox.wire.primitives import MalformedError, Reader, constructor, int64
from tdlib.sandbox.wire.session import Session

if TYPE_CHECKING:
    from tdlib.sandbox.wire.connection import Connection
    from tdlib.sandbox.wire.server import Server

log = logging.getLogger(__name__)

OLDEST = 300
NEWEST = 30
MOST_SALTS = 64


@dataclass(frozen=True)
class Message:
    """A message of the client: its number, sequence number (odd: wants to be acknowledged) and body."""

    id: int
    sequence: int
    body: bytes


class Inbox:
    """Takes the messages of one connection."""

    def __init__(self, server: Server, connection: Connection) -> None:
        self._server = server
        self._connection = connection
        self._handlers: dict[int, Callable[[Session, Message], None]] = {
            service.MSGS_ACK: self._acknowledged,
            service.PING: self._ping,
            service.PING_DELAY_DISCONNECT: self._ping_delay_disconnect,
            service.GET_FUTURE_SALTS: self._future_salts,
            service.MSGS_STATE_REQ: self._states,
            service.MSG_RESEND_REQ: self._resend,
            service.MSG_RESEND_ANS_REQ: self._resend_answers,
            service.RPC_DROP_ANSWER: self._drop_answer,
            service.DESTROY_SESSION: self._destroy_session,
            service.DESTROY_AUTH_KEY: self._destroy_key,
            service.MSGS_STATE_INFO: self._nothing,
            service.MSGS_ALL_INFO: self._nothing,
            service.MSG_DETAILED_INFO: self._nothing,
            service.MSG_NEW_DETAILED_INFO: self._nothing,
            service.HTTP_WAIT: self._nothing,
        }

    def take(self, session: Session, outer: Message, salt: int) -> None:
        """Handles one decrypted message, which may hold others."""
        reason = self._refusal(outer.id)
        if reason:
            session.tell(service.bad_msg_notification(outer.id, outer.sequence, reason))
            return
        if not session.key.accepts(salt):
            session.tell(service.bad_server_salt(outer.id, outer.sequence, session.key.salt()))
            return
        messages = list(self._flatten(session, outer))
        if not session.is_announced:
            session.is_announced = True
            first = min((message.id for message in messages), default=outer.id)
            session.tell(service.new_session_created(first, session.unique_id, session.key.salt()), is_answer=False)
        for message in messages:
            self._take_one(session, message)

    def _refusal(self, message_id: int) -> int:
        if message_id & 3:
            return service.NUMBER_NOT_OF_A_CLIENT
        seconds = (message_id >> 32) - self._server.clock.now()
        if seconds < -OLDEST:
            return service.NUMBER_TOO_LOW
        return service.NUMBER_TOO_HIGH if seconds > NEWEST else 0

    def _flatten(self, session: Session, outer: Message) -> Iterator[Message]:
        """Opens containers and packed messages; what cannot be opened is refused, the rest goes on."""
        try:
            body = service.unpacked(outer.body)
        except (MalformedError, zlib.error):
            yield outer
            return
        if int.from_bytes(body[:4], "little") != service.MSG_CONTAINER:
            yield Message(outer.id, outer.sequence, body)
            return
        try:
            for number, sequence, inner in service.contained(body):
                yield from self._flatten(session, Message(number, sequence, inner))
        except MalformedError:
            session.tell(service.bad_msg_notification(outer.id, outer.sequence, service.BAD_CONTAINER))

    def _take_one(self, session: Session, message: Message) -> None:
        known = session.received.get(message.id)
        if known is not None:
            session.acknowledge(message.id)
            session.repeat_answer(known)
            return
        handler = self._handlers.get(int.from_bytes(message.body[:4], "little"))
        if message.sequence & 1:
            session.acknowledge(message.id)
        if handler is None:
            session.remember(message.id)
            self._call(session, message)
            return
        try:
            handler(session, message)
        except MalformedError as error:
            log.warning("a damaged service message: %s", error)

    def _call(self, session: Session, message: Message) -> None:
        try:
            query = self._server.calls.open(message.body)
        except RpcError as error:
            session.received[message.id].finish(failed=True)
            body = service.rpc_result(message.id, service.rpc_error(error.code, error.message))
            session.answer(message.id, body)
            return
        device = self._server.device_of(session.key)
        if device is not None:
            device.learn(query, session)
        self._server.start(self._connection, device, session, message.id, query)

    def _acknowledged(self, session: Session, message: Message) -> None:
        session.acknowledged(Reader(message.body, 4).vector_of_int64())

    def _ping(self, session: Session, message: Message) -> None:
        session.tell(service.pong(message.id, Reader(message.body, 4).int64()))

    def _ping_delay_disconnect(self, session: Session, message: Message) -> None:
        reader = Reader(message.body, 4)
        session.tell(service.pong(message.id, reader.int64()))
        self._connection.disconnect_in(reader.int32())

    def _future_salts(self, session: Session, message: Message) -> None:
        count = max(1, min(MOST_SALTS, Reader(message.body, 4).int32()))
        first, skew = salt_slot(), int(self._server.clock.skew)
        salts = []
        for slot in range(first, first + count):
            since = slot * SALT_LIFE + skew
            salts.append((since, since + 2 * SALT_LIFE, session.key.salt(slot)))
        session.tell(service.future_salts(message.id, int(self._server.clock.now()), salts))

    def _states(self, session: Session, message: Message) -> None:
        wanted = Reader(message.body, 4).vector_of_int64()
        states = bytes(self._state(session, message_id) for message_id in wanted)
        session.tell(service.msgs_state_info(message.id, states))

    def _state(self, session: Session, message_id: int) -> int:
        known = session.received.get(message_id)
        if known is None:
            return service.STATE_UNKNOWN
        return service.STATE_RECEIVED | (service.STATE_ANSWERED if known.is_answered else service.STATE_RUNNING)

    def _resend(self, session: Session, message: Message) -> None:
        wanted = Reader(message.body, 4).vector_of_int64()
        lost = [message_id for message_id in wanted if not session.resend_answer(message_id)]
        if lost:
            session.tell(service.msgs_state_info(message.id, bytes([service.STATE_UNKNOWN]) * len(wanted)))

    def _resend_answers(self, session: Session, message: Message) -> None:
        for message_id in Reader(message.body, 4).vector_of_int64():
            known = session.received.get(message_id)
            if known is not None:
                session.repeat_answer(known)

    def _drop_answer(self, session: Session, message: Message) -> None:
        known = session.received.get(Reader(message.body, 4).int64())
        if known is None or known.answer is None and known.is_answered:
            result = constructor(service.RPC_ANSWER_UNKNOWN)
        elif known.answer is None:
            known.is_cancelled = True
            result = constructor(service.RPC_ANSWER_DROPPED_RUNNING)
        else:
            answer = known.answer
            session.acknowledged([answer.message_id])
            size = len(answer.body).to_bytes(4, "little")
            result = (
                constructor(service.RPC_ANSWER_DROPPED)
                + int64(answer.message_id)
                + answer.sequence.to_bytes(4, "little")
                + size
            )
        session.remember(message.id)
        session.answer(message.id, service.rpc_result(message.id, result))

    def _destroy_session(self, session: Session, message: Message) -> None:
        other = Reader(message.body, 4).int64()
        found = other != session.id and self._server.forget_session(session.key.id, other)
        kind = service.DESTROY_SESSION_OK if found else service.DESTROY_SESSION_NONE
        session.tell(constructor(kind) + int64(other))

    def _destroy_key(self, session: Session, message: Message) -> None:
        session.tell(constructor(service.DESTROY_AUTH_KEY_OK))
        session.flush()
        self._server.forget_key(session.key)

    def _nothing(self, session: Session, message: Message) -> None:
        """Takes what needs no answer."""
