"""`Accounts`: every account of a profile, their order, and which of them is on the screen."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

import msgspec

from client.account import Account
from client.background import Background
from client.changes import Subscription
from client.kept import Kept
from client.paths import Paths
from client.states import Left, NeedsCredentials, SignedIn, SigningIn


class MakeAccount(Protocol):
    """Makes an account that has not started yet."""

    def __call__(self, paths: Paths, other_user_ids: Callable[[], list[int]]) -> Account: ...


class _Order(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is remembered of the accounts together.

    Attributes:
        order: the accounts' names; one that is missing stands behind.
        open: the name of the one on the screen.
    """

    order: tuple[str, ...] = ()
    open: str = ""


class Accounts:
    """Finds the accounts by their folders; each has an engine and stores of its own, and goes on receiving unseen.

    Arguments:
        paths: of the profile.
        make: makes an account.
        on_twin: called with the account in which somebody is signed in already, when they sign in once more.

    Attributes:
        all: in their order, at least one.
        open: the one on the screen.
    """

    def __init__(
        self, paths: Paths, make: MakeAccount, on_twin: Callable[[Account], None] = lambda account: None
    ) -> None:
        self._paths = paths
        self._make = make
        self._on_twin = on_twin
        self._background = Background()
        self._subscribers: list[Subscription] = []
        self._followed: dict[Account, Subscription] = {}
        self._clearing: set[asyncio.Future[None]] = set()
        self._order = Kept(paths.order, _Order)
        self.all = tuple(self._made(name) for name in _names(paths, self._order.values.order))
        self.open = self._named(self._order.values.open) or self.all[0]
        self._opened = [self.open]

    def subscribe(self, callback: Callable[[], None]) -> Subscription:
        """Has `callback` called whenever `all` or `open` has changed."""
        return Subscription(self._subscribers, callback)

    @property
    def before(self) -> Account:
        """The account that was on the screen before this one, or else a neighbour."""
        others = [account for account in self.all if account is not self.open]
        return next((each for each in reversed(self._opened) if each in others), [*others, self.open][0])

    async def start(self) -> None:
        """Starts the account on the screen."""
        await self.open.start()

    async def start_others(self) -> None:
        """Starts the accounts that are not on the screen."""
        for account in self.all:
            if account is not self.open and not account.has_started:
                await account.start()

    def switch(self, account: Account) -> None:
        """Puts another account on the screen."""
        if account is not self.open:
            self._change(self.all, account)

    async def add(self) -> Account:
        """Makes an account, puts its sign-in on the screen and returns it."""
        account = self._made(_new_name(self._paths, self.all))
        self._change((*self.all, account), account)
        await account.start()
        return account

    def is_unused(self, account: Account) -> bool:
        """Whether nobody was ever signed in to `account`, and it is not the only one."""
        nobody = isinstance(account.state, SigningIn | NeedsCredentials) and not account.kept.user_id
        return nobody and len(self.all) > 1

    async def discard(self, account: Account) -> None:
        """Removes an account and what this computer keeps of it; Telegram is told nothing. Not for the only one."""
        if account in self.all and len(self.all) > 1:
            self._take_away(account)
            clearing = asyncio.ensure_future(self._clear(account))
            self._clearing.add(clearing)
            clearing.add_done_callback(self._clearing.discard)
            await asyncio.shield(clearing)

    async def log_out(self, account: Account) -> None:
        """Ends the session of `account`, which then goes; the only one comes to its sign-in again.

        Raises:
            TdError
        """
        if len(self.all) > 1:
            await account.leave()
        else:
            await account.log_out()

    async def close(self) -> None:
        """Closes every account; those that nobody ever signed in to are removed."""
        self._background.close()
        for account in self.all:
            if self.is_unused(account):
                await self.discard(account)
        await asyncio.gather(*self._clearing, *(self._close(account) for account in self.all))

    # What accounts do by themselves.

    def _follow(self, account: Account) -> None:
        if account not in self.all:
            return
        if isinstance(account.state, SignedIn):
            self._part_twins(account)
        elif isinstance(account.state, Left):
            self._background.start(self.discard(account) if len(self.all) > 1 else account.start())

    def _part_twins(self, account: Account) -> None:
        """Two sessions of one person here would tell everything twice: the older one stays."""
        for other in self.all:
            if other is not account and _is_signed_in(other) and other.kept.user_id == account.kept.user_id:
                self.switch(other)
                self._background.start(account.leave())
                self._on_twin(other)
                return

    # The list.

    def _made(self, name: str) -> Account:
        def other_user_ids() -> list[int]:
            return [other.kept.user_id for other in self.all if other is not account and _is_signed_in(other)]

        account = self._make(self._paths.of_account(name), other_user_ids)
        self._followed[account] = account.subscribe(lambda: self._follow(account))
        return account

    def _named(self, name: str) -> Account | None:
        return next((account for account in self.all if account.name == name), None)

    def _take_away(self, account: Account) -> None:
        """The account that was on the screen before follows the one that goes."""
        left = tuple(each for each in self.all if each is not account)
        self._change(left, self.before if self.open is account else self.open)

    def _change(self, accounts: tuple[Account, ...], opened: Account) -> None:
        self.all = accounts
        self.open = opened
        self._opened = [*(each for each in self._opened if each in accounts and each is not opened), opened]
        self._order.set(order=tuple(account.name for account in accounts), open=opened.name)
        for subscription in tuple(self._subscribers):
            subscription.call()

    async def _clear(self, account: Account) -> None:
        await self._close(account)
        await account.erase()

    async def _close(self, account: Account) -> None:
        subscription = self._followed.pop(account, None)
        if subscription is not None:
            subscription.close()
        await account.close()


def _is_signed_in(account: Account) -> bool:
    return isinstance(account.state, SignedIn)


def _names(paths: Paths, order: Iterable[str]) -> list[str]:
    """Returns the accounts that have a folder; the profile's own where there is none."""
    found = sorted(folder.name for folder in _folders(paths.accounts))
    own = paths.of_account("")
    # A folder that may not be read is said by the account itself.
    if os.path.exists(own.database) or os.path.exists(own.account_settings):
        found = ["", *found]
    known = [name for name in dict.fromkeys(order) if name in found]
    return [*known, *(name for name in found if name not in known)] or [""]


def _folders(accounts: Path) -> list[Path]:
    try:
        return [folder for folder in accounts.iterdir() if folder.is_dir()]
    except OSError:
        return []


def _new_name(paths: Paths, accounts: Iterable[Account]) -> str:
    names = {account.name for account in accounts} | {folder.name for folder in _folders(paths.accounts)}
    if "" not in names:
        return ""
    return next(str(number) for number in range(2, len(names) + 3) if str(number) not in names)
