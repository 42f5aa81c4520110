"""`FakeClient`: in the shape of `TdClient`, with answers by script and updates by hand."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Container
from pathlib import Path
from typing import Any, TypeVar

from tdlib import functions as tf
from tdlib import types as td
from tdlib.client import Stopped
from tdlib.errors import Aborted, LibraryUnusable, from_answer

Result = TypeVar("Result")
RequestT = TypeVar("RequestT", bound=tf.Request[Any])
Waiting = tuple[tf.Request[Any], Callable[[Any], None] | None, asyncio.Future[Any]]
Answer = td.TdObject | td.Error | Callable[[Any], td.TdObject]


class FakeClient:
    """Takes requests down and answers them.

    A request without an answer waits until `answer` is called, as it would for a slow server; `close` and `die` refuse
    what waits, as the real one does.

    Attributes:
        requests: everything that was asked, in order.
    """

    def __init__(
        self,
        library: Path = Path("libtdjson"),
        *,
        on_update: Callable[[td.TdObject], None] = lambda update: None,
        on_stopped: Callable[[Stopped], None] = lambda stopped: None,
        on_drained: Callable[[bool], None] = lambda answered: None,
        on_log: Callable[[int, str], None] = lambda level, line: None,
        ignored: Container[str] = (),
    ) -> None:
        self.library = library
        self.requests: list[tf.Request[Any]] = []
        self.is_stopped = False
        self.process_id = 1
        self._on_update = on_update
        self._on_stopped = on_stopped
        self._on_drained = on_drained
        self._on_log = on_log
        self._answers: dict[type[tf.Request[Any]], deque[Answer]] = {}
        self._always: dict[type[tf.Request[Any]], Answer] = {}
        self._waiting: list[Waiting] = []

    # What the test says beforehand.

    def answers(self, kind: type[tf.Request[Any]], *answers: Answer) -> None:
        """Has the next requests of a kind answered so, each answer once."""
        self._answers.setdefault(kind, deque()).extend(answers)

    def always(self, kind: type[tf.Request[Any]], answer: Answer) -> None:
        """Has requests of a kind answered so, whenever nothing else was said."""
        self._always[kind] = answer

    # What TDLib would do.

    def update(self, *updates: td.TdObject) -> None:
        """Has updates told, in one drain."""
        for update in updates:
            self._on_update(update)
        self._on_drained(True)

    def authorization(self, state: td.AuthorizationState) -> None:
        """Has an authorization state told."""
        self.update(td.UpdateAuthorizationState(authorization_state=state))

    def log(self, line: str) -> None:
        """Has TDLib log a warning."""
        self._on_log(2, line)

    def answer(self, kind: type[tf.Request[Any]], answer: Answer) -> None:
        """Answers the oldest waiting request of a kind; AssertionError where none waits."""
        for waiting in self._waiting:
            if isinstance(waiting[0], kind):
                self._waiting.remove(waiting)
                self._give(*waiting, answer)
                return
        raise AssertionError(f"no {kind.__name__} waits; there were {[type(each).__name__ for each in self.requests]}")

    def waiting(self, kind: type[RequestT]) -> list[RequestT]:
        """Returns the requests of a kind that have no answer yet, in order."""
        return [each[0] for each in self._waiting if isinstance(each[0], kind)]

    def answer_one(self, request: tf.Request[Any], answer: Answer) -> None:
        """Answers this waiting request."""
        found = next(each for each in self._waiting if each[0] is request)
        self._waiting.remove(found)
        self._give(*found, answer)

    def die(self, code: int = -9, last_words: str = "") -> None:
        """Has the process end by itself."""
        self._stop(Stopped(False, code, last_words))

    def cannot_load(self, failure: LibraryUnusable) -> None:
        """Has the engine end because of its library."""
        self._stop(Stopped(False, 1, "", failure))

    def end(self) -> None:
        """Has TDLib close, as after logging out."""
        self.authorization(td.AuthorizationStateClosed())
        self._stop(Stopped(True, 0))

    # What the test looks at.

    def asked(self, kind: type[RequestT]) -> list[RequestT]:
        """Returns the requests of a kind, in order."""
        return [each for each in self.requests if isinstance(each, kind)]

    # The shape of `TdClient`.

    async def request(
        self, request: tf.Request[Result], *, apply: Callable[[Result], None] | None = None, deadline: float = 90.0
    ) -> Result:
        name = type(request).__name__
        if self.is_stopped:
            raise Aborted(499, "engine stopped", name)
        self.requests.append(request)
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        scripted = self._answers.get(type(request))
        waiting = (request, apply, future)
        self._waiting.append(waiting)
        if scripted:
            self._answer_soon(waiting, scripted.popleft())
        elif type(request) in self._always:
            self._answer_soon(waiting, self._always[type(request)])
        return await future

    async def close(self) -> Stopped:
        if not self.is_stopped:
            self.end()
        return Stopped(True, 0)

    def _answer_soon(self, waiting: Waiting, answer: Answer) -> None:
        """Answers after what else the loop has to do: an answer never comes at once."""

        def give() -> None:
            if waiting in self._waiting:
                self._waiting.remove(waiting)
                self._give(*waiting, answer)

        asyncio.get_running_loop().call_soon(give)

    def _give(
        self,
        request: tf.Request[Any],
        apply: Callable[[Any], None] | None,
        future: asyncio.Future[Any],
        answer: Answer,
    ) -> None:
        given = answer if isinstance(answer, td.TdObject) else answer(request)
        if isinstance(given, td.Error):
            if not future.done():
                future.set_exception(from_answer(given, type(request).__name__))
            return
        if apply is not None:
            apply(given)
        if not future.done():
            future.set_result(given)
        self._on_drained(True)

    def _stop(self, stopped: Stopped) -> None:
        self.is_stopped = True
        waiting, self._waiting = self._waiting, []
        for request, _, future in waiting:
            if not future.done():
                future.set_exception(Aborted(499, "engine stopped", type(request).__name__))
        self._on_stopped(stopped)


def refusal(code: int, message: str) -> td.Error:
    """Returns TDLib's refusal as an answer."""
    return td.Error(code=code, message=message)
