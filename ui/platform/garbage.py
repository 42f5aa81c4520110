"""`Garbage`: Python's collector of reference cycles, on Qt's own thread alone."""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from tdlib.memory import give_back

ROUND = 250
"""Milliseconds between two rounds through what is new."""

BUSY_ROUND = 40
"""The same while much is new: a round through all of a second would take longer than a frame has time for."""

BUSY = 0.0005
"""Seconds that a round through much takes."""

QUIET = 0.0001
"""Seconds that a round through next to nothing takes."""

QUIET_ROUNDS = 8
"""Rounds through next to nothing after which nobody misses a frame or three."""

MUCH = 7_000
"""New objects after which it is worth while to go through the old ones too."""

FULL_ROUND = 30.0
"""Seconds between two rounds through everything, which take the time of some frames."""

FULL_ROUND_AT_LAST = 600.0
"""The same where no quiet moment comes for it."""

SETTLED = 5_000
"""Milliseconds after the start at which what was imported meanwhile is left out too."""


class Garbage(QObject):
    """Collects on the thread that makes it.

    By itself Python collects on whichever thread allocates, such as the one that decodes updates; an object of Qt that
    a cycle holds would be destroyed there, while its timers and connections belong to this thread. Python's own count
    of what is new is no guide either: where updates replace what was there it hardly rises. What exists already is left
    out from now on: it stays as long as the programme, and going through it takes longer than a frame.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        gc.freeze()
        self._new = 0
        self._quiet = 0
        self._full_at = time.monotonic()
        self._timer = QTimer(self, timerType=Qt.TimerType.CoarseTimer)
        self._timer.setInterval(ROUND)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        self._settling = QTimer(self, singleShot=True)
        self._settling.setInterval(SETTLED)
        self._settling.timeout.connect(gc.freeze)
        self._settling.start()

    def close(self) -> None:
        """Gives the collector back as it was found, after a last round."""
        self._timer.stop()
        self._settling.stop()
        gc.unfreeze()
        gc.collect()
        if self._was_enabled:
            gc.enable()

    @Slot()
    def _collect(self) -> None:
        self._new += gc.get_count()[0]
        began = time.thread_time()
        gc.collect(1)
        took = time.thread_time() - began
        if took > BUSY:
            self._new = max(self._new, MUCH)
        self._quiet = self._quiet + 1 if took < QUIET else 0
        if self._is_due(FULL_ROUND if self._quiet >= QUIET_ROUNDS else FULL_ROUND_AT_LAST):
            self._collect_all()
        wanted = BUSY_ROUND if took > BUSY else ROUND
        if self._timer.interval() != wanted:
            self._timer.setInterval(wanted)

    def _is_due(self, seconds: float) -> bool:
        return self._new >= MUCH and time.monotonic() > self._full_at + seconds

    def _collect_all(self) -> None:
        gc.collect()
        give_back()
        self._new = 0
        self._full_at = time.monotonic()
