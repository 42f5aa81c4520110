"""`PasswordView`: the screen that takes the password of the two-step verification, or sets a new one."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.auth import PasswordStep
from ui.viewmodels.sign_in_step import StepView
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import sign_in as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PasswordView(StepView):
    """The password with its hint, and its recovery by e-mail."""

    recoveryChanged = Signal()

    def __init__(self, step: PasswordStep, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._step = step
        self._recovering = bool(step.recovery_email_pattern)

    @Property(str, constant=True)
    def hint(self) -> str:
        """The person's own hint, as a sentence; empty where there is none."""
        return wording.hint(self._step.hint)

    @Property(bool, notify=recoveryChanged)
    def recovering(self) -> bool:
        """Whether the code from the recovery e-mail is asked for in place of the password."""
        return self._recovering

    @Property(str, notify=recoveryChanged)
    def recoveryText(self) -> str:
        return wording.recovery(self._step.recovery_email_pattern)

    @Slot(str)
    def submit(self, password: str) -> None:
        self.attempt(self._step.submit(password))

    @Slot()
    def forgot(self) -> None:
        if not self._step.has_recovery_email:
            self.complain(wording.no_recovery())
            return
        self.attempt(self._request_recovery())

    @Slot(str, str, str)
    def recover(self, code: str, password: str, repeated: str) -> None:
        """Sets `password` by the code of the e-mail; an empty one takes the password away."""
        if password != repeated:
            self.complain(wording.passwords_differ())
            return
        self.attempt(self._step.recover(code.strip(), password))

    @Slot()
    def remember(self) -> None:
        """Returns from the recovery to the password."""
        self._recovering = False
        self.complain("")
        self.recoveryChanged.emit()

    @Slot()
    def back(self) -> None:
        self.attempt(self._step.back())

    async def _request_recovery(self) -> None:
        await self._step.request_recovery()
        if self._left:
            return
        self._recovering = True
        self.recoveryChanged.emit()
