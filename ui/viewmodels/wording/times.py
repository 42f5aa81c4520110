"""Dates and times of day, in the person's own time zone and manner."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QDate, QDateTime, QLocale

from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Times")
plural = plurals("Times")


def clock(date: int) -> str:
    """Returns the time of day of the Unix time `date`: 14:05, or 2:05 PM where people write that."""
    return _clock(_local(date))


def in_list(date: int, now: int | None = None) -> str:
    """Returns the shortest text that tells when: 14:05 today, Mon within six days, 3 Nov this year, else 03.11.2024."""
    moment, present = _local(date), _local(_now(now))
    days = moment.date().daysTo(present.date())
    if days == 0:
        return _clock(moment)
    if 0 < days < 7:
        return QLocale().dayName(moment.date().dayOfWeek(), QLocale.FormatType.ShortFormat)
    if moment.date().year() == present.date().year():
        return _day_and_month(moment.date(), "MMM")
    return QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)


def day(date: int, now: int | None = None) -> str:
    """Returns the day as a line between messages: Today, Yesterday, Monday, 3 November, 3 November 2024."""
    moment, present = _local(date).date(), _local(_now(now)).date()
    days = moment.daysTo(present)
    if days == 0:
        return tr("Today")
    if days == 1:
        return tr("Yesterday")
    if 1 < days < 7:
        return QLocale().dayName(moment.dayOfWeek(), QLocale.FormatType.LongFormat)
    return _day_and_month(moment, "MMMM", with_year=moment.year() != present.year())


def full(date: int) -> str:
    """Returns day and time in full, such as for a tooltip."""
    moment = _local(date)
    return tr("{day}, {time}").format(day=_day_and_month(moment.date(), "MMMM", with_year=True), time=clock(date))


def day_and_clock(date: int, now: int | None = None) -> str:
    """Returns day and time within a sentence: today at 14:05, yesterday at 9:10, 3 November at 12:00."""
    moment, present = _local(date).date(), _local(_now(now)).date()
    days = moment.daysTo(present)
    if days == 0:
        return tr("today at %s") % clock(date)
    if days == 1:
        return tr("yesterday at %s") % clock(date)
    if days == -1:
        return tr("tomorrow at %s") % clock(date)
    shown = _day_and_month(moment, "MMMM", with_year=moment.year() != present.year())
    return tr("{day} at {time}").format(day=shown, time=clock(date))


def period(seconds: int) -> str:
    """Returns a length of time in its largest whole unit: 45 seconds, 5 minutes, 1 day, 2 months."""
    for size, text in _PERIODS:
        if seconds >= size and (seconds % size == 0 or seconds >= 2 * size):
            return text(seconds // size)
    return plural("%n second", "%n seconds", max(0, seconds))


def birthday(day: int, month: int, year: int) -> str:
    """Returns a birthday: 3 November, or 3 November 1992 where the year is known (not 0)."""
    # Years without a 29 February would lose that birthday.
    date = QDate(year or 2000, month, day)
    return _day_and_month(date, "MMMM", with_year=bool(year)) if date.isValid() else ""


def month(date: int) -> str:
    """Returns the month of the Unix time `date` with its year: March 2026."""
    return QLocale().toString(_local(date).date(), "MMMM yyyy")


def seconds_until_tomorrow(now: int | None = None) -> int:
    """Returns in how many seconds "today" becomes "yesterday"."""
    moment = _local(_now(now))
    return max(1, moment.secsTo(moment.date().addDays(1).startOfDay()))


def _clock(moment: QDateTime) -> str:
    return QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)


def _day_and_month(date: QDate, month: str, *, with_year: bool = False) -> str:
    """The order of day and month is the one in which the locale writes dates."""
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    first_day = short.find("d") < short.find("M")
    pattern = f"d {month}" if first_day else f"{month} d"
    if with_year:
        pattern += " yyyy" if first_day else ", yyyy"
    return QLocale().toString(date, pattern)


def _local(date: int) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(date)


def _now(now: int | None) -> int:
    return int(time.time()) if now is None else now


_PERIODS: tuple[tuple[int, Callable[[int], str]], ...] = (
    (31_536_000, lambda count: plural("%n year", "%n years", count)),
    (2_592_000, lambda count: plural("%n month", "%n months", count)),
    (604_800, lambda count: plural("%n week", "%n weeks", count)),
    (86_400, lambda count: plural("%n day", "%n days", count)),
    (3_600, lambda count: plural("%n hour", "%n hours", count)),
    (60, lambda count: plural("%n minute", "%n minutes", count)),
)
