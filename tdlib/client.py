"""`TdClient`: one engine process, one ordered queue of what TDLib says, and typed requests.

Updates and answers are applied in the order TDLib sent them. A reader thread decodes and appends; the event loop drains
the queue in slices. An answer that carries state is applied inside the drain by its request's `apply`; after any other
answer the drain pauses, so that the coroutine that waited goes on before later updates are applied.
"""

from __future__ import annotations

import asyncio
import collections
import contextlib
import logging
import os
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Container
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from tdlib import functions as tf
from tdlib import types as td
from tdlib.decode import Decoder, UnknownObject
from tdlib.errors import Aborted, LibraryMismatch, LibraryUnusable, TdError, TimedOut, from_answer
from tdlib.frames import Kind, Splitter, pack
from tdlib.starting import start_engine

log = logging.getLogger(__name__)
engine_log = logging.getLogger("tdlib.engine")

Result = TypeVar("Result")

SLICE = 0.004
"""Seconds one slice of the drain may take before other work of the loop gets its turn."""

DEADLINE = 90.0
"""Seconds a request waits for its answer; TDLib itself gives up on a server after about 63."""

CLOSE_DEADLINE = 10.0
"""Seconds TDLib gets to close before its process is killed."""

_LEVELS = {0: logging.CRITICAL, 1: logging.ERROR, 2: logging.WARNING}


@dataclass(frozen=True)
class Stopped:
    """The engine process has ended.

    Attributes:
        closed: whether TDLib had closed properly before.
        code: the process's exit code; negative for a signal's number.
        last_words: TDLib's fatal log line before an abort, if it left one; for reports, never for the screen.
        failure: why libtdjson could not be used, where that is the reason.
    """

    closed: bool
    code: int
    last_words: str = ""
    failure: LibraryUnusable | None = None


@dataclass
class _Pending:
    """A request without an answer yet."""

    name: str
    future: asyncio.Future[Any]
    apply: Callable[[Any], None] | None
    timer: asyncio.TimerHandle


@dataclass(frozen=True)
class _LogLine:
    level: int
    text: str


_Received = tuple[td.TdObject, str | None] | UnknownObject | _LogLine | Stopped


