"""A session on a fake client that serves one chat's history as TDLib does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from client.outbox import Outbox
from client.session import Session
from tdlib import functions as tf
from tdlib import types as td
from tests.client.objects import message, option
from tests.client.turning import until
from tests.helpers.fake_client import FakeClient

ME = 5


class Stage:
    """One session; `held` is what TDLib has of chat 1, oldest first.

    Attributes:
        local: how many of the newest messages TDLib has on disk.
    """

    def __init__(self, folder: Path) -> None:
        self.client = FakeClient()
        self.outbox = Outbox(folder / "outbox")
        self.session = Session(self.client, self.outbox)
        self.held: list[td.Message] = []
        self.local = 0
        self.client.always(tf.GetChatHistory, self.history)
        for kind in (tf.OpenChat, tf.CloseChat, tf.ViewMessages, tf.SendChatAction, tf.SetChatDraftMessage):
            self.client.always(kind, td.Ok())
        self.feed(option("my_id", ME))

    def hold(self, *ids: int) -> None:
        self.held = [message(each) for each in ids]

    def history(self, request: tf.GetChatHistory) -> td.Messages:
        """Answers like TDLib: without the message asked from, except where newer ones are wanted too."""
        known = self.held[len(self.held) - self.local :] if request.only_local else self.held
        newest_first = sorted(known, key=lambda each: each.id, reverse=True)
        start = request.from_message_id
        if not start:
            return td.Messages(messages=newest_first[: request.limit])
        newer = [each for each in newest_first if each.id > start]
        taken = newer[max(0, len(newer) + request.offset) :] if request.offset else []
        rest = [each for each in newest_first if (each.id <= start if request.offset else each.id < start)]
        return td.Messages(messages=(taken + rest)[: request.limit])

    def feed(self, *updates: td.TdObject) -> None:
        for update in updates:
            self.session.on_update(update)
        self.session.changes.flush()

    async def until(self, condition: Callable[[], object]) -> None:
        await until(condition)


def play(folder: Path, scenario: Callable[[Stage], Awaitable[None]]) -> None:
    async def main() -> None:
        stage = Stage(folder)
        try:
            await scenario(stage)
        finally:
            stage.session.close()

    asyncio.run(main())
