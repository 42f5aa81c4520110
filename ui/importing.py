"""What takes longer to import than a first frame to draw is imported beside it, on a thread of its own."""

from __future__ import annotations

import asyncio
import importlib
import os
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import TYPE_CHECKING

from client.paths import Paths

if TYPE_CHECKING:
    from client.account import Account

ACCOUNTS = "client.accounts"
"""What an account needs."""

SHOWN_ACCOUNTS = "ui.viewmodels.accounts_view"
"""What the window needs of an account."""

BESIDE = (ACCOUNTS, SHOWN_ACCOUNTS)
"""What is imported while the window opens, in the order in which it is needed."""

CHATS = "ui.viewmodels.chats_view"
"""Everything about chats: imported with the rest where somebody is signed in, else while they sign in."""


class Importing:
    """Begins to import what a start needs after its first frame.

    Arguments:
        loop: the event loop of Qt and asyncio.
        paths: the profile, which tells whether somebody is signed in.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, paths: Paths) -> None:
        self._loop = loop
        self._thread = ThreadPoolExecutor(1, "importer")
        self._begun = {name: self._begin(name) for name in BESIDE}
        if os.path.exists(paths.database) or os.path.exists(paths.order):
            self._begin(CHATS)

    async def wait_for(self, name: str) -> None:
        """Waits until `name`, one of `BESIDE`, has been imported."""
        await self._begun[name]

    def follow_sign_in(self, account: Account) -> None:
        """Imports what chats need while a person waits for a code, or for their phone to take one."""
        from client.auth import PhoneNumberStep
        from client.states import SigningIn

        if isinstance(account.state, SigningIn) and not isinstance(account.state.step, PhoneNumberStep):
            self._begin(CHATS)

    def close(self) -> None:
        """Returns when nothing is being imported any more."""
        self._thread.shutdown()

    def _begin(self, name: str) -> asyncio.Future[ModuleType]:
        return self._loop.run_in_executor(self._thread, importlib.import_module, name)
