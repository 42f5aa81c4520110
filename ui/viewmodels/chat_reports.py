"""`ChatReports`: reports of whole chats to the moderators of Telegram."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from client.session import Session
from ui.viewmodels.reporting import Answer, Reporting
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import message_actions as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChatReports(QObject):
    """The talk that is going on, if any.

    Arguments:
        session: the signed-in account.
        tasks: runs the requests.
        show: shows a sentence at the window's foot.
    """

    changed = Signal()

    def __init__(
        self, session: Session, tasks: Tasks, show: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._show = show
        self._reporting: Reporting | None = None

    reporting = Property(Reporting, lambda self: self._reporting, notify=changed)

    def begin(self, chat_id: int) -> None:
        """Reports a chat to the moderators, who ask what for (reportChat)."""
        ask = partial(self._session.editing.report, chat_id, ())
        self._reporting = Reporting(self._tasks, ask, self._ended, self)
        self.changed.emit()

    def _ended(self, answer: Answer | None) -> None:
        if self._reporting is not None:
            self._reporting.deleteLater()
        self._reporting = None
        self.changed.emit()
        if answer is not None:
            self._show(wording.reported())
