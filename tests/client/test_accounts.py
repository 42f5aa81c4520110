"""Several accounts in one profile, with fake engines."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from client import auth, states
from client.account import Account
from client.accounts import Accounts
from client.paths import Paths
from client.settings import Settings
from client.start_options import StartOptions
from tdlib import functions as tf
from tdlib import types as td
from tests.client.turning import until
from tests.helpers.fake_client import FakeClient

PHONE_NUMBER = td.AuthorizationStateWaitPhoneNumber()


class Household:
    """The accounts of a profile whose engines are fake.

    Attributes:
        engines: the newest of each account, by the account's name.
        twins: the accounts in which somebody was signed in already.
    """

    def __init__(self, profile: Path) -> None:
        self.engines: dict[str, FakeClient] = {}
        self.twins: list[str] = []
        self._paths = Paths(profile)
        self._paths.prepare()
        self.accounts = Accounts(self._paths, self._make, lambda account: self.twins.append(account.name))

    @property
    def names(self) -> list[str]:
        return [account.name for account in self.accounts.all]

    def account(self, name: str) -> Account:
        return next(account for account in self.accounts.all if account.name == name)

    async def signed_in(self, name: str, user_id: int) -> Account:
        """Has the engine of an account say that somebody is signed in."""
        self.come_to(name, PHONE_NUMBER)
        me = td.User(id=user_id, first_name="Ada", status=td.UserStatusEmpty(), type=td.UserTypeRegular())
        self.engines[name].answers(tf.GetMe, me)
        self.come_to(name, td.AuthorizationStateReady())
        account = self.account(name)
        await until(lambda: isinstance(account.state, states.SignedIn))
        return account

    def come_to(self, name: str, state: td.AuthorizationState) -> None:
        self.engines[name].authorization(state)

    async def logged_out(self, account: Account) -> None:
        """Logs an account out, to the end of its engine."""
        engine = self.engines[account.name]
        engine.answers(tf.LogOut, td.Ok())
        await self.accounts.log_out(account)
        engine.authorization(td.AuthorizationStateLoggingOut())
        engine.end()

    def _make(self, paths: Paths, other_user_ids: Callable[[], list[int]]) -> Account:
        def make_wire(library: Path, **callbacks: Any) -> FakeClient:
            self.engines[paths.account] = FakeClient(library, **callbacks)
            return self.engines[paths.account]

        options = StartOptions(library=Path("libtdjson"), api_id=1, api_hash="0" * 32)
        settings = Settings(paths.settings)
        return Account(paths, settings, options, make_wire=make_wire, other_user_ids=other_user_ids)


def play(profile: Path, scenario: Callable[[Household], Awaitable[None]]) -> None:
    async def main() -> None:
        household = Household(profile)
        await household.accounts.start()
        try:
            await scenario(household)
        finally:
            await household.accounts.close()

    asyncio.run(main())


def test_a_profile_begins_with_one_account_in_its_own_folder(tmp_path: Path) -> None:
    async def scenario(household: Household) -> None:
        assert household.names == [""]
        assert household.accounts.open.paths.data == tmp_path
        await household.signed_in("", 5)

    play(tmp_path, scenario)
    play(tmp_path, scenario)
    assert not (tmp_path / "accounts").exists()


def test_another_account_has_a_folder_and_an_engine_of_its_own(tmp_path: Path) -> None:
    async def scenario(household: Household) -> None:
        first = await household.signed_in("", 5)
        second = await household.accounts.add()
        assert household.accounts.open is second
        assert second.paths.data == tmp_path / "accounts" / "2"
        assert second.paths.data.stat().st_mode & 0o077 == 0
        await household.signed_in("2", 6)
        assert household.engines[""] is not household.engines["2"]
        household.accounts.switch(first)
        assert household.accounts.open is first
        assert not household.engines["2"].is_stopped

    play(tmp_path, scenario)


def test_the_order_and_the_open_account_are_found_again(tmp_path: Path) -> None:
    async def first(household: Household) -> None:
        await household.signed_in("", 5)
        await household.accounts.add()
        await household.signed_in("2", 6)

    async def second(household: Household) -> None:
        assert household.names == ["", "2"]
        assert household.accounts.open.name == "2"
        assert list(household.engines) == ["2"]
        await household.accounts.start_others()
        assert sorted(household.engines) == ["", "2"]

    play(tmp_path, first)
    (tmp_path / "database").mkdir()
    play(tmp_path, second)


def test_accounts_are_found_by_their_folders_when_the_order_is_lost(tmp_path: Path) -> None:
    async def first(household: Household) -> None:
        await household.signed_in("", 5)
        await household.accounts.add()
        await household.signed_in("2", 6)

    async def second(household: Household) -> None:
        assert household.names == ["", "2"]
        assert household.accounts.open.name == ""

    play(tmp_path, first)
    (tmp_path / "accounts.json").write_bytes(b"\0\0")
    (tmp_path / "accounts.json.previous").unlink(missing_ok=True)
    play(tmp_path, second)


def test_closing_the_sign_in_of_a_new_account_comes_back_to_the_one_before(tmp_path: Path) -> None:
    async def scenario(household: Household) -> None:
        first = await household.signed_in("", 5)
        second = await household.accounts.add()
        household.come_to("2", PHONE_NUMBER)
        assert household.accounts.is_unused(second)
        assert not household.accounts.is_unused(first)
        await household.accounts.discard(second)
        assert household.accounts.open is first
        assert household.names == [""]
        assert household.engines["2"].is_stopped
        assert not (tmp_path / "accounts" / "2").exists()

    play(tmp_path, scenario)


def test_the_end_of_the_programme_removes_accounts_that_nobody_signed_in_to(tmp_path: Path) -> None:
    async def scenario(household: Household) -> None:
        await household.signed_in("", 5)
        await household.accounts.add()
        household.come_to("2", PHONE_NUMBER)

    play(tmp_path, scenario)
    assert not (tmp_path / "accounts" / "2").exists()


def test_a_lone_account_is_never_removed(tmp_path: Path) -> None:
    async def scenario(household: Household) -> None:
        household.come_to("", PHONE_NUMBER)
        assert not household.accounts.is_unused(household.accounts.open)
        await household.accounts.discard(household.accounts.open)
        assert household.names == [""]

    play(tmp_path, scenario)


def test_logging_one_of_two_out_leaves_the_other(tmp_path: Path) -> None:
    async def scenario(household: Household) -> None:
        first = await household.signed_in("", 5)
        second = await household.accounts.add()
        await household.signed_in("2", 6)
        household.accounts.switch(first)
        (tmp_path / "database").mkdir()
        await household.logged_out(first)
        await until(lambda: household.names == ["2"])
        assert household.accounts.open is second
        assert not household.engines["2"].is_stopped

    async def again(household: Household) -> None:
        assert household.names == ["2"]
        assert (await household.accounts.add()).paths.data == tmp_path

    play(tmp_path, scenario)
    assert not (tmp_path / "database").exists()
    assert not (tmp_path / "account.json").exists()
    play(tmp_path, again)


def test_logging_the_only_one_out_comes_to_its_sign_in(tmp_path: Path) -> None:
    async def scenario(household: Household) -> None:
        first = await household.signed_in("", 5)
        await household.logged_out(first)
        household.come_to("", PHONE_NUMBER)
        assert household.accounts.open is first
        assert isinstance(first.state, states.SigningIn)

    play(tmp_path, scenario)


def test_a_session_ended_elsewhere_leaves_its_account_and_the_others(tmp_path: Path) -> None:
    async def scenario(household: Household) -> None:
        first = await household.signed_in("", 5)
        await household.accounts.add()
        await household.signed_in("2", 6)
        household.engines[""].log("Lost authorization because of SESSION_REVOKED")
        household.engines[""].end()
        household.come_to("", PHONE_NUMBER)
        assert isinstance(first.state, states.SigningIn)
        assert first.state.ended_because == "SESSION_REVOKED"
        assert not household.accounts.is_unused(first)
        assert household.names == ["", "2"]
        assert isinstance(household.account("2").state, states.SignedIn)

    play(tmp_path, scenario)


def test_somebody_who_is_signed_in_already_is_sent_to_their_account(tmp_path: Path) -> None:
    async def scenario(household: Household) -> None:
        first = await household.signed_in("", 5)
        second = await household.accounts.add()
        engine = household.engines["2"]
        engine.answers(tf.LogOut, td.Ok())
        await household.signed_in("2", 5)
        assert household.accounts.open is first
        assert household.twins == [""]
        await until(lambda: engine.asked(tf.LogOut))
        engine.end()
        await until(lambda: second not in household.accounts.all)

    play(tmp_path, scenario)


def test_a_qr_code_is_not_for_somebody_who_is_signed_in_already(tmp_path: Path) -> None:
    async def scenario(household: Household) -> None:
        await household.signed_in("", 5)
        second = await household.accounts.add()
        household.come_to("2", PHONE_NUMBER)
        state = second.state
        assert isinstance(state, states.SigningIn)
        assert isinstance(state.step, auth.PhoneNumberStep)
        household.engines["2"].answers(tf.RequestQrCodeAuthentication, td.Ok())
        await state.step.request_qr_code()
        assert household.engines["2"].asked(tf.RequestQrCodeAuthentication)[0].other_user_ids == [5]

    play(tmp_path, scenario)
