"""`ArchiveLine`: the line above the chat list that leads to the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from client.changes import Noun
from tdlib import types as td
from ui.viewmodels.wording import chat_line, numbers
from ui.viewmodels.wording.names import People

if TYPE_CHECKING:
    from client.session import Session

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

_MOST_TITLES = 6


@QmlElement
class ArchiveLine(QObject):
    """What the archive holds: the titles of its first chats, and how many are unread.

    Arguments:
        session: the account.
        people: looks names up.
    """

    changed = Signal()

    def __init__(self, session: Session, people: People, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._people = people
        self._titles: tuple[str, ...] = ()
        self._unread = 0
        self._subscriptions = [
            session.changes.subscribe(
                Noun.CHAT_LIST, lambda changed: self._refresh() if "archive" in changed else None
            ),
            session.changes.subscribe(Noun.UNREAD_COUNTS, lambda _: self._refresh()),
        ]
        self._refresh()

    def close(self) -> None:
        """Ends following the account."""
        for subscription in self._subscriptions:
            subscription.close()

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return bool(self._titles)

    @Property(str, notify=changed)
    def titles(self) -> str:
        return self._joined()

    @Property(str, notify=changed)
    def unread(self) -> str:
        return numbers.badge(self._unread)

    @Property(str, notify=changed)
    def spoken(self) -> str:
        return chat_line.archive_spoken(self._joined(), self._unread)

    def _joined(self) -> str:
        return ", ".join(self._titles)

    def _refresh(self) -> None:
        archive = td.ChatListArchive()
        ids = self._session.chat_lists.ids(archive)[:_MOST_TITLES]
        counts = self._session.unread_counts.chats(archive)
        found = tuple(self._people.chat(chat_id) for chat_id in ids), counts.unread_count
        if found != (self._titles, self._unread):
            self._titles, self._unread = found
            self.changed.emit()
