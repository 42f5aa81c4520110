"""`RegistrationView`: the screen that makes an account for a new phone number."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from client.auth import RegistrationStep
from ui.viewmodels.sign_in_step import StepView
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import sign_in as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class RegistrationView(StepView):
    """A name, and the terms of service."""

    def __init__(self, step: RegistrationStep, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._step = step

    @Property(str, constant=True)
    def consent(self) -> str:
        """What signing up means, as a sentence."""
        return wording.terms(self._step.terms.min_user_age)

    @Property(str, constant=True)
    def terms(self) -> str:
        """The terms of service."""
        return self._step.terms.text.text

    @Slot(str, str)
    def submit(self, first_name: str, last_name: str) -> None:
        if not first_name.strip():
            self.complain(wording.first_name_missing())
            return
        self.attempt(self._step.submit(first_name.strip(), last_name.strip()))

    @Slot()
    def back(self) -> None:
        self.attempt(self._step.back())
