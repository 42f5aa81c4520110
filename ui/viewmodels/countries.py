"""`Countries`: the countries of phone numbers, filtered by what is typed into the search field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement

from tdlib import types as td

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

_ROLES = ("name", "callingCode", "flag", "countryCode")
_FIRST_ROLE = int(Qt.ItemDataRole.UserRole)
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Country:
    """One calling code of one country."""

    name: str
    english_name: str
    calling_code: str
    flag: str
    code: str

    def matches(self, words: str) -> bool:
        """Whether `words`, in lower case, begin a word of the name, or the calling code, or are the country's code."""
        if words.lstrip("+").isdigit():
            return self.calling_code.startswith(words.lstrip("+"))
        names = f" {self.name} {self.english_name}".casefold()
        return f" {words}" in names or self.code.casefold() == words


@QmlElement
class Countries(QAbstractListModel):
    """The list below the country field."""

    searchChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Country] = []
        self._shown: list[Country] = []
        self._search = ""

    @Property(str, notify=searchChanged)
    def search(self) -> str:
        """What the shown countries match."""
        return self._search

    @Slot(str)
    def find(self, words: str) -> None:
        self._search = words
        self._filter()
        self.searchChanged.emit()

    def fill(self, countries: Sequence[td.CountryInfo]) -> None:
        """Takes TDLib's countries (getCountries)."""
        known = [
            Country(country.name, country.english_name, code, country.flag_emoji, country.country_code)
            for country in countries
            if not country.is_hidden
            for code in country.calling_codes
        ]
        self._all = sorted(known, key=lambda country: (country.name.casefold(), country.calling_code))
        self._filter()

    def at(self, row: int) -> Country | None:
        """Returns the shown country in `row`, counted from 0."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def by_code(self, country_code: str) -> Country | None:
        """Returns the country with the two letters `country_code`, if it is known."""
        return next((country for country in self._all if country.code == country_code.upper()), None)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _FIRST_ROLE) -> str | None:
        country = self.at(index.row()) if index.isValid() else None
        if country is None:
            return None
        values = (country.name, country.calling_code, country.flag, country.code)
        number = role - _FIRST_ROLE
        return values[number] if 0 <= number < len(values) else None

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + number: QByteArray(name.encode()) for number, name in enumerate(_ROLES)}

    def _filter(self) -> None:
        words = self._search.strip().casefold()
        self.beginResetModel()
        self._shown = [country for country in self._all if country.matches(words)] if words else list(self._all)
        self.endResetModel()
