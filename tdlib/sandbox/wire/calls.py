"""Carries out the calls of API methods: order, faults, errors, and exactly one answer for each."""

from __future__ import annotations

import asyncio
import logging
import traceback
import zlib
from collections.abc import Mapping
from typing import Any

from tdlib.sandbox import codec
from tdlib.sandbox.rpc import Call, Handler, RpcError, encode_result
from tdlib.sandbox.wire import service
from tdlib.sandbox.wire.device import Device
from tdlib.sandbox.wire.faults import Faults
from tdlib.sandbox.wire.keys import BindRequest, KeyRing
from tdlib.sandbox.wire.primitives import MalformedError
from tdlib.sandbox.wire.query import Query, unwrap
from tdlib.sandbox.wire.session import Session

log = logging.getLogger(__name__)

PACKED_FROM = 8192
"""Answers of so many bytes and more are sent packed, as the real servers do; never files, which do not shrink."""


class CutError(Exception):
    """The call is not answered: its connection is to be dropped.

    Attributes:
        forget: the server is to forget the session too.
    """

    def __init__(self, *, forget: bool = False) -> None:
        super().__init__()
        self.forget = forget


class Calls:
    """The table of methods at work.

    Arguments:
        methods: name → coroutine.
        world: what the methods work on.
    """

    def __init__(self, methods: Mapping[str, Handler], world: Any, keys: KeyRing, faults: Faults) -> None:
        self._methods = methods
        self._world = world
        self._keys = keys
        self._faults = faults

    def open(self, body: bytes) -> Query:
        """Takes a call out of its wrappers.

        Raises:
            RpcError: when its bytes cannot be read.
        """
        try:
            return unwrap(body)
        except (MalformedError, zlib.error, KeyError, EOFError, UnicodeDecodeError) as error:
            self._faults.missing["malformed wrapper"] += 1
            raise RpcError(400, "INPUT_METHOD_INVALID") from error

    async def run(self, device: Device | None, session: Session, message_id: int, query: Query) -> None:
        """Carries out one call and answers it.

        Raises:
            CutError: when a planned fault takes the answer away.
        """
        incoming = session.received.get(message_id)
        name = query.method
        failed = False
        try:
            await self._wait(session, query)
            result = await self._result(device, session, message_id, query)
        except RpcError as error:
            failed = True
            result = service.rpc_error(error.code, error.message)
        if len(result) >= PACKED_FROM and not name.startswith("upload."):
            result = service.packed(result)
        if incoming is not None:
            incoming.finish(failed=failed)
            if incoming.is_cancelled:
                return
        await self._answer(session, message_id, name, service.rpc_result(message_id, result))

    async def _answer(self, session: Session, message_id: int, name: str, body: bytes) -> None:
        delay = self._faults.take("delay", name)
        if delay is not None:
            await asyncio.sleep(delay.seconds)
        lost = self._faults.take("drop_answer", name)
        if lost is not None and lost.forget:
            raise CutError(forget=True)
        if lost is not None:
            session.carrier = None
            session.answer(message_id, body)
            raise CutError
        session.answer(message_id, body)
        if self._faults.take("repeat_answer", name):
            session.answer(message_id, body)

    async def _wait(self, session: Session, query: Query) -> None:
        """Lets the calls be through that this one names as its predecessors."""
        for message_id in query.after:
            earlier = session.received.get(message_id)
            if earlier is None or not await earlier.wait():
                raise RpcError(400, "MSG_WAIT_FAILED")

    async def _result(self, device: Device | None, session: Session, message_id: int, query: Query) -> bytes:
        name = query.method
        self._note(device, session, name)
        if self._faults.take("drop_request", name):
            session.received.pop(message_id, None)
            raise CutError
        if name == "auth.bindTempAuthKey":
            return self._bind(session, message_id, query)
        if device is None:
            raise RpcError(401, "AUTH_KEY_PERM_EMPTY")
        device.check()
        plan = self._faults.take("fail", name)
        if plan is not None:
            raise RpcError(plan.code, plan.message)
        return await self._handle(device, query)

    async def _handle(self, device: Device, query: Query) -> bytes:
        name = query.method
        handler = self._methods.get(name)
        if handler is None:
            self._faults.missing[name] += 1
            raise RpcError(400, "METHOD_NOT_IMPLEMENTED")
        try:
            request = codec.read(query.body)
        except Exception as error:
            self._fail(name, "cannot be read")
            raise RpcError(400, "INPUT_REQUEST_INVALID") from error
        try:
            return encode_result(await handler(Call(device.authorization, self._world), request))
        except RpcError:
            raise
        except Exception as error:
            self._fail(name, "broke")
            raise RpcError(400, "INTERNAL") from error

    def _bind(self, session: Session, message_id: int, query: Query) -> bytes:
        request = codec.read(query.body)
        wanted = BindRequest(
            permanent_id=request.perm_auth_key_id,
            nonce=request.nonce,
            expires_at=request.expires_at,
            proof=request.encrypted_message,
            session_id=session.id,
            message_id=message_id,
        )
        if not self._keys.bind(session.key, wanted):
            raise RpcError(400, "ENCRYPTED_MESSAGE_INVALID")
        return encode_result(True)

    def _note(self, device: Device | None, session: Session, name: str) -> None:
        user_id = device.authorization.user_id if device is not None else None
        key = device.authorization.key_id if device is not None else session.key.id
        self._faults.note(name, user_id, key)

    def _fail(self, name: str, what: str) -> None:
        log.exception("the sandbox's %s %s", name, what)
        self._faults.failures.append(f"{name} {what}\n{traceback.format_exc()}")
