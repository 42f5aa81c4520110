"""`Garbage`: Python's collector of reference cycles, on Qt's own thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer

ROUND = 1_000
"""Milliseconds between two looks at how much there is to collect."""

SETTLED = 5_000
"""Milliseconds after the start at which what was imported meanwhile is left out too."""


class Garbage(QObject):
    """Collects on the thread that makes it, by Python's own thresholds.

    By itself Python collects on whichever thread allocates, such as the one that decodes updates; an object of Qt that
    a cycle holds would be destroyed there, while its timers and connections belong to this thread. What exists already
    is left out from now on: it stays as long as the programme, and going through it takes longer than a frame.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        gc.freeze()
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

    def _collect(self) -> None:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [generation for generation in range(3) if counts[generation] > max(1, thresholds[generation])]
        if due:
            gc.collect(max(due))
