"""Notifications are made ready for the first of them."""

from __future__ import annotations

from collections.abc import Hashable

from ui.platform.notifications import LateNotifier
from ui.viewmodels.notifier import Note

NOTE = Note("Ann", "hello", "", True, lambda token: None)


class Recorder:
    """Implements `Notifier` by noting what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def show(self, key: Hashable, note: Note) -> None:
        self.asked.append((key, note))

    def withdraw(self, key: Hashable) -> None:
        self.asked.append(key)

    def close(self) -> None:
        self.asked.append("closed")


def test_it_is_made_once_for_the_first_notification() -> None:
    made: list[Recorder] = []

    def make() -> Recorder:
        made.append(Recorder())
        return made[-1]

    notifier = LateNotifier(make)
    notifier.withdraw(1)
    assert made == []
    notifier.show(1, NOTE)
    notifier.show(2, NOTE)
    notifier.withdraw(1)
    notifier.close()
    (recorder,) = made
    assert recorder.asked == [(1, NOTE), (2, NOTE), 1, "closed"]


def test_without_any_there_is_nothing_to_close() -> None:
    LateNotifier(Recorder).close()
