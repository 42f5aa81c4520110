"""`ChatList`: the left column of the window: which list is shown, its rows, its folders and its search."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Noun
from client.stores.chat_lists import list_key
from tdlib import types as td
from ui.viewmodels.archive_line import ArchiveLine
from ui.viewmodels.arrangement import Arrangement
from ui.viewmodels.asking import Asking
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.chat_facts import ChatDescriber
from ui.viewmodels.chat_reports import ChatReports
from ui.viewmodels.chat_search import ChatSearch
from ui.viewmodels.chat_verbs import ListVerbs
from ui.viewmodels.folder_strip import FolderStrip
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.list_rows import ListRows
from ui.viewmodels.preferences import Preferences
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import chat_line, times
from ui.viewmodels.wording.names import People

if TYPE_CHECKING:
    from client.session import Session

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = 50
LARGE_PAGE = 200
OpenChat = Callable[..., None]


@QmlElement
class ChatList(QObject):
    """The chats of one account.

    Arguments:
        session: the account.
        tasks: runs what rows are asked to do.
        avatars: the account's avatars.
        people: looks names up.
        open_chat: shows a chat; takes its id, and where a message is to be shown that one's id as `message_id`.
        open_window: shows a chat in a window of its own.
        show: shows a sentence at the window's foot.
        preferences: how lists are wanted.
    """

    changed = Signal()
    selectedChanged = Signal()
    searchAsked = Signal()

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        avatars: Avatars,
        people: People,
        open_chat: OpenChat,
        open_window: Callable[[int], None],
        show: Callable[[str], None],
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._avatars = avatars
        self._people = people
        self._open_chat = open_chat
        self._open_window = open_window
        self._describer = ChatDescriber(session, people)
        self._lists: dict[td.ChatList, ListRows] = {}
        self._complete: set[td.ChatList] = set()
        self._loading: set[td.ChatList] = set()
        self._selected: int | None = None
        self._asking = Asking(self)
        self._arrangement = Arrangement(session, preferences, self)
        self._arrangement.changed.connect(self._arranged_anew)
        self._chat_reports = ChatReports(session, tasks, show, self)
        self._archive = ArchiveLine(session, people, self)
        self._folders = FolderStrip(session, self._show, self)
        self._search = ChatSearch(session, tasks, avatars, people, open_chat, self)
        self._rows = self._rows_of(td.ChatListMain())
        self._midnight = QTimer(self, singleShot=True)
        self._midnight.timeout.connect(self._day_ended)
        self._midnight.start(times.seconds_until_tomorrow() * 1000)
        self._subscriptions = [
            session.changes.subscribe(Noun.CHAT, self._chats_changed),
            session.changes.subscribe(Noun.CHAT_LIST, self._lists_changed),
            session.changes.subscribe(Noun.CHAT_ACTION, self._chats_changed),
            session.changes.subscribe(Noun.USER, self._chats_changed),
            session.changes.subscribe(Noun.SUPERGROUP, lambda _: self._rows.refresh_all()),
            session.changes.subscribe(Noun.SCOPE_NOTIFICATIONS, lambda _: self._kinds_muted()),
        ]
        self.loadMore()
        self._load(td.ChatListArchive())

    def close(self) -> None:
        """Ends following the account."""
        for part in (self._archive, self._folders, self._search, self._arrangement):
            part.close()
        for subscription in self._subscriptions:
            subscription.close()

    def select(self, chat_id: int | None) -> None:
        """Marks the chat that is open."""
        if chat_id == self._selected:
            return
        self._selected = chat_id
        for rows in self._lists.values():
            rows.select(chat_id)
        if self._arrangement.open(chat_id):
            self._rows.reorder()
        self.selectedChanged.emit()

    # What is shown.

    @Property(RowModel, notify=changed)
    def rows(self) -> RowModel[Any, Any]:
        """The rows of the list that is shown."""
        return self._rows

    @Property(FolderStrip, constant=True)
    def folders(self) -> FolderStrip:
        return self._folders

    @Property(ArchiveLine, constant=True)
    def archive(self) -> ArchiveLine:
        return self._archive

    @Property(ChatSearch, constant=True)
    def search(self) -> ChatSearch:
        return self._search

    @Property(bool, notify=changed)
    def inArchive(self) -> bool:
        return isinstance(self._rows.chat_list, td.ChatListArchive)

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        """Whether the list is empty because nothing has come yet."""
        return self._rows.rowCount() == 0 and self._rows.chat_list not in self._complete

    @Property(str, notify=changed)
    def emptyText(self) -> str:
        """What to say where the list is empty for good."""
        if self._rows.rowCount() or self._rows.chat_list not in self._complete:
            return ""
        if self._arrangement.hides:
            return chat_line.nobody_waits()
        return chat_line.empty(self._rows.chat_list)

    @Property(Arrangement, constant=True)
    def arrangement(self) -> Arrangement:
        """In which order the chats are wanted, and which of them."""
        return self._arrangement

    @Property(Asking, constant=True)
    def asking(self) -> Asking:
        """What asks before something that can't be undone."""
        return self._asking

    @Property(ChatReports, constant=True)
    def reports(self) -> ChatReports:
        """The talk with the moderators about a chat."""
        return self._chat_reports

    # What can be done.

    @Slot()
    def loadMore(self) -> None:
        """Has more chats of the list loaded, unless all are there."""
        self._load(self._rows.chat_list)

    @Slot()
    def openArchive(self) -> None:
        self._show(td.ChatListArchive())

    @Slot()
    def leaveArchive(self) -> None:
        self._show(td.ChatListMain())

    @Slot(int)
    def step(self, by: int) -> None:
        """Opens the chat `by` places below the one that is open."""
        keys = self._rows.keys
        if not keys:
            return
        position = self.selectedPosition()
        wanted = 0 if position < 0 else min(max(position + by, 0), len(keys) - 1)
        if wanted != position:
            self._open_chat(keys[wanted])

    @Slot(int)
    def chooseAt(self, position: int) -> None:
        """Shows the folder at `position`; where there are no folders, opens the pinned chat there."""
        if self._folders.any:
            self._folders.chooseAt(position)
            return
        keys = self._rows.keys
        if position < len(keys) and self._is_pinned(keys[position]):
            self._open_chat(keys[position])

    @Slot(result=int)
    def pinCount(self) -> int:
        """Returns how many of the rows that are shown are pinned; they come first."""
        pinned = set(self._rows.verbs.pinned())
        return sum(chat_id in pinned for chat_id in self._rows.keys[: len(pinned)])

    @Slot(int, int)
    def dropPin(self, position: int, gap: int) -> None:
        """Puts the pinned chat at `position` into the gap above the row `gap`, or below the last pinned one."""
        keys, count = self._rows.keys, self.pinCount()
        if 0 <= position < count and 0 <= gap <= count and count > 1:
            behind = gap == count
            self._rows.verbs.put_pin(keys[position], keys[gap - behind], behind=behind)

    @Slot(result=int)
    def selectedPosition(self) -> int:
        """Returns where the open chat stands in the list; -1 where it does not."""
        if self._selected is None or self._selected not in self._rows:
            return -1
        return self._rows.position(self._selected)

    @Property(bool, notify=selectedChanged)
    def chatOpen(self) -> bool:
        return self._selected is not None

    @Slot()
    def askSearch(self) -> None:
        """Has the search box take the focus."""
        self.searchAsked.emit()

    # How it follows the account.

    def _show(self, chat_list: td.ChatList) -> None:
        self._rows = self._rows_of(chat_list)
        self._rows.reorder()
        self._rows.refresh_all()
        self._folders.select(chat_list)
        self.changed.emit()
        self.loadMore()

    def _rows_of(self, chat_list: td.ChatList) -> ListRows:
        rows = self._lists.get(chat_list)
        if rows is None:
            verbs = ListVerbs(
                self._session,
                self._people,
                self._tasks,
                self._open_chat,
                self._open_window,
                self._asking.ask,
                self._chat_reports.begin,
                chat_list,
            )
            rows = ListRows(
                self._session, chat_list, self._describer, self._avatars, verbs, self._arrangement, self
            )
            rows.select(self._selected)
            rows.countChanged.connect(self.changed)
            self._lists[chat_list] = rows
        return rows

    def _load(self, chat_list: td.ChatList) -> None:
        if chat_list not in self._complete and chat_list not in self._loading:
            self._loading.add(chat_list)
            self._tasks.start(self._load_page(chat_list))

    async def _load_page(self, chat_list: td.ChatList) -> None:
        try:
            page = LARGE_PAGE if self._arrangement.is_active else PAGE
            if not await self._session.lists.load_more(chat_list, page):
                self._complete.add(chat_list)
        finally:
            self._loading.discard(chat_list)
            self.changed.emit()
        if self._arrangement.is_active and self._rows.chat_list == chat_list:
            # What stands first may be anywhere in Telegram's order.
            self._load(chat_list)

    def _lists_changed(self, changed: Mapping[Any, frozenset[str]]) -> None:
        if list_key(self._rows.chat_list) in changed:
            self._rows.follow()

    def _chats_changed(self, changed: Mapping[Any, frozenset[str]]) -> None:
        """The chat with a person has the person's id, so that a person's change is that chat's too."""
        self._rows.refresh(changed)
        if self._arrangement.follow(changed):
            self._rows.follow()

    def _kinds_muted(self) -> None:
        self._rows.refresh_all()
        if self._arrangement.is_active:
            self._arrangement.forget()
            self._rows.reorder()

    @Slot()
    def _arranged_anew(self) -> None:
        self._rows.reorder()
        self.changed.emit()
        self.loadMore()

    def _is_pinned(self, chat_id: int) -> bool:
        position = self._session.chat_lists.position(chat_id, self._rows.chat_list)
        return position is not None and position.is_pinned

    @Slot()
    def _day_ended(self) -> None:
        self._rows.refresh_all()
        self._midnight.start(times.seconds_until_tomorrow() * 1000)
