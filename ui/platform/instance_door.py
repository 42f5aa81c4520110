"""Where later starts are answered: by Qt's own thread, so that an answer proves that the window works."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot

from ui.platform.single_instance import DONE, LONGEST, First, Request


class InstanceDoor(QObject):
    """Hands the requests of later starts to `take`, until `close`.

    Arguments:
        first: this start.
        take: shows the window and opens what it is given.
    """

    def __init__(self, first: First, take: Callable[[Request], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first = first
        self._take = take
        self._callers: set[_Caller] = set()
        first.listener.setblocking(False)
        self._notifier = QSocketNotifier(first.listener.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._accept)
        first.say(is_up=True)

    def close(self) -> None:
        """Answers nobody any more; who calls now waits for the end of this start, and is the next first one."""
        self._first.say(is_up=False)
        self._notifier.setEnabled(False)
        for caller in list(self._callers):
            self._drop(caller)

    @Slot()
    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            connection, _ = self._first.listener.accept()
            self._callers.add(_Caller(connection, self._answer, self._drop, self))

    def _answer(self, caller: _Caller, line: bytes) -> None:
        request = self._first.read(line)
        if request is None:
            self._drop(caller)
            return
        # Whoever has given up waiting wants nothing any more.
        if not caller.has_gone():
            caller.say(DONE)
            self._take(request)
        self._drop(caller)

    def _drop(self, caller: _Caller) -> None:
        self._callers.discard(caller)
        caller.close()
        caller.deleteLater()


class _Caller(QObject):
    """A connection, until its line is whole."""

    def __init__(
        self,
        connection: socket.socket,
        on_line: Callable[[_Caller, bytes], None],
        on_gone: Callable[[_Caller], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._connection = connection
        self._on_line = on_line
        self._on_gone = on_gone
        self._read = bytearray()
        connection.setblocking(False)
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)

    def has_gone(self) -> bool:
        """Whether the other side has hung up."""
        try:
            return self._connection.recv(1) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    def say(self, answer: bytes) -> None:
        with contextlib.suppress(OSError):
            self._connection.send(answer)

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._connection.close()

    @Slot()
    def _take(self) -> None:
        try:
            received = self._connection.recv(LONGEST)
        except BlockingIOError:
            return
        except OSError:
            received = b""
        self._read += received
        line, end, _ = self._read.partition(b"\n")
        if end:
            self._notifier.setEnabled(False)
            self._on_line(self, bytes(line))
        elif not received or len(self._read) > LONGEST:
            self._on_gone(self)
