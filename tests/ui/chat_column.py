"""A chat list over the sample account, with what a test asks of it."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Any, cast

from client.session import Session
from client.settings import Settings
from tests.ui import sample_chats as sample
from tests.ui.store_session import StoreSession
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.chat_list import ChatList
from ui.viewmodels.preferences import Preferences
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording.names import People


def preferences() -> Preferences:
    """Preferences of a new profile."""
    return Preferences(Settings(Path(tempfile.mkdtemp(prefix="heliograph-test-")) / "settings.json"))


class Column:
    """A chat list over a sample account, with what a test asks of it."""

    def __init__(self, loop: asyncio.AbstractEventLoop, *, empty: bool = False) -> None:
        self.session = StoreSession()
        self.said: list[str] = []
        self.tasks = Tasks(loop, self.said.append)
        self.preferences = preferences()
        self.windows: list[int] = []
        self.opened: list[tuple[int, int | None]] = []
        # Properties of PySide have no type of their own.
        self.list: Any = None
        if not empty:
            sample.fill(self.session)
            self.begin()

    def begin(self) -> None:
        """Makes the list."""
        self.show(cast(Session, self.session))

    def show(self, session: Session) -> None:
        """Makes the list of any session."""
        self.avatars = Avatars(session, self.tasks)
        people = People(session)
        show, windows = self.said.append, self.windows.append
        self.list = ChatList(session, self.tasks, self.avatars, people, self.open, windows, show, self.preferences)

    def open(self, chat_id: int, message_id: int | None = None) -> None:
        self.opened.append((chat_id, message_id))
        self.list.select(chat_id)

    def row(self, chat_id: int) -> Any:
        rows = self.list.rows
        return rows.row_at(rows.position(chat_id))

    def results(self) -> list[Any]:
        found = self.list.search.results
        return [found.row_at(position) for position in range(found.rowCount())]

    def verbs(self) -> list[tuple[Any, ...]]:
        quiet = ("load_more", "start")
        return [call for call in self.session.calls if call[0] not in quiet]

    def close(self) -> None:
        self.list.close()
        self.avatars.close()
