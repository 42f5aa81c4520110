"""`python -m tests.bench.updates RUNS`: updates through decoding, stores and models, with the window open."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from PySide6.QtQuick import QQuickWindow

import tdlib.client
import tdlib.starting
from client.account import Account
from client.accounts import Accounts
from client.paths import Paths
from client.start_options import StartOptions
from client.states import SignedIn
from tdlib import functions as tf
from tdlib import types as td
from tests.bench.figures import Figure, median
from tests.bench.programme import Measured, run, until
from tests.bench.turns import turns
from ui.viewmodels.chats_view import ChatsView

CHATS = 2000
COUNT = 50_000
RATE = 5_000
BEAT = 0.001

found: list[Figure] = []


class Busy(Measured):
    """Lets the replaying engine say everything at once, then at a steady rate, and watches the loop."""

    def _make_accounts(self, library: Path, proxy: td.Proxy | None) -> Accounts:
        options = StartOptions(library=library, api_id=1, api_hash="0" * 32)

        def make(paths: Paths, other_user_ids: Callable[[], list[int]]) -> Account:
            return Account(paths, self._settings, options, make_wire=self._make_wire)

        self._accounts = Accounts(self._paths, make)
        return self._accounts

    def _make_wire(self, library: Path, **callbacks: Any) -> tdlib.client.TdClient:
        self._wire = tdlib.client.TdClient(library, **callbacks)
        return self._wire

    async def measure(self, window: QQuickWindow, account: Account, chats: ChatsView) -> None:
        assert isinstance(account.state, SignedIn)
        session = account.state.session
        await until(lambda: len(session.chat_lists.ids(td.ChatListMain())) == CHATS)
        rates, stalls, longest = [], [], []
        for _ in range(int(sys.argv[1])):
            seconds, _ = await self._flood(0)
            rates.append(COUNT / seconds)
            with turns() as taken:
                stalls.append((await self._flood(RATE))[1])
            longest.append(max(taken))
        found.append(Figure(f"updates a second, {COUNT:,} mixed at once", median(rates), "/s"))
        found.append(Figure(f"worst stall of the loop at {RATE:,} a second", median(stalls) * 1000, "ms", "≤ 16"))
        found.append(Figure("… longest turn of the loop, processor time", median(longest) * 1000, "ms", "≤ 16"))

    async def _flood(self, rate: int) -> tuple[float, float]:
        """Returns the seconds until `COUNT` updates were applied, and the longest the loop kept others waiting."""
        wire = self._wire
        goal = wire.updates_applied + COUNT
        worst = 0.0
        started = last = time.perf_counter()
        wire.send(tf.AddLogMessage(text=f"{COUNT} {rate}"))
        while wire.updates_applied < goal:
            await asyncio.sleep(BEAT)
            now = time.perf_counter()
            worst, last = max(worst, now - last - BEAT), now
        return last - started, worst


def _replaying(library: Path) -> list[str]:
    return [sys.executable, "-m", "tests.bench.replay", str(CHATS)]


if __name__ == "__main__":
    tdlib.starting.engine_command = _replaying
    with ExitStack() as around:
        folder = around.enter_context(tempfile.TemporaryDirectory())
        run(Busy, ["--theme", "light", "--profile", folder], found, around)
