"""`Mistakes`: what the programme itself does wrong is logged, and said in a sentence."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any

log = logging.getLogger(__name__)


class Mistakes:
    """Takes what nobody else caught.

    Arguments:
        loop: the event loop of Qt and asyncio.
        show: shows a sentence at the window's foot.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, show: Callable[[str], None]) -> None:
        self._show = show
        loop.set_exception_handler(self._in_loop)
        sys.excepthook = self._in_slot

    def _in_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        log.error("%s", context.get("message"), exc_info=error if isinstance(error, BaseException) else None)
        self._tell()

    def _in_slot(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("a mistake of the programme", exc_info=(kind, error, trace))
        self._tell()

    def _tell(self) -> None:
        from ui.viewmodels.wording import errors

        self._show(errors.internal())
