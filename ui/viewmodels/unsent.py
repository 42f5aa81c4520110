"""`UnsentList`: messages that neither TDLib nor Heliograph can send by itself any more; a person decides about each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Noun
from client.outbox import Unsent
from client.session import Session
from ui.viewmodels.desktop import Desktop
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import unsent as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class UnsentRow(QObject):
    """One message, and what can be done with it.

    Arguments:
        entry: the message.
        session: the account that was to send it.
        tasks: runs the verbs.
        desktop: has the clipboard.
    """

    def __init__(self, entry: Unsent, session: Session, tasks: Tasks, desktop: Desktop) -> None:
        super().__init__()
        self._entry = entry
        self._session = session
        self._tasks = tasks
        self._desktop = desktop
        self._title = session.chats.title(entry.chat_id) or wording.unknown_chat()
        self._text = wording.content(entry.content)

    @Property(str, constant=True)
    def title(self) -> str:
        """The chat that it was meant for."""
        return self._title

    @Property(str, constant=True)
    def text(self) -> str:
        return self._text

    @Property(bool, constant=True)
    def copyable(self) -> bool:
        """Whether there are words to copy."""
        return wording.words(self._entry.content) != ""

    @Slot()
    def sendAgain(self) -> None:
        """Sends it once more; where it is refused again, it stays and the window says why."""
        self._tasks.start(self._session.recovering.send_again(self._entry))

    @Slot()
    def copy(self) -> None:
        self._desktop.copy(wording.words(self._entry.content))

    @Slot()
    def discard(self) -> None:
        """Gives it up for good."""
        self._session.recovering.discard(self._entry)


@QmlElement
class UnsentList(QObject):
    """What was given up, the oldest first.

    Arguments:
        session: the account.
        tasks: runs the verbs.
        desktop: has the clipboard.
    """

    changed = Signal()

    def __init__(self, session: Session, tasks: Tasks, desktop: Desktop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._desktop = desktop
        self._rows: RowModel[int, UnsentRow] = RowModel(self._row, self)
        self._subscription = session.changes.subscribe(Noun.OUTBOX, self._on_change)
        self._fill()

    @Property(RowModel, constant=True)
    def rows(self) -> RowModel[int, UnsentRow]:
        return self._rows

    @Property(str, notify=changed)
    def line(self) -> str:
        """What the window says about them; empty where there are none."""
        return wording.line(self._rows.rowCount())

    def close(self) -> None:
        """Ends following the account."""
        self._subscription.close()

    def _on_change(self, changes: Mapping[object, frozenset[str]]) -> None:
        self._fill()

    def _fill(self) -> None:
        self._rows.set_keys(sorted(entry.key for entry in self._session.outbox.given_up))
        self.changed.emit()

    def _row(self, key: int) -> UnsentRow:
        entry = next(each for each in self._session.outbox.given_up if each.key == key)
        return UnsentRow(entry, self._session, self._tasks, self._desktop)
