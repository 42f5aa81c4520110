"""`Joints`: what decides which messages of a chat stand together, worked out once for each."""

from __future__ import annotations

from PySide6.QtCore import QDateTime

from client.session import Session
from ui.viewmodels.content_kind import ACROSS, kind
from ui.viewmodels.history_keys import Joint

MOST_KNOWN = 5_000
"""Days that are kept: more than a window has messages."""


class Joints:
    """Looks messages of one chat up.

    Arguments:
        session: the signed-in account.
        chat_id: the chat.
    """

    def __init__(self, session: Session, chat_id: int) -> None:
        self._session = session
        self._chat_id = chat_id
        self._days: dict[int, int] = {}

    def of(self, message_id: int) -> Joint | None:
        """Returns the joint of a message; None for a line across the chat, which joins nothing."""
        message = self._session.messages.get(self._chat_id, message_id)
        if message is None or kind(message.content) in ACROSS:
            return None
        return Joint(f"{message.sender_id}{message.is_outgoing}", message.date, self.day(message_id))

    def date(self, message_id: int) -> int:
        """Returns when a message was sent, as Unix time."""
        message = self._session.messages.get(self._chat_id, message_id)
        return message.date if message is not None else 0

    def day(self, message_id: int) -> int:
        """Returns the local day on which a message was sent, as a count of days."""
        day = self._days.get(message_id)
        if day is None:
            if len(self._days) >= MOST_KNOWN:
                self._days.clear()
            moment = QDateTime.fromSecsSinceEpoch(self.date(message_id))
            day = self._days[message_id] = moment.date().toJulianDay()
        return day

    def forget(self, message_id: int) -> None:
        """Forgets a message whose id is gone."""
        self._days.pop(message_id, None)
