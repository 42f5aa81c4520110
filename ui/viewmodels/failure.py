"""`Failure`: why the account can't run, and the ways on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.wording.failures import FailureWords

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Failure(QObject):
    """What the failed page shows.

    Arguments:
        words: the sentences.
        again: tries once more.
        leave: ends the programme.
    """

    def __init__(
        self, words: FailureWords, again: Callable[[], None], leave: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._again = again
        self._leave = leave

    @Property(str, constant=True)
    def title(self) -> str:
        return self._words.title

    @Property(str, constant=True)
    def text(self) -> str:
        return self._words.text

    @Property(str, constant=True)
    def details(self) -> str:
        """What the system said, for a report; may be empty."""
        return self._words.details

    @Slot()
    def retry(self) -> None:
        self._again()

    @Slot()
    def quit(self) -> None:
        self._leave()
