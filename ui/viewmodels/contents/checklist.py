"""`ChecklistContent`: tasks to tick."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from tdlib import types as td
from ui.viewmodels.wording import cards as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChecklistItem(QObject):
    """One task.

    Arguments:
        task: as the list has it.
        who: who ticked it; empty where nobody did.
        tick: marks it; None where the person may not.
    """

    def __init__(
        self, task: td.ChecklistTask, who: str, tick: Callable[[bool], None] | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._task = task
        self._who = who
        self._tick = tick

    text = Property(str, lambda self: self._task.text.text, constant=True)
    who = Property(str, lambda self: self._who, constant=True)
    done = Property(bool, lambda self: self._is_done(), constant=True)
    canTick = Property(bool, lambda self: self._tick is not None, constant=True)

    @Slot()
    def toggle(self) -> None:
        """Marks the task as done, or as not done."""
        if self._tick is not None:
            self._tick(not self._is_done())

    def _is_done(self) -> bool:
        return self._task.completed_by is not None or self._task.completion_date > 0


@QmlElement
class ChecklistContent(QObject):
    """A list of tasks.

    Arguments:
        checklist: as the message has it.
        name: names who ticked a task.
        tick: marks a task by its id.
    """

    def __init__(
        self,
        checklist: td.Checklist,
        name: Callable[[td.MessageSender], str],
        tick: Callable[[int, bool], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = checklist.title.text
        may = checklist.can_mark_tasks_as_done
        self._items = [
            ChecklistItem(
                task,
                name(task.completed_by) if task.completed_by is not None else "",
                partial(tick, task.id) if may else None,
                self,
            )
            for task in checklist.tasks
        ]
        done = sum(bool(task.completed_by is not None or task.completion_date) for task in checklist.tasks)
        self._note = wording.tasks_done(done, len(checklist.tasks))
        self._kicker = wording.checklist(shared=checklist.others_can_mark_tasks_as_done)

    title = Property(str, lambda self: self._title, constant=True)
    kicker = Property(str, lambda self: self._kicker, constant=True)
    note = Property(str, lambda self: self._note, constant=True)
    items = Property(list, lambda self: self._items, constant=True)
