"""`Changes`: what stores report to those who show it, gathered and told together."""

from __future__ import annotations

import enum
import logging
from collections.abc import Callable, Hashable, Mapping
from typing import Any

log = logging.getLogger(__name__)

Gathered = dict["Noun", dict[Hashable, set[str]]]
Callback = Callable[[Mapping[Any, frozenset[str]]], None]


class Noun(enum.Enum):
    """What a change is about; the key that goes with each is named behind it."""

    CHAT = enum.auto()  # chat id
    CHAT_LIST = enum.auto()  # key of the list: "main", "archive", ("folder", id)
    FOLDERS = enum.auto()  # None
    HISTORY = enum.auto()  # chat id
    USER = enum.auto()  # user id
    BASIC_GROUP = enum.auto()  # basic group id
    SUPERGROUP = enum.auto()  # supergroup id
    SECRET_CHAT = enum.auto()  # secret chat id
    FILE = enum.auto()  # file id
    OPTION = enum.auto()  # name
    CONNECTION = enum.auto()  # None
    CHAT_ACTION = enum.auto()  # chat id
    SCOPE_NOTIFICATIONS = enum.auto()  # type of the scope
    NOTIFICATION_GROUP = enum.auto()  # group id
    ACCENT_COLORS = enum.auto()  # None
    UNREAD_COUNTS = enum.auto()  # key of the list
    SERVICE_NOTIFICATION = enum.auto()  # None
    TERMS_OF_SERVICE = enum.auto()  # None
    UNCONFIRMED_SESSION = enum.auto()  # None
    FREEZE = enum.auto()  # None
    OUTBOX = enum.auto()  # None
    LOCAL_DATA = enum.auto()  # None
    CUSTOM_EMOJI = enum.auto()  # custom emoji id


LEISURELY = frozenset({Noun.CHAT, Noun.CHAT_LIST, Noun.CHAT_ACTION, Noun.USER, Noun.UNREAD_COUNTS})
"""What many updates a second may be about, and what nobody is misled by if it is shown a frame later."""


class Subscription:
    """The right to be called; ends with `close`."""

    def __init__(self, subscribers: list[Subscription], callback: Callable[..., None]) -> None:
        self._subscribers = subscribers
        self._callback = callback
        self._open = True
        subscribers.append(self)

    def close(self) -> None:
        """Ends the calls at once, also those of a flush that is under way. May be called twice."""
        if self._open:
            self._open = False
            self._subscribers.remove(self)

    def call(self, *arguments: object) -> None:
        """Calls back unless closed; a failure is logged and costs nobody else their call."""
        if not self._open:
            return
        try:
            self._callback(*arguments)
        except Exception:
            log.exception("a subscriber failed")


class Changes:
    """Gathers changes until the next flush.

    Arguments:
        schedule: runs a function soon; called at the first change after a flush, so that a change made outside a
            drain is told too. `loop.call_soon` fits.
        schedule_leisurely: the same for what is `LEISURELY`. `Pace.schedule` fits.
    """

    def __init__(
        self,
        schedule: Callable[[Callable[[], None]], object] = lambda flush: None,
        schedule_leisurely: Callable[[Callable[[], None]], object] | None = None,
    ) -> None:
        self._schedule = schedule
        self._schedule_leisurely = schedule_leisurely or schedule
        self._pressing: Gathered = {}
        self._leisurely: Gathered = {}
        self._subscribers: dict[Noun, list[Subscription]] = {noun: [] for noun in Noun}

    def record(self, noun: Noun, key: Hashable, *fields: str) -> None:
        """Notes that `fields` of the thing `key` are not what they were."""
        if noun in LEISURELY:
            gathered = self._leisurely
            if not gathered:
                self._schedule_leisurely(self.flush)
        else:
            gathered = self._pressing
            if not gathered:
                self._schedule(self.flush_pressing)
        gathered.setdefault(noun, {}).setdefault(key, set()).update(fields)

    def subscribe(self, noun: Noun, callback: Callback) -> Subscription:
        """Has `callback` called with {key: fields} at each flush that has changes of `noun`."""
        return Subscription(self._subscribers[noun], callback)

    def flush(self) -> None:
        """Tells everything gathered; what subscribers change meanwhile is told at the next flush."""
        leisurely, self._leisurely = self._leisurely, {}
        self.flush_pressing()
        self._tell(leisurely)

    def flush_pressing(self) -> None:
        """Tells what is gathered but for what is `LEISURELY`."""
        pressing, self._pressing = self._pressing, {}
        self._tell(pressing)

    def _tell(self, gathered: Gathered) -> None:
        for noun, changed in gathered.items():
            told = {key: frozenset(fields) for key, fields in changed.items()}
            for subscription in tuple(self._subscribers[noun]):
                subscription.call(told)
