"""`Background`: what a session does by itself, without a person waiting for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from tdlib.errors import TdError

log = logging.getLogger(__name__)


class Background:
    """Runs coroutines, keeps them alive and logs how they fail."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        """Runs `coroutine` to its end, or not at all after `close`."""
        if self._closed:
            coroutine.close()
            return
        task = asyncio.get_running_loop().create_task(self._run(coroutine))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        # A task that is cancelled before its first step would leave its coroutine behind unawaited.
        task.add_done_callback(lambda _: coroutine.close())

    def close(self) -> None:
        """Cancels what runs."""
        self._closed = True
        for task in tuple(self._tasks):
            task.cancel()

    async def _run(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        try:
            await coroutine
        except TdError as error:
            log.info("in the background: %s was refused with %d", error.request, error.code)
        except Exception:
            log.exception("work in the background failed")
