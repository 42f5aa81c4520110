"""`PhoneNumberView`: the screen that takes a country and a phone number."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.auth import PhoneNumberStep
from ui.viewmodels.countries import Countries, Country
from ui.viewmodels.sign_in_step import StepView
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import sign_in as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PhoneNumberView(StepView):
    """A country, or its calling code, and the number, formatted while it is typed (TDLib's getPhoneNumberInfo)."""

    formatted = Signal(str)
    qrCodeWanted = Signal()
    countryChanged = Signal()

    def __init__(self, step: PhoneNumberStep, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._step = step
        self._countries = Countries(self)
        self._country = ""
        self._flag = ""
        self._digits = ""
        tasks.start(self._fill(), on_error=self._refuse)

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

    @Slot(int)
    def choose(self, row: int) -> None:
        """Begins the number with the calling code of the shown country in `row`."""
        country = self._countries.at(row)
        if country is not None:
            self._begin(country)

    @Slot(str)
    def type(self, text: str) -> None:
        """Takes what stands in the number's field; `formatted` follows with how it reads better."""
        digits = "".join(sign for sign in text if sign.isdigit())
        if digits == self._digits:
            return
        self._digits = digits
        self.complain("")
        self._tasks.start(self._format(digits), on_error=lambda error: None)

    @Slot()
    def submit(self) -> None:
        if not self._digits:
            self.complain(wording.number_missing())
            return
        self.attempt(self._step.submit(f"+{self._digits}"))

    @Slot()
    def useQrCode(self) -> None:
        self.qrCodeWanted.emit()

    async def _fill(self) -> None:
        countries = await self._step.countries()
        if self._left:
            return
        self._countries.fill(countries)
        country = self._countries.by_code(self._step.country_code_hint)
        if country is not None and not self._digits:
            self._begin(country)

    def _begin(self, country: Country) -> None:
        self._digits = country.calling_code
        self._show_country(country.name, country.flag)
        self.complain("")
        self.formatted.emit(f"+{country.calling_code} ")

    async def _format(self, digits: str) -> None:
        info = await self._step.phone_number_info(digits)
        if digits != self._digits or self._left:
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
