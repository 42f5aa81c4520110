"""One session: what the server still has to deliver to one running client, and what it has already got from it."""

from __future__ import annotations

import asyncio
import os
import time
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from tdlib.sandbox.wire import service
from tdlib.sandbox.wire.clock import Clock
from tdlib.sandbox.wire.keys import AuthKey

ANSWER = 1
PUSH = 3
REMEMBERED = 4000
"""How many messages of the client a session remembers, to answer a repeated one once."""
UNACKNOWLEDGED = 400
"""How many updates wait for a client that does not acknowledge; then it is told to ask for the difference."""
TOO_OLD = 240.0
"""Seconds after which a message is not sent again under its first number: clients refuse numbers older than 300 s."""
ACKNOWLEDGE_WITHIN = 0.05
"""Seconds that a bare acknowledgement waits for something to go with; an answer within them makes it needless."""
CONTAINER_SIZE = 1 << 18
CONTAINER_COUNT = 60


class Carrier(Protocol):
    """A connection, as far as a session knows it."""

    def send_message(self, session: Session, message_id: int, sequence: int, body: bytes) -> None:
        """Encrypts one message and writes it to the socket."""

    def request_flush(self, session: Session, delay: float) -> None:
        """Calls `session.flush` after `delay` seconds, 0 for once everything at hand has been handled."""


@dataclass(eq=False)
class Outgoing:
    """A message of the server.

    Attributes:
        answer_to: the client's message that it answers, 0 for an update.
        sent_on: the connection that it was last written to.
    """

    message_id: int
    sequence: int
    body: bytes
    answer_to: int = 0
    born: float = 0.0
    sent_on: Carrier | None = None


@dataclass(eq=False)
class Incoming:
    """A message of the client.

    Attributes:
        answer: the answer to it, while the client has not acknowledged it.
        is_answered: whether the call is through.
        failed: whether its answer is an error.
        is_cancelled: the client does not want an answer any more.
    """

    answer: Outgoing | None = None
    is_answered: bool = False
    failed: bool = False
    is_cancelled: bool = False
    _waiting: list[asyncio.Future[bool]] = field(default_factory=list)

    async def wait(self) -> bool:
        """Waits until the call is through; returns whether it went well."""
        if self.is_answered:
            return not self.failed
        future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        return await future

    def finish(self, *, failed: bool) -> None:
        """Says that the call is through."""
        self.is_answered = True
        self.failed = failed
        for future in self._waiting:
            if not future.done():
                future.set_result(not failed)
        self._waiting.clear()


