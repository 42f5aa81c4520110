"""`PassageActions`: what a person does with a part of a text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from client.session import Session
from client.text import utf16_length
from ui.viewmodels.composer import Composer
from ui.viewmodels.message_row import MessageRow
from ui.viewmodels.quoting import copied, passage, quoted
from ui.viewmodels.rich_text import Span
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import composer as composing
from ui.viewmodels.wording import message_actions as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

QUOTE_LENGTH = 1024
"""UTF-16 units that a quote may have where TDLib has not said it yet."""


@QmlElement
class PassageActions(QObject):
    """Verbs on what is marked: of which block of a row's text, and from where to where in what is drawn of that.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: runs what must be awaited.
        composer: writes the answer to a quote.
        copy: puts words on the clipboard.
        show: shows a sentence at the window's foot.
    """

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        composer: Composer,
        copy: Callable[[str], None],
        show: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._composer = composer
        self._copy = copy
        self._show = show

    @Slot(MessageRow, int, int, int)
    def quote(self, row: MessageRow, block: int, begin: int, end: int) -> None:
        """Makes the next message an answer to a part of a text."""
        self._tasks.start(self._quote(row, passage(row, block, begin, end)))

    @Slot(MessageRow, int, int, int)
    def copy(self, row: MessageRow, block: int, begin: int, end: int) -> None:
        self._copy(copied(row, passage(row, block, begin, end)))

    async def _quote(self, row: MessageRow, span: Span) -> None:
        found = quoted(row, span)
        if found is None:
            self._show(composing.nothing_to_quote())
            return
        message_id, quote = found
        most = int(self._session.options.get("message_reply_quote_length_max", QUOTE_LENGTH))
        properties = await self._session.editing.properties(self._chat_id, message_id)
        if not (properties.can_be_replied and self._composer.may_write()):
            self._show(wording.refused("quote"))
        elif utf16_length(quote.text.text) > most:
            self._show(composing.quote_too_long(most))
        else:
            self._composer.start_reply(message_id, quote)
