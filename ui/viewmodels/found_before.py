"""`FoundBefore`: what the empty search box offers: people written to often, and chats that were found before."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from tdlib.errors import TdError
from ui.viewmodels.avatar import AvatarView
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.found import FoundDescriber
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.search_row import SearchRow
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording.names import People

if TYPE_CHECKING:
    from client.session import Session

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FrequentRow(QObject):
    """Somebody who is written to often."""

    def __init__(self, name: str, avatar: AvatarView, show: Callable[[], None]) -> None:
        super().__init__()
        self._name = name
        self._avatar = avatar
        self._show = show

    avatar = Property(AvatarView, lambda self: self._avatar, constant=True)
    name = Property(str, lambda self: self._name, constant=True)

    @Slot()
    def open(self) -> None:
        self._show()


@QmlElement
class FoundBefore(QObject):
    """Looked up each time the person comes to the empty box.

    Arguments:
        session: the account.
        tasks: asks TDLib.
        avatars: the account's avatars.
        people: looks names up.
        describer: words the chats.
        open_chat: shows a chat.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        avatars: Avatars,
        people: People,
        describer: FoundDescriber,
        open_chat: Callable[..., None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._avatars = avatars
        self._people = people
        self._describer = describer
        self._open_chat = open_chat
        self._begun = False
        self._recent: RowModel[int, SearchRow] = RowModel(self._recent_row, self)
        self._frequent: RowModel[int, FrequentRow] = RowModel(self._frequent_row, self)

    shown = Property(bool, lambda self: self._begun and self._has_any(), notify=changed)

    @Property(RowModel, constant=True)
    def recent(self) -> RowModel[Any, Any]:
        """The chats that were found before, the latest first."""
        return self._recent

    @Property(RowModel, constant=True)
    def frequent(self) -> RowModel[Any, Any]:
        """The people written to most, the most frequent first."""
        return self._frequent

    @Slot()
    def begin(self) -> None:
        """Takes that the person is at the box."""
        if not self._begun:
            self._begun = True
            self._tasks.start(self._load(), on_error=lambda error: None)

    @Slot()
    def end(self) -> None:
        """Takes that the person has left the box."""
        if self._begun:
            self._begun = False
            self.changed.emit()

    @Slot(int)
    def forgetRecentAt(self, position: int) -> None:
        """Takes a chat out of those found before."""
        if 0 <= position < len(self._recent.keys):
            self._tasks.start(self._session.searching.forget_found(self._recent.keys[position]))
            self._recent.remove(position)
            self.changed.emit()

    @Slot()
    def forgetAllRecent(self) -> None:
        """Empties the list of those found before."""
        self._tasks.start(self._session.searching.forget_recent())
        self._recent.set_keys([])
        self.changed.emit()

    @Slot(int)
    def forgetFrequentAt(self, position: int) -> None:
        """Takes a person out of those written to most."""
        if 0 <= position < len(self._frequent.keys):
            self._tasks.start(self._session.searching.forget_frequent(self._frequent.keys[position]))
            self._frequent.remove(position)
            self.changed.emit()

    def remember(self, chat_id: int) -> None:
        """Puts a chat that was found and opened first among those found before."""
        self._tasks.start(self._session.searching.remember(chat_id), on_error=lambda error: None)

    async def _load(self) -> None:
        searching = self._session.searching
        recent, frequent = await asyncio.gather(_or_none(searching.recent()), _or_none(searching.frequent()))
        self._recent.set_keys(recent)
        self._frequent.set_keys(frequent)
        self.changed.emit()

    def _has_any(self) -> bool:
        return bool(self._recent.keys or self._frequent.keys)

    def _recent_row(self, chat_id: int) -> SearchRow:
        facts, avatar = self._describer.chat(chat_id), self._avatars.of_chat(chat_id)
        return SearchRow(facts, avatar, lambda: self._open(chat_id))

    def _frequent_row(self, chat_id: int) -> FrequentRow:
        user_id = self._session.chats.private_user_id(chat_id)
        name = self._people.first(user_id) if user_id is not None else self._people.chat(chat_id)
        return FrequentRow(name, self._avatars.of_chat(chat_id), lambda: self._open(chat_id))

    def _open(self, chat_id: int) -> None:
        self.remember(chat_id)
        self.end()
        self._open_chat(chat_id)


async def _or_none(asking: Awaitable[list[int]]) -> list[int]:
    """One that cannot be told, such as when a person has turned it off, leaves the other."""
    try:
        return await asking
    except TdError:
        return []