class TdClient:
    """One TDLib client in a process of its own. Create it on the thread of a running event loop.

    Arguments:
        library: absolute path of libtdjson.
        on_update: receives every update, in TDLib's order.
        on_stopped: called once, last, when the engine process has ended for whatever reason.
        on_drained: called at the end of each slice in which updates or answers were applied, before those who
            wait go on; takes whether there were answers.
        on_log: receives (level, line) of TDLib's log, levels 0–2; some facts are only said there.
        ignored: the `@type` of updates that nobody wants: they are dropped unread.
        start: starts the engine's process, or hands one over that nobody has spoken to.

    Attributes:
        updates_applied: how many updates have been handed to `on_update`.
    """

    def __init__(
        self,
        library: Path,
        *,
        on_update: Callable[[td.TdObject], None],
        on_stopped: Callable[[Stopped], None],
        on_drained: Callable[[bool], None] = lambda answered: None,
        on_log: Callable[[int, str], None] = lambda level, line: None,
        ignored: Container[str] = (),
        start: Callable[[Path], subprocess.Popen[bytes]] = start_engine,
    ) -> None:
        self.updates_applied = 0
        self._library = library
        self._ignored = ignored
        self._loop = asyncio.get_running_loop()
        self._on_update = on_update
        self._on_stopped = on_stopped
        self._on_drained = on_drained
        self._has_answered = False
        self._on_log = on_log
        self._received: collections.deque[_Received] = collections.deque()
        self._drain_scheduled = False
        self._wake_lock = threading.Lock()
        self._pending: dict[str, _Pending] = {}
        self._next_extra = 0
        self._stopped: Stopped | None = None
        self._ended = self._loop.create_future()
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._process = start(library)
        threading.Thread(target=self._write, name="engine-writer", daemon=True).start()
        threading.Thread(target=self._read, name="engine-reader", daemon=True).start()

    @property
    def process_id(self) -> int:
        """The engine's process id."""
        return self._process.pid

    @property
    def stopped(self) -> Stopped | None:
        """How the engine ended, None while it runs."""
        return self._stopped

    async def request(
        self,
        request: tf.Request[Result],
        *,
        apply: Callable[[Result], None] | None = None,
        deadline: float = DEADLINE,
    ) -> Result:
        """Sends `request` and returns TDLib's answer.

        Arguments:
            request: one of `tdlib.functions`.
            apply: a store's method that takes the answer in at its place in the order of updates.
            deadline: seconds to wait for the answer.

        Raises:
            TdError: or one of its children.
        """
        name = type(request).__name__
        name = name[0].lower() + name[1:]
        if self._stopped is not None:
            raise Aborted(499, "engine stopped", name)
        extra = str(self._next_extra)
        self._next_extra += 1
        future: asyncio.Future[Any] = self._loop.create_future()
        timer = self._loop.call_later(deadline, self._time_out, extra)
        self._pending[extra] = _Pending(name, future, apply, timer)
        encoded = msgspec.json.encode(request)
        self._outbox.put(pack(Kind.JSON, encoded[:-1] + b',"@extra":"' + extra.encode() + b'"}'))
        return cast(Result, await future)

    def send(self, request: tf.Request[Any]) -> None:
        """Sends `request` without waiting for an answer; for what may be said before TDLib has parameters."""
        self._outbox.put(pack(Kind.JSON, msgspec.json.encode(request)))

    async def close(self) -> Stopped:
        """Closes TDLib properly and returns how its process ended; kills it after `CLOSE_DEADLINE` seconds."""
        if self._stopped is None:
            self.send(tf.Close())
            timer = self._loop.call_later(CLOSE_DEADLINE, self._process.kill)
            await asyncio.shield(self._ended)
            timer.cancel()
        assert self._stopped is not None
        return self._stopped

    def _time_out(self, extra: str) -> None:
        pending = self._pending.pop(extra)
        if not pending.future.done():
            pending.future.set_exception(TimedOut(408, "no answer", pending.name))

    # The two threads. They touch the process's pipes and the deque, nothing else.

    def _write(self) -> None:
        assert self._process.stdin is not None
        while (frame := self._outbox.get()) is not None:
            try:
                self._process.stdin.write(frame)
            except (OSError, ValueError):
                # The process has gone; ValueError where the reader has closed the pipe already.
                return

    def _read(self) -> None:
        assert self._process.stdout is not None
        descriptor = self._process.stdout.fileno()
        splitter = Splitter()
        reading = _Reading(self._library, self._ignored)
        while chunk := os.read(descriptor, 1 << 18):
            for kind, payload in splitter.feed(chunk):
                received = reading.take(kind, payload)
                if received is not None:
                    self._received.append(received)
                if reading.failure is not None:
                    self._process.kill()
            self._wake()
        self._outbox.put(None)
        code = self._process.wait()
        self._received.append(Stopped(reading.closed, code, reading.last_words, reading.failure))
        self._wake()
        with contextlib.suppress(OSError):
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    pipe.close()

    def _wake(self) -> None:
        with self._wake_lock:
            if self._drain_scheduled or not self._received:
                return
            self._drain_scheduled = True
        # The loop is gone when the interface ends without waiting for the engine.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._drain)

    # The loop's side.

    def _drain(self) -> None:
        until = time.perf_counter() + SLICE
        while self._received:
            if self._take(self._received.popleft()) or time.perf_counter() >= until:
                break
        answered, self._has_answered = self._has_answered, False
        self._on_drained(answered)
        with self._wake_lock:
            self._drain_scheduled = bool(self._received)
            if not self._drain_scheduled:
                return
        self._loop.call_soon(self._drain)

    def _take(self, received: _Received) -> bool:
        """Applies one item; returns whether the drain must pause for a coroutine that can go on now."""
        match received:
            case _LogLine(level, text):
                engine_log.log(_LEVELS.get(level, logging.INFO), "%s", text)
                self._on_log(level, text)
            case UnknownObject(extra=str(extra)):
                return self._answer(extra, td.Error(code=400, message=f"unknown answer {received.type}"))
            case UnknownObject():
                pass
            case Stopped():
                self._stop(received)
            case (answer, str(extra)):
                return self._answer(extra, answer)
            case (td.Error() as error, None):
                log.error("TDLib refused something that it could not read: %s", error.message)
            case (update, None):
                self.updates_applied += 1
                self._guard(self._on_update, update)
        return False

    def _answer(self, extra: str, answer: td.TdObject) -> bool:
        self._has_answered = True
        pending = self._pending.pop(extra, None)
        if pending is None:
            return False
        pending.timer.cancel()
        if isinstance(answer, td.Error):
            if not pending.future.done():
                pending.future.set_exception(from_answer(answer, pending.name))
            return True
        if pending.apply is not None:
            self._guard(pending.apply, answer)
        if not pending.future.done():
            pending.future.set_result(answer)
        return pending.apply is None

    def _guard(self, apply: Callable[[Any], None], value: td.TdObject) -> None:
        """Applies `value`; a failure costs this object alone, never the order of those behind it."""
        try:
            apply(value)
        except Exception:
            log.exception("could not apply %s", type(value).__name__)

    def _stop(self, stopped: Stopped) -> None:
        self._has_answered = True
        self._stopped = stopped
        pending, self._pending = self._pending, {}
        for one in pending.values():
            one.timer.cancel()
            if not one.future.done():
                one.future.set_exception(Aborted(499, "engine stopped", one.name))
        if not self._ended.done():
            self._ended.set_result(None)
        self._on_stopped(stopped)


class _Reading:
    """What the reader thread learns from the frames beside the objects in them."""

    def __init__(self, library: Path, ignored: Container[str]) -> None:
        self.closed = False
        self.last_words = ""
        self.failure: LibraryUnusable | None = None
        self._library = library
        self._decoder = Decoder(ignored)

    def take(self, kind: Kind, payload: bytes) -> _Received | None:
        match kind:
            case Kind.JSON:
                return self._decode(payload)
            case Kind.LOG:
                level, text = payload[0], payload[1:].decode(errors="replace").rstrip()
                self.last_words = text if level == 0 else self.last_words
                return _LogLine(level, text)
            case Kind.HELLO:
                self._check_version(msgspec.json.decode(payload))
            case Kind.FAILURE:
                path, _, reason = payload.decode(errors="replace").partition("\0")
                self.failure = LibraryUnusable(path, reason)
        return None

    def _decode(self, payload: bytes) -> _Received:
        try:
            received = self._decoder.decode(payload)
        except UnknownObject as unknown:
            return unknown
        update = received[0]
        if isinstance(update, td.UpdateAuthorizationState):
            self.closed = isinstance(update.authorization_state, td.AuthorizationStateClosed)
        return received

    def _check_version(self, hello: dict[str, dict[str, str]]) -> None:
        version, commit = (hello[option].get("value", "") for option in ("version", "commit_hash"))
        if (version, commit) != (td.TDLIB_VERSION, td.TDLIB_COMMIT):
            wanted = f"{td.TDLIB_VERSION} ({td.TDLIB_COMMIT[:8]})"
            self.failure = LibraryMismatch(str(self._library), f"{version} ({commit[:8]})", wanted)


__all__ = ["Stopped", "TdClient", "TdError"]
