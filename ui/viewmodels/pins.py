"""`Pins`: the pinned messages of the open chat, one at a time over the messages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Noun
from client.session import Session
from tdlib import types as td
from ui.viewmodels.message_face import summary
from ui.viewmodels.opening import Ask
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import confirmations, times
from ui.viewmodels.wording import message_actions as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 100
"""Pinned messages that are known at a time."""


@QmlElement
class Pins(QObject):
    """What is pinned, newest first; showing one goes on to the next older.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: runs what must be awaited.
        show: brings a message into view.
        ask: asks a question and calls back when the answer is yes.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        show: Callable[[int], None],
        ask: Ask,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._show = show
        self._ask = ask
        self._messages: list[td.Message] = []
        self._total = 0
        self._position = 0
        self._can_unpin = False
        self._hidden_at = 0
        self._subscription = session.changes.subscribe(Noun.CHAT, self._on_chats)

    shown = Property(bool, lambda self: self._is_shown(), notify=changed)
    count = Property(int, lambda self: self._total, notify=changed)
    position = Property(int, lambda self: self._position, notify=changed)
    title = Property(str, lambda self: wording.pinned(self._position, self._total), notify=changed)
    text = Property(str, lambda self: self._text(self._position), notify=changed)
    canUnpin = Property(bool, lambda self: self._can_unpin, notify=changed)
    lines = Property(list, lambda self: self._lines(), notify=changed)

    def start(self) -> None:
        """Asks what is pinned."""
        self._tasks.start(self._load(), on_error=lambda error: None)

    def close(self) -> None:
        """Ends following the chat."""
        self._subscription.close()

    @Slot()
    def jump(self) -> None:
        """Shows the message that the bar names, and names the next older one."""
        if self._messages:
            shown = self._position
            self._position = (shown + 1) % len(self._messages)
            self._show(self._messages[shown].id)
            self.changed.emit()

    @Slot(int)
    def jumpTo(self, index: int) -> None:
        """Shows one of the list."""
        if 0 <= index < len(self._messages):
            self._position = index
            self._show(self._messages[index].id)
            self.changed.emit()

    @Slot(int)
    def unpin(self, index: int) -> None:
        if 0 <= index < len(self._messages):
            self._tasks.start(self._session.editing.unpin(self._chat_id, self._messages[index].id))

    @Slot()
    def unpinAll(self) -> None:
        question = confirmations.unpin_all(self._total)
        self._ask(question, lambda _: self._start_unpinning())

    @Slot()
    def hide(self) -> None:
        """Takes the bar away until something else is pinned."""
        self._hidden_at = self._messages[0].id if self._messages else 0
        self.changed.emit()

    async def _load(self) -> None:
        page = await self._session.searching.in_chat(self._chat_id, limit=MOST, only=td.SearchMessagesFilterPinned())
        self._messages, self._total = list(page.messages), max(page.total_count, len(page.messages))
        self._position = min(self._position, max(0, len(self._messages) - 1))
        self.changed.emit()
        if self._messages:
            properties = await self._session.editing.properties(self._chat_id, self._messages[0].id)
            self._can_unpin = properties.can_be_pinned
            self.changed.emit()

    def _start_unpinning(self) -> None:
        self._tasks.start(self._session.editing.unpin_all(self._chat_id))

    def _on_chats(self, changes: Mapping[int, frozenset[str]]) -> None:
        if "pinned_messages" in changes.get(self._chat_id, ()):
            self._position = 0
            self.start()

    def _is_shown(self) -> bool:
        return bool(self._messages) and self._messages[0].id != self._hidden_at

    def _text(self, index: int) -> str:
        return summary(self._session, self._messages[index]) if index < len(self._messages) else ""

    def _lines(self) -> list[dict[str, str]]:
        return [
            {"text": summary(self._session, message), "time": times.in_list(message.date)} for message in self._messages
        ]
