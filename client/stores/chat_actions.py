"""`ChatActions`: who is typing, recording or sending something where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from client.changes import Changes, Noun
from tdlib import types as td

LASTS = 6.0
"""Seconds an action is shown without being told again."""


class Timer(Protocol):
    def cancel(self) -> object: ...


CallLater = Callable[[float, Callable[[], None]], Timer]

SenderKey = tuple[str, int]


class ChatActions:
    """Actions that go on, per chat; Noun.CHAT_ACTION. Each ends by itself after `LASTS` seconds.

    Arguments:
        call_later: starts a timer; `loop.call_later` fits.
    """

    def __init__(self, changes: Changes, call_later: CallLater) -> None:
        self._changes = changes
        self._call_later = call_later
        self._actions: dict[int, dict[SenderKey, tuple[td.MessageSender, td.ChatAction]]] = {}
        self._timers: dict[tuple[int, SenderKey], Timer] = {}

    def of(self, chat_id: int) -> list[tuple[td.MessageSender, td.ChatAction]]:
        """Returns who does what in a chat, the one who began first first."""
        return list(self._actions.get(chat_id, {}).values())

    def on_action(self, update: td.UpdateChatAction) -> None:
        sender = _key(update.sender_id)
        if isinstance(update.action, td.ChatActionCancel):
            self._end(update.chat_id, sender)
            return
        self._actions.setdefault(update.chat_id, {})[sender] = (update.sender_id, update.action)
        self._stop_timer(update.chat_id, sender)
        chat_id = update.chat_id
        self._timers[chat_id, sender] = self._call_later(LASTS, lambda: self._end(chat_id, sender))
        self._changes.record(Noun.CHAT_ACTION, chat_id, "actions")

    def on_new_message(self, update: td.UpdateNewMessage) -> None:
        """Ends what the sender of a message did to write it."""
        self._end(update.message.chat_id, _key(update.message.sender_id))

    def close(self) -> None:
        """Stops the timers."""
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()

    def _end(self, chat_id: int, sender: SenderKey) -> None:
        self._stop_timer(chat_id, sender)
        actions = self._actions.get(chat_id, {})
        if actions.pop(sender, None) is not None:
            self._changes.record(Noun.CHAT_ACTION, chat_id, "actions")
        if not actions:
            self._actions.pop(chat_id, None)

    def _stop_timer(self, chat_id: int, sender: SenderKey) -> None:
        timer = self._timers.pop((chat_id, sender), None)
        if timer is not None:
            timer.cancel()


def _key(sender: td.MessageSender) -> SenderKey:
    if isinstance(sender, td.MessageSenderUser):
        return ("user", sender.user_id)
    return ("chat", sender.chat_id)
