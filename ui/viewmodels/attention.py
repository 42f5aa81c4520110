"""`Attention`: which messages the person has seen; only what is seen is marked as read."""

from __future__ import annotations

from collections.abc import Sequence

from client.session import Session
from ui.viewmodels.tasks import Tasks


class Attention:
    """What is on the screen of one chat, and whether somebody looks.

    Arguments:
        session: the signed-in account.
        chat_id: the chat.
        tasks: runs the marking.
    """

    def __init__(self, session: Session, chat_id: int, tasks: Tasks) -> None:
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._active = True
        self._shown: Sequence[int] = ()
        self._told: set[int] = set()

    @property
    def active(self) -> bool:
        """Whether the window has the person's attention."""
        return self._active

    def turn(self, active: bool) -> None:
        """Takes whether the window has the person's attention."""
        self._active = active
        self._tell()

    def look_at(self, message_ids: Sequence[int]) -> None:
        """Takes the messages that are on the screen."""
        self._shown = message_ids
        self._tell()

    def _tell(self) -> None:
        fresh = [message_id for message_id in self._shown if message_id not in self._told] if self._active else []
        if fresh:
            self._told.update(fresh)
            self._tasks.start(self._session.reading.view(self._chat_id, fresh))
