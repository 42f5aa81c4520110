"""`Asking`: the question that waits for its answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.question import QuestionView
from ui.viewmodels.wording.confirmations import Question

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Asking(QObject):
    """At most one question at a time; a newer one takes the place of the one before."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question: QuestionView | None = None

    question = Property(QuestionView, lambda self: self._question, notify=changed)

    def ask(self, question: Question, yes: Callable[[bool], object]) -> None:
        """Asks; `yes` is called when the answer is yes, with whether the wider choice was taken."""
        self._drop()
        self._question = QuestionView(question, yes, self)
        self._question.answered.connect(self._answered)
        self.changed.emit()

    @Slot()
    def _answered(self) -> None:
        if self._question is self.sender():
            self._drop()
            self.changed.emit()

    def _drop(self) -> None:
        if self._question is not None:
            self._question.deleteLater()
            self._question = None
