"""The engine process: runs one TDLib client and passes frames between it and the interface.

TDLib aborts its process on a full disk, a failed fsync and its own checks. Here that costs this process alone; the
interface sees the end of its output and starts another. When the interface goes instead, the input ends, and the
engine closes TDLib properly before it leaves.

Beside python-telegram's binding it imports next to nothing, which keeps it light and its first answer early.
`tdlib.starting` says how it is started.
"""

from __future__ import annotations

import os
import signal
import threading
import time

from tdlib.binding import Binding, LibraryError
from tdlib.frames import Kind, Splitter, pack
from tdlib.memory import give_back

CLOSE = b'{"@type":"close"}'
CLOSED = b'"authorizationStateClosed"'
CLOSED_UPDATE = b'{"@type":"updateAuthorizationState"'

CLOSE_DEADLINE = 10.0
"""Seconds TDLib gets to close its databases after the interface has gone."""

IDLE_WAIT = 30.0
"""Seconds one wait for TDLib lasts: long, so that an idle engine wakes the processor twice a minute."""

BATCH_BYTES = 1 << 18

MUCH = 50_000
"""Bytes passed on after which TDLib may have memory to give back."""

GIVE_BACK_AFTER = 45.0
"""Seconds from one time to the next."""

VERBOSITY = 2
"""TDLib's log level: warnings; some facts are only said there."""


class Output:
    """The engine's standard output, written whole frames at a time; a reader that has gone is no error."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._lock = threading.Lock()
        self._broken = False

    def write(self, data: bytes) -> None:
        """Writes all of `data`; does nothing once the reader has gone."""
        with self._lock:
            rest = memoryview(data)
            while rest and not self._broken:
                try:
                    rest = rest[os.write(self._descriptor, rest) :]
                except OSError:
                    self._broken = True


class Engine:
    """One TDLib client between standard input and standard output."""

    def __init__(self, binding: Binding, output: Output) -> None:
        self._binding = binding
        self._output = output
        self._leave_at = float("inf")
        self._passed_on = 0
        self._owes = False
        self._given_back_at = time.monotonic()

    def run(self) -> None:
        """Serves until TDLib is closed, by request or because the input has ended.

        Both directions have a thread of their own, so that the main thread is free for signals.
        """
        threading.Thread(target=self._read_input, name="input", daemon=True).start()
        receiver = threading.Thread(target=self._receive, name="receive", daemon=True)
        receiver.start()
        receiver.join()

    def _receive(self) -> None:
        while True:
            remaining = self._leave_at - time.monotonic()
            if remaining <= 0:
                return
            first = self._binding.receive_bytes(min(IDLE_WAIT, remaining))
            if first is not None and self._forward(first):
                return
            self._give_back()

    def _forward(self, first: bytes) -> bool:
        """Writes everything TDLib has ready as one batch; returns whether TDLib said that it is closed."""
        batch = [pack(Kind.JSON, first)]
        size = len(first)
        closed = _says_closed(first)
        while not closed and size < BATCH_BYTES:
            received = self._binding.receive_bytes(0.0)
            if received is None:
                break
            batch.append(pack(Kind.JSON, received))
            size += len(received)
            closed = _says_closed(received)
        self._output.write(b"".join(batch))
        self._passed_on += size
        return closed

    def _give_back(self) -> None:
        """Gives the system free memory after much was passed on, and once more.

        TDLib itself lets go of a closed chat's messages after a minute.
        """
        if time.monotonic() < self._given_back_at + GIVE_BACK_AFTER:
            return
        much = self._passed_on >= MUCH
        if much or self._owes:
            give_back()
        self._owes = much
        self._passed_on = 0
        self._given_back_at = time.monotonic()

    def _read_input(self) -> None:
        splitter = Splitter()
        while chunk := _read(0):
            for _, request in splitter.feed(chunk):
                self._binding.send_bytes(request)
        self.close()

    def close(self) -> None:
        """Asks TDLib to close; the engine leaves when it has, or after `CLOSE_DEADLINE`."""
        self._leave_at = time.monotonic() + CLOSE_DEADLINE
        self._binding.send_bytes(CLOSE)


def _says_closed(received: bytes) -> bool:
    return received.startswith(CLOSED_UPDATE) and CLOSED in received


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1 << 16)
    except OSError:
        return b""


def _ask(binding: Binding, option: bytes) -> bytes:
    return binding.execute_bytes(b'{"@type":"getOption","name":"%b"}' % option) or b"null"


def _start(library: str, output: Output) -> Engine:
    def on_log(level: int, line: bytes) -> None:
        output.write(pack(Kind.LOG, bytes([max(0, level)]) + line))

    binding = Binding(library, VERBOSITY, on_log)
    hello = b'{"version":%b,"commit_hash":%b}' % (_ask(binding, b"version"), _ask(binding, b"commit_hash"))
    output.write(pack(Kind.HELLO, hello))
    return Engine(binding, output)


def serve(library: str) -> None:
    """Is the engine process, with the libtdjson at the absolute path `library`.

    It never returns: the process ends with code 0 after TDLib has closed, with 1 when libtdjson cannot be used.
    """
    os.umask(0o077)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    output = Output(1)
    code = 0
    try:
        engine = _start(library, output)
    except LibraryError as error:
        output.write(pack(Kind.FAILURE, f"{error.path}\0{error.reason}".encode(errors="surrogateescape")))
        code = 1
    else:
        signal.signal(signal.SIGTERM, lambda *_: engine.close())
        engine.run()
    # WORKAROUND: TDLib's threads outlive its client, and the interpreter's own end would run their log callback
    # without an interpreter under it.
    os._exit(code)
