"""Makes the home of `LivedIn` in the folder that HOME names.

python -m tests.packaging.make_lived_in LIBRARY PROXY CODE PHONE PHONE
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path

from client.account import Account
from client.accounts import Accounts
from client.paths import Paths
from client.proxy import parse_proxy
from client.settings import Settings
from client.start_options import StartOptions
from tdlib import types as td
from tests.bench.prepare import signed_in

NEIGHBOUR = "Lina Hale"
"""Whom the unsent message is for."""

UNSENT = "half a thought"

THEME = "dark"


async def main() -> None:
    library, proxy, code, *phones = sys.argv[1:]
    os.umask(0o077)
    paths = Paths()
    paths.prepare()
    settings = Settings(paths.settings)
    options = StartOptions(library=Path(library), proxy=parse_proxy(proxy), api_id=1, api_hash="0" * 32)

    def make(paths: Paths, other_user_ids: Callable[[], list[int]]) -> Account:
        return Account(paths, settings, options, other_user_ids=other_user_ids)

    settings.set(theme=THEME)
    accounts = Accounts(paths, make)
    owner = accounts.open
    await accounts.start()
    session = await signed_in(owner, phones[0], code)
    everyone = td.ChatListMain()
    while await session.lists.load_more(everyone, 100):
        pass
    chats = {session.chats.title(chat_id): chat_id for chat_id in session.chat_lists.ids(everyone)}
    owner.journal.put(chats[NEIGHBOUR], UNSENT)
    owner.journal.flush()
    await signed_in(await accounts.add(), phones[1], code)
    accounts.switch(owner)
    await accounts.close()


if __name__ == "__main__":
    asyncio.run(main())
