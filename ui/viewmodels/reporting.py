"""`Reporting`: the talk with the moderators of Telegram about a chat or messages of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.session import Session
from tdlib import types as td
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import message_actions as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


class Ended(Protocol):
    """Is told that the talk is over, and whether the report was taken."""

    def __call__(self, *, done: bool) -> None: ...


@QmlElement
class Reporting(QObject):
    """Question after question, as the server asks them (reportChat).

    Arguments:
        session: the signed-in account.
        chat_id: the chat.
        message_ids: what of it is reported; empty for the chat as a whole.
        tasks: runs the requests.
        ended: is told when it is over.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        chat_id: int,
        message_ids: Sequence[int],
        tasks: Tasks,
        ended: Ended,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._message_ids = list(message_ids)
        self._tasks = tasks.group()
        self._ended = ended
        self._title = wording.report()
        self._options: list[td.ReportOption] = []
        self._text_for: bytes | None = None
        self._text_optional = False
        self._go(b"")

    title = Property(str, lambda self: self._title, notify=changed)
    options = Property(list, lambda self: [option.text for option in self._options], notify=changed)
    asksText = Property(bool, lambda self: self._text_for is not None, notify=changed)
    textOptional = Property(bool, lambda self: self._text_optional, notify=changed)

    @Slot(int)
    def choose(self, index: int) -> None:
        """Takes one of the reasons offered."""
        if 0 <= index < len(self._options):
            self._go(self._options[index].id)

    @Slot(str)
    def say(self, text: str) -> None:
        """Sends what is to be added."""
        if self._text_for is not None:
            self._go(self._text_for, text)

    @Slot()
    def cancel(self) -> None:
        self._tasks.cancel()
        self._ended(done=False)

    def _go(self, option: bytes, text: str = "") -> None:
        self._tasks.start(self._ask(option, text))

    async def _ask(self, option: bytes, text: str) -> None:
        answer = await self._session.editing.report(self._chat_id, option, self._message_ids, text)
        match answer:
            case td.ReportChatResultOptionRequired(title=title, options=options):
                self._title, self._options, self._text_for = title, list(options), None
            case td.ReportChatResultTextRequired(option_id=option_id, is_optional=is_optional):
                self._title, self._options = wording.report_text(), []
                self._text_for, self._text_optional = option_id, is_optional
            case td.ReportChatResultMessagesRequired():
                self._title, self._options, self._text_for = wording.report_messages(), [], None
            case _:
                self._ended(done=True)
                return
        self.changed.emit()
