"""Words of the calendar."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale

from ui.viewmodels.wording.translation import plurals

plural = plurals("Calendar")


def weekdays() -> list[str]:
    """Returns the short names of the days of the week, from the one with which it begins here."""
    first = QLocale().firstDayOfWeek().value
    return [QLocale().standaloneDayName((first - 1 + day) % 7 + 1, QLocale.FormatType.ShortFormat) for day in range(7)]


def day(date: QDate, pictures: int) -> str:
    """Returns what a screen reader says of a day."""
    said = QLocale().toString(date, QLocale.FormatType.LongFormat)
    return said if not pictures else plural("%n picture, ", "%n pictures, ", pictures) + said
