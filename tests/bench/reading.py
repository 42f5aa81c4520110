"""`python -m tests.bench.reading RUNS`: the memory that reading 20,000 messages takes, and what is left of it."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path

import psutil
from PySide6.QtQuick import QQuickWindow

from client.account import Account
from client.states import SignedIn
from tdlib.memory import give_back
from tdlib.starting import ENGINE
from tests.bench.figures import Figure
from tests.bench.long_history import TITLE, InLongHistory, Walk, open_at_newest
from tests.bench.long_history import run_in_long_history as run
from tests.bench.programme import item
from tests.bench.turns import draw
from ui.viewmodels.chats_view import ChatsView

READ = 20_000
OTHER = "The Workshop"
STEP = 2_000.0
"""Pixels of a frame: some pages at once, as for somebody who holds PageUp."""

RESTED = 5.0

LET_GO = 75.0
"""Seconds after which a closed chat is gone: TDLib keeps its messages for a minute."""

found: list[Figure] = []


class Reading(InLongHistory):
    """Reads upwards in the longest chat, then goes to another one."""

    async def measure(self, window: QQuickWindow, account: Account, chats: ChatsView) -> None:
        assert isinstance(account.state, SignedIn)
        session = account.state.session
        await open_at_newest(window, chats, session, OTHER)
        before = await _memory(RESTED)
        history = await open_at_newest(window, chats, session, TITLE)
        walk = Walk(item(window, "messages"), history, -STEP, READ)
        await draw(window, walk)
        count = len(walk.seen)
        # The measurement itself would keep the messages.
        del history, walk
        read = await _memory(RESTED)
        await open_at_newest(window, chats, session, OTHER)
        after = await _memory(LET_GO)
        name = f"memory that reading {count:,} messages takes"
        found.append(Figure(f"{name} (written)", read - before, "MB", "≤ 60"))
        found.append(Figure("… what is left when the chat is closed", after - before, "MB", "nearly nothing"))


async def _memory(rested: float) -> float:
    """Returns the megabytes of this process and its engine after so many seconds and a round of the collector."""
    await asyncio.sleep(rested)
    gc.collect()
    give_back()
    this = psutil.Process()
    engines = [child for child in this.children() if ENGINE in child.cmdline()]
    return sum(_written(process.pid) for process in (this, *engines)) / 1e6


def _written(pid: int) -> int:
    """Returns the bytes that a process alone has written; what it reads of its libraries may be others' too by then."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("Private_Dirty:"))


if __name__ == "__main__":
    run(Reading, found)
