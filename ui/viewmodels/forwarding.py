"""`Forwarding`: the choice of the chat to which messages go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Noun
from client.session import Session
from tdlib import types as td
from ui.viewmodels import authors
from ui.viewmodels.writing import obstacle

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

MOST_SHOWN = 60


@QmlElement
class Forwarding(QObject):
    """The chats one may write in, filtered by what is typed.

    Arguments:
        session: the signed-in account.
        chosen: takes the chosen chat, or None where the box is closed without a choice.
        title: what the choice is for.
    """

    changed = Signal()

    def __init__(
        self, session: Session, chosen: Callable[[int | None], None], title: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen = chosen
        self._title = title
        self._words = ""
        self._chats = self._find()
        # The list may still be loading when there is a choice to be made.
        self._subscription = session.changes.subscribe(Noun.CHAT_LIST, lambda changes: self._look_again())

    title = Property(str, lambda self: self._title, constant=True)
    titles = Property(list, lambda self: [title for _, title in self._chats], notify=changed)

    @Slot(str)
    def find(self, words: str) -> None:
        self._words = words.strip().casefold()
        self._chats = self._find()
        self.changed.emit()

    @Slot(int)
    def choose(self, index: int) -> None:
        if 0 <= index < len(self._chats):
            self._subscription.close()
            self._chosen(self._chats[index][0])

    @Slot()
    def cancel(self) -> None:
        self._subscription.close()
        self._chosen(None)

    def close(self) -> None:
        """Ends the choice without one."""
        self._subscription.close()

    def _look_again(self) -> None:
        found = self._find()
        if found != self._chats:
            self._chats = found
            self.changed.emit()

    def _find(self) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        for chat_id in self._session.chat_lists.ids(td.ChatListMain()):
            chat = self._session.chats.get(chat_id)
            title = authors.chat(self._session, chat_id).name
            if chat is None or self._words not in title.casefold() or obstacle(self._session, chat) is not None:
                continue
            found.append((chat_id, title))
            if len(found) == MOST_SHOWN:
                break
        return found
