"""`UnreadCounts`: how much is unread in each chat list, as the server counts."""

from __future__ import annotations

from client.changes import Changes, Noun
from client.stores.chat_lists import ListKey, list_key
from tdlib import types as td


class UnreadCounts:
    """Counts per list; Noun.UNREAD_COUNTS with the list's key and "messages" or "chats"."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._messages: dict[ListKey, td.UpdateUnreadMessageCount] = {}
        self._chats: dict[ListKey, td.UpdateUnreadChatCount] = {}

    def messages(self, chat_list: td.ChatList) -> td.UpdateUnreadMessageCount:
        """Returns the counts of unread messages."""
        return self._messages.get(list_key(chat_list)) or td.UpdateUnreadMessageCount(chat_list=chat_list)

    def chats(self, chat_list: td.ChatList) -> td.UpdateUnreadChatCount:
        """Returns the counts of chats with unread messages."""
        return self._chats.get(list_key(chat_list)) or td.UpdateUnreadChatCount(chat_list=chat_list)

    def on_messages(self, update: td.UpdateUnreadMessageCount) -> None:
        key = list_key(update.chat_list)
        self._messages[key] = update
        self._changes.record(Noun.UNREAD_COUNTS, key, "messages")

    def on_chats(self, update: td.UpdateUnreadChatCount) -> None:
        key = list_key(update.chat_list)
        self._chats[key] = update
        self._changes.record(Noun.UNREAD_COUNTS, key, "chats")
