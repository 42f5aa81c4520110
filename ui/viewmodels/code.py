"""`CodeView`: the screen that takes the code of a sign-in."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from client.auth import CodeStep
from ui.viewmodels.sign_in_step import StepView
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import sign_in as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CodeView(StepView):
    """What kind of code it is, and when it may be asked for again."""

    waitChanged = Signal()

    def __init__(
        self, step: CodeStep, tasks: Tasks, loop: asyncio.AbstractEventLoop, parent: QObject | None = None
    ) -> None:
        super().__init__(tasks, parent)
        self._step = step
        self._loop = loop
        self._words = wording.code(step.code_type, f"+{step.phone_number.lstrip('+')}")
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
        if self._remaining() > 0:
            self._second.start()

    @Property(str, constant=True)
    def title(self) -> str:
        return self._words.title

    @Property(str, constant=True)
    def text(self) -> str:
        return self._words.text

    @Property(str, constant=True)
    def icon(self) -> str:
        return self._words.icon

    @Property(str, constant=True)
    def link(self) -> str:
        """The page that shows the code; empty where it comes another way."""
        return self._words.link

    @Property(int, constant=True)
    def length(self) -> int:
        """How many digits the code has; 0 where that is unknown or it has letters."""
        return self._words.length

    @Property(bool, constant=True)
    def letters(self) -> bool:
        """Whether the code is a word or words."""
        return self._words.letters

    @Property(str, notify=waitChanged)
    def wait(self) -> str:
        """When the code can be asked for again, as a sentence; empty where it can be, or never can."""
        left = self._remaining()
        return wording.wait(left) if left > 0 and self._step.next_type is not None else ""

    @Property(str, notify=waitChanged)
    def nextWay(self) -> str:
        """The words of the button that asks again; empty while that is not possible."""
        return wording.next_way(self._step.next_type) if self._remaining() <= 0 else ""

    @Slot(str)
    def submit(self, code: str) -> None:
        self.attempt(self._step.submit(code.strip()))

    @Slot()
    def resend(self) -> None:
        self.attempt(self._step.resend())

    @Slot()
    def back(self) -> None:
        self.attempt(self._step.back())

    def _remaining(self) -> int:
        if self._step.resend_at is None:
            return 0
        return max(0, round(self._step.resend_at - self._loop.time()))

    @Slot()
    def _tick(self) -> None:
        if self._remaining() <= 0:
            self._second.stop()
        self.waitChanged.emit()
