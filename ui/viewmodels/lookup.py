"""`Lookup`: looks for messages within the open chat, by words, author, kind and day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Property, QDateTime, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from client.session import Session
from tdlib import types as td
from ui.viewmodels import authors, shared_media
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.found import FoundDescriber
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.marked import places
from ui.viewmodels.message_face import Marked
from ui.viewmodels.search_row import SearchRow
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import search as wording
from ui.viewmodels.wording.names import People

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

PAUSE = 250
"""Milliseconds without a key before the server is asked."""

KINDS: tuple[tuple[str, td.SearchMessagesFilter | None], ...] = (
    ("any", None),
    *shared_media.KINDS,
    ("mentions", td.SearchMessagesFilterMention()),
)


@QmlElement
class Lookup(QObject):
    """A search in one chat with the result that is shown.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: runs what must be awaited.
        avatars: the pictures of authors.
        show: brings a message into view, where the parts of its text that are found stand out.
        unmark: has them stand out no more.
    """

    changed = Signal()
    # The field is to take the keyboard.
    asked = Signal()

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        avatars: Avatars,
        show: Callable[[int, Marked], None],
        unmark: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._avatars = avatars
        self._show = show
        self._unmark = unmark
        self._describer = FoundDescriber(session, People(session))
        self._results: RowModel[tuple[int, int], SearchRow] = RowModel(self._make, self)
        self._messages: dict[int, td.Message] = {}
        self._open = False
        self._query = ""
        self._kind = 0
        self._people: list[td.MessageSender] = []
        self._sender: td.MessageSender | None = None
        self._until = 0
        self._total = 0
        self._next = 0
        self._current = -1
        self._search = 0
        self._asking = False
        self._pause = QTimer(self, singleShot=True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._start)

    open = Property(bool, lambda self: self._open, notify=changed)
    query = Property(str, lambda self: self._query, notify=changed)
    results = Property(RowModel, lambda self: self._results, constant=True)
    current = Property(int, lambda self: self._current, notify=changed)
    count = Property(str, lambda self: self._count(), notify=changed)
    emptyText = Property(str, lambda self: self._empty(), notify=changed)
    kind = Property(int, lambda self: self._kind, notify=changed)
    kinds = Property(list, lambda self: [wording.kind(name) for name, _ in KINDS], constant=True)
    people = Property(list, lambda self: self._names(), notify=changed)
    author = Property(str, lambda self: self._sender_name(), notify=changed)
    day = Property(str, lambda self: wording.until(self._until) if self._until else "", notify=changed)
    searching = Property(bool, lambda self: self._asking, notify=changed)

    @property
    def is_open(self) -> bool:
        """Whether somebody looks for something."""
        return self._open

    @Slot()
    def start(self) -> None:
        """Opens the search, or takes the keyboard back to its field."""
        if not self._open:
            self._open = True
            self._tasks.start(self._learn_people(), on_error=lambda error: None)
        self.changed.emit()
        self.asked.emit()

    @Slot(result=bool)
    def close(self) -> bool:
        """Ends the search; returns whether it was open."""
        had, self._open = self._open, False
        self._pause.stop()
        self._query, self._kind, self._sender, self._until = "", 0, None, 0
        self._clear()
        return had

    @Slot(str)
    def find(self, text: str) -> None:
        self._query = " ".join(text.split())
        self._pause.start()
        self.changed.emit()

    @Slot(int)
    def choose(self, kind: int) -> None:
        """Looks for one kind of messages, by its place in `kinds`."""
        self._kind = kind
        self._start()

    @Slot(int)
    def by(self, person: int) -> None:
        """Looks for messages of one person, by the place in `people`; -1 for anybody."""
        self._sender = self._people[person] if 0 <= person < len(self._people) else None
        self._start()

    def until(self, date: int) -> None:
        """Looks for what was written before a Unix time; 0 for all."""
        self._until = date
        self._start()

    @Slot()
    def forgetDay(self) -> None:
        self.until(0)

    @Slot(int)
    def step(self, by: int) -> None:
        """Shows the result `by` places further down, which is older."""
        wanted = self._current + by
        if 0 <= wanted < self._results.rowCount():
            self._show_result(wanted)
        if wanted >= self._results.rowCount() - 2:
            self.loadMore()

    @Slot()
    def loadMore(self) -> None:
        if self._next and not self._asking:
            self._tasks.start(self._page(self._search, self._next))

    # How it asks.

    @Slot()
    def _start(self) -> None:
        self._pause.stop()
        self._clear()
        if self._query or self._kind or self._sender is not None or self._until:
            self._tasks.start(self._first_page(self._search))

    def _clear(self) -> None:
        self._search += 1
        self._messages = {}
        self._results.set_keys([])
        self._total = self._next = 0
        self._current = -1
        self._asking = False
        self._unmark()
        self.changed.emit()

    async def _first_page(self, search: int) -> None:
        before = 0
        if self._until:
            before = await self._session.searching.first_since(self._chat_id, self._until) or 0
        await self._page(search, before)
        if search == self._search and self._results.rowCount():
            self._show_result(0)

    async def _page(self, search: int, before: int) -> None:
        if search != self._search:
            return
        self._asking = True
        self.changed.emit()
        try:
            page = await self._session.searching.in_chat(
                self._chat_id, self._query, before, only=KINDS[self._kind][1], sender=self._sender
            )
        finally:
            if search == self._search:
                self._asking = False
                self.changed.emit()
        if search != self._search:
            return
        found = [each for each in page.messages if not self._until or each.date < self._until]
        self._messages.update({message.id: message for message in found})
        self._total = page.total_count
        self._next = page.next_from_message_id
        self._results.set_keys([(search, message_id) for message_id in self._messages])
        self.changed.emit()

    def _show_result(self, index: int) -> None:
        self._current = index
        self._show(self._results.keys[index][1], partial(places, words=self._query))
        self.changed.emit()

    # What it says.

    def _make(self, key: tuple[int, int]) -> SearchRow:
        message = self._messages[key[1]]
        facts = self._describer.in_chat(message, self._query)
        avatar = self._avatars.of_sender(message.sender_id)
        return SearchRow(facts, avatar, lambda: self._show_result(self._results.position(key)))

    def _count(self) -> str:
        if self._current < 0:
            return ""
        return wording.position(self._current + 1, max(self._total, self._results.rowCount()))

    def _empty(self) -> str:
        is_asked = self._query or self._kind or self._sender is not None or self._until
        if not is_asked or self._asking or self._pause.isActive() or self._results.rowCount():
            return ""
        return wording.nothing(self._query) if self._query else wording.nothing_of_kind()

    async def _learn_people(self) -> None:
        """In a chat with members, whose messages one may look for."""
        chat = self._session.chats.get(self._chat_id)
        if chat is None or not authors.are_several(chat.type):
            return
        members = await self._session.searching.members(self._chat_id, limit=100)
        self._people = [member.member_id for member in members]
        self.changed.emit()

    def _names(self) -> list[str]:
        return [authors.author(self._session, sender).name for sender in self._people]

    def _sender_name(self) -> str:
        return authors.author(self._session, self._sender).name if self._sender is not None else ""


def end_of_day(date: int) -> int:
    """Returns the Unix time at which the local day of `date` ends."""
    return QDateTime.fromSecsSinceEpoch(date).date().addDays(1).startOfDay().toSecsSinceEpoch()


