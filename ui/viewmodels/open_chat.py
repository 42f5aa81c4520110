"""`OpenChat`: everything of the chat that is open: header, messages, composer, verbs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.journal import ComposerJournal
from client.session import Session
from tdlib.errors import TdError
from ui.viewmodels.advertisement import Advertisement
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.chat_header import ChatHeader
from ui.viewmodels.chat_info import ChatInfo
from ui.viewmodels.composer import Composer
from ui.viewmodels.desktop import Desktop
from ui.viewmodels.history import History, Place
from ui.viewmodels.jump_calendar import JumpCalendar
from ui.viewmodels.lookup import Lookup, end_of_day
from ui.viewmodels.message_actions import MessageActions
from ui.viewmodels.pins import Pins
from ui.viewmodels.reply_keyboard import ReplyKeyboard
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.unread_jumps import UnreadJumps

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


LONGEST = 60.0
"""Seconds for which a chat that was left waits for what it has asked; then it is called off."""


@QmlElement
class OpenChat(QObject):
    """The parts of one open chat.

    Arguments:
        session: the signed-in account.
        chat_id: the chat.
        tasks: runs what must be awaited.
        avatars: the pictures of people and chats.
        desktop: the clipboard and the system's way to open things.
        journal: keeps what is typed over a crash.
        show: shows a sentence at the window's foot.
        open_chat: opens another chat, at a message if one is given.
        follow_link: opens an address.
        place: where the chat was left before, if it was.
    """

    infoChanged = Signal()

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        avatars: Avatars,
        desktop: Desktop,
        journal: ComposerJournal,
        show: Callable[[str], None],
        open_chat: Callable[[int, int | None], object],
        follow_link: Callable[[str], None],
        place: Place | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.chat_id = chat_id
        # What is under way when the chat is left still needs these objects when it ends.
        self._tasks = tasks = tasks.group()
        self._header = ChatHeader(session, chat_id, tasks, avatars, self)
        self._composer = Composer(session, chat_id, tasks, journal, desktop, show, self)
        self._actions = MessageActions(
            session, chat_id, tasks, avatars, self._composer, desktop, show, open_chat, follow_link, self
        )
        self._history = History(session, chat_id, tasks, avatars, self._actions, place, self)
        self._actions.serve(self._history)
        self._keyboard = ReplyKeyboard(session, chat_id, tasks, self._composer, show, self)
        self._session = session
        self._pins = Pins(session, chat_id, tasks, self._history.show, self._actions.questions.ask, self)
        self._jumps = UnreadJumps(session, chat_id, tasks, self._history.show, self)
        self._lookup = Lookup(session, chat_id, tasks, avatars, self._history.show, self._history.unmark, self)
        self._advertisement = Advertisement(session, chat_id, tasks, follow_link, show, self)
        self._avatars = avatars
        self._desktop = desktop
        self._open_chat = open_chat
        self._info: ChatInfo | None = None
        self._calendar = JumpCalendar(session, chat_id, tasks, self._take_day, self)
        self._composer.pointed.connect(lambda message_id: self._history.show(int(message_id)))

    header = Property(ChatHeader, lambda self: self._header, constant=True)
    history = Property(History, lambda self: self._history, constant=True)
    composer = Property(Composer, lambda self: self._composer, constant=True)
    keyboard = Property(ReplyKeyboard, lambda self: self._keyboard, constant=True)
    actions = Property(MessageActions, lambda self: self._actions, constant=True)

    pins = Property(Pins, lambda self: self._pins, constant=True)
    jumps = Property(UnreadJumps, lambda self: self._jumps, constant=True)
    lookup = Property(Lookup, lambda self: self._lookup, constant=True)
    calendar = Property(JumpCalendar, lambda self: self._calendar, constant=True)

    advertisement = Property(Advertisement, lambda self: self._advertisement, constant=True)

    info = Property(ChatInfo, lambda self: self._info, notify=infoChanged)

    @Slot()
    def toggleInfo(self) -> None:
        """Shows all about the person, group or channel beside the messages, or no more."""
        if self._info is not None:
            self._close_info()
            return
        self._lookup.close()
        self._info = ChatInfo(
            self._session,
            self.chat_id,
            self._tasks,
            self._avatars,
            self._history.show,
            self._open_user,
            self._actions.copyWords,
            self,
        )
        self.infoChanged.emit()

    def _close_info(self) -> bool:
        info, self._info = self._info, None
        if info is None:
            return False
        self.infoChanged.emit()
        info.close()
        info.deleteLater()
        return True

    def _open_user(self, user_id: int) -> None:
        self._tasks.start(self._open_private(user_id))

    async def _open_private(self, user_id: int) -> None:
        self._open_chat(await self._session.chat_verbs.private_chat(user_id), None)

    @property
    def pinned(self) -> Pins:
        """The pinned messages."""
        return self._pins

    @property
    def unread(self) -> UnreadJumps:
        """The way to mentions and reactions."""
        return self._jumps

    @property
    def messages(self) -> History:
        """The message view."""
        return self._history

    @property
    def writing(self) -> Composer:
        """The composer."""
        return self._composer

    @property
    def verbs(self) -> MessageActions:
        """What can be done with messages."""
        return self._actions

    def start(self, message_id: int | None) -> None:
        """Loads what is to be seen, with `message_id` in the middle where one is given."""
        self._tasks.start(self._history.open(message_id))
        self._pins.start()
        self._advertisement.start()

    @Slot(result=bool)
    def stepOut(self) -> bool:
        """Leaves the innermost thing that is open; returns whether there was any."""
        return self._actions.selected.leave() or self._close_aside() or self._composer.leaveContext()

    def _close_aside(self) -> bool:
        return self._lookup.close() or self._close_info()

    def _take_day(self, date: int) -> None:
        """A day of the calendar bounds the search where there is one, and is jumped to where there is none."""
        if self._lookup.is_open:
            self._lookup.until(end_of_day(date))
        else:
            self._tasks.start(self._jump_to_day(date))

    async def _jump_to_day(self, date: int) -> None:
        found = await self._session.searching.first_since(self.chat_id, date)
        if found is not None:
            self._history.show(found)

    async def close(self) -> None:
        """Ends following the chat, then goes; what is typed is kept."""
        self._close_info()
        for part in (self._header, self._keyboard, self._pins, self._jumps, self._advertisement):
            part.close()
        try:
            # The chat may be opened again before the draft has arrived: its window must be gone by then.
            ended = await asyncio.gather(self._history.close(), self._composer.close(), return_exceptions=True)
            for failure in ended:
                # The draft is in the journal; the next opening sends it.
                if isinstance(failure, BaseException) and not isinstance(failure, TdError):
                    raise failure
        finally:
            await self._tasks.finish(LONGEST)
            await self._tasks.close()
            self.deleteLater()
