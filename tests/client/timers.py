"""`Timers`: a `call_later` that runs when the test says so."""

from __future__ import annotations

from collections.abc import Callable


class Timer:
    """One timer."""

    def __init__(self, seconds: float, function: Callable[[], None]) -> None:
        self.seconds = seconds
        self.function = function
        self.is_cancelled = False

    def cancel(self) -> None:
        self.is_cancelled = True


class Timers:
    """All timers started through `call_later`."""

    def __init__(self) -> None:
        self.started: list[Timer] = []

    def call_later(self, seconds: float, function: Callable[[], None]) -> Timer:
        timer = Timer(seconds, function)
        self.started.append(timer)
        return timer

    @property
    def waiting(self) -> list[Timer]:
        return [timer for timer in self.started if not timer.is_cancelled]

    def run_out(self) -> None:
        """Runs what waits."""
        waiting = self.waiting
        self.started = []
        for timer in waiting:
            timer.function()
