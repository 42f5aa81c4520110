"""The two screens of a sign-in by e-mail: the address, and the code that was sent to it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from client.auth import EmailAddressStep, EmailCodeStep
from ui.viewmodels.sign_in_step import StepView
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.typed import Typed
from ui.viewmodels.wording import sign_in as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class EmailAddressView(StepView):
    """Takes the e-mail address that codes go to from now on."""

    def __init__(self, step: EmailAddressStep, tasks: Tasks, typed: Typed, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._step = step
        self._typed = typed

    @Property(str, constant=True)
    def address(self) -> str:
        """What stands in the field at first."""
        return self._typed.email_address

    @Slot(str)
    def type(self, address: str) -> None:
        """Takes what stands in the field."""
        self._typed.email_address = address
        self.edited()

    @Slot(str)
    def submit(self, address: str) -> None:
        self.attempt(self._step.submit(address.strip()))

    @Slot()
    def back(self) -> None:
        self.attempt(self._step.back())


@QmlElement
class EmailCodeView(StepView):
    """Takes the code from the e-mail."""

    def __init__(self, step: EmailCodeStep, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._step = step

    @Property(str, constant=True)
    def text(self) -> str:
        return wording.email_code(self._step.email_pattern)

    @Property(int, constant=True)
    def length(self) -> int:
        """How many digits the code has; 0 where that is unknown."""
        return self._step.length

    @Property(bool, constant=True)
    def canReset(self) -> bool:
        """Whether the address can be given up by somebody who does not read it any more."""
        return self._step.can_reset

    @Slot()
    def resend(self) -> None:
        self.attempt(self._step.resend())

    @Slot()
    def reset(self) -> None:
        self.attempt(self._step.reset_address())

    @Slot(str)
    def submit(self, code: str) -> None:
        self.attempt(self._step.submit(code.strip()))

    @Slot()
    def back(self) -> None:
        self.attempt(self._step.back())
