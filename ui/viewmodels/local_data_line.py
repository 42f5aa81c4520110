"""`LocalDataLine`: what the window says about the account's data on this computer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Noun
from client.session import Session
from ui.viewmodels.wording import local_data as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LocalDataLine(QObject):
    """One line at a time: a disk that fills up goes before a damage that is past.

    Arguments:
        session: the account.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = session.local_data
        self._subscription = session.changes.subscribe(Noun.LOCAL_DATA, self._on_change)

    @Property(str, notify=changed)
    def text(self) -> str:
        """What is wrong; empty where all is well."""
        return wording.line(self._data.free, was_cut=self._data.was_cut)

    @Property(bool, notify=changed)
    def canBeDismissed(self) -> bool:
        """Whether it is enough that the person has read it."""
        return self._data.free is None and self._data.was_cut

    @Slot()
    def dismiss(self) -> None:
        """Takes that it was read."""
        self._data.forgive()

    def close(self) -> None:
        """Ends following the account."""
        self._subscription.close()

    def _on_change(self, changes: Mapping[object, frozenset[str]]) -> None:
        self.changed.emit()
