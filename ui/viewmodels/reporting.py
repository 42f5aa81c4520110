"""`Reporting`: the talk with the moderators of Telegram about a chat, messages of it or an advertisement."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from tdlib import types as td
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import message_actions as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


Answer = td.ReportChatResult | td.ReportSponsoredResult
"""What the moderators ask next, or that they know enough."""


@QmlElement
class Reporting(QObject):
    """Question after question, as the server asks them.

    Arguments:
        tasks: runs the requests.
        ask: takes a step: sends the option that was chosen, empty at first, with words where they were asked for.
        ended: is told the last answer when it is over; None when it was called off.
    """

    changed = Signal()

    def __init__(
        self,
        tasks: Tasks,
        ask: Callable[[bytes, str], Awaitable[Answer]],
        ended: Callable[[Answer | None], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks.group()
        self._ask = ask
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
        self._ended(None)

    def _go(self, option: bytes, text: str = "") -> None:
        self._tasks.start(self._take_step(option, text))

    async def _take_step(self, option: bytes, text: str) -> None:
        answer = await self._ask(option, text)
        match answer:
            case (
                td.ReportChatResultOptionRequired(title=title, options=options)
                | td.ReportSponsoredResultOptionRequired(title=title, options=options)
            ):
                self._title, self._options, self._text_for = title, list(options), None
            case td.ReportChatResultTextRequired(option_id=option_id, is_optional=is_optional):
                self._title, self._options = wording.report_text(), []
                self._text_for, self._text_optional = option_id, is_optional
            case td.ReportChatResultMessagesRequired():
                self._title, self._options, self._text_for = wording.report_messages(), [], None
            case _:
                self._ended(answer)
                return
        self.changed.emit()
