"""`Pace`: something that is done soon, but not much oftener than the screen is drawn."""

from __future__ import annotations

from collections.abc import Callable

INTERVAL = 0.032
"""Seconds between two turns: two frames, so that one of them is free for what else there is to do."""

CallLater = Callable[[float, Callable[[], None]], object]


class Pace:
    """Schedules what may be asked for many times a second.

    Arguments:
        call_later: starts a timer; `loop.call_later` fits.
        time: tells seconds; `loop.time` fits.
    """

    def __init__(self, call_later: CallLater, time: Callable[[], float]) -> None:
        self._call_later = call_later
        self._time = time
        self._next = time()
        self._awaited: list[Callable[[], None]] = []

    def schedule(self, run: Callable[[], None]) -> None:
        """Runs `run` in a turn of its own: in the next one, or `INTERVAL` after the last one has ended."""
        self._awaited.append(run)
        if len(self._awaited) == 1:
            self._call_later(max(0.0, self._next - self._time()), self._run)

    def _run(self) -> None:
        awaited, self._awaited = self._awaited, []
        for run in dict.fromkeys(awaited):
            run()
        self._next = self._time() + INTERVAL
