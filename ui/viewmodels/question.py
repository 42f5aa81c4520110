"""`QuestionView`: a question that stands over the window until it is answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.wording.confirmations import Question

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class QuestionView(QObject):
    """A question with the answer's consequence.

    Arguments:
        question: its words.
        yes: called when it is answered with yes, with whether the wider choice was taken.
    """

    answered = Signal()

    def __init__(self, question: Question, yes: Callable[[bool], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._yes = yes

    @Property(str, constant=True)
    def title(self) -> str:
        return self._question.title

    @Property(str, constant=True)
    def text(self) -> str:
        return self._question.text

    @Property(str, constant=True)
    def accept(self) -> str:
        return self._question.accept

    @Property(str, constant=True)
    def also(self) -> str:
        return self._question.also

    @Property(bool, constant=True)
    def destructive(self) -> bool:
        return self._question.destructive

    @Slot(bool)
    def answerYes(self, also: bool) -> None:
        self._yes(also)
        self.answered.emit()

    @Slot()
    def answerNo(self) -> None:
        self.answered.emit()
