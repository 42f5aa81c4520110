"""`ConnectionLine`: what is said about the line to Telegram where there are no chats yet."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Subscription
from client.stores.connection import Connection
from ui.viewmodels.wording import connection as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

PATIENCE = 10_000
"""Milliseconds without a line after which it is said what a person can do."""


@QmlElement
class ConnectionLine(QObject):
    """Follows the connection of one engine after the other.

    Arguments:
        connection: of the present engine; None where it is not known.
    """

    changed = Signal()

    def __init__(self, connection: Connection | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection: Connection | None = None
        self._subscription: Subscription | None = None
        self._patience = QTimer(self, singleShot=True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._tell)
        self._is_late = False
        self.follow(connection)

    @Property(str, notify=changed)
    def text(self) -> str:
        """What is wrong; empty where all is well."""
        if self._connection is None:
            return ""
        state = self._connection.state
        return (wording.unreached(state) if self._is_late else "") or wording.line(state)

    @Property(bool, notify=changed)
    def late(self) -> bool:
        """Whether the line is down for so long that a person may want to do something about it."""
        return self._is_late

    def follow(self, connection: Connection | None) -> None:
        """Takes the connection of the engine that runs from now on."""
        if connection is self._connection:
            return
        self.close()
        self._connection = connection
        if connection is not None:
            self._subscription = connection.subscribe(self._look)
        self._look()

    def close(self) -> None:
        """Ends following."""
        if self._subscription is not None:
            self._subscription.close()
            self._subscription = None

    def _look(self) -> None:
        if self._connection is None or self._connection.is_ready:
            self._patience.stop()
            self._is_late = False
        elif not self._is_late and not self._patience.isActive():
            self._patience.start()
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        self._is_late = True
        self.changed.emit()
