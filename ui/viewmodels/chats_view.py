"""`ChatsView`: the page of a signed-in account: the list of chats and the chat that is open."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Noun
from client.journal import ComposerJournal
from client.session import Session
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.chat_list import ChatList
from ui.viewmodels.desktop import Desktop
from ui.viewmodels.following import Ask, Following
from ui.viewmodels.forwarding import Forwarding
from ui.viewmodels.history import History, Place
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.local_data_line import LocalDataLine
from ui.viewmodels.open_chat import OpenChat
from ui.viewmodels.own_windows import OwnWindows
from ui.viewmodels.preferences import Preferences
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.unsent import UnsentList
from ui.viewmodels.wording import connection
from ui.viewmodels.wording.names import People

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


OpenAt = Callable[[int, int | None], object]


@QmlElement
class ChatsView(QObject):
    """The chats of one account.

    Arguments:
        session: the signed-in account.
        tasks: runs what must be awaited.
        desktop: the clipboard and the system's way to open things.
        journal: keeps what is typed over a crash.
        show: shows a sentence at the window's foot.
        ask: asks a question over the window.
        offer_proxy: takes the link of a proxy.
        preferences: how lists are wanted.
    """

    openChanged = Signal()
    connectionChanged = Signal()
    choosingChanged = Signal()
    # The person has come to a chat's own window or left it.
    attended = Signal()
    # What was asked for in a chat's own window is shown in the main one.
    wanted = Signal()
    # The chat that is open was asked for again.
    reopened = Signal()

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        desktop: Desktop,
        journal: ComposerJournal,
        show: Callable[[str], None],
        ask: Ask,
        offer_proxy: Callable[[str], None],
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._all_tasks = tasks
        self._tasks = tasks = tasks.group()
        self._desktop = desktop
        self._journal = journal
        self._show = show
        self._active = True
        self._closed = False
        self._avatars = Avatars(session, tasks, self)
        self._list = ChatList(
            session, tasks, self._avatars, People(session), self.open, self.open_window, show, preferences, self
        )
        self._chat: OpenChat | None = None
        self._windows = OwnWindows(self._make_for_window, self._end, desktop, self)
        self._windows.attended.connect(self.attended)
        self._closing: set[asyncio.Task[None]] = set()
        self._local_data = LocalDataLine(session, self)
        self._unsent = UnsentList(session, self._tasks, desktop, self)
        self._places: dict[int, Place] = {}
        self._following = Following(session, tasks, desktop, show, ask, offer_proxy, self._opened, self)
        self._following.changed.connect(self.choosingChanged)
        self._subscription = session.changes.subscribe(Noun.CONNECTION, self._on_connection)

    localData = Property(LocalDataLine, lambda self: self._local_data, constant=True)
    unsent = Property(UnsentList, lambda self: self._unsent, constant=True)
    list = Property(ChatList, lambda self: self._list, constant=True)
    chat = Property(OpenChat, lambda self: self._chat, notify=openChanged)
    history = Property(History, lambda self: self._chat.messages if self._chat else None, notify=openChanged)
    windows = Property(RowModel, lambda self: self._windows.rows, constant=True)
    choosing = Property(Forwarding, lambda self: self._following.choosing, notify=choosingChanged)
    connectionText = Property(
        str, lambda self: connection.line(self._session.connection.state), notify=connectionChanged
    )

    @property
    def open_chat(self) -> OpenChat | None:
        """The chat that is open."""
        return self._chat

    @property
    def chat_list(self) -> ChatList:
        """The list of chats."""
        return self._list

    def has_in_view(self, chat_id: int) -> bool:
        """Returns whether the person looks at a chat."""
        if self._windows.has_in_view(chat_id):
            return True
        return self._active and self._chat is not None and self._chat.chat_id == chat_id

    @property
    def is_attended_elsewhere(self) -> bool:
        """Whether the person is at a chat's own window."""
        return self._windows.is_attended

    def open(self, chat_id: int, message_id: int | None = None) -> None:
        """Shows a chat, as it was left or at its unread messages, or with `message_id` in the middle."""
        if self._windows.bring(chat_id, message_id):
            return
        if self._chat is not None and self._chat.chat_id == chat_id:
            if message_id is not None:
                self._chat.messages.show(message_id)
            else:
                self.reopened.emit()
            return
        self._leave()
        place = self._places.pop(chat_id, None) if message_id is None else None
        chat = self._make(chat_id, self._show, self.open, place)
        chat.messages.activate(self._active)
        self._chat = chat
        self._list.select(chat_id)
        self.openChanged.emit()
        chat.start(message_id)

    def open_window(self, chat_id: int) -> None:
        """Shows a chat in a window of its own, which it leaves the main one for."""
        if self._windows.bring(chat_id, None):
            return
        if self._chat is not None and self._chat.chat_id == chat_id:
            self.closeChat()
        self._windows.open(chat_id)

    @property
    def following(self) -> Following:
        """Opens links and takes files."""
        return self._following

    def reopen(self, chat_id: int) -> None:
        """Shows the chat that was open before, unless it is gone or another is opened meanwhile."""
        self._tasks.start(self._reopen(chat_id), on_error=lambda error: None)

    @Slot()
    def closeChat(self) -> None:
        """Shows no chat."""
        if self._chat is not None:
            self._leave()
            self._list.select(None)
            self.openChanged.emit()

    @Slot()
    def stepOut(self) -> None:
        """Leaves the innermost thing that can be left: a question of the composer, a selection, the chat."""
        if self._chat is not None and not self._chat.stepOut():
            self.closeChat()

    @Slot(bool)
    def activate(self, active: bool) -> None:
        """Says whether the window has the person's attention."""
        self._active = active
        if self._chat is not None:
            self._chat.messages.activate(active)

    @Slot(QObject)
    def bringToFront(self, window: QObject) -> None:
        """Shows a window in front of the others."""
        self._desktop.bring_to_front(window)

    def close(self) -> None:
        """Ends following the account, then goes; what is typed is kept."""
        self._closed = True
        self._leave()
        self._windows.close()
        self._subscription.close()
        self._local_data.close()
        self._unsent.close()
        self._following.close()
        self._list.close()
        self._avatars.close()
        self._all_tasks.start(self._go())

    def _opened(self, chat_id: int, message_id: int | None) -> OpenChat:
        self._open_from_window(chat_id, message_id)
        chat = self._windows.chat(chat_id) or self._chat
        assert chat is not None
        return chat

    def _open_from_window(self, chat_id: int, message_id: int | None) -> None:
        """Opens a chat, and brings the main window to the person where they are at another one."""
        self.open(chat_id, message_id)
        if self._windows.is_attended and self._windows.chat(chat_id) is None:
            self.wanted.emit()

    def _make_for_window(self, chat_id: int, show: Callable[[str], None]) -> OpenChat:
        return self._make(chat_id, show, self._open_from_window, self._places.pop(chat_id, None))

    def _make(
        self, chat_id: int, show: Callable[[str], None], open_chat: OpenAt, place: Place | None
    ) -> OpenChat:
        return OpenChat(
            self._session,
            chat_id,
            self._tasks,
            self._avatars,
            self._desktop,
            self._journal,
            show,
            open_chat,
            self._following.follow,
            place,
            self,
        )

    async def _reopen(self, chat_id: int) -> None:
        await self._session.lists.know(chat_id)
        if self._chat is None and not self._closed:
            self.open(chat_id)

    async def _go(self) -> None:
        """Goes after the chats, which still close, and everything else that would find this view gone."""
        try:
            await asyncio.gather(*self._closing, return_exceptions=True)
            await self._tasks.close()
        finally:
            self.deleteLater()

    def _leave(self) -> None:
        chat, self._chat = self._chat, None
        if chat is not None:
            self._end(chat)

    def _end(self, chat: OpenChat) -> None:
        place = chat.messages.leave()
        if place is not None:
            self._places[chat.chat_id] = place
        closing = self._tasks.start(chat.close())
        self._closing.add(closing)
        closing.add_done_callback(self._closing.discard)

    def _on_connection(self, changes: Mapping[object, frozenset[str]]) -> None:
        self.connectionChanged.emit()
