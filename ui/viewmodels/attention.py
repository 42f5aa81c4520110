"""`Attention`: which messages the person has seen; only what is seen is marked as read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from client.session import Session
from tdlib import types as td
from tdlib.errors import TdError
from ui.viewmodels.tasks import Tasks


@dataclass(frozen=True)
class Waiting:
    """What of a message waits for being seen beside the message itself."""

    mention: bool = False
    poll_votes: bool = False
    reactions: tuple[td.UnreadReaction, ...] = ()


NOTHING = Waiting()


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
        self._told: dict[int, Waiting] = {}

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

    def look_again(self) -> None:
        """Looks once more at what is on the screen: somebody may have reacted to it."""
        self._tell()

    def _tell(self) -> None:
        fresh = {
            message_id: waiting
            for message_id in (self._shown if self._active else ())
            if self._is_fresh(message_id, waiting := self._waiting(message_id))
        }
        if fresh:
            self._told.update(fresh)
            self._tasks.start(self._view(list(fresh)))

    async def _view(self, message_ids: list[int]) -> None:
        try:
            await self._session.reading.view(self._chat_id, message_ids)
        except TdError:
            # They are told again when they are looked at again.
            for message_id in message_ids:
                self._told.pop(message_id, None)
            raise

    def _is_fresh(self, message_id: int, waiting: Waiting) -> bool:
        told = self._told.get(message_id)
        return told is None or (waiting != NOTHING and waiting != told)

    def _waiting(self, message_id: int) -> Waiting:
        message = self._session.messages.get(self._chat_id, message_id)
        if message is None:
            return NOTHING
        mention, votes = message.contains_unread_mention, message.contains_unread_poll_votes
        if not (mention or votes or message.unread_reactions):
            # One for all: who reads far up has seen tens of thousands.
            return NOTHING
        return Waiting(mention, votes, tuple(message.unread_reactions))
