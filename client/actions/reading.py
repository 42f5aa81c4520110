"""`ReadActions`: opens chats and fills their windows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from client.actions.sender import Sender
from client.background import Background
from client.stores.chats import Chats
from client.stores.history import History
from client.stores.messages import Messages
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import NotFound

PAGE = 50
"""Messages asked for at a time."""

ENOUGH = 40
"""Messages that fill a window at first."""

CATCH_UP_PAGES = 6
"""Pages that are fetched by themselves behind a gap; what is farther comes as the person scrolls."""


class ReadActions:
    """Everything about showing a chat. Pages are applied inside the drain, in the order of updates."""

    def __init__(self, sender: Sender, chats: Chats, messages: Messages, background: Background) -> None:
        self._sender = sender
        self._chats = chats
        self._messages = messages
        self._background = background
        self._loading: set[tuple[History, str]] = set()

    async def open(self, chat_id: int) -> None:
        """Opens a chat (openChat) and fills its window: from the first unread message on, else up to the newest.

        Raises:
            TdError
        """
        chat = self._chats.get(chat_id)
        unread_from = chat.last_read_inbox_message_id if chat is not None and chat.unread_count else 0
        await asyncio.gather(
            self._sender.request(tf.OpenChat(chat_id=chat_id)), self.load_around(chat_id, unread_from or None)
        )

    async def close(self, chat_id: int) -> None:
        """Lets go of a chat's window and tells TDLib (closeChat)."""
        self._messages.close(chat_id)
        await self._sender.request(tf.CloseChat(chat_id=chat_id))

    async def load_around(self, chat_id: int, message_id: int | None) -> None:
        """Replaces the window by one around a message, None for the newest; what is on disk is shown first.

        Raises:
            TdError
        """
        history = self._messages.history(chat_id)
        mark = history.begin_reset()
        is_filled = await self._fill(history, mark, message_id, only_local=True)
        if history.is_latest_reset(mark) and not (is_filled and message_id in (None, *history.ids)):
            await self._fill(history, mark, message_id, only_local=False)
        while history.is_latest_reset(mark) and 0 < len(history) < ENOUGH and history.has_older:
            if not await self._load_older(history):
                return

    async def jump_to_newest(self, chat_id: int) -> None:
        """Replaces the window by the newest messages, unless it reaches them already."""
        if self._messages.history(chat_id).has_newer:
            await self.load_around(chat_id, None)

    async def load_older(self, chat_id: int) -> None:
        """Adds a page before the window of an open chat; nothing while one is on its way."""
        history = self._messages.opened(chat_id)
        if history is not None and history.is_loaded and history.has_older:
            await (self._load_older(history) if len(history) else self.load_around(chat_id, None))

    async def load_newer(self, chat_id: int) -> None:
        """Adds a page behind the window of an open chat; nothing while one is on its way."""
        history = self._messages.opened(chat_id)
        if history is not None and history.is_loaded and history.has_newer:
            await (self._load_newer(history) if len(history) else self.load_around(chat_id, None))

    async def view(self, chat_id: int, message_ids: Sequence[int], *, force_read: bool = False) -> None:
        """Says that messages are on the screen (viewMessages): they count as read.

        Arguments:
            force_read: whether they do even though the chat is not open.
        """
        if not message_ids:
            return
        history = self._messages.opened(chat_id)
        if history is not None:
            history.look_at(message_ids[-1])
        source = td.MessageSourceChatHistory()
        request = tf.ViewMessages(chat_id=chat_id, message_ids=list(message_ids), source=source, force_read=force_read)
        await self._sender.request(request)

    async def read_mentions(self, chat_id: int) -> None:
        """Marks every mention in a chat as seen (readAllChatMentions)."""
        await self._sender.request(tf.ReadAllChatMentions(chat_id=chat_id))

    async def read_reactions(self, chat_id: int) -> None:
        """Marks every reaction in a chat as seen (readAllChatReactions)."""
        await self._sender.request(tf.ReadAllChatReactions(chat_id=chat_id))

    async def replied(self, chat_id: int, message_id: int) -> td.Message | None:
        """Returns the message that a message answers (getRepliedMessage); None where it is gone."""
        try:
            request = tf.GetRepliedMessage(chat_id=chat_id, message_id=message_id)
            return await self._sender.request(request, apply=self._messages.keep)
        except NotFound:
            return None

    async def message(self, chat_id: int, message_id: int) -> td.Message | None:
        """Returns a message, asked for where it is not known (getMessage); None where it is gone."""
        known = self._messages.get(chat_id, message_id)
        if known is not None:
            return known
        try:
            request = tf.GetMessage(chat_id=chat_id, message_id=message_id)
            return await self._sender.request(request, apply=self._messages.keep)
        except NotFound:
            return None

    async def user_full_info(self, user_id: int) -> None:
        """Has TDLib tell everything about a user (getUserFullInfo)."""
        await self._sender.request(tf.GetUserFullInfo(user_id=user_id))

    async def supergroup_full_info(self, supergroup_id: int) -> None:
        """Has TDLib tell everything about a supergroup or channel (getSupergroupFullInfo)."""
        await self._sender.request(tf.GetSupergroupFullInfo(supergroup_id=supergroup_id))

    async def basic_group_full_info(self, basic_group_id: int) -> None:
        """Has TDLib tell everything about a basic group (getBasicGroupFullInfo)."""
        await self._sender.request(tf.GetBasicGroupFullInfo(basic_group_id=basic_group_id))

    # After an absence.

    def on_connection(self, update: td.UpdateConnectionState) -> None:
        """Compares the windows with what TDLib knows when it has caught up: it does not tell each message it missed."""
        if isinstance(update.state, td.ConnectionStateReady):
            for history in self._messages.histories:
                self._background.start(self._refresh(history))

    def on_last_message(self, update: td.UpdateChatLastMessage) -> None:
        """Closes the gap of a window that has lost its touch with the newest message."""
        history = self._messages.opened(update.chat_id)
        if history is not None and history.has_gap:
            self._background.start(self._catch_up(history))

    async def _refresh(self, history: History) -> None:
        if history.is_loaded and not history.has_newer:
            mark = history.newer_mark

            def apply(page: td.Messages) -> None:
                history.refresh(mark, page.messages, has_newer=self._has_newer(history, page.messages, False))

            await self._sender.request(tf.GetChatHistory(chat_id=history.chat_id, limit=PAGE), apply=apply)
        if history.has_gap:
            await self._catch_up(history)

    async def _catch_up(self, history: History) -> None:
        for _ in range(CATCH_UP_PAGES):
            if not (history.is_open and history.has_newer and await self._load_newer(history)):
                return

    # Pages.

    async def _fill(self, history: History, mark: int, message_id: int | None, *, only_local: bool) -> bool:
        """Replaces the window, unless there is nothing on disk to do so with; returns whether there was anything."""

        def apply(page: td.Messages) -> None:
            if page.messages or not only_local:
                has_newer = self._has_newer(history, page.messages, message_id is not None)
                history.reset(mark, page.messages, has_newer=has_newer, is_whole=not page.messages)

        offset = -(PAGE // 2) if message_id else 0
        request = tf.GetChatHistory(
            chat_id=history.chat_id, from_message_id=message_id or 0, offset=offset, limit=PAGE, only_local=only_local
        )
        return bool((await self._sender.request(request, apply=apply)).messages)

    async def _load_older(self, history: History) -> bool:
        """Adds a page before the window; returns whether it had anything."""
        mark, before = history.older_mark, history.oldest_id

        def apply(page: td.Messages) -> None:
            older = [message for message in page.messages if message.id < before]
            history.add_older(mark, older, is_end=not older)

        request = tf.GetChatHistory(chat_id=history.chat_id, from_message_id=before, limit=PAGE)
        return await self._load((history, "older"), request, apply)

    async def _load_newer(self, history: History) -> bool:
        """Adds a page behind the window; returns whether it had anything."""
        mark, behind = history.newer_mark, history.newest_id

        def apply(page: td.Messages) -> None:
            newer = [message for message in page.messages if message.id > behind]
            history.add_newer(mark, newer, has_newer=bool(newer) and self._has_newer(history, newer, True))

        request = tf.GetChatHistory(chat_id=history.chat_id, from_message_id=behind, offset=-PAGE, limit=PAGE)
        return await self._load((history, "newer"), request, apply)

    async def _load(
        self, end: tuple[History, str], request: tf.GetChatHistory, apply: Callable[[td.Messages], None]
    ) -> bool:
        if end in self._loading:
            return False
        self._loading.add(end)
        before = end[0].ids
        try:
            await self._sender.request(request, apply=apply)
        finally:
            self._loading.discard(end)
        return end[0].ids is not before

    def _has_newer(self, history: History, page: Sequence[td.Message], if_unknown: bool) -> bool:
        """Whether TDLib knows of messages behind a page; `if_unknown` where it has not told the chat's last one."""
        newest = self._messages.newest_known(history.chat_id)
        if not newest:
            return if_unknown and bool(page)
        return newest > max((message.id for message in page), default=0)
