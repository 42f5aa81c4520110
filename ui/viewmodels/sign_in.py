"""`SignIn`: which screen of the sign-in is shown."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from client import auth
from ui.viewmodels.code import CodeView
from ui.viewmodels.email import EmailAddressView, EmailCodeView
from ui.viewmodels.password import PasswordView
from ui.viewmodels.phone_number import PhoneNumberView
from ui.viewmodels.qr_code import QrCodeView
from ui.viewmodels.refused import RefusedView
from ui.viewmodels.registration import RegistrationView
from ui.viewmodels.sign_in_step import StepView
from ui.viewmodels.tasks import Tasks

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

_PAGES: dict[type[StepView], str] = {
    QrCodeView: "QrCodePage",
    PhoneNumberView: "PhoneNumberPage",
    CodeView: "CodePage",
    PasswordView: "PasswordPage",
    RegistrationView: "RegistrationPage",
    EmailAddressView: "EmailAddressPage",
    EmailCodeView: "EmailCodePage",
    RefusedView: "RefusedPage",
}


@QmlElement
class SignIn(QObject):
    """Follows the steps of one sign-in; begins with the QR code, until a phone number is preferred."""

    stepChanged = Signal()

    def __init__(
        self, step: auth.Step, tasks: Tasks, loop: asyncio.AbstractEventLoop, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._loop = loop
        self._step = step
        self._prefers_qr_code = True
        self._view = self._view_of(step)

    @Property(StepView, notify=stepChanged)
    def view(self) -> StepView:
        """The view of the present step; the page named `page` shows it."""
        return self._view

    @Property(str, notify=stepChanged)
    def page(self) -> str:
        """The name of the QML file that shows `view`."""
        return _PAGES[type(self._view)]

    def follow(self, step: auth.Step) -> None:
        """Shows `step` from now on."""
        if step is self._step:
            return
        self._step = step
        match step:
            case auth.QrCodeStep() if not self._prefers_qr_code:
                self._tasks.start(step.use_phone_number())
            case auth.QrCodeStep() if isinstance(self._view, QrCodeView):
                self._view.renew(step)
            case _:
                self._show()

    def _show(self) -> None:
        left = self._view
        self._view = self._view_of(self._step)
        self.stepChanged.emit()
        left.leave()

    def _view_of(self, step: auth.Step) -> StepView:
        match step:
            case auth.PhoneNumberStep() if not self._prefers_qr_code:
                return self._phone_number(step)
            case auth.PhoneNumberStep() | auth.QrCodeStep():
                return self._qr_code(step)
            case auth.CodeStep():
                return CodeView(step, self._tasks, self._loop, self)
            case auth.PasswordStep():
                return PasswordView(step, self._tasks, self)
            case auth.RegistrationStep():
                return RegistrationView(step, self._tasks, self)
            case auth.EmailAddressStep():
                return EmailAddressView(step, self._tasks, self)
            case auth.EmailCodeStep():
                return EmailCodeView(step, self._tasks, self)
            case auth.PremiumStep() | auth.UnsupportedStep():
                return RefusedView(step, self._tasks, self)

    def _phone_number(self, step: auth.PhoneNumberStep) -> PhoneNumberView:
        view = PhoneNumberView(step, self._tasks, self)
        view.qrCodeWanted.connect(self._prefer_qr_code)
        return view

    def _qr_code(self, step: auth.PhoneNumberStep | auth.QrCodeStep) -> QrCodeView:
        view = QrCodeView(step, self._tasks, self)
        view.phoneNumberWanted.connect(self._prefer_phone_number)
        return view

    def _prefer_qr_code(self) -> None:
        self._prefers_qr_code = True
        self._show()

    def _prefer_phone_number(self) -> None:
        self._prefers_qr_code = False
        if isinstance(self._step, auth.QrCodeStep):
            self._tasks.start(self._step.use_phone_number())
        else:
            self._show()
