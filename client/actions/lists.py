"""`ListActions`: loads more of a chat list."""

from __future__ import annotations

from client.actions.sender import Sender
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import NotFound


class ListActions:
    """Chats come by updates; what is asked for here is that they do."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def load_more(self, chat_list: td.ChatList, limit: int = 50) -> bool:
        """Has TDLib tell about more chats of a list (loadChats).

        Arguments:
            limit: how many at most.

        Returns:
            Whether there may be more.

        Raises:
            TdError
        """
        try:
            await self._sender.request(tf.LoadChats(chat_list=chat_list, limit=limit))
        except NotFound:
            return False
        return True

    async def know(self, chat_id: int) -> None:
        """Has TDLib tell about one chat, which may stand far down in its list (getChat).

        Raises:
            TdError: there is no such chat for this account.
        """
        await self._sender.request(tf.GetChat(chat_id=chat_id))
