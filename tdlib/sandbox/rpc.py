"""The seam of the sandbox: what an API method sees of the connection that called it, and the table of methods.

The wire half (`tdlib.sandbox.wire`) decrypts a call, looks its method up here and sends the answer back.
The meaning half (`tdlib.sandbox.api`) registers one coroutine per method and never sees a socket.

What a handler returns is a TL object, a `bool` (the wire sends `boolTrue` or `boolFalse`), or a `list` (the wire sends
a vector; a list of TL objects, or of `int`, which are 64-bit there). `encode_result` does that conversion.
`load_methods` fills the table. The world learns of an `Authorization` when it signs in, not before;
what the wire wants kept in the state file (its permanent keys) goes into `world.wire`, a plain dict of plain values.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tdlib.sandbox.codec import core

if TYPE_CHECKING:
    from tdlib.sandbox.world.world import World

TLObject = Any
"""An object of the TL layer, as kurigram's codec makes it."""


class RpcError(Exception):
    """An error that goes back to the client as `rpc_error`.

    Arguments:
        code: the HTTP-like code of the Telegram API, 303–500.
        message: the API's error name, such as `PHONE_CODE_INVALID` or `FLOOD_WAIT_5`.
    """

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code} {message}")
        self.code = code
        self.message = message


@dataclass(eq=False)
class Authorization:
    """One permanent authorization key: one device, signed in or not.

    Attributes:
        key_id: the 64-bit id of the permanent key; also the session hash in `account.getAuthorizations`.
        user_id: who is signed in here, None before sign-in and after log out.
        state: what the sign-in methods keep between calls (pending code, SRP secrets, a waiting QR token).
        push: hands an `Updates` object to the device's main session; queued by the wire while it is away.
        revoke: makes every later call on this key fail with 401 and closes its connections.
    """

    key_id: int
    user_id: int | None = None
    created_at: int = 0
    active_at: int = 0
    layer: int = 0
    api_id: int = 0
    device_model: str = ""
    system_version: str = ""
    app_version: str = ""
    lang_code: str = "en"
    state: dict[str, Any] = field(default_factory=dict)
    push: Callable[[TLObject], None] = field(default=lambda updates: None, repr=False)
    revoke: Callable[[str], None] = field(default=lambda reason: None, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        """What the state file keeps: everything but the ties to a connection."""
        return {name: value for name, value in self.__dict__.items() if name not in ("push", "revoke")}

    def __setstate__(self, kept: dict[str, Any]) -> None:
        """A device out of the state file, tied to no connection yet."""
        self.__dict__.update(kept, push=lambda updates: None, revoke=lambda reason: None)


@dataclass(eq=False)
class Call:
    """One call of an API method.

    Attributes:
        authorization: the device that calls.
        world: the Telegram that it calls.
    """

    authorization: Authorization
    world: World

    @property
    def user_id(self) -> int:
        """The id of the signed-in user; raises `RpcError` 401 where nobody is signed in."""
        if self.authorization.user_id is None:
            raise RpcError(401, "AUTH_KEY_UNREGISTERED")
        return self.authorization.user_id


Handler = Callable[[Call, TLObject], Awaitable[TLObject]]

METHODS: dict[str, Handler] = {}
"""API method name as the schema spells it (`messages.sendMessage`) → its coroutine."""


def method(*names: str) -> Callable[[Handler], Handler]:
    """Registers a coroutine `(call, request) -> TL object` for the API methods `names`."""

    def register(handler: Handler) -> Handler:
        for name in names:
            if name in METHODS:
                raise ValueError(f"two handlers for {name}")
            METHODS[name] = handler
        return handler

    return register


def load_methods() -> None:
    """Imports every module of `tdlib.sandbox.api`, which fills `METHODS`."""
    package = importlib.import_module("tdlib.sandbox.api")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")


def encode_result(result: TLObject) -> bytes:
    """Writes what a handler returned as the TL bytes of an `rpc_result`."""
    if isinstance(result, bool):
        return bytes(core.Bool(result))
    if isinstance(result, list):
        of_numbers = bool(result) and isinstance(result[0], int)
        return bytes(core.Vector(result, core.Long) if of_numbers else core.Vector(result))
    return bytes(result.write())
