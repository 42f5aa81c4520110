"""`Stage`: an account whose engines are fake."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

from client import states
from client.account import Account
from client.database_key import Keyring
from client.paths import Paths
from client.settings import Settings
from client.start_options import StartOptions
from tdlib import functions as tf
from tdlib import types as td
from tests.client.turning import until
from tests.helpers.fake_client import FakeClient

State = TypeVar("State")

ME = td.User(id=5, first_name="Ada", status=td.UserStatusEmpty(), type=td.UserTypeRegular())


class Stage:
    """An account whose engines are fake.

    Attributes:
        engines: one for each start, in order.
        seen: the states there were.
    """

    def __init__(self, folder: Path, keyring: Keyring | None = None, **options: Any) -> None:
        self.engines: list[FakeClient] = []
        self.seen: list[states.AccountState] = []
        self.paths = Paths(folder)
        self.paths.config.mkdir(parents=True, exist_ok=True)
        self.settings = Settings(self.paths.settings)
        chosen = {"api_id": 1, "api_hash": "0" * 32, **options}
        start = StartOptions(library=Path("libtdjson"), **chosen)
        self.account = Account(self.paths, self.settings, start, make_wire=self._make, keyring=keyring)
        self.account.subscribe(lambda: self.seen.append(self.account.state))

    @property
    def engine(self) -> FakeClient:
        return self.engines[-1]

    async def start(self) -> None:
        await self.account.start()

    async def start_to(self, state: td.AuthorizationState) -> None:
        """Starts and has TDLib take its parameters and come to a state."""
        await self.start()
        await self.parameters()
        self.engine.authorization(state)

    async def parameters(self, answer: td.TdObject | None = None) -> tf.SetTdlibParameters:
        """Has TDLib ask for its parameters and answers them; returns them."""
        engine = self.engine
        engine.authorization(td.AuthorizationStateWaitTdlibParameters())
        await self.until(lambda: engine.asked(tf.SetTdlibParameters))
        given = engine.asked(tf.SetTdlibParameters)[0]
        engine.answer(tf.SetTdlibParameters, answer or td.Ok())
        return given

    async def sign_in(self) -> None:
        self.engine.answers(tf.GetMe, ME)
        self.engine.authorization(td.AuthorizationStateReady())
        await self.state(states.SignedIn)

    async def state(self, kind: type[State]) -> State:
        """Waits for a state and returns it."""
        await self.until(lambda: isinstance(self.account.state, kind))
        assert isinstance(self.account.state, kind)
        return self.account.state

    async def step(self, kind: type[State]) -> State:
        """Waits for a step of the sign-in and returns it."""

        def is_there() -> bool:
            return isinstance(self.account.state, states.SigningIn) and isinstance(self.account.state.step, kind)

        await self.until(is_there)
        assert isinstance(self.account.state, states.SigningIn)
        assert isinstance(self.account.state.step, kind)
        return self.account.state.step

    async def until(self, condition: Callable[[], object]) -> None:
        await until(condition)

    def _make(self, library: Path, **callbacks: Any) -> FakeClient:
        self.engines.append(FakeClient(library, **callbacks))
        return self.engines[-1]


def play(folder: Path, scenario: Callable[[Stage], Awaitable[None]], **options: Any) -> None:
    async def main() -> None:
        stage = Stage(folder, **options)
        try:
            await scenario(stage)
        finally:
            await stage.account.close()

    asyncio.run(main())


def failure(state: states.AccountState) -> Any:
    assert isinstance(state, states.Failed)
    return state.failure
