"""`SearchActions`: finds chats and messages."""

from __future__ import annotations

from client.actions.sender import Sender
from client.stores.messages import Messages
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import TdError

PAGE = 50


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
        self, chat_id: int, query: str, from_message_id: int = 0, limit: int = PAGE
    ) -> td.FoundChatMessages:
        """Returns a page of messages of one chat (searchChatMessages).

        Arguments:
            from_message_id: the last page's `next_from_message_id`; 0 for the first.
        """
        request = tf.SearchChatMessages(chat_id=chat_id, query=query, from_message_id=from_message_id, limit=limit)
        return await self._sender.request(request, apply=self._keep)

    async def contacts(self, query: str = "", limit: int = PAGE) -> list[int]:
        """Returns user ids of contacts (searchContacts)."""
        return (await self._sender.request(tf.SearchContacts(query=query, limit=limit))).user_ids

    def _keep(self, page: td.FoundMessages | td.FoundChatMessages) -> None:
        for message in page.messages:
            self._messages.keep(message)
