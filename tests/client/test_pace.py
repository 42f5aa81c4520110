"""What is asked for many times is done in turns with time between them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from client.pace import INTERVAL, Pace


class Clock:
    """Time that a test moves, and the timers that wait for it."""

    def __init__(self) -> None:
        self.now = 100.0
        self.timers: list[tuple[float, Callable[[], None]]] = []

    def call_later(self, delay: float, run: Callable[[], None]) -> None:
        self.timers.append((delay, run))

    def fire(self) -> float:
        """Runs the one timer there is when it is due; returns how long that took."""
        [(delay, run)] = self.timers
        self.timers.clear()
        self.now += delay
        run()
        return delay


def test_the_first_after_a_while_is_done_in_the_next_turn() -> None:
    clock, done = Clock(), []
    pace = Pace(clock.call_later, lambda: clock.now)
    pace.schedule(lambda: done.append("a"))
    assert done == []
    assert clock.fire() == 0
    clock.now += 2 * INTERVAL
    pace.schedule(lambda: done.append("b"))
    assert clock.fire() == 0
    assert done == ["a", "b"]


def test_what_follows_at_once_waits_for_its_turn_from_the_end_of_the_last() -> None:
    clock, done = Clock(), []
    pace = Pace(clock.call_later, lambda: clock.now)

    def work() -> None:
        clock.now += 1.0
        done.append(clock.now)

    pace.schedule(work)
    clock.fire()
    pace.schedule(work)
    pace.schedule(work)
    assert clock.fire() == pytest.approx(INTERVAL)
    assert done == pytest.approx([101.0, 102.0 + INTERVAL])


def test_what_is_asked_for_meanwhile_is_done_in_the_turn_after() -> None:
    clock, done = Clock(), []
    pace = Pace(clock.call_later, lambda: clock.now)
    pace.schedule(lambda: pace.schedule(lambda: done.append("later")))
    clock.fire()
    assert done == []
    clock.fire()
    assert done == ["later"]
