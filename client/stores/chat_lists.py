"""`ChatLists`: which chats each list shows, in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from client.changes import Changes, Noun
from tdlib import types as td

ListKey = str | tuple[str, int]


def list_key(chat_list: td.ChatList) -> ListKey:
    """Returns what a list is known by: "main", "archive" or ("folder", id)."""
    match chat_list:
        case td.ChatListMain():
            return "main"
        case td.ChatListArchive():
            return "archive"
        case td.ChatListFolder(chat_folder_id=folder_id):
            return ("folder", folder_id)


def same_list(one: td.ChatList, other: td.ChatList) -> bool:
    """Whether both are the same list."""
    return list_key(one) == list_key(other)


class _Ordered:
    """The chats of one list, sorted by (order, chat id)."""

    def __init__(self) -> None:
        self.positions: dict[int, td.ChatPosition] = {}
        self._sorted: list[tuple[int, int]] = []
        # The same chats the other way round, kept rather than made: the list is asked for at each change.
        self._falling: list[int] = []
        self._ids: tuple[int, ...] | None = None

    @property
    def ids(self) -> tuple[int, ...]:
        if self._ids is None:
            self._ids = tuple(self._falling)
        return self._ids

    def place(self, chat_id: int, position: td.ChatPosition | None) -> bool:
        """Puts a chat where it belongs now; returns whether anything is other than before."""
        old = self.positions.pop(chat_id, None)
        new = position if position is not None and position.order else None
        if new is not None:
            self.positions[chat_id] = new
        if old is not None and new is not None and old.order == new.order:
            return old != new
        if old is not None:
            index = bisect_left(self._sorted, (old.order, chat_id))
            del self._sorted[index]
            del self._falling[len(self._sorted) - index]
        if new is not None:
            index = bisect_left(self._sorted, (new.order, chat_id))
            self._falling.insert(len(self._sorted) - index, chat_id)
            self._sorted.insert(index, (new.order, chat_id))
        if old is None and new is None:
            return False
        self._ids = None
        return True


class ChatLists:
    """Chats of each list, the first one first; Noun.CHAT_LIST with "order".

    The order is that of the pair (order, chat id): an order alone may belong to several chats.
    """

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._lists: dict[ListKey, _Ordered] = {}

    @property
    def keys(self) -> list[ListKey]:
        """The keys of all lists that have or had chats."""
        return list(self._lists)

    def ids(self, chat_list: td.ChatList) -> Sequence[int]:
        """Returns the ids of a list's chats, the first one first; the same object until the order changes."""
        found = self._lists.get(list_key(chat_list))
        return found.ids if found else ()

    def position(self, chat_id: int, chat_list: td.ChatList) -> td.ChatPosition | None:
        """Returns a chat's position in a list, None where it is not in it."""
        found = self._lists.get(list_key(chat_list))
        return found.positions.get(chat_id) if found else None

    def on_new_chat(self, update: td.UpdateNewChat) -> None:
        self._place_everywhere(update.chat.id, update.chat.positions)

    def on_position(self, update: td.UpdateChatPosition) -> None:
        self._place(update.chat_id, list_key(update.position.list_), update.position)

    def on_positions(self, update: td.UpdateChatLastMessage | td.UpdateChatDraftMessage) -> None:
        """Takes in all positions of a chat: it is in no other list."""
        self._place_everywhere(update.chat_id, update.positions)

    def _place_everywhere(self, chat_id: int, positions: list[td.ChatPosition]) -> None:
        by_list = {list_key(position.list_): position for position in positions}
        for key in by_list.keys() | self._lists.keys():
            self._place(chat_id, key, by_list.get(key))

    def _place(self, chat_id: int, key: ListKey, position: td.ChatPosition | None) -> None:
        if self._lists.setdefault(key, _Ordered()).place(chat_id, position):
            self._changes.record(Noun.CHAT_LIST, key, "order")
