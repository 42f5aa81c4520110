"""An event loop in a thread of its own, and objects that live on it but are used from anywhere."""

from __future__ import annotations

import asyncio
import inspect
import threading
from collections.abc import Callable
from typing import Any

CALL_TIMEOUT = 60.0


class LoopThread:
    """A running event loop.

    Arguments:
        name: what the thread is called.
    """

    def __init__(self, name: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Starts the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread and closes the loop; harmless when that has been done."""
        if self._loop.is_closed():
            return
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
        self._loop.close()

    @property
    def is_running(self) -> bool:
        """Whether calls can be made."""
        return self._thread.is_alive()

    def call(self, function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Calls a function or coroutine function on the loop and returns its result; raises what it raises.

        On the loop's own thread the function is called at once, and a coroutine function is refused.

        Raises:
            TimeoutError: when there is no result after a minute.
            RuntimeError: when the loop does not run.
        """
        if threading.current_thread() is self._thread:
            if inspect.iscoroutinefunction(function):
                raise RuntimeError("on the sandbox's own thread, await the coroutine instead")
            return function(*arguments, **named)
        if not self.is_running:
            raise RuntimeError("the sandbox is not running: use it as a context manager, or call start()")

        async def run() -> Any:
            result = function(*arguments, **named)
            return await result if inspect.isawaitable(result) else result

        future = asyncio.run_coroutine_threadsafe(run(), self._loop)
        try:
            return future.result(CALL_TIMEOUT)
        except TimeoutError:
            future.cancel()
            raise

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()
        pending = asyncio.all_tasks(self._loop)
        for task in pending:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))


class OnLoop:
    """Stands for an object that lives on a loop: its attributes are read and its methods called there."""

    def __init__(self, loop: LoopThread, target: Any) -> None:
        self._loop = loop
        self._target = target

    def __getattr__(self, name: str) -> Any:
        value = self._loop.call(getattr, self._target, name)
        if not callable(value):
            return value

        def call(*arguments: Any, **named: Any) -> Any:
            return self._loop.call(value, *arguments, **named)

        return call

    def __repr__(self) -> str:
        return repr(self._target)
