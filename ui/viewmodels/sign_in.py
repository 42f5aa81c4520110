"""`SignIn`: which screen of the sign-in is shown."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client import auth
from client.stores.connection import Connection
from tdlib.errors import TdError
from ui.viewmodels.code import CodeView
from ui.viewmodels.connection_line import ConnectionLine
from ui.viewmodels.email import EmailAddressView, EmailCodeView
from ui.viewmodels.password import PasswordView
from ui.viewmodels.phone_number import PhoneNumberView
from ui.viewmodels.qr_code import QrCodeView
from ui.viewmodels.refused import RefusedView
from ui.viewmodels.registration import RegistrationView
from ui.viewmodels.sign_in_step import StepView
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.typed import Typed

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
        self,
        step: auth.Step,
        line: Connection | None,
        tasks: Tasks,
        loop: asyncio.AbstractEventLoop,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._connection = ConnectionLine(line, self)
        self._tasks = tasks
        self._loop = loop
        self._step = step
        self._typed = Typed()
        self._prefers_qr_code = True
        self._is_starting_over = False
        self._view = self._view_of(step)

    @Property(ConnectionLine, constant=True)
    def connection(self) -> ConnectionLine:
        """How the line to Telegram is."""
        return self._connection

    @Property(StepView, notify=stepChanged)
    def view(self) -> StepView:
        """The view of the present step; the page named `page` shows it."""
        return self._view

    @Property(str, notify=stepChanged)
    def page(self) -> str:
        """The name of the QML file that shows `view`."""
        return _PAGES[type(self._view)]

    def follow(self, step: auth.Step, line: Connection | None) -> None:
        """Shows `step` from now on; a screen that can go on with it stays, with what is typed into it."""
        if step is self._step:
            return
        self._connection.follow(line)
        self._step = step
        if self._is_left(step):
            return
        match step, self._view:
            case auth.PhoneNumberStep(), PhoneNumberView() as phone_number:
                phone_number.take(step)
            case auth.PhoneNumberStep() | auth.QrCodeStep(), QrCodeView() as qr_code:
                qr_code.take(step)
            case _:
                self._show()

    def leave(self) -> None:
        """Ends the sign-in; what its verbs still bring is dropped."""
        self._view.leave()
        self._connection.close()
        self.deleteLater()

    def _is_left(self, step: auth.Step) -> bool:
        """Whether `step` comes from an engine that is being left: a link that arrives late."""
        match step:
            case auth.QrCodeStep():
                return self._is_starting_over or not self._prefers_qr_code
            case auth.PhoneNumberStep():
                return self._is_starting_over and not step.takes_number
            case _:
                return False

    def _show(self) -> None:
        left = self._view
        self._view = self._view_of(self._step)
        self.stepChanged.emit()
        left.leave()

    def _view_of(self, step: auth.Step) -> StepView:
        match step:
            case auth.PhoneNumberStep() | auth.QrCodeStep():
                return self._qr_code(step) if self._prefers_qr_code else self._phone_number(step)
            case auth.CodeStep():
                return CodeView(step, self._tasks, self._loop, self)
            case auth.PasswordStep():
                return PasswordView(step, self._tasks, self)
            case auth.RegistrationStep():
                return RegistrationView(step, self._tasks, self._typed, self)
            case auth.EmailAddressStep():
                return EmailAddressView(step, self._tasks, self._typed, self)
            case auth.EmailCodeStep():
                return EmailCodeView(step, self._tasks, self)
            case auth.PremiumStep() | auth.UnsupportedStep():
                return RefusedView(step, self._tasks, self)

    def _phone_number(self, step: auth.PhoneNumberStep | auth.QrCodeStep) -> PhoneNumberView:
        view = PhoneNumberView(self._tasks, self._typed, self)
        view.qrCodeWanted.connect(self._prefer_qr_code)
        view.stepWanted.connect(self._start_over)
        if isinstance(step, auth.PhoneNumberStep) and step.takes_number:
            view.take(step)
        return view

    def _qr_code(self, step: auth.PhoneNumberStep | auth.QrCodeStep) -> QrCodeView:
        view = QrCodeView(self._tasks, self)
        view.phoneNumberWanted.connect(self._prefer_phone_number)
        if not self._is_left(step):
            view.take(step)
        return view

    @Slot()
    def _prefer_qr_code(self) -> None:
        self._prefers_qr_code = True
        self._show()

    @Slot()
    def _prefer_phone_number(self) -> None:
        self._prefers_qr_code = False
        self._show()
        if not (isinstance(self._step, auth.PhoneNumberStep) and self._step.takes_number):
            self._start_over()

    @Slot()
    def _start_over(self) -> None:
        """Has TDLib leave the QR code; the step that takes a number then comes by itself."""
        step = self._step
        if self._is_starting_over or not isinstance(step, auth.PhoneNumberStep | auth.QrCodeStep):
            return
        self._is_starting_over = True
        self._tasks.start(self._leave_qr_code(step), on_error=self._refuse)

    async def _leave_qr_code(self, step: auth.PhoneNumberStep | auth.QrCodeStep) -> None:
        try:
            await step.use_phone_number()
        finally:
            self._is_starting_over = False

    def _refuse(self, error: TdError) -> None:
        self._view.refuse(error)
