"""`JumpCalendar`: a month of days to jump to, with a mark where there are pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QDate, QDateTime, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.session import Session
from ui.viewmodels.message_row import MessageRow
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import calendar as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

CELLS = 42
"""Six weeks: what any month needs at most."""

BEGINNING = QDate(2013, 8, 1)
"""There was no Telegram before."""

MOST_PAGES = 12


@QmlElement
class JumpCalendar(QObject):
    """The days of one month.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: runs what must be awaited.
        chosen: takes the Unix time at which the chosen day begins.
    """

    changed = Signal()

    def __init__(
        self, session: Session, chat_id: int, tasks: Tasks, chosen: Callable[[int], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._chosen = chosen
        self._day = QDate.currentDate()
        self._counts: dict[QDate, int] = {}
        self._asked_before: int | None = 0
        self._open = False

    open = Property(bool, lambda self: self._open, notify=changed)
    title = Property(str, lambda self: QLocale().toString(self._day, "MMMM yyyy"), notify=changed)
    weekdays = Property(list, lambda self: wording.weekdays(), constant=True)
    days = Property(list, lambda self: self._days(), notify=changed)
    current = Property(int, lambda self: self._first().daysTo(self._day), notify=changed)
    hasNext = Property(bool, lambda self: self._month_begins(1) <= QDate.currentDate(), notify=changed)
    hasPrevious = Property(bool, lambda self: self._month_begins(0) > BEGINNING, notify=changed)

    @Slot()
    def start(self) -> None:
        """Opens the calendar at today."""
        self._open = True
        self._go(QDate.currentDate())

    @Slot(MessageRow)
    def startAt(self, row: MessageRow) -> None:
        """Opens the calendar at the day of a message."""
        self._open = True
        self._go(QDateTime.fromSecsSinceEpoch(row.message.date).date())

    @Slot(result=bool)
    def close(self) -> bool:
        """Closes it; returns whether it was open."""
        had, self._open = self._open, False
        self.changed.emit()
        return had

    @Slot(int)
    def step(self, months: int) -> None:
        self._go(self._day.addMonths(months))

    @Slot(int)
    def move(self, days: int) -> None:
        self._go(self._day.addDays(days))

    @Slot(int)
    def choose(self, cell: int) -> None:
        """Takes a day, by the cell's place in `days`."""
        day = self._first().addDays(cell)
        if day <= QDate.currentDate():
            self.close()
            self._chosen(day.startOfDay().toSecsSinceEpoch())

    def _go(self, day: QDate) -> None:
        self._day = max(BEGINNING, min(day, QDate.currentDate()))
        self.changed.emit()
        if self._asked_before is not None:
            before, self._asked_before = self._asked_before, None
            self._tasks.start(self._count(before), on_error=lambda error: None)

    async def _count(self, before: int) -> None:
        """Counts back to the month that is shown."""
        for _ in range(MOST_PAGES):
            page = await self._session.searching.days_with_media(self._chat_id, before)
            for day in page.days:
                self._counts[QDateTime.fromSecsSinceEpoch(day.message.date).date()] = day.total_count
            self.changed.emit()
            if not page.days:
                return
            before = page.days[-1].message.id
            if QDateTime.fromSecsSinceEpoch(page.days[-1].message.date).date() < self._month_begins(0):
                self._asked_before = before
                return

    def _days(self) -> list[dict[str, str | bool]]:
        first = self._first()
        return [self._cell(first.addDays(cell)) for cell in range(CELLS)]

    def _cell(self, day: QDate) -> dict[str, str | bool]:
        count = self._counts.get(day, 0)
        return {
            "number": QLocale().toString(day.day()),
            "inMonth": day.month() == self._day.month(),
            "enabled": day <= QDate.currentDate(),
            "today": day == QDate.currentDate(),
            "marked": count > 0,
            "spoken": wording.day(day, count),
        }

    def _first(self) -> QDate:
        """The day in the first cell: the beginning of the week in which the month begins."""
        begins = self._month_begins(0)
        first = QLocale().firstDayOfWeek().value
        return begins.addDays(-((begins.dayOfWeek() - first) % 7))

    def _month_begins(self, later: int) -> QDate:
        return QDate(self._day.year(), self._day.month(), 1).addMonths(later)
