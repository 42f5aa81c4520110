"""Ctrl+C in the terminal and the system's wish that the programme ends, told on Qt's own thread at once."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Slot


class EndSignals(QObject):
    """Calls `on_end` when SIGINT or SIGTERM comes.

    Python runs signal handlers only between its own instructions, and Qt's loop has none while it waits: a byte on a
    socket wakes it.
    """

    def __init__(self, on_end: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_end = on_end
        self._woken, waking = socket.socketpair()
        self._waking = waking
        self._woken.setblocking(False)
        waking.setblocking(False)
        signal.set_wakeup_fd(waking.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._before = {number: signal.signal(number, self._end) for number in (signal.SIGINT, signal.SIGTERM)}

    def close(self) -> None:
        """Gives the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._woken.close()
        self._waking.close()

    @Slot()
    def _read(self) -> None:
        self._woken.recv(64)

    def _end(self, number: int, frame: FrameType | None) -> None:
        self._on_end()
