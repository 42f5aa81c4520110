"""`UnreadJumps`: the way to mentions and reactions that were not seen yet."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Noun
from client.session import Session
from tdlib import types as td
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import numbers

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class UnreadJumps(QObject):
    """Counts of one chat, and steps from the oldest on.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: runs what must be awaited.
        show: brings a message into view, by which it counts as seen.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        show: Callable[[int], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._show = show
        self._subscription = session.changes.subscribe(Noun.CHAT, self._on_chats)

    mentions = Property(str, lambda self: self._count("unread_mention_count"), notify=changed)
    reactions = Property(str, lambda self: self._count("unread_reaction_count"), notify=changed)

    def close(self) -> None:
        """Ends following the chat."""
        self._subscription.close()

    @Slot()
    def nextMention(self) -> None:
        self._tasks.start(self._jump(td.SearchMessagesFilterUnreadMention(), self._session.reading.read_mentions))

    @Slot()
    def nextReaction(self) -> None:
        self._tasks.start(self._jump(td.SearchMessagesFilterUnreadReaction(), self._session.reading.read_reactions))

    @Slot()
    def readMentions(self) -> None:
        self._tasks.start(self._session.reading.read_mentions(self._chat_id))

    @Slot()
    def readReactions(self) -> None:
        self._tasks.start(self._session.reading.read_reactions(self._chat_id))

    async def _jump(self, only: td.SearchMessagesFilter, read_all: Callable[[int], Awaitable[None]]) -> None:
        page = await self._session.searching.in_chat(self._chat_id, limit=100, only=only)
        if not page.messages:
            # The count is of messages that are gone: nothing is left to be seen.
            await read_all(self._chat_id)
            return
        oldest = page.messages[-1].id
        self._show(oldest)
        await self._session.reading.view(self._chat_id, [oldest], force_read=True)

    def _count(self, field: str) -> str:
        chat = self._session.chats.get(self._chat_id)
        return numbers.badge(getattr(chat, field)) if chat is not None else ""

    def _on_chats(self, changes: Mapping[int, frozenset[str]]) -> None:
        if self._chat_id in changes:
            self.changed.emit()
