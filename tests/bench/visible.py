"""`python -m tests.bench.visible RUNS`: 200 updates a second about the messages in view, while these are scrolled."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Sequence

from PySide6.QtQuick import QQuickWindow

from client.account import Account
from client.states import SignedIn
from tdlib import types as td
from tests.bench.figures import Figure
from tests.bench.long_history import TITLE, InLongHistory, open_at_newest
from tests.bench.long_history import run_in_long_history as run
from tests.bench.programme import count, item
from tests.bench.traffic import WORDS
from tests.bench.turns import draw
from ui.viewmodels.chats_view import ChatsView

RATE = 200
SECONDS = 20.0
PORTION = 0.02
STEP = 40.0
"""Pixels of a frame's scrolling."""

TURN = 12
"""Frames in one direction: not far enough to leave the messages that change."""

CHANGED = 12
"""Messages that change in turn."""

AUTHOR = "Sam Okafor"

SERVER_BITS = 20
"""TDLib's number of a message is the server's, moved by so many bits."""

found: list[Figure] = []


class Visible(InLongHistory):
    """Has the messages in view edited all the while, and scrolls them to and fro."""

    async def measure(self, window: QQuickWindow, account: Account, chats: ChatsView) -> None:
        assert isinstance(account.state, SignedIn)
        session = account.state.session
        history = await open_at_newest(window, chats, session, TITLE)
        view = item(window, "messages")
        changed = count(session, td.UpdateMessageContent)
        editing = asyncio.ensure_future(self._edit(history.ids[-CHANGED:]))
        steps = itertools.cycle([-STEP] * TURN + [STEP] * TURN)

        def step() -> bool:
            view.setProperty("contentY", view.property("contentY") + next(steps))
            return not editing.done()

        used, began = time.process_time(), time.monotonic()
        frames = await draw(window, step)
        seconds = time.monotonic() - began
        found.append(Figure(f"messages in view that change, of {RATE} a second", next(changed) / seconds, "/s"))
        found.append(Figure("… of a core", 100 * (time.process_time() - used) / seconds, "%"))
        found.extend(frames.figures("messages in view change"))

    async def _edit(self, message_ids: Sequence[int]) -> None:
        """Changes the messages in turn; the pipe is filled beside the loop."""
        numbers = itertools.cycle([message_id >> SERVER_BITS for message_id in message_ids])
        for portion in range(round(SECONDS / PORTION)):
            edited = [next(numbers) for _ in range(round(RATE * PORTION))]
            await asyncio.get_running_loop().run_in_executor(None, self._let_edit, edited, portion)
            await asyncio.sleep(PORTION)

    def _let_edit(self, numbers: Sequence[int], portion: int) -> None:
        for number in numbers:
            words = " ".join(WORDS[: 4 + (portion + number) % len(WORDS)])
            self.telegram.let(AUTHOR, "edit", TITLE, number, f"{portion}: {words}")


if __name__ == "__main__":
    run(Visible, found)
