"""A session with the real stores, fed by the test with TDLib's updates; its actions are noted, not done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from client.changes import Changes
from client.stores.accent_colors import AccentColors
from client.stores.chat_actions import ChatActions
from client.stores.chat_lists import ChatLists
from client.stores.chats import Chats
from client.stores.files import Files
from client.stores.folders import Folders
from client.stores.groups import Groups
from client.stores.notifications import NotificationSettings
from client.stores.unread_counts import UnreadCounts
from client.stores.users import Users
from tdlib import types as td
from tests.ui.fake_session import FakeMessages, FakeVerbs

ME = 1


class StillTimer:
    """A timer that never ends: a test ends actions itself."""

    def cancel(self) -> None:
        return None


class StoreSession:
    """In the shape of `client.session.Session`, without an engine."""

    def __init__(self) -> None:
        self.me_id = ME
        self.changes = Changes()
        self.notifications = NotificationSettings(self.changes)
        self.chats = Chats(self.changes, self.notifications)
        self.chat_lists = ChatLists(self.changes)
        self.folders = Folders(self.changes)
        self.unread_counts = UnreadCounts(self.changes)
        self.users = Users(self.changes)
        self.groups = Groups(self.changes)
        self.files = Files(self.changes)
        self.accent_colors = AccentColors(self.changes)
        self.chat_actions = ChatActions(self.changes, lambda seconds, then: StillTimer())
        self.messages = FakeMessages()
        self.calls: list[tuple[Any, ...]] = []
        self.answers: dict[str, Any] = {"load_more": False, "chats": [], "contacts": [], "public_chats": []}
        self.answers.update(recent=[], frequent=[])
        self.answers["messages"] = td.FoundMessages()
        verbs = FakeVerbs(self.calls, self.answers)
        self.reading = self.downloading = self.chat_verbs = self.searching = verbs
        self.lists: Any = verbs

    def feed(self, *updates: td.Update) -> None:
        """Applies updates as one drain does."""
        for update in updates:
            for apply in self._takers(update):
                apply(update)
        self.changes.flush()

    def _takers(self, update: td.Update) -> tuple[Callable[[Any], None], ...]:
        found: dict[type[td.TdObject], tuple[Callable[[Any], None], ...]] = {
            td.UpdateNewChat: (self.chats.on_new_chat, self.chat_lists.on_new_chat),
            td.UpdateChatLastMessage: (self.chats.on_fields, self.chat_lists.on_positions),
            td.UpdateChatDraftMessage: (self.chats.on_fields, self.chat_lists.on_positions),
            td.UpdateChatPosition: (self.chats.on_position, self.chat_lists.on_position),
            td.UpdateChatReadInbox: (self.chats.on_fields,),
            td.UpdateChatReadOutbox: (self.chats.on_fields,),
            td.UpdateChatTitle: (self.chats.on_fields,),
            td.UpdateChatPhoto: (self.chats.on_fields,),
            td.UpdateChatAction: (self.chat_actions.on_action,),
            td.UpdateChatNotificationSettings: (self.chats.on_fields,),
            td.UpdateChatFolders: (self.folders.on_folders,),
            td.UpdateUnreadChatCount: (self.unread_counts.on_chats,),
            td.UpdateUser: (self.users.on_user,),
            td.UpdateUserStatus: (self.users.on_status,),
            td.UpdateSupergroup: (self.groups.on_supergroup,),
            td.UpdateFile: (self.files.on_file,),
        }
        return found[type(update)]
