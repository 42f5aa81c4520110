"""`SharedMedia`: the photos, videos, files, links, music, voice messages and GIFs of one chat."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.session import Session
from tdlib import types as td
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.contents import picture
from ui.viewmodels.contents.picture import PictureContent
from ui.viewmodels.file_item import FileItems
from ui.viewmodels.found import FoundDescriber
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.media_row import MediaRow
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import numbers
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
        self._messages: dict[int, td.Message] = {}
        self._kind = ""
        self._next = 0
        self._asking = False
        for name, only in KINDS:
            tasks.start(self._learn_count(name, only), on_error=lambda error: None)

    rows = Property(RowModel, lambda self: self._rows, constant=True)
    tabs = Property(list, lambda self: self._tabs(), notify=changed)
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

    @Slot()
    def loadMore(self) -> None:
        if self._next and not self._asking:
            self._tasks.start(self._load(self._kind, self._next))

    def _take(self, kind: str) -> None:
        self._kind = kind
        self._messages = {}
        self._next = 0
        self._rows.set_keys([])
        self.changed.emit()
        self._tasks.start(self._load(kind, 0))

    async def _learn_count(self, name: str, only: td.SearchMessagesFilter) -> None:
        self._counts[name] = await self._session.searching.count(self._chat_id, only)
        if self._counts[name] and (not self._kind or name == "photos"):
            self._take(name)
        self.changed.emit()

    async def _load(self, kind: str, before: int) -> None:
        self._asking = True
        try:
            page = await self._session.searching.in_chat(self._chat_id, "", before, only=dict(KINDS)[kind])
        finally:
            self._asking = False
        if kind == self._kind:
            self._messages.update({message.id: message for message in page.messages})
            self._next = page.next_from_message_id
            self._rows.set_keys([(kind, message_id) for message_id in self._messages])
            self.changed.emit()

    def _make(self, key: tuple[str, int]) -> MediaRow:
        message = self._messages[key[1]]
        held = self._picture(message.content)
        facts = self._describer.in_chat(message, "")
        return MediaRow(facts, self._avatars.of_sender(message.sender_id), held, lambda: self._show(key[1]))

    def _picture(self, content: td.MessageContent) -> PictureContent | None:
        match content:
            case td.MessagePhoto():
                return picture.photo(content, self._files.item, self)
            case td.MessageVideo():
                return picture.video(content, self._files.item, self)
            case td.MessageAnimation():
                return picture.animation(content, self._files.item, self)
            case _:
                return None

    def _names(self) -> list[str]:
        return [name for name, _ in KINDS if self._counts.get(name)]

    def _tabs(self) -> list[dict[str, str]]:
        return [{"name": wording.kind(name), "count": numbers.short(self._counts[name])} for name in self._names()]
