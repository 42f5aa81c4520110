"""What the measurements of a long chat have in common: the chat itself, opened, and a view that is moved in it."""

from __future__ import annotations

import tempfile
import time
from contextlib import ExitStack
from typing import NoReturn

from PySide6.QtCore import QMetaObject
from PySide6.QtQuick import QQuickItem, QQuickWindow

from client.session import Session
from client.stores.history import History
from client.stores.messages import Messages
from tdlib import types as td
from tests.bench.figures import Figure
from tests.bench.programme import PATIENCE, Measured, item, paint, run, until
from tests.bench.telegram import LocalTelegram, local_telegram
from ui.viewmodels.chats_view import ChatsView

TITLE = "Long history"
MESSAGES = 200_000

LONGEST = 100.0
"""Seconds of one way through a chat, on a machine that has something else to do."""


class InLongHistory(Measured):
    """A programme signed in where there is a chat with `MESSAGES` messages.

    Attributes:
        telegram: to which it is signed in.
    """

    telegram: LocalTelegram


class Walk:
    """Moves a view through a chat, a step at a time, until `goal` messages have been loaded or `LONGEST` is over.

    Arguments:
        step: pixels of a step, negative for towards older messages.
        history: the messages.
        goal: how many messages are to have been loaded meanwhile.

    Attributes:
        seen: the messages that have been loaded.
    """

    def __init__(self, view: QQuickItem, history: History, step: float, goal: int) -> None:
        self._ends = time.monotonic() + LONGEST
        self._view = view
        self._history = history
        self._step = step
        self._goal = goal
        self._ids = history.ids
        self._moved = time.monotonic()
        self.seen = set(history.ids)

    def __call__(self) -> bool:
        """Takes a step; returns False where there is nothing to be done any more.

        Raises:
            RuntimeError: when nothing has come for `PATIENCE` seconds.
        """
        view, history = self._view, self._history
        if history.ids is not self._ids:
            self._ids = history.ids
            self.seen.update(self._ids)
        top: float = view.property("originY")
        foot = top + view.property("contentHeight") - view.height()
        before: float = view.property("contentY")
        wanted = min(max(before + self._step, top), foot)
        more = history.has_older if self._step < 0 else history.has_newer
        if len(self.seen) >= self._goal or (wanted == before and not more) or time.monotonic() > self._ends:
            return False
        if wanted != before:
            self._moved = time.monotonic()
            # As every key that moves the view does; else it would be held where the latest page found it.
            QMetaObject.invokeMethod(view, "stay")
            view.setProperty("contentY", wanted)
        elif time.monotonic() > self._moved + PATIENCE:
            raise RuntimeError("no further messages come")
        return True


async def chat_named(session: Session, title: str) -> int:
    """Returns the id of a chat once it is in the list."""
    ids = session.chat_lists.ids
    await until(lambda: any(session.chats.title(chat_id) == title for chat_id in ids(td.ChatListMain())))
    return next(chat_id for chat_id in ids(td.ChatListMain()) if session.chats.title(chat_id) == title)


async def open_chat(window: QQuickWindow, chats: ChatsView, session: Session, chat_id: int) -> float:
    """Returns the seconds from the click to the frame in which the chat's messages fill the view."""
    await paint(window, chats.closeChat, lambda: True)
    return await paint(window, lambda: chats.open(chat_id), lambda: _is_painted(window, session.messages, chat_id))


async def open_at_newest(window: QQuickWindow, chats: ChatsView, session: Session, title: str) -> History:
    """Opens a chat at its newest message and returns its messages."""
    chat_id = await chat_named(session, title)
    await open_chat(window, chats, session, chat_id)
    assert chats.open_chat is not None
    chats.open_chat.messages.jumpToNewest()
    history = session.messages.history(chat_id)
    await until(lambda: len(history) > 0 and not history.has_newer)
    return history


def run_in_long_history(programme: type[InLongHistory], figures: list[Figure]) -> NoReturn:
    """Runs `programme` with a profile that has been used."""
    with ExitStack() as around:
        programme.telegram = around.enter_context(local_telegram(messages=MESSAGES))
        profile = around.enter_context(tempfile.TemporaryDirectory())
        programme.telegram.prepare(profile)
        run(programme, programme.telegram.command_line(profile), figures, around)


def _is_painted(window: QQuickWindow, messages: Messages, chat_id: int) -> bool:
    history = messages.opened(chat_id)
    if history is None or not len(history):
        return False
    try:
        view = item(window, "messages")
    except RuntimeError:
        return False
    fills: bool = view.property("contentHeight") >= view.height()
    return view.property("count") > 0 and (fills or not history.has_older)
