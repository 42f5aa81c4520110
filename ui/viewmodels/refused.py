"""The screens of a sign-in that can't go on here: a purchase is asked for, or a step nobody here knows."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from client.auth import PremiumStep, UnsupportedStep
from ui.viewmodels.sign_in_step import StepView
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import sign_in as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class RefusedView(StepView):
    """Says why the sign-in stops, and leads back to its start."""

    def __init__(self, step: PremiumStep | UnsupportedStep, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._step = step

    @Property(str, constant=True)
    def text(self) -> str:
        if isinstance(self._step, PremiumStep):
            return wording.premium(self._step.support_email_address)
        return wording.unsupported(self._step.name)

    @Slot()
    def back(self) -> None:
        self.attempt(self._step.back())
