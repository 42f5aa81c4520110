"""A whole session over a `FakeClient`, with view models above it, on an event loop that turns when a test says so."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent

from client.outbox import Outbox
from client.session import Session
from tdlib import functions as tf
from tdlib import types as td
from tests.client.objects import option
from tests.helpers.fake_client import FakeClient
from ui.viewmodels.tasks import Tasks

ME = 5
TURNS = 12
"""Turns of the event loop by which whatever can go on without an answer has gone on."""

Result = TypeVar("Result")


class Failures(logging.Handler):
    """What the programme logs where a subscriber, a task or a row has failed: it goes on without them."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.noted: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.noted.append(self.format(record))


class SessionStage:
    """One account; nothing happens but within `do`.

    Attributes:
        said: what a person was told of TDLib's refusals.
    """

    def __init__(self) -> None:
        self._failures = Failures()
        logging.getLogger().addHandler(self._failures)
        self._folder = TemporaryDirectory()
        outbox = Outbox(Path(self._folder.name) / "outbox")
        self.loop = asyncio.new_event_loop()
        self.client = FakeClient()
        self.said: list[str] = []
        self.tasks = Tasks(self.loop, self.said.append)
        self.session: Session = self.do(lambda: Session(self.client, outbox))
        self.feed(option("my_id", ME))

    @property
    def failures(self) -> list[str]:
        """What has gone wrong within the programme."""
        return self._failures.noted

    def do(self, act: Callable[[], Result]) -> Result:
        """Does something on the event loop, and what follows from it."""

        async def turns() -> Result:
            result = act()
            for _ in range(TURNS):
                await asyncio.sleep(0)
            return result

        return self.loop.run_until_complete(turns())

    def feed(self, *updates: td.TdObject) -> None:
        """Applies updates as one drain does, and shows what they change."""

        def apply() -> None:
            for update in updates:
                self.session.on_update(update)
            self.session.changes.flush()

        self.do(apply)

    def answer(self, request: tf.Request[Any], answer: td.TdObject) -> None:
        """Answers one waiting request."""
        self.do(lambda: self.client.answer_one(request, answer))

    def close(self) -> None:
        """Ends the session and everything that waits."""
        self.do(self.session.close)
        self.loop.run_until_complete(self.tasks.close())
        self.loop.close()
        self._folder.cleanup()
        logging.getLogger().removeHandler(self._failures)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
