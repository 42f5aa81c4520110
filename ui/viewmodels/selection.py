"""`MessageSelection`: messages that are marked, and what all of them allow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.session import Session
from tdlib import types as td
from ui.viewmodels.batch import Batch
from ui.viewmodels.content_kind import formatted_text
from ui.viewmodels.history import History
from ui.viewmodels.tasks import Tasks

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 100
"""Messages that can be marked at a time: as many as TDLib forwards in one go."""


@QmlElement
class MessageSelection(QObject):
    """The marked messages of a chat.

    Arguments:
        session: the signed-in account.
        chat_id: the chat.
        tasks: asks TDLib what is allowed.
        batch: does it.
    """

    changed = Signal()

    def __init__(
        self, session: Session, chat_id: int, tasks: Tasks, batch: Batch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._batch = batch
        self._history: History | None = None
        self._selected: set[int] = set()
        self._properties: dict[int, td.MessageProperties] = {}
        self._anchor: int | None = None
        batch.taken.connect(self.leave)

    count = Property(int, lambda self: len(self._selected), notify=changed)
    canCopy = Property(
        bool, lambda self: self._allows(lambda each: each.can_be_copied) and self._has_text(), notify=changed
    )
    canForward = Property(bool, lambda self: self._allows(lambda each: each.can_be_forwarded), notify=changed)
    canDelete = Property(
        bool,
        lambda self: self._allows(lambda each: each.can_be_deleted_only_for_self)
        or self._allows(lambda each: each.can_be_deleted_for_all_users),
        notify=changed,
    )
    canReport = Property(bool, lambda self: self._allows(lambda each: each.can_report_chat), notify=changed)

    def serve(self, history: History) -> None:
        """Takes the message view whose rows are marked."""
        self._history = history

    def has(self, message_id: int) -> bool:
        """Returns whether a message is marked."""
        return message_id in self._selected

    def toggle(self, message_id: int) -> None:
        """Marks a message with all that belongs to its album, or no more."""
        members = self._members(message_id)
        if members <= self._selected:
            self._take(self._selected - members)
        else:
            self._anchor = message_id
            self._take(self._selected | members)

    def toggle_one(self, message_id: int) -> None:
        """Marks one message of an album alone, or no more."""
        self._take(self._selected ^ {message_id})

    @Slot(int)
    def begin(self, index: int) -> None:
        """Lets a range begin at a row: `reach` marks what is between."""
        self._anchor = self._message_at(index)

    @Slot(int)
    def reach(self, index: int) -> None:
        """Marks every message from the row where the range began to the one at `index`, and nothing else."""
        if self._history is None or self._anchor is None:
            return
        keys = self._history.row_model.keys
        if self._anchor not in self._history.row_model or not 0 <= index < len(keys):
            return
        start = self._history.row_model.position(self._anchor)
        low, high = min(start, index), max(start, index)
        near = keys[low : high + 1] if index >= start else list(reversed(keys[low : high + 1]))
        marked = (member for key in near if isinstance(key, int) for member in self._members(key))
        self._take({member for member in marked if self._can_mark(member)})

    @Slot(result=bool)
    def leave(self) -> bool:
        """Marks nothing any more; returns whether anything was."""
        had = bool(self._selected)
        self._anchor = None
        self._take(set())
        return had

    @Slot()
    def copy(self) -> None:
        self._batch.copy(sorted(self._selected))

    @Slot()
    def forward(self) -> None:
        self._batch.forward(sorted(self._selected))

    @Slot()
    def save(self) -> None:
        self._batch.save(sorted(self._selected))

    @Slot()
    def deleteAll(self) -> None:
        self._batch.delete(sorted(self._selected))

    @Slot()
    def report(self) -> None:
        self._batch.report(sorted(self._selected))

    def _take(self, wanted: set[int]) -> None:
        wanted = set(sorted(wanted)[:MOST])
        changed = wanted ^ self._selected
        if not changed:
            return
        self._selected = wanted
        for message_id in changed:
            row = self._history.row(message_id) if self._history is not None else None
            if row is not None:
                row.select()
        self._properties = {key: value for key, value in self._properties.items() if key in wanted}
        for message_id in wanted - self._properties.keys():
            self._tasks.start(self._learn(message_id), on_error=lambda error: None)
        self.changed.emit()

    def _members(self, message_id: int) -> set[int]:
        return set(self._history.album_ids(message_id)) if self._history is not None else {message_id}

    async def _learn(self, message_id: int) -> None:
        properties = await self._session.editing.properties(self._chat_id, message_id)
        if message_id in self._selected:
            self._properties[message_id] = properties
            self.changed.emit()

    def _allows(self, test: Callable[[td.MessageProperties], bool]) -> bool:
        known = self._properties
        return bool(self._selected) and all(key in known and test(known[key]) for key in self._selected)

    def _has_text(self) -> bool:
        messages = (self._session.messages.get(self._chat_id, key) for key in self._selected)
        return any(message is not None and formatted_text(message.content) is not None for message in messages)

    def _can_mark(self, message_id: int) -> bool:
        message = self._session.messages.get(self._chat_id, message_id)
        return message is not None and message.sending_state is None

    def _message_at(self, index: int) -> int | None:
        keys = self._history.row_model.keys if self._history is not None else ()
        for key in keys[max(0, index) :]:
            if isinstance(key, int):
                return key
        return None
