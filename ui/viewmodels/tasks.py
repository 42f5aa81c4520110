"""`Tasks`: the one place of the interface that starts coroutines, keeps them, and shows their errors."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from tdlib.errors import Silent, TdError
from ui.viewmodels.wording import errors

log = logging.getLogger(__name__)

OnError = Callable[[TdError], None]


class Tasks:
    """Coroutines started from slots of view models.

    Arguments:
        loop: the event loop they run on.
        show: receives the sentence for an error that nobody claimed.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, show: Callable[[str], None]) -> None:
        self._loop = loop
        self._show = show
        self._running: set[asyncio.Task[None]] = set()

    @property
    def idle(self) -> bool:
        """Whether every coroutine that was started has ended."""
        return not self._running

    def start(self, coroutine: Coroutine[Any, Any, Any], on_error: OnError | None = None) -> asyncio.Task[None]:
        """Runs `coroutine` to its end.

        Arguments:
            coroutine: its result is dropped.
            on_error: receives TDLib's refusal in place of the window's toast; never called for `Silent`.

        Returns:
            The task, for cancelling it.
        """
        task = self._loop.create_task(self._run(coroutine, on_error))
        self._running.add(task)

        def end(task: asyncio.Task[None]) -> None:
            self._running.discard(task)
            # One that was cancelled before its first step would complain that nobody awaited it.
            coroutine.close()

        task.add_done_callback(end)
        return task

    def group(self) -> TaskGroup:
        """Returns tasks of one object, which run as these do and can be waited for before the object goes."""
        return TaskGroup(self, self._loop, self._show)

    async def finish(self, patience: float) -> None:
        """Waits up to `patience` seconds for the end of everything that runs."""
        if self._running:
            await asyncio.wait(self._running, timeout=patience)

    def cancel(self) -> None:
        """Ends what still runs, for an object that goes at once: nothing of it is called any more."""
        for task in list(self._running):
            task.cancel()

    async def close(self) -> None:
        """Cancels what still runs and waits for its end."""
        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _run(self, coroutine: Coroutine[Any, Any, Any], on_error: OnError | None) -> None:
        try:
            await coroutine
        except Silent:
            return
        except TdError as error:
            (on_error or self._show_error)(error)
        except Exception:
            log.exception("a task of the interface failed")
            self._show(errors.internal())

    def _show_error(self, error: TdError) -> None:
        self._show(errors.sentence(error))


class TaskGroup(Tasks):
    """The coroutines of one object among all.

    Arguments:
        everything: runs them.
        loop: the event loop they run on.
        show: receives the sentence for an error that nobody claimed.
    """

    def __init__(self, everything: Tasks, loop: asyncio.AbstractEventLoop, show: Callable[[str], None]) -> None:
        super().__init__(loop, show)
        self._everything = everything

    def start(self, coroutine: Coroutine[Any, Any, Any], on_error: OnError | None = None) -> asyncio.Task[None]:
        task = self._everything.start(coroutine, on_error)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task
