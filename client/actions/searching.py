"""`SearchActions`: finds chats and messages."""

from __future__ import annotations

from collections.abc import Sequence

from client.actions.sender import Sender
from client.stores.messages import Messages
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import NotFound, TdError

PAGE = 50
MOST_POSITIONS = 2_000
"""Positions that TDLib tells at once."""


class SearchActions:
    """Every verb returns what was found and raises `TdError`; chats found are known to `Chats` by then."""

    def __init__(self, sender: Sender, messages: Messages) -> None:
        self._sender = sender
        self._messages = messages

    async def chats(self, query: str, limit: int = PAGE) -> list[int]:
        """Returns ids of known chats whose title or user name fits (searchChats); the latest for no query."""
        return (await self._sender.request(tf.SearchChats(query=query, limit=limit))).chat_ids

    async def chats_on_server(self, query: str, limit: int = PAGE) -> list[int]:
        """Returns ids of own chats that the server finds, also those that were not loaded (searchChatsOnServer)."""
        return (await self._sender.request(tf.SearchChatsOnServer(query=query, limit=limit))).chat_ids

    async def public_chats(self, query: str) -> list[int]:
        """Returns ids of public chats that fit (searchPublicChats); nothing for fewer than four letters."""
        return (await self._sender.request(tf.SearchPublicChats(query=query))).chat_ids

    async def public_chat(self, name: str) -> int | None:
        """Returns the id of the chat with a user name (searchPublicChat), with or without "@"; None for none."""
        try:
            return (await self._sender.request(tf.SearchPublicChat(username=name.removeprefix("@")))).id
        except TdError as error:
            if error.code in (400, 404):
                return None
            raise

    async def private_chat(self, user_id: int) -> int:
        """Returns the id of the chat with a user, which is made where there is none (createPrivateChat)."""
        return (await self._sender.request(tf.CreatePrivateChat(user_id=user_id))).id

    async def messages(self, query: str, offset: str = "", limit: int = PAGE) -> td.FoundMessages:
        """Returns a page of messages of all chats (searchMessages).

        Arguments:
            offset: the last page's `next_offset`; empty for the first.
        """
        return await self._sender.request(
            tf.SearchMessages(query=query, offset=offset, limit=limit), apply=self._keep
        )

    async def in_chat(
        self,
        chat_id: int,
        query: str = "",
        from_message_id: int = 0,
        limit: int = PAGE,
        *,
        only: td.SearchMessagesFilter | None = None,
        sender: td.MessageSender | None = None,
        inclusive: bool = False,
    ) -> td.FoundChatMessages:
        """Returns a page of messages of one chat, the newest first (searchChatMessages).

        Arguments:
            from_message_id: the last page's `next_from_message_id`, or before which message to look; 0 for the newest.
            only: of which kind; None for any.
            sender: by whom; None for anybody.
            inclusive: whether the page begins with `from_message_id` itself.
        """
        request = tf.SearchChatMessages(
            chat_id=chat_id,
            query=query,
            sender_id=sender,
            from_message_id=from_message_id,
            offset=-1 if inclusive else 0,
            limit=limit,
            filter=only,
        )
        return await self._sender.request(request, apply=self._keep)

    async def count(self, chat_id: int, only: td.SearchMessagesFilter) -> int:
        """Returns how many messages of a kind a chat has (getChatMessageCount)."""
        return (await self._sender.request(tf.GetChatMessageCount(chat_id=chat_id, filter=only))).count

    async def positions(self, chat_id: int, only: td.SearchMessagesFilter) -> td.MessagePositions:
        """Returns where messages stand among those of a kind, counted from the newest (getChatSparseMessagePositions).

        The newest has position 0; between two of the messages told of there may be many others.
        """
        request = tf.GetChatSparseMessagePositions(chat_id=chat_id, filter=only, limit=MOST_POSITIONS)
        return await self._sender.request(request)

    async def days_with_media(self, chat_id: int, before: int = 0) -> td.MessageCalendar:
        """Returns on which days a chat has photos and videos, the newest first (getChatMessageCalendar).

        Arguments:
            before: the message before which to look; 0 for the newest.
        """
        only = td.SearchMessagesFilterPhotoAndVideo()
        return await self._sender.request(
            tf.GetChatMessageCalendar(chat_id=chat_id, filter=only, from_message_id=before),
            apply=lambda calendar: self._keep_all([day.message for day in calendar.days]),
        )

    async def first_since(self, chat_id: int, date: int) -> int | None:
        """Returns the first message of a chat that is not older than a Unix time (getChatMessageByDate).

        Returns:
            The newest one where all are older; None in a chat without messages.
        """
        before = await self._last_until(chat_id, date - 1)
        from_message_id = before.id if before is not None else 1
        page = await self._sender.request(
            tf.GetChatHistory(chat_id=chat_id, from_message_id=from_message_id, offset=-1, limit=2)
        )
        later = [each.id for each in page.messages if each is not None and each.date >= date]
        return min(later) if later else (before.id if before is not None else None)

    async def _last_until(self, chat_id: int, date: int) -> td.Message | None:
        try:
            return await self._sender.request(tf.GetChatMessageByDate(chat_id=chat_id, date=date))
        except NotFound:
            return None

    async def contacts(self, query: str = "", limit: int = PAGE) -> list[int]:
        """Returns user ids of contacts (searchContacts)."""
        return (await self._sender.request(tf.SearchContacts(query=query, limit=limit))).user_ids

    async def recent(self) -> list[int]:
        """Returns the chats found and opened before, the latest first (searchRecentlyFoundChats)."""
        return (await self._sender.request(tf.SearchRecentlyFoundChats(limit=PAGE))).chat_ids

    async def remember(self, chat_id: int) -> None:
        """Puts a chat among those found before (addRecentlyFoundChat)."""
        await self._sender.request(tf.AddRecentlyFoundChat(chat_id=chat_id))

    async def forget_found(self, chat_id: int) -> None:
        """Takes a chat out of those found before (removeRecentlyFoundChat)."""
        await self._sender.request(tf.RemoveRecentlyFoundChat(chat_id=chat_id))

    async def forget_recent(self) -> None:
        """Empties the list of chats found before (clearRecentlyFoundChats)."""
        await self._sender.request(tf.ClearRecentlyFoundChats())

    async def frequent(self, limit: int = 12) -> list[int]:
        """Returns the chats with people written to most (getTopChats)."""
        category = td.TopChatCategoryUsers()
        return (await self._sender.request(tf.GetTopChats(category=category, limit=limit))).chat_ids

    async def forget_frequent(self, chat_id: int) -> None:
        """Takes a chat out of those written to most (removeTopChat)."""
        await self._sender.request(tf.RemoveTopChat(category=td.TopChatCategoryUsers(), chat_id=chat_id))

    async def members(
        self, chat_id: int, query: str = "", limit: int = 200, only: td.ChatMembersFilter | None = None
    ) -> list[td.ChatMember]:
        """Returns members of a group whose name fits (searchChatMembers)."""
        request = tf.SearchChatMembers(chat_id=chat_id, query=query, limit=limit, filter=only)
        return (await self._sender.request(request)).members

    async def groups_in_common(self, user_id: int) -> list[int]:
        """Returns the groups that a user shares with the account (getGroupsInCommon)."""
        return (await self._sender.request(tf.GetGroupsInCommon(user_id=user_id, limit=100))).chat_ids

    def _keep(self, page: td.FoundMessages | td.FoundChatMessages) -> None:
        self._keep_all(page.messages)

    def _keep_all(self, messages: Sequence[td.Message]) -> None:
        for message in messages:
            self._messages.keep(message)