class Session:
    """One session of one key.

    Attributes:
        key: the key that its packets are encrypted with.
        id: the number that the client chose.
        carrier: the connection that the client used last, None while there is none.
        missed: updates were dropped since the client was last here.
        is_announced: the client has been told that the session is new.
        received: the client's last messages, by number.
    """

    def __init__(self, key: AuthKey, session_id: int, clock: Clock) -> None:
        self.key = key
        self.id = session_id
        self._clock = clock
        self.unique_id = int.from_bytes(os.urandom(8), "little", signed=True)
        self.carrier: Carrier | None = None
        self.missed = False
        self.is_announced = False
        self.received: OrderedDict[int, Incoming] = OrderedDict()
        self._unacknowledged: OrderedDict[int, Outgoing] = OrderedDict()
        self._queue: list[Outgoing] = []
        self._to_acknowledge: list[int] = []
        self._contents = 0

    def attach(self, carrier: Carrier) -> None:
        """Goes on over `carrier`; what was sent elsewhere and not acknowledged goes out again."""
        if self.carrier is carrier:
            return
        self.carrier = carrier
        self.resend(message for message in self._unacknowledged.values() if message.sent_on is not carrier)
        if self.missed:
            self.missed = False
            self.push(service.UPDATES_TOO_LONG)
        self._request_flush()

    def detach(self, carrier: Carrier) -> None:
        """Keeps everything until the client is back."""
        if self.carrier is carrier:
            self.carrier = None

    def remember(self, message_id: int) -> None:
        """Notes a new message of the client."""
        self.received[message_id] = Incoming()
        if len(self.received) > REMEMBERED:
            self.received.popitem(last=False)

    def acknowledge(self, message_id: int) -> None:
        """Tells the client with the next packet that its message came, unless an answer says so."""
        self._to_acknowledge.append(message_id)
        self._request_flush(ACKNOWLEDGE_WITHIN)

    def acknowledged(self, message_ids: Iterable[int]) -> None:
        """Forgets what the client has got."""
        for message_id in message_ids:
            message = self._unacknowledged.pop(message_id, None)
            incoming = self.received.get(message.answer_to) if message is not None else None
            if incoming is not None:
                incoming.answer = None

    def answer(self, request_id: int, body: bytes) -> None:
        """Sends the answer to a call, and keeps it until the client has acknowledged it."""
        message = self._new(body, ANSWER, is_content=True)
        message.answer_to = request_id
        incoming = self.received.get(request_id)
        if incoming is not None:
            incoming.answer = message
        self._keep(message)

    def push(self, body: bytes) -> None:
        """Sends an update; keeps it for later while the client is away, unless it has missed some already."""
        if self.missed:
            return
        if len(self._unacknowledged) >= UNACKNOWLEDGED:
            self._drop_updates()
            if self.carrier is None:
                self.missed = True
                return
            body = service.UPDATES_TOO_LONG
        self._keep(self._new(body, PUSH, is_content=True))

    def tell(self, body: bytes, *, is_answer: bool = True) -> None:
        """Sends a service message, which is neither acknowledged nor sent again."""
        self._queue.append(self._new(body, ANSWER if is_answer else PUSH, is_content=False))
        self._request_flush()

    def resend(self, messages: Iterable[Outgoing]) -> None:
        """Sends messages again, each in a packet of its own, by whose number a client knows what it has got already."""
        for message in list(messages):
            if time.monotonic() - message.born > TOO_OLD:
                self._renew(message)
            elif self.carrier is not None and message not in self._queue:
                self._send(message)

    def resend_answer(self, message_id: int) -> bool:
        """Sends one message of the server again; returns whether it is still known."""
        message = self._unacknowledged.get(message_id)
        if message is None:
            return False
        self.resend([message])
        return True

    def repeat_answer(self, incoming: Incoming) -> None:
        """Sends the answer to a call again that came twice; nothing where it is still being made."""
        if incoming.answer is not None:
            self.resend([incoming.answer])

    def flush(self) -> None:
        """Writes what is queued, several messages in one container."""
        if self.carrier is None:
            return
        self._acknowledge_the_rest()
        queue, self._queue = self._queue, []
        batch: list[Outgoing] = []
        size = 0
        for message in queue:
            if batch and (size + len(message.body) > CONTAINER_SIZE or len(batch) >= CONTAINER_COUNT):
                self._send_batch(batch)
                batch, size = [], 0
            batch.append(message)
            size += len(message.body)
        self._send_batch(batch)

    def _acknowledge_the_rest(self) -> None:
        answered = {message.answer_to for message in self._queue}
        waiting = [message_id for message_id in self._to_acknowledge if message_id not in answered]
        self._to_acknowledge.clear()
        if waiting:
            self._queue.append(self._new(service.msgs_ack(waiting), PUSH, is_content=False))

    def _send_batch(self, batch: list[Outgoing]) -> None:
        if not batch:
            return
        if len(batch) == 1:
            self._send(batch[0])
            return
        assert self.carrier is not None
        for message in batch:
            message.sent_on = self.carrier
        body = service.container((message.message_id, message.sequence, message.body) for message in batch)
        self.carrier.send_message(self, self._clock.number(PUSH), self._contents * 2, body)

    def _send(self, message: Outgoing) -> None:
        assert self.carrier is not None
        message.sent_on = self.carrier
        self.carrier.send_message(self, message.message_id, message.sequence, message.body)

    def _new(self, body: bytes, kind: int, *, is_content: bool) -> Outgoing:
        sequence = self._contents * 2 + (1 if is_content else 0)
        self._contents += 1 if is_content else 0
        return Outgoing(self._clock.number(kind), sequence, body, born=time.monotonic())

    def _keep(self, message: Outgoing) -> None:
        self._unacknowledged[message.message_id] = message
        self._queue.append(message)
        self._request_flush()

    def _renew(self, message: Outgoing) -> None:
        """Gives an old answer a new number; an old update is replaced by the advice to ask for the difference."""
        self._unacknowledged.pop(message.message_id, None)
        self._queue = [each for each in self._queue if each is not message]
        if message.answer_to:
            self.answer(message.answer_to, message.body)
        elif not any(each.body == service.UPDATES_TOO_LONG for each in self._queue):
            self.push(service.UPDATES_TOO_LONG)

    def _drop_updates(self) -> None:
        for message in list(self._unacknowledged.values()):
            if not message.answer_to:
                del self._unacknowledged[message.message_id]
        self._queue = [message for message in self._queue if message.message_id in self._unacknowledged]

    def _request_flush(self, delay: float = 0.0) -> None:
        if self.carrier is not None:
            self.carrier.request_flush(self, delay)
