"""`PhoneNumberView`: the screen that takes a country and a phone number."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.auth import PhoneNumberStep
from tdlib.errors import TdError
from ui.viewmodels.countries import Countries, Country
from ui.viewmodels.sign_in_step import StepView
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.typed import Typed
from ui.viewmodels.wording import sign_in as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PhoneNumberView(StepView):
    """A country, or its calling code, and the number, formatted while it is typed (TDLib's getPhoneNumberInfo).

    The screen is there before TDLib takes a number, and stays when another engine does: a number that is submitted
    meanwhile waits for the step.
    """

    formatted = Signal(str)
    qrCodeWanted = Signal()
    stepWanted = Signal()
    countryChanged = Signal()

    def __init__(self, tasks: Tasks, typed: Typed, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._typed = typed
        self._number = f"+{typed.digits}" if typed.digits else ""
        self._step: PhoneNumberStep | None = None
        self._waiting: asyncio.Future[PhoneNumberStep] | None = None
        self._countries = Countries(self)
        self._country = ""
        self._flag = ""
        self._is_touched = False

    @Property(Countries, constant=True)
    def countries(self) -> Countries:
        return self._countries

    @Property(str, notify=countryChanged)
    def country(self) -> str:
        """The name of the number's country; empty while its calling code is unknown."""
        return self._country

    @Property(str, notify=countryChanged)
    def flag(self) -> str:
        """The flag of the number's country, as an emoji."""
        return self._flag

    @Property(str, constant=True)
    def number(self) -> str:
        """What stands in the number's field at first; empty where nothing was typed yet."""
        return self._number

    def take(self, step: PhoneNumberStep) -> None:
        """Gives the number to `step` from now on."""
        self._step = step
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(step)
        self._tasks.start(self._fill(step), on_error=super().refuse)
        if self._typed.digits:
            self._tasks.start(self._format(step, self._typed.digits), on_error=lambda error: None)

    def refuse(self, error: TdError) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(error)
        else:
            super().refuse(error)

    def leave(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
        super().leave()

    @Slot(int)
    def choose(self, row: int) -> None:
        """Begins the number with the calling code of the shown country in `row`."""
        country = self._countries.at(row)
        if country is not None:
            self._begin(country)

    @Slot(str)
    def type(self, text: str) -> None:
        """Takes what stands in the number's field; `formatted` follows with how it reads better."""
        self._is_touched = True
        digits = "".join(sign for sign in text if sign.isdigit())
        if digits == self._typed.digits:
            return
        self._typed.digits = digits
        self.complain("")
        if self._step is not None:
            self._tasks.start(self._format(self._step, digits), on_error=lambda error: None)

    @Slot()
    def submit(self) -> None:
        if not self._typed.digits:
            self.complain(wording.number_missing())
            return
        self.attempt(self._submit(f"+{self._typed.digits}"))

    @Slot()
    def useQrCode(self) -> None:
        self.qrCodeWanted.emit()

    async def _submit(self, phone_number: str) -> None:
        step = self._step or await self._wait_for_step()
        await step.submit(phone_number)

    async def _wait_for_step(self) -> PhoneNumberStep:
        self._waiting = asyncio.get_running_loop().create_future()
        self.stepWanted.emit()
        return await self._waiting

    async def _fill(self, step: PhoneNumberStep) -> None:
        countries = await step.countries()
        if self._left:
            return
        self._countries.fill(countries)
        country = self._countries.by_code(step.country_code_hint)
        if country is not None and not self._typed.digits and not self._is_touched:
            self._begin(country)

    def _begin(self, country: Country) -> None:
        self._typed.digits = country.calling_code
        self._show_country(country.name, country.flag)
        self.complain("")
        self.formatted.emit(f"+{country.calling_code} ")

    async def _format(self, step: PhoneNumberStep, digits: str) -> None:
        info = await step.phone_number_info(digits)
        if digits != self._typed.digits or self._left:
            return
        self._show_country(info.country.name if info.country else "", info.country.flag_emoji if info.country else "")
        number = (
            f"+{info.country_calling_code} {info.formatted_phone_number}" if info.country_calling_code else f"+{digits}"
        )
        self.formatted.emit(number if digits else "")

    def _show_country(self, name: str, flag: str) -> None:
        self._country = name
        self._flag = flag
        self.countryChanged.emit()
