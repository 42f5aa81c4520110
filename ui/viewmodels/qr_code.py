"""`QrCodeView`: the screen that another device scans."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.auth import PhoneNumberStep, QrCodeStep
from ui.viewmodels.qr_modules import QrModules, qr_modules
from ui.viewmodels.sign_in_step import StepView
from ui.viewmodels.tasks import Tasks

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class QrCodeView(StepView):
    """Shows a link as a QR code, or the place of one until the link comes; TDLib renews it every half minute."""

    renewed = Signal()
    phoneNumberWanted = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._modules = QrModules(0, "")

    @Property(int, notify=renewed)
    def count(self) -> int:
        """Modules along one side; 0 until there is a link."""
        return self._modules.count

    @Property(str, notify=renewed)
    def path(self) -> str:
        """The dark modules as SVG path data, one unit a module."""
        return self._modules.path

    def take(self, step: PhoneNumberStep | QrCodeStep) -> None:
        """Shows the link of `step` from now on, or asks for one."""
        if isinstance(step, PhoneNumberStep):
            self.attempt(step.request_qr_code())
            return
        self._modules = qr_modules(step.link)
        self.complain("")
        self.renewed.emit()

    @Slot()
    def usePhoneNumber(self) -> None:
        self.phoneNumberWanted.emit()
