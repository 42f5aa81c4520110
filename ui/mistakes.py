"""`Mistakes`: what the programme itself does wrong is logged, for a report, and said in a sentence."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

log = logging.getLogger(__name__)


class Mistakes:
    """Takes what nobody else caught, until `close`.

    Arguments:
        loop: the event loop of Qt and asyncio.
        show: shows a sentence at the window's foot.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, show: Callable[[str], None]) -> None:
        self._loop = loop
        self._show = show
        self._before = (sys.excepthook, threading.excepthook)
        loop.set_exception_handler(self._in_loop)
        sys.excepthook = self._in_slot
        threading.excepthook = self._in_thread

    def close(self) -> None:
        """Gives the hooks back."""
        self._loop.set_exception_handler(None)
        sys.excepthook, threading.excepthook = self._before

    def _in_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        log.critical("%s", context.get("message"), exc_info=error if isinstance(error, BaseException) else None)
        self._tell()

    def _in_slot(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("a mistake of the programme", exc_info=(kind, error, trace))
        self._tell()

    def _in_thread(self, thrown: threading.ExceptHookArgs) -> None:
        if thrown.exc_value is not None:
            trouble = (thrown.exc_type, thrown.exc_value, thrown.exc_traceback)
            log.critical("a mistake of the programme on a thread", exc_info=trouble)
            # The window belongs to the loop's thread.
            self._loop.call_soon_threadsafe(self._tell)

    def _tell(self) -> None:
        from ui.viewmodels.wording import errors

        self._show(errors.internal())
