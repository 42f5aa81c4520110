"""`python -m tests.bench.prepare LIBRARY PROXY PROFILE PHONE CODE`: signs a profile in and loads every chat into it."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from client import auth
from client.account import Account
from client.paths import Paths
from client.proxy import parse_proxy
from client.session import Session
from client.settings import Settings
from client.start_options import StartOptions
from client.states import SignedIn, SigningIn
from tdlib import types as td

HISTORIES = 30
"""Chats whose newest messages are loaded too, as they would be in a profile that has been used."""


async def signed_in(account: Account, phone: str, code: str) -> Session:
    """Signs an account that has been started in, where nobody is, and returns the session."""
    changed = asyncio.Event()
    subscription = account.subscribe(changed.set)
    shown: object = None
    while not isinstance(account.state, SignedIn):
        state = account.state
        step = state.step if isinstance(state, SigningIn) else None
        if step is not shown and isinstance(step, auth.PhoneNumberStep):
            await step.submit(phone)
        elif step is not shown and isinstance(step, auth.CodeStep):
            await step.submit(code)
        else:
            changed.clear()
            await changed.wait()
        shown = step
    subscription.close()
    return account.state.session


async def load_everything(session: Session) -> None:
    """Loads every chat of the main list and the first histories into the local database."""
    while await session.lists.load_more(td.ChatListMain(), 100):
        pass
    for chat_id in session.chat_lists.ids(td.ChatListMain())[:HISTORIES]:
        await session.reading.open(chat_id)
        await session.reading.load_around(chat_id, None)
        await session.reading.close(chat_id)


async def main() -> None:
    library, proxy, profile, phone, code = sys.argv[1:]
    paths = Paths(Path(profile))
    options = StartOptions(library=Path(library), proxy=parse_proxy(proxy), api_id=1, api_hash="0" * 32)
    account = Account(paths, Settings(paths.settings), options)
    await account.start()
    await load_everything(await signed_in(account, phone, code))
    await account.close()


if __name__ == "__main__":
    asyncio.run(main())
