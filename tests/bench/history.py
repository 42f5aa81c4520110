"""`python -m tests.bench.history RUNS`: opening chats, and scrolling through 5,000 mixed messages."""

from __future__ import annotations

import sys

from PySide6.QtQuick import QQuickItem, QQuickWindow

from client.account import Account
from client.states import SignedIn
from client.stores.history import History
from tdlib import types as td
from tests.bench.figures import Figure, median, percentile
from tests.bench.programme import Measured, frame, item, run, until
from ui.viewmodels.chats_view import ChatsView

CHAT = "The Workshop"
MESSAGES = 5000
STEP = 240.0
"""Pixels of one turn of a fast wheel."""

OPENED = 8
"""Chats that are opened in turn."""

found: list[Figure] = []


class Scrolling(Measured):
    """Opens chats of the list in turn, then scrolls one to its 5,000th message."""

    async def measure(self, window: QQuickWindow, account: Account, chats: ChatsView) -> None:
        assert isinstance(account.state, SignedIn)
        session = account.state.session
        ids = session.chat_lists.ids
        await until(lambda: len(ids(td.ChatListMain())) > OPENED)
        opened = list(ids(td.ChatListMain()))[:OPENED]
        for chat_id in opened:
            await self._opening(window, chats, chat_id)
        runs = int(sys.argv[1])
        times = [await self._opening(window, chats, chat_id) for _ in range(runs) for chat_id in opened]
        found.append(Figure("opening a cached chat, click to full paint", median(times) * 1000, "ms", "≤ 100"))
        found.append(Figure("… the slowest of all", max(times) * 1000, "ms"))

        workshop = next(id for id in ids(td.ChatListMain()) if session.chats.title(id) == CHAT)
        await self._opening(window, chats, workshop)
        assert chats.open_chat is not None
        chats.open_chat.messages.jumpToNewest()
        await until(lambda: not session.messages.history(workshop).has_newer)
        seconds = await self._scrolling(window, session.messages.history(workshop))
        found.append(Figure(f"frame while scrolling {MESSAGES:,} messages, p50", percentile(seconds, 0.5) * 1000, "ms"))
        found.append(Figure("… p99", percentile(seconds, 0.99) * 1000, "ms", "≤ 16.7"))
        found.append(Figure("… the slowest", max(seconds) * 1000, "ms"))

    async def _opening(self, window: QQuickWindow, chats: ChatsView, chat_id: int) -> float:
        """Returns the seconds from the click to the frame in which the chat's messages are drawn."""
        chats.closeChat()
        await frame(window, lambda: None)
        seconds = await frame(window, lambda: chats.open(chat_id))
        while not _is_drawn(window):
            seconds += await frame(window, lambda: None)
        return seconds

    async def _scrolling(self, window: QQuickWindow, history: History) -> list[float]:
        """Scrolls up until `MESSAGES` messages have been in the window, whose far end is let go meanwhile."""
        view = item(window, "messages")
        seen = set(history.ids)
        seconds: list[float] = []

        def step() -> None:
            view.setProperty("contentY", max(view.property("originY"), view.property("contentY") - STEP))

        while len(seen) < MESSAGES and history.has_older:
            before, oldest = view.property("contentY"), history.ids[0]
            seconds.append(await frame(window, step))
            if view.property("contentY") == before:
                await _more_above(view, history, oldest)
            seen.update(history.ids)
        return seconds


async def _more_above(view: QQuickItem, history: History, oldest: int) -> None:
    """Waits until there is something above the view: a page has come, or the view's guess of its height has."""
    await until(
        lambda: view.property("originY") < view.property("contentY")
        or history.ids[0] < oldest
        or not history.has_older
    )


def _is_drawn(window: QQuickWindow) -> bool:
    try:
        return bool(item(window, "messages").property("count"))
    except RuntimeError:
        return False


if __name__ == "__main__":
    run(Scrolling, ["--demo", "--theme", "light", *sys.argv[2:]], found)
