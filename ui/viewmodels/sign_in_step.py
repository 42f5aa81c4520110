"""`StepView`: what every screen of the sign-in has: a busy state, an error in its place, verbs that may fail."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from tdlib.errors import TdError
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import sign_in as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StepView(QObject):
    """One screen of the sign-in.

    Arguments:
        tasks: runs the verbs.
    """

    changed = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._busy = False
        self._error = ""
        self._left = False

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._busy

    @Property(str, notify=changed)
    def error(self) -> str:
        """What is wrong with the last attempt, as a sentence; empty where nothing is."""
        return self._error

    @Slot()
    def edited(self) -> None:
        """Takes the error away as soon as something else is typed."""
        self.complain("")

    def attempt(self, verb: Coroutine[Any, Any, Any]) -> None:
        """Runs `verb` with the screen busy; its refusal becomes the screen's error."""
        if self._busy:
            verb.close()
            return
        self._busy = True
        self._error = ""
        self.changed.emit()
        self._tasks.start(self._finish(verb), on_error=self.refuse)

    def complain(self, sentence: str) -> None:
        """Shows `sentence` as the screen's error; an empty one takes it away."""
        if self._error != sentence:
            self._error = sentence
            self.changed.emit()

    def refuse(self, error: TdError) -> None:
        """Shows why Telegram refuses what was asked."""
        if not self._left:
            self.complain(wording.refusal(error))

    def leave(self) -> None:
        """Ends the screen; what its verbs still bring is dropped."""
        self._left = True
        self.deleteLater()

    async def _finish(self, verb: Coroutine[Any, Any, Any]) -> None:
        try:
            await verb
        finally:
            self._busy = False
            if not self._left:
                self.changed.emit()
