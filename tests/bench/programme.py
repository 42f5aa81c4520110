"""The whole programme, window included, with a measurement where a person would sit."""

from __future__ import annotations

import asyncio
import itertools
import os
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from typing import Any, NoReturn, cast

import msgspec
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

from client.account import Account
from client.accounts import Accounts
from client.session import Session
from tdlib import types as td
from tests.bench.display import display
from tests.bench.figures import Figure
from tests.bench.processes import CREDENTIALS
from tests.bench.turns import frame
from ui.app import SWITCH_INTERVAL
from ui.composition import Programme
from ui.event_loop import event_loop
from ui.options import Options, parse
from ui.startup import load_qt, prepare
from ui.viewmodels.chats_view import ChatsView

LOOK_AGAIN = 0.01
PATIENCE = 60.0


class Measured(Programme, ABC):
    """A programme that measures itself instead of waiting to be closed."""

    @abstractmethod
    async def measure(self, window: QQuickWindow, account: Account, chats: ChatsView) -> None:
        """Measures, with somebody signed in and the page of chats shown."""

    async def _show(self, window: QQuickWindow, accounts: Accounts) -> int:
        await until(lambda: self._accounts_view is not None and self._accounts_view.view.page == "chats")
        assert self._accounts_view is not None
        chats = self._accounts_view.view.chats
        assert isinstance(chats, ChatsView)
        await self.measure(window, accounts.open, chats)
        return 0


def run(programme: type[Measured], arguments: list[str], figures: list[Figure], around: ExitStack) -> NoReturn:
    """Runs `programme` on a virtual screen with a command line, prints its figures as a line of JSON, and leaves.

    Arguments:
        around: what is to be closed before.
    """
    with around, display() as screen:
        os.environ.update({**CREDENTIALS, "DISPLAY": screen.name})
        os.environ.pop("QT_QPA_PLATFORM", None)
        options = parse(arguments)
        prepare(options, os.environ)
        load_qt()
        sys.setswitchinterval(SWITCH_INTERVAL)
        code = _run(programme, options)
        sys.stdout.write("\n" + msgspec.json.encode(figures).decode() + "\n")
        sys.stdout.flush()
    # Qt complains of a screen that goes before it does, so nothing of it may run any more.
    os._exit(code)


def _run(programme: type[Measured], options: Options) -> int:
    application = QGuiApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    loop = event_loop(application)
    asyncio.set_event_loop(loop)
    with closing(loop), ExitStack() as ending:
        code: int = loop.run_until_complete(programme(options, application, loop, ending).run())
    return code


def count(session: Session, kind: type[td.TdObject]) -> itertools.count[int]:
    """Returns a counter, at 0, that goes on by one with each update of this kind."""
    counter = itertools.count()

    def on_update(update: td.TdObject) -> None:
        next(counter)

    table = cast(dict[type[td.TdObject], Sequence[Callable[[Any], None]]], session.table)
    table[kind] = (*table.get(kind, ()), on_update)
    return counter


async def until(condition: Callable[[], object]) -> None:
    """Waits until `condition` holds.

    Raises:
        RuntimeError: when it does not within `PATIENCE` seconds.
    """
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise RuntimeError(f"nothing came of {condition.__qualname__}")
        await asyncio.sleep(LOOK_AGAIN)


async def paint(window: QQuickWindow, change: Callable[[], None], is_painted: Callable[[], bool]) -> float:
    """Returns the seconds from `change` to the end of the first frame after which `is_painted` holds.

    Raises:
        RuntimeError: when that takes longer than `PATIENCE` seconds.
    """
    drawn = asyncio.Event()
    window.frameSwapped.connect(drawn.set)
    started = time.perf_counter()
    change()
    await frame(window, drawn)
    while not is_painted():
        if time.perf_counter() > started + PATIENCE:
            raise RuntimeError(f"never painted: {is_painted.__qualname__}")
        await frame(window, drawn)
    window.frameSwapped.disconnect(drawn.set)
    return time.perf_counter() - started


def item(window: QQuickWindow, name: str) -> QQuickItem:
    """Returns the item of the window whose object name is `name`."""
    waiting = [window.contentItem()]
    while waiting:
        found = waiting.pop()
        if found.objectName() == name and found.isVisible():
            return found
        waiting += found.childItems()
    raise RuntimeError(f"there is no {name} in the window")
