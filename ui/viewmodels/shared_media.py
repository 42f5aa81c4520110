"""`SharedMedia`: the photos, videos, files, links, music, voice messages and GIFs of one chat."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.session import Session
from tdlib import types as td
from tdlib.errors import TdError
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.contents import picture
from ui.viewmodels.file_item import FileItems
from ui.viewmodels.found import FoundDescriber
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.media_row import MediaRow
from ui.viewmodels.sparse_messages import PAGE, SparseMessages
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import numbers, times
from ui.viewmodels.wording import search as wording
from ui.viewmodels.wording.names import People

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

KINDS: tuple[tuple[str, td.SearchMessagesFilter], ...] = (
    ("photos", td.SearchMessagesFilterPhoto()),
    ("videos", td.SearchMessagesFilterVideo()),
    ("files", td.SearchMessagesFilterDocument()),
    ("links", td.SearchMessagesFilterUrl()),
    ("music", td.SearchMessagesFilterAudio()),
    ("voice", td.SearchMessagesFilterVoiceNote()),
    ("gifs", td.SearchMessagesFilterAnimation()),
)
IN_A_GRID = ("photos", "videos", "gifs")


@QmlElement
class SharedMedia(QObject):
    """Kinds with their counts, and the messages of the kind that is shown.

    Arguments:
        session: the signed-in account.
        chat_id: the chat.
        tasks: asks.
        avatars: the pictures of authors.
        show: brings a message into view.
    """

    changed = Signal()
    # A strip of tabs is made anew when they change, under the pointer and the keyboard.
    counted = Signal()

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        avatars: Avatars,
        show: Callable[[int], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._avatars = avatars
        self._show = show
        self._describer = FoundDescriber(session, People(session))
        self._files = FileItems(session, tasks, self)
        self._rows: RowModel[tuple[str, int], MediaRow] = RowModel(self._make, self)
        self._counts: dict[str, int] = {}
        self._kind = ""
        self._shown = SparseMessages(0)
        self._in_view = (0, 0)
        self._asking: asyncio.Task[None] | None = None
        self._learning: asyncio.Task[None] | None = None
        tasks.start(self._learn_counts())

    rows = Property(RowModel, lambda self: self._rows, constant=True)
    tabs = Property(list, lambda self: self._tabs(), notify=counted)
    current = Property(int, lambda self: self._names().index(self._kind) if self._kind else -1, notify=changed)
    inGrid = Property(bool, lambda self: self._kind in IN_A_GRID, notify=changed)

    def close(self) -> None:
        """Ends following the files."""
        self._files.close()

    @Slot(int)
    def choose(self, tab: int) -> None:
        """Shows a kind, by its place in `tabs`."""
        names = self._names()
        if 0 <= tab < len(names) and names[tab] != self._kind:
            self._take(names[tab])

    @Slot(int, int)
    def look(self, first: int, last: int) -> None:
        """Loads what stands in the rows from `first` to `last`, which are in view."""
        self._in_view = (first, last)
        if self._asking is None and self._shown.next_page(first, last) is not None:
            self._asking = self._tasks.start(self._load(self._kind, self._shown))

    @Slot(int, result=str)
    def month(self, row: int) -> str:
        """Returns about when the message in a row was sent, such as "March 2026"; empty where it is not known."""
        date = self._shown.date(row) if 0 <= row < self._shown.count else 0
        return times.month(date) if date else ""

    def _take(self, kind: str) -> None:
        self._show_all(kind, SparseMessages(self._counts[kind]))
        if self._counts[kind] > PAGE:
            learning = self._learn_positions(kind, self._shown)
            self._learning = self._tasks.start(learning, on_error=lambda error: None)

    def _show_all(self, kind: str, messages: SparseMessages) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
        self._kind, self._shown = kind, messages
        self._rows.reset([])
        self._rows.reset([(kind, place) for place in range(messages.count)])
        self.changed.emit()

    async def _learn_counts(self) -> None:
        """Learns them all before the tabs are shown: tabs that come one by one would move under the pointer."""
        counts = await asyncio.gather(*(self._count(only) for _, only in KINDS))
        self._counts = {name: count for (name, _), count in zip(KINDS, counts, strict=True) if count}
        self.counted.emit()
        if self._counts:
            self._take(next(iter(self._counts)))

    async def _count(self, only: td.SearchMessagesFilter) -> int:
        try:
            return await self._session.searching.count(self._chat_id, only)
        except TdError:
            # A kind that this chat can't be asked for, such as links of a secret chat, has no tab.
            return 0

    async def _learn_positions(self, kind: str, shown: SparseMessages) -> None:
        """Learns where messages stand, so that what is far from the beginning is loaded without all before it."""
        positions = await self._session.searching.positions(self._chat_id, dict(KINDS)[kind])
        if shown is self._shown:
            shown.learn(positions.positions)
            self.look(*self._in_view)

    async def _load(self, kind: str, shown: SparseMessages) -> None:
        """Loads page after page until what is in view is there."""
        try:
            while (page := shown.next_page(*self._in_view)) is not None:
                if self._learning is not None and self._in_view[0] >= PAGE:
                    # What is far is reached from what stands near it, not through all before it.
                    await asyncio.wait({self._learning})
                    self._learning = None
                    continue
                await self._load_page(kind, shown, *page)
        finally:
            if shown is self._shown:
                self._asking = None

    async def _load_page(self, kind: str, shown: SparseMessages, place: int, message_id: int) -> None:
        shown.asked(place)
        try:
            page = await self._session.searching.in_chat(
                self._chat_id, "", message_id, PAGE, only=dict(KINDS)[kind], inclusive=message_id != 0
            )
        except BaseException:
            shown.failed(place)
            raise
        for at in shown.take(place, page.messages):
            row = self._rows.row((kind, at))
            if row is not None:
                self._fill(row, at)

    def _make(self, key: tuple[str, int]) -> MediaRow:
        row = MediaRow(lambda: self._open(key[1]))
        self._fill(row, key[1])
        return row

    def _fill(self, row: MediaRow, place: int) -> None:
        message = self._shown.get(place)
        if message is not None:
            avatar = self._avatars.of_sender(message.sender_id)
            content = picture.shared(message.content, self._files.item, self)
            row.take(self._describer.in_chat(message, ""), avatar, content)

    def _open(self, place: int) -> None:
        message = self._shown.get(place)
        if message is not None:
            self._show(message.id)

    def _names(self) -> list[str]:
        return list(self._counts)

    def _tabs(self) -> list[dict[str, str]]:
        return [{"name": wording.kind(name), "count": numbers.short(self._counts[name])} for name in self._names()]
