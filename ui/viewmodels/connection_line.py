"""`ConnectionLine`: what is said about the line to Telegram where there are no chats yet."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from client.changes import Subscription
from client.stores.connection import Connection
from ui.viewmodels.wording import connection as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


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
        self.follow(connection)

    @Property(str, notify=changed)
    def text(self) -> str:
        """What is wrong; empty where all is well."""
        return wording.line(self._connection.state) if self._connection is not None else ""

    def follow(self, connection: Connection | None) -> None:
        """Takes the connection of the engine that runs from now on."""
        if connection is self._connection:
            return
        self.close()
        self._connection = connection
        if connection is not None:
            self._subscription = connection.subscribe(self.changed.emit)
        self.changed.emit()

    def close(self) -> None:
        """Ends following."""
        if self._subscription is not None:
            self._subscription.close()
            self._subscription = None
