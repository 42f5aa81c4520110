"""`FirstUnread`: the message over which the line "unread messages" stands; once found it stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from client.session import Session


class FirstUnread:
    """Looks for the first message of others that is new.

    Arguments:
        session: the signed-in account.
        chat_id: the chat.
        read_before: the last message that was read when the chat was opened; None where nothing is unread.
    """

    def __init__(self, session: Session, chat_id: int, read_before: int | None) -> None:
        self._session = session
        self._chat_id = chat_id
        self.read_before = read_before
        self.message_id: int | None = None

    def look(self, ids: Sequence[int], *, has_older: bool) -> None:
        """Looks through the loaded messages, oldest first; nothing where the reader's place is not among them."""
        read_before = self.read_before
        if self.message_id is not None or read_before is None or not ids or (has_older and ids[0] > read_before):
            return
        for message_id in ids[bisect_right(ids, read_before) :]:
            message = self._session.messages.get(self._chat_id, message_id)
            if message is not None and not message.is_outgoing:
                self.message_id = message_id
                return
