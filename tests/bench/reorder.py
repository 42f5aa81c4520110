"""`python -m tests.bench.reorder RUNS`: a list of 10,000 chats in which 300 a second come to the top."""

from __future__ import annotations

import asyncio
import itertools
import random
import tempfile
import time
from contextlib import ExitStack
from typing import Any

from PySide6.QtQuick import QQuickWindow

from client.account import Account
from client.states import SignedIn
from tdlib import types as td
from tests.bench.figures import Figure
from tests.bench.programme import Measured, count, run, until
from tests.bench.telegram import LocalTelegram, local_telegram
from tests.bench.turns import draw
from ui.viewmodels.chats_view import ChatsView

CHATS = 10_000
RATE = 300
SECONDS = 20.0
PORTION = 0.02
"""Seconds between two portions of messages."""

ME = "Robin Hale"

found: list[Figure] = []


class Reordered(Measured):
    """Has people write all the while, and watches frames, the loop and the processor."""

    telegram: LocalTelegram

    async def measure(self, window: QQuickWindow, account: Account, chats: ChatsView) -> None:
        assert isinstance(account.state, SignedIn)
        session = account.state.session
        while await session.lists.load_more(td.ChatListMain(), 100):
            pass
        listed = len(session.chat_lists.ids(td.ChatListMain()))
        rows: Any = chats.chat_list.rows
        await until(lambda: len(rows.keys) == listed)
        writing = asyncio.ensure_future(self._write())
        moved = count(session, td.UpdateChatLastMessage)
        used, began = time.process_time(), time.monotonic()
        frames = await draw(window, lambda: not writing.done())
        seconds = time.monotonic() - began
        found.append(Figure(f"chats in the list that reorders at {RATE} a second", listed, "chats"))
        found.append(Figure("… of which so many came", next(moved) / seconds, "/s"))
        found.append(Figure("… of a core", 100 * (time.process_time() - used) / seconds, "%", "≤ 60"))
        found.extend(frames.figures("the list reorders"))
        await writing

    async def _write(self) -> None:
        """Has the people of the list write, each in turn; the pipe is filled beside the loop."""
        chance = random.Random(1)
        for number in itertools.count():
            if number * PORTION >= SECONDS:
                return
            people = [f"99967{chance.randrange(CHATS):06d}" for _ in range(round(RATE * PORTION))]
            await asyncio.get_running_loop().run_in_executor(None, self._let_write, people, number)
            await asyncio.sleep(PORTION)

    def _let_write(self, people: list[str], number: int) -> None:
        for person in people:
            self.telegram.let(person, "send", ME, f"This is portion {number} of what people say")


if __name__ == "__main__":
    with ExitStack() as around:
        Reordered.telegram = around.enter_context(local_telegram(chats=CHATS))
        profile = around.enter_context(tempfile.TemporaryDirectory())
        Reordered.telegram.prepare(profile)
        run(Reordered, Reordered.telegram.command_line(profile), found, around)
