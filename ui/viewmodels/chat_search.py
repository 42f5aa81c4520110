"""`ChatSearch`: finds chats, people and messages while a person types."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from tdlib import types as td
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.found import FoundDescriber
from ui.viewmodels.found_before import FoundBefore
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.name_filter import NameFilter
from ui.viewmodels.search_row import SearchRow
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import search as wording
from ui.viewmodels.wording.names import People

if TYPE_CHECKING:
    from client.session import Session

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

# Milliseconds without a key before Telegram is asked.
PAUSE = 250
SHORTEST_FOR_SERVER = 2


Section = Literal["chats", "contacts", "public", "messages"]
SECTIONS: tuple[Section, ...] = ("chats", "contacts", "public", "messages")


class Found(NamedTuple):
    """The key of a result; `message_id` is 0 for a chat."""

    section: Section
    chat_id: int
    message_id: int = 0


@QmlElement
class ChatSearch(QObject):
    """What the search box shows. Chats at hand are filtered at once; Telegram is asked after a pause.

    Arguments:
        session: the account.
        tasks: asks Telegram.
        avatars: the account's avatars.
        people: looks names up.
        open_chat: shows a chat, at a message where `message_id` is given.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        avatars: Avatars,
        people: People,
        open_chat: Callable[..., None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._avatars = avatars
        self._open_chat = open_chat
        self._filter = NameFilter(session)
        self._describer = FoundDescriber(session, people)
        self._before = FoundBefore(session, tasks, avatars, people, self._describer, open_chat, self)
        self._results: RowModel[Found, SearchRow] = RowModel(self._make_row, self)
        self._results.countChanged.connect(self.changed)
        self._query = ""
        self._asking = 0
        self._sections: dict[Section, list[Found]] = {}
        self._heads: set[Found] = set()
        self._messages: dict[Found, td.Message] = {}
        self._next_offset = ""
        self._wants_first = False
        self._pause = QTimer(self, singleShot=True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)

    def close(self) -> None:
        """Ends the search."""
        self._pause.stop()

    @Property(str, notify=changed)
    def query(self) -> str:
        return self._query

    @Property(bool, notify=changed)
    def active(self) -> bool:
        """Whether results are shown in place of the chat list."""
        return self._query != ""

    @Property(bool, notify=changed)
    def searching(self) -> bool:
        """Whether more results may still come."""
        return self._is_searching()

    @Property(RowModel, constant=True)
    def results(self) -> RowModel[Any, Any]:
        return self._results

    @Property(FoundBefore, constant=True)
    def before(self) -> FoundBefore:
        """What is offered before anything is typed."""
        return self._before

    @Property(str, notify=changed)
    def emptyText(self) -> str:
        """What to say where nothing was found."""
        return (
            wording.nothing(self._query) if self._query and not self.searching and not self._results.rowCount() else ""
        )

    @Slot(str)
    def find(self, text: str) -> None:
        """Looks for `text`; empty ends the search."""
        query = " ".join(text.split())
        if query == self._query:
            return
        self._query = query
        self._sections = {}
        self._messages = {}
        self._next_offset = ""
        self._wants_first = False
        self._pause.stop()
        if query:
            self._sections["chats"] = [Found("chats", chat_id) for chat_id in self._filter.matching(query)]
        if len(query) >= SHORTEST_FOR_SERVER:
            self._pause.start()
        self._show()

    @Slot()
    def clear(self) -> None:
        self.find("")

    @Slot()
    def openFirst(self) -> None:
        """Opens the first result; one that is still looked for is opened when it comes, unless the text changes."""
        if self._results.rowCount():
            self._results.row_at(0).open()
        else:
            self._wants_first = self._is_searching()

    @Slot()
    def loadMore(self) -> None:
        """Has more messages looked for, where there are more."""
        if self._next_offset and not self._asking:
            offset, self._next_offset = self._next_offset, ""
            self._begin(self._find_messages(self._query, offset))

    def _is_searching(self) -> bool:
        return self._asking > 0 or self._pause.isActive()

    @Slot()
    def _ask(self) -> None:
        query = self._query
        self._begin(self._find_chats(query))
        self._begin(self._find_contacts(query))
        self._begin(self._find_public(query))
        self._begin(self._find_messages(query, ""))

    def _begin(self, asking: Awaitable[None]) -> None:
        self._asking += 1
        self.changed.emit()
        self._tasks.start(self._finish(asking))

    async def _finish(self, asking: Awaitable[None]) -> None:
        try:
            await asking
        finally:
            self._asking -= 1
            self._wants_first = self._wants_first and self._is_searching()
            self.changed.emit()

    async def _find_chats(self, query: str) -> None:
        found = await self._session.searching.chats(query)
        self._add(query, "chats", [Found("chats", chat_id) for chat_id in found])

    async def _find_contacts(self, query: str) -> None:
        """The chat with a person has the person's id."""
        found = await self._session.searching.contacts(query)
        self._add(query, "contacts", [Found("contacts", user_id) for user_id in found])

    async def _find_public(self, query: str) -> None:
        found = await self._session.searching.public_chats(query)
        self._add(query, "public", [Found("public", chat_id) for chat_id in found])

    async def _find_messages(self, query: str, offset: str) -> None:
        page = await self._session.searching.messages(query, offset)
        if query != self._query:
            return
        found = [Found("messages", message.chat_id, message.id) for message in page.messages]
        self._messages.update(zip(found, page.messages, strict=True))
        self._next_offset = page.next_offset
        self._add(query, "messages", found)

    def _add(self, query: str, section: Section, found: Sequence[Found]) -> None:
        if query == self._query:
            self._sections[section] = [*self._sections.get(section, []), *found]
            self._show()

    def _show(self) -> None:
        """A chat is listed once, in the first section that has it."""
        keys: list[Found] = []
        listed: set[tuple[int, int]] = set()
        heads: set[Found] = set()
        for section in SECTIONS:
            fresh = [found for found in self._sections.get(section, ()) if found[1:] not in listed]
            fresh = list(dict.fromkeys(fresh))
            listed.update(found[1:] for found in fresh)
            heads.update(fresh[:1])
            keys += fresh
        self._results.set_keys(keys)
        self._heads = heads
        for found, row in self._results.made():
            row.head(wording.heading(found.section) if found in heads else "")
            row.seek(self._query)
        self.changed.emit()
        if self._wants_first and keys:
            self.openFirst()

    def _make_row(self, found: Found) -> SearchRow:
        message = self._messages.get(found)
        facts = self._describer.chat(found.chat_id) if message is None else self._describer.message(message)
        row = SearchRow(facts, self._avatars.of_chat(found.chat_id), lambda: self._open(found))
        row.head(wording.heading(found.section) if found in self._heads else "")
        row.seek(self._query)
        return row

    def _open(self, found: Found) -> None:
        self._wants_first = False
        if found.section == "contacts":
            self._tasks.start(self._open_person(found.chat_id))
        elif found.message_id:
            self._open_chat(found.chat_id, message_id=found.message_id)
        else:
            self._before.remember(found.chat_id)
            self._open_chat(found.chat_id)

    async def _open_person(self, user_id: int) -> None:
        """The chat with somebody never written to must be made first."""
        chat_id = await self._session.searching.private_chat(user_id)
        self._before.remember(chat_id)
        self._open_chat(chat_id)
