"""`LoggingOut`: a session that ends, and the way on where Telegram can't be told."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from client import states
from ui.viewmodels.connection_line import ConnectionLine
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import account as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LoggingOut(QObject):
    """What the page shows until the session is over.

    Arguments:
        state: of the account.
        text: what goes on.
        tasks: runs the verb.
    """

    def __init__(self, state: states.LoggingOut, text: str, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._text = text
        self._tasks = tasks
        self._connection = ConnectionLine(state.connection, self)

    @Property(str, constant=True)
    def text(self) -> str:
        return self._text

    @Property(str, constant=True)
    def unreachable(self) -> str:
        """What can be done where Telegram can't be told; empty where it knows."""
        return "" if self._state.reason else wording.unreachable()

    @Property(ConnectionLine, constant=True)
    def connection(self) -> ConnectionLine:
        """How the line to Telegram is."""
        return self._connection

    @Slot()
    def removeNow(self) -> None:
        """Removes what is kept here, without Telegram."""
        self._tasks.start(self._state.destroy())

    def leave(self) -> None:
        """Ends following the account."""
        self._connection.close()
        self.deleteLater()
