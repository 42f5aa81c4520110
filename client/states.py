"""What an account can be: one class each, replaced as a whole."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from client.actions.proxies import ProxyActions
from client.auth import Step
from client.failures import (
    DatabaseRefused,
    DiskFull,
    EngineAborted,
    FolderUnusable,
    InUse,
    KeyringUnusable,
    KeyUnusable,
    ProxyRefused,
    StartRefused,
)
from client.session import Session
from client.stores.connection import Connection
from tdlib.client import Stopped
from tdlib.errors import LibraryMismatch, LibraryUnusable

Failure: TypeAlias = (
    LibraryUnusable
    | LibraryMismatch
    | FolderUnusable
    | DiskFull
    | InUse
    | KeyUnusable
    | KeyringUnusable
    | EngineAborted
    | DatabaseRefused
    | ProxyRefused
    | StartRefused
)


@dataclass(frozen=True)
class Starting:
    """The engine starts; also before the first start and after the last close."""


@dataclass(frozen=True)
class NeedsCredentials:
    """There is no api_id with its api_hash, or Telegram refuses it.

    Attributes:
        refused: the api_id that Telegram has refused; 0 where none was used.
    """

    refused: int
    _accept: Callable[[int, str], Awaitable[None]]

    async def accept(self, api_id: int, api_hash: str) -> None:
        """Keeps the pair in the settings and starts with it."""
        await self._accept(api_id, api_hash)


@dataclass(frozen=True)
class SigningIn:
    """A person signs in.

    Attributes:
        step: what they have to do now.
        ended_because: why their session ended before, in Telegram's words such as "SESSION_REVOKED"; "" where it did
            not, or they logged out themselves.
        connection: how the line to Telegram is, as long as this engine runs; None where that is not known.
        proxies: what this engine knows of proxies; None where that is not known.
    """

    step: Step
    ended_because: str = ""
    connection: Connection | None = field(default=None, compare=False)
    proxies: ProxyActions | None = field(default=None, compare=False)


@dataclass(frozen=True)
class SignedIn:
    """The account is open.

    Attributes:
        session: all of it.
    """

    session: Session


@dataclass(frozen=True)
class LoggingOut:
    """The session ends and its data goes.

    Attributes:
        reason: why Telegram ended it, such as "SESSION_REVOKED"; "" where the person did.
        connection: how the line to Telegram is, which has to be told.
    """

    reason: str
    _destroy: Callable[[], Awaitable[None]] = field(compare=False)
    connection: Connection | None = field(default=None, compare=False)

    async def destroy(self) -> None:
        """Deletes what is here at once, without waiting for Telegram: the session may stay in the list of devices.

        Raises:
            TdError
        """
        await self._destroy()


@dataclass(frozen=True)
class Left:
    """The person has ended the session for good; nothing of it is here."""


@dataclass(frozen=True)
class Recovering:
    """The engine has ended by itself and is being started again.

    Attributes:
        stopped: how it ended.
    """

    stopped: Stopped


@dataclass(frozen=True)
class Failed:
    """The account cannot run.

    Attributes:
        failure: why.
    """

    failure: Failure
    _retry: Callable[[], Awaitable[None]]

    async def retry(self) -> None:
        """Tries to start once more."""
        await self._retry()


AccountState: TypeAlias = Starting | NeedsCredentials | SigningIn | SignedIn | LoggingOut | Left | Recovering | Failed
