"""`python -m tests.bench.history RUNS`: opening chats, and scrolling through 10,000 mixed messages and back."""

from __future__ import annotations

import sys

from PySide6.QtQuick import QQuickWindow

from client.account import Account
from client.states import SignedIn
from tdlib import types as td
from tests.bench.figures import Figure, median
from tests.bench.long_history import MESSAGES, TITLE, InLongHistory, Walk, chat_named, open_at_newest, open_chat
from tests.bench.long_history import run_in_long_history as run
from tests.bench.programme import item, until
from tests.bench.turns import AIM, draw, turns
from ui.viewmodels.chats_view import ChatsView

SCROLLED = 10_000
STEP = 240.0
"""Pixels of one turn of a fast wheel."""

OPENED = 8
"""Chats that are opened in turn."""

found: list[Figure] = []


class Scrolling(InLongHistory):
    """Opens chats of the list in turn, then scrolls the longest up by 10,000 messages and down again."""

    async def measure(self, window: QQuickWindow, account: Account, chats: ChatsView) -> None:
        assert isinstance(account.state, SignedIn)
        session = account.state.session
        ids = session.chat_lists.ids
        await until(lambda: len(ids(td.ChatListMain())) > OPENED)
        long = await chat_named(session, TITLE)
        opened = [*[chat_id for chat_id in ids(td.ChatListMain()) if chat_id != long][:OPENED], long]
        for chat_id in opened:
            await open_chat(window, chats, session, chat_id)
        times: dict[int, list[float]] = {chat_id: [] for chat_id in opened}
        with turns() as taken:
            for _ in range(int(sys.argv[1])):
                for chat_id in opened:
                    times[chat_id].append(await open_chat(window, chats, session, chat_id))
        every = [one for each in times.values() for one in each]
        found.append(Figure("opening a cached chat, click to full paint", median(every) * 1000, "ms", "≤ 100"))
        found.append(Figure("… the slowest of all", max(every) * 1000, "ms"))
        found.append(Figure(f"… one of {MESSAGES:,} messages", median(times[long]) * 1000, "ms", "≤ 100"))
        found.append(Figure("… longest turn of the loop, processor time", max(taken) * 1000, "ms", AIM))

        history = await open_at_newest(window, chats, session, TITLE)
        view = item(window, "messages")
        up = Walk(view, history, -STEP, SCROLLED)
        frames = await draw(window, up)
        found.extend(frames.figures(f"scrolling up {len(up.seen):,} messages"))
        down = Walk(view, history, STEP, sys.maxsize)
        frames = await draw(window, down)
        found.extend(frames.figures("scrolling down again"))


if __name__ == "__main__":
    run(Scrolling, found)
