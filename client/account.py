"""`Account`: one profile folder, one engine at a time, and the state that the interface shows."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from dataclasses import replace

from client.account_settings import AccountSettings
from client.auth import PhoneNumberStep, Step, Ways, step
from client.background import Background
from client.changes import Subscription
from client.database_key import Keyring
from client.engine_life import EngineLife, MakeWire
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
from client.journal import ComposerJournal
from client.paths import Paths
from client.profile import Profile
from client.settings import Settings
from client.start_options import StartOptions
from client.states import (
    AccountState,
    Failed,
    Failure,
    Left,
    LoggingOut,
    NeedsCredentials,
    Recovering,
    SignedIn,
    SigningIn,
    Starting,
)
from tdlib import functions as tf
from tdlib import types as td
from tdlib.client import Stopped, TdClient
from tdlib.errors import Aborted, TdError, TimedOut, Unauthorized

log = logging.getLogger(__name__)

PATIENCE = 60.0
"""Seconds within which an engine that has ended by itself must not do so again."""


class Account:
    """Starts and ends engines and says how it is.

    Arguments:
        paths: of the account.
        settings: hold api_id and api_hash where `options` has none.
        options: how to start.
        make_wire: starts an engine.
        other_user_ids: returns who is signed in to the programme's other accounts.
        keyring: keeps the key of the database; None for a file.

    Attributes:
        state: one of `client.states`.
        paths: of the account.
    """

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        options: StartOptions,
        *,
        make_wire: MakeWire = TdClient,
        other_user_ids: Callable[[], list[int]] = list,
        keyring: Keyring | None = None,
    ) -> None:
        self.state: AccountState = Starting()
        self.paths = paths
        self._settings = settings
        self._options = options
        self._make_wire = make_wire
        self._other_user_ids = other_user_ids
        self._profile = Profile(paths, keyring)
        self._engine: EngineLife | None = None
        self._ways: Ways | None = None
        self._background = Background()
        self._subscribers: list[Subscription] = []
        self._ended_because = ""
        self._stopped_at = float("-inf")
        self._starting_over: asyncio.Future[None] | None = None
        self._ends_by_hand = False
        self._leaves = False
        self.has_started = False

    @property
    def name(self) -> str:
        """The name of the account's folder; empty for the profile's own."""
        return self.paths.account

    @property
    def kept(self) -> AccountSettings:
        """What is remembered of the account between starts."""
        return self._profile.kept

    @property
    def key_is_in_file(self) -> bool:
        """Whether the key of the database lies beside it, where whoever reads the person's files can read it."""
        return self._profile.database_key.is_in_file

    @property
    def journal(self) -> ComposerJournal:
        """What is typed and not sent yet; there once somebody is signed in."""
        return self._profile.journal

    @property
    def engine_process_id(self) -> int | None:
        """The engine's process id; None while there is no engine."""
        return self._engine.wire.process_id if self._engine is not None else None

    def subscribe(self, callback: Callable[[], None]) -> Subscription:
        """Has `callback` called whenever `state` was replaced."""
        return Subscription(self._subscribers, callback)

    async def start(self) -> None:
        """Starts; whatever comes of it becomes the state."""
        self.has_started = True
        try:
            await self._profile.open()
        except (FolderUnusable, DiskFull, InUse, KeyUnusable, KeyringUnusable) as failure:
            self._fail(failure)
            return
        if not self._credentials()[0]:
            self._set(NeedsCredentials(0, self._accept))
            return
        self._set(Starting())
        self._launch()

    async def restart(self) -> None:
        """Closes the engine and starts again, for options that have changed."""
        await self._end_engine()
        await self.start()

    async def log_out(self) -> None:
        """Ends the session and deletes its data (logOut); then the account is at its sign-in again.

        Raises:
            TdError
        """
        if self._engine is None:
            return
        self._ends_by_hand = True
        try:
            await _log_out(self._engine)
        except TdError:
            self._ends_by_hand = False
            raise

    async def leave(self) -> None:
        """Ends the session as `log_out` does; no sign-in follows, the state becomes `Left`.

        Raises:
            TdError
        """
        self._leaves = True
        try:
            await self.log_out()
        except TdError:
            self._leaves = False
            raise

    async def use_proxy(self, proxy: td.Proxy | None) -> None:
        """Has TDLib connect through `proxy` alone from now on, or directly.

        Raises:
            TdError
        """
        self._options = replace(self._options, proxy=proxy)
        if self._engine is not None:
            await self._engine.set_proxy(proxy)

    async def close(self) -> None:
        """Closes TDLib properly and lets go of the profile; to be called once, at the end."""
        self._background.close()
        await self._end_engine()
        self._profile.close()

    async def erase(self) -> None:
        """Removes what this computer keeps of the account; after `close`."""
        await self._profile.erase()

    # Starting.

    def _credentials(self) -> tuple[int, str]:
        if self._options.api_id:
            return self._options.api_id, self._options.api_hash
        return self._settings.api_id, self._settings.api_hash

    def _launch(self) -> None:
        engine = EngineLife(
            self._make_wire,
            self._options.library,
            self._profile.outbox,
            self.paths.data,
            on_authorization=self._on_authorization,
            on_stopped=self._on_stopped,
        )
        self._engine, self._ways = engine, self._ways_of(engine)

    async def _set_proxy(self, engine: EngineLife) -> None:
        try:
            await engine.set_proxy(self._options.proxy)
        except Aborted:
            return
        except TdError as error:
            if self._options.proxy is not None:
                await self._give_up(engine, ProxyRefused(self._options.proxy.server, error.message))

    async def _set_parameters(self, engine: EngineLife) -> None:
        api_id, api_hash = self._credentials()
        try:
            await engine.set_parameters(
                self.paths, self._profile.key, api_id, api_hash, use_test_dc=self._options.use_test_dc
            )
        except Aborted:
            return
        except TdError as error:
            if "api_id" in error.message or "api_hash" in error.message:
                await self._refuse_credentials(engine)
            else:
                await self._give_up(engine, self._failure(error))

    def _failure(self, error: TdError) -> Failure:
        if isinstance(error, Unauthorized):
            return DatabaseRefused(self.paths.database, error.message, wrong_key=True)
        if error.message.startswith("Can't lock file"):
            return InUse(self.paths.data)
        if error.message.startswith("Can't"):
            return DatabaseRefused(self.paths.database, error.message, wrong_key=False)
        return StartRefused(error.message)

    async def _accept(self, api_id: int, api_hash: str) -> None:
        self._options = StartOptions(self._options.library, self._options.proxy, self._options.use_test_dc)
        self._settings.set(api_id=api_id, api_hash=api_hash)
        await self.restart()

    # What the engine says.

    def _on_authorization(self, engine: EngineLife, state: td.AuthorizationState) -> None:
        if engine is not self._engine:
            return
        match state:
            case td.AuthorizationStateWaitTdlibParameters():
                # Both wait in TDLib, in this order: the proxy is in use before the first connection.
                self._background.start(self._set_proxy(engine))
                self._background.start(self._set_parameters(engine))
            case td.AuthorizationStateReady():
                self._background.start(engine.wire.request(tf.GetMe(), apply=lambda me: self._begin(engine, me)))
            case td.AuthorizationStateLoggingOut():
                if self._starting_over is None:
                    self._set(LoggingOut(engine.lost_because, lambda: self._destroy(engine), engine.session.connection))
            case td.AuthorizationStateClosing() | td.AuthorizationStateClosed():
                pass
            case _:
                assert self._ways is not None
                self._sign_in(engine, step(state, self._ways, self._now()))

    def _sign_in(self, engine: EngineLife, step: Step) -> None:
        self._set(SigningIn(step, self._ended_because, engine.session.connection, engine.session.proxies))

    def _begin(self, engine: EngineLife, me: td.User) -> None:
        if engine is not self._engine:
            return
        self._ended_because = ""
        engine.session.begin(me)
        self._profile.begin(me.id, engine.session.users.full_name(me.id))
        self._set(SignedIn(engine.session))
        self._background.start(self._profile.database_key.settle())

    def _on_stopped(self, engine: EngineLife, stopped: Stopped) -> None:
        if engine is not self._engine:
            return
        self._engine = None
        if stopped.failure is None and not stopped.closed:
            log.critical("the engine has ended by itself with code %d", stopped.code)
        if stopped.failure is not None:
            self._fail(stopped.failure)
        elif stopped.closed:
            self._on_ended(engine)
        elif self._now() - self._stopped_at < PATIENCE:
            self._stopped_at = float("-inf")
            self._fail(EngineAborted(stopped.last_words, stopped.code))
        else:
            self._stopped_at = self._now()
            self._relaunch(Recovering(stopped))

    def _on_ended(self, engine: EngineLife) -> None:
        """The session is over; what is typed goes only where the person themselves has ended it."""
        self._ended_because = engine.lost_because
        by_hand, self._ends_by_hand = self._ends_by_hand, False
        if by_hand and not self._ended_because:
            self._profile.forget()
        if self._leaves:
            self._leaves = False
            self._set(Left())
        else:
            self._relaunch(Starting())

    def _relaunch(self, state: Starting | Recovering) -> None:
        if self._starting_over is None:
            self._set(state)
        self._launch()

    async def _destroy(self, engine: EngineLife) -> None:
        """Has TDLib delete what is here without waiting for Telegram (destroy)."""
        with contextlib.suppress(Aborted):
            await engine.wire.request(tf.Destroy())

    # What a person does while signing in.

    def _ways_of(self, engine: EngineLife) -> Ways:
        def to_phone_number() -> None:
            if engine is self._engine:
                self._sign_in(engine, PhoneNumberStep(ways))

        def on_refused(error: TdError) -> None:
            if error.message.startswith(("API_ID_", "API_HASH_")):
                self._background.start(self._refuse_credentials(engine))

        ways = Ways(
            engine.wire, to_phone_number, lambda: self._start_over(engine), on_refused, self._other_user_ids
        )
        return ways

    async def _start_over(self, engine: EngineLife) -> None:
        """Has TDLib forget this sign-in; what is shown stays until another engine takes a phone number."""
        if engine is not self._engine:
            return
        if self._starting_over is None:
            self._starting_over = asyncio.get_running_loop().create_future()
            try:
                await _log_out(engine)
            except TdError:
                self._starting_over = None
                raise
        if self._starting_over is not None:
            await asyncio.shield(self._starting_over)

    async def _refuse_credentials(self, engine: EngineLife) -> None:
        if engine is self._engine:
            await self._end_engine()
            self._set(NeedsCredentials(self._credentials()[0], self._accept))

    # Ends.

    async def _give_up(self, engine: EngineLife, failure: Failure) -> None:
        if engine is self._engine:
            await self._end_engine()
            self._fail(failure)

    async def _end_engine(self) -> None:
        engine, self._engine = self._engine, None
        if engine is not None:
            await engine.close()

    def _fail(self, failure: Failure) -> None:
        self._set(Failed(failure, self.restart))

    def _set(self, state: AccountState) -> None:
        self.state = state
        starting_over, self._starting_over = self._starting_over, None
        if starting_over is not None and not starting_over.done():
            starting_over.set_result(None)
        for subscription in tuple(self._subscribers):
            subscription.call()

    def _now(self) -> float:
        return asyncio.get_running_loop().time()


async def _log_out(engine: EngineLife) -> None:
    # TDLib may close before it has answered, or have nobody to log out any more. Without a line it waits for one.
    with contextlib.suppress(Aborted, TimedOut, Unauthorized):
        await engine.wire.request(tf.LogOut())
