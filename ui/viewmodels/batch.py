"""`Batch`: what is done with one or several messages at a time: copy, forward, save, delete, report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from client.session import Session
from tdlib import types as td
from ui.viewmodels import authors
from ui.viewmodels.content_kind import formatted_text
from ui.viewmodels.desktop import Desktop
from ui.viewmodels.forwarding import Forwarding
from ui.viewmodels.history import History
from ui.viewmodels.opening import Ask
from ui.viewmodels.reporting import Answer, Reporting
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import message_actions as wording
from ui.viewmodels.wording.links import forward_to

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Batch(QObject):
    """Verbs that take messages of one chat.

    Arguments:
        session: the signed-in account.
        chat_id: the chat.
        tasks: runs what must be awaited.
        desktop: has the clipboard.
        show: shows a sentence at the window's foot.
        ask: asks a question and calls back when the answer is yes.
    """

    changed = Signal()
    # A verb has taken the messages: they need to be selected no longer.
    taken = Signal()

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        desktop: Desktop,
        show: Callable[[str], None],
        ask: Ask,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._desktop = desktop
        self._show = show
        self._ask = ask
        self._history: History | None = None
        self._forwarding: Forwarding | None = None
        self._reporting: Reporting | None = None

    forwarding = Property(Forwarding, lambda self: self._forwarding, notify=changed)
    reporting = Property(Reporting, lambda self: self._reporting, notify=changed)

    def serve(self, history: History) -> None:
        """Takes the message view, which knows what belongs to an album."""
        self._history = history

    def whole(self, message_ids: Sequence[int]) -> list[int]:
        """Returns `message_ids` with all that belongs to their albums."""
        if self._history is None:
            return list(message_ids)
        return sorted({member for message_id in message_ids for member in self._history.album_ids(message_id)})

    def copy(self, message_ids: Sequence[int]) -> None:
        """Copies the text; that of several messages with names and times."""
        text = self._as_text(message_ids)
        if text:
            self._desktop.copy(text)
            self._show(wording.copied())
            self.taken.emit()

    def forward(self, message_ids: Sequence[int]) -> None:
        """Asks for a chat and forwards there (forwardMessages)."""
        self._forwarding = Forwarding(
            self._session, lambda chat_id: self._forward_to(chat_id, message_ids), forward_to(), self
        )
        self.changed.emit()

    def save(self, message_ids: Sequence[int]) -> None:
        """Forwards to Saved Messages."""
        self._tasks.start(self._save(message_ids))

    def delete(self, message_ids: Sequence[int]) -> None:
        """Deletes after a question that says for whom (deleteMessages)."""
        self._tasks.start(self._ask_to_delete(message_ids))

    def report(self, message_ids: Sequence[int]) -> None:
        """Reports to the moderators of Telegram, who ask what for (reportChat)."""
        ask = partial(self._session.editing.report, self._chat_id, list(message_ids))
        self._reporting = Reporting(self._tasks, ask, self._reported, self)
        self.changed.emit()

    def _as_text(self, message_ids: Sequence[int]) -> str:
        messages = [self._session.messages.get(self._chat_id, message_id) for message_id in message_ids]
        told = [
            (message, text.text)
            for message in messages
            if message is not None and (text := formatted_text(message.content)) is not None
        ]
        if len(told) == 1:
            return told[0][1]
        named = [(authors.author(self._session, message.sender_id).name, message.date, text) for message, text in told]
        return wording.several(named)

    def _forward_to(self, chat_id: int | None, message_ids: Sequence[int]) -> None:
        if self._forwarding is not None:
            self._forwarding.deleteLater()
        self._forwarding = None
        self.changed.emit()
        if chat_id is not None:
            self.taken.emit()
            self._tasks.start(self._send_forward(chat_id, message_ids))

    async def _send_forward(self, chat_id: int, message_ids: Sequence[int]) -> None:
        await self._session.sending.forward(chat_id, self._chat_id, list(message_ids))
        self._show(wording.forwarded(authors.chat(self._session, chat_id).name))

    async def _save(self, message_ids: Sequence[int]) -> None:
        saved = await self._session.chat_verbs.private_chat(self._session.me_id)
        await self._session.sending.forward(saved, self._chat_id, list(message_ids))
        self._show(wording.saved(len(message_ids)))
        self.taken.emit()

    async def _ask_to_delete(self, message_ids: Sequence[int]) -> None:
        allowed = [await self._session.editing.properties(self._chat_id, message_id) for message_id in message_ids]
        if not allowed:
            return
        for_all = all(properties.can_be_deleted_for_all_users for properties in allowed)
        for_self = all(properties.can_be_deleted_only_for_self for properties in allowed)
        if not for_all and not for_self:
            self._show(wording.cannot_delete(len(allowed)))
            return
        chat = self._session.chats.get(self._chat_id)
        private = chat is not None and isinstance(chat.type, td.ChatTypePrivate)
        other = authors.chat(self._session, self._chat_id).name if private else ""
        question = wording.delete(len(allowed), for_self=for_self, for_all=for_all, other=other)
        always = for_all and not for_self
        self._ask(question, lambda also: self._delete(message_ids, also or always))

    def _delete(self, message_ids: Sequence[int], for_all: bool) -> None:
        self.taken.emit()
        self._tasks.start(self._session.editing.delete(self._chat_id, list(message_ids), for_all))

    def _reported(self, answer: Answer | None) -> None:
        if self._reporting is not None:
            self._reporting.deleteLater()
        self._reporting = None
        self.changed.emit()
        if answer is not None:
            self._show(wording.reported())
            self.taken.emit()
