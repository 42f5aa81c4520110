"""The desktop's tray: which of the ways to be in it this system has."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable

from ui.platform.session_bus import SessionBus
from ui.viewmodels.tray import Tray, TrayState, TrayVerbs


class NoTray:
    """Implements `Tray` where there is none."""

    is_there = False

    def start(self, verbs: TrayVerbs, changed: Callable[[], None]) -> None:
        return None

    def show(self, state: TrayState) -> None:
        return None

    def close(self) -> None:
        return None


def tray(loop: asyncio.AbstractEventLoop, bus: SessionBus) -> Tray:
    """Returns this system's tray.

    Arguments:
        loop: the event loop.
        bus: the session's D-Bus.
    """
    if not sys.platform.startswith("linux"):
        return NoTray()
    from ui.platform.tray_dbus import DBusTray

    return DBusTray(loop, bus)
