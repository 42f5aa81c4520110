"""The desktop's notifications: which of the ways to show them this system has."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Hashable

from PySide6.QtGui import QImage

from ui.platform.session_bus import SessionBus
from ui.viewmodels.notifier import Note, Notifier


class NoNotifier:
    """Implements `Notifier` where there is nothing to show them with."""

    def show(self, key: Hashable, note: Note) -> None:
        return None

    def withdraw(self, key: Hashable) -> None:
        return None

    def close(self) -> None:
        return None


class LateNotifier:
    """Implements `Notifier` by another that is made for the first notification: the first frame does without.

    Arguments:
        make: makes it.
    """

    def __init__(self, make: Callable[[], Notifier]) -> None:
        self._make = make
        self._made: Notifier | None = None

    def show(self, key: Hashable, note: Note) -> None:
        if self._made is None:
            self._made = self._make()
        self._made.show(key, note)

    def withdraw(self, key: Hashable) -> None:
        if self._made is not None:
            self._made.withdraw(key)

    def close(self) -> None:
        if self._made is not None:
            self._made.close()


def notifier(loop: asyncio.AbstractEventLoop, bus: SessionBus, load: Callable[[str], QImage]) -> Notifier:
    """Returns this system's notifications.

    Arguments:
        loop: the event loop.
        bus: the session's D-Bus.
        load: returns the picture at an address as QML has it; an empty one where there is none.
    """
    if not sys.platform.startswith("linux"):
        return NoNotifier()

    def make() -> Notifier:
        from ui.platform.notifications_dbus import DBusNotifier

        return DBusNotifier(loop, bus, load)

    return LateNotifier(make)
