"""`NameFilter`: which of the chats at hand have a name that fits what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdlib import types as td
from ui.viewmodels.wording import chat_line

if TYPE_CHECKING:
    from client.session import Session

MOST = 50


class NameFilter:
    """Looks through the main list and the archive in their order.

    Arguments:
        session: the account.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def matching(self, query: str) -> list[int]:
        """Returns the chats each word of `query` begins a word of whose name, or whose person's user name."""
        wanted = query.casefold().lstrip("@").split()
        lists = self._session.chat_lists
        ids = [*lists.ids(td.ChatListMain()), *lists.ids(td.ChatListArchive())]
        found: list[int] = []
        for chat_id in ids:
            if self._fits(chat_id, wanted):
                found.append(chat_id)
                if len(found) == MOST:
                    break
        return found

    def _fits(self, chat_id: int, wanted: list[str]) -> bool:
        words = self._words(chat_id)
        return all(any(word.startswith(part) for word in words) for part in wanted)

    def _words(self, chat_id: int) -> list[str]:
        chat = self._session.chats.get(chat_id)
        if chat is None:
            return []
        words = chat.title.casefold().split()
        if not isinstance(chat.type, td.ChatTypePrivate):
            return words
        if chat.type.user_id == self._session.me_id:
            words += chat_line.saved_messages().casefold().split()
        user = self._session.users.get(chat.type.user_id)
        if user is not None and user.usernames is not None:
            words += [name.casefold() for name in user.usernames.active_usernames]
        return words
