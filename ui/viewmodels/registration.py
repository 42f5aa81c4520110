"""`RegistrationView`: the screen that makes an account for a new phone number."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from client.auth import RegistrationStep
from ui.viewmodels.sign_in_step import StepView
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.typed import Typed
from ui.viewmodels.wording import sign_in as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class RegistrationView(StepView):
    """A name, and the terms of service."""

    def __init__(self, step: RegistrationStep, tasks: Tasks, typed: Typed, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._step = step
        self._typed = typed

    @Property(str, constant=True)
    def consent(self) -> str:
        """What signing up means, as a sentence."""
        return wording.terms(self._step.terms.min_user_age)

    @Property(str, constant=True)
    def terms(self) -> str:
        """The terms of service."""
        return self._step.terms.text.text

    @Property(str, constant=True)
    def firstName(self) -> str:
        """What stands in the field of the first name at first."""
        return self._typed.first_name

    @Property(str, constant=True)
    def lastName(self) -> str:
        """What stands in the field of the last name at first."""
        return self._typed.last_name

    @Slot(str, str)
    def type(self, first_name: str, last_name: str) -> None:
        """Takes what stands in the fields."""
        self._typed.first_name = first_name
        self._typed.last_name = last_name
        self.edited()

    @Slot(str, str)
    def submit(self, first_name: str, last_name: str) -> None:
        if not first_name.strip():
            self.complain(wording.first_name_missing())
            return
        self.attempt(self._step.submit(first_name.strip(), last_name.strip()))

    @Slot()
    def back(self) -> None:
        self.attempt(self._step.back())
