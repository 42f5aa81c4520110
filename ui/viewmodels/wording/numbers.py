"""Numbers, sizes and distances as people write them."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Numbers")
plural = plurals("Numbers")


def grouped(number: int) -> str:
    """Returns `number` with its digits grouped: 12,345."""
    return QLocale().toString(number)


def short(number: int) -> str:
    """Returns a number that takes little room, rounded down: 999, 1.2K, 31K, 4.5M."""
    if number < 1_000:
        return str(number)
    if number < 1_000_000:
        return _tenths(number, 1_000) + tr("K")
    return _tenths(number, 1_000_000) + tr("M")


def badge(number: int) -> str:
    """Returns the text of a badge that counts `number` things; empty for none."""
    return short(number) if number > 0 else ""


def distance(meters: int) -> str:
    """Returns a distance: 350 m, 1.2 km."""
    if meters < 1_000:
        return tr("%d m") % meters
    return tr("%s km") % _tenths(meters, 1_000)


def money(amount: int, currency: str) -> str:
    """Returns an amount in the smallest units of `currency`, such as 1299 of USD: $12.99; XTR are Telegram Stars."""
    if currency == "XTR":
        return stars(amount)
    if currency == "TON":
        return grams(amount)
    exponent = _EXPONENTS.get(currency, 2)
    number = QLocale().toString(amount / 10**exponent, "f", exponent)
    return f"{_SIGNS[currency]}{number}" if currency in _SIGNS else f"{number} {currency}"


def stars(count: int) -> str:
    """Returns an amount of Telegram Stars."""
    return plural("%n Star", "%n Stars", count)


def grams(nanograms: int) -> str:
    """Returns an amount of the TON network's coin, which TDLib counts in its 10⁻⁹."""
    return tr("%s TON") % QLocale().toString(nanograms / 1_000_000_000, "g", 6)


def gram_cents(count: int) -> str:
    """Returns an amount of the TON network's coin, counted in its hundredths."""
    return grams(count * 10_000_000)


def _tenths(number: int, unit: int) -> str:
    whole, tenth = divmod(number * 10 // unit, 10)
    return f"{whole}{QLocale().decimalPoint()}{tenth}" if tenth and whole < 100 else str(whole)


_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "UAH": "₴", "RUB": "₽", "KRW": "₩", "TRY": "₺"}
_EXPONENTS = {
    "JPY": 0,
    "KRW": 0,
    "VND": 0,
    "CLP": 0,
    "ISK": 0,
    "UGX": 0,
    "PYG": 0,
    "IQD": 3,
    "JOD": 3,
    "KWD": 3,
    "BHD": 3,
}
