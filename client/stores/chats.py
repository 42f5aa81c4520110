"""`Chats`: every chat TDLib has told about, as it is now."""

from __future__ import annotations

from typing import Any

import msgspec

from client.changes import Changes, Noun
from client.stores.chat_lists import list_key, same_list
from client.stores.notifications import NotificationSettings
from tdlib import types as td


class Chats:
    """Chats by id; Noun.CHAT with names of `td.Chat`'s fields, and "new"."""

    def __init__(self, changes: Changes, notifications: NotificationSettings) -> None:
        self._changes = changes
        self._notifications = notifications
        self._chats: dict[int, td.Chat] = {}
        self._online_member_counts: dict[int, int] = {}

    def get(self, chat_id: int) -> td.Chat | None:
        """Returns the chat, None where TDLib has not told about it."""
        return self._chats.get(chat_id)

    def title(self, chat_id: int) -> str:
        """Returns the chat's title as its owner wrote it; empty for an unknown chat."""
        chat = self._chats.get(chat_id)
        return chat.title if chat else ""

    def private_user_id(self, chat_id: int) -> int | None:
        """Returns the other person of a private or secret chat, None for every other chat."""
        chat = self._chats.get(chat_id)
        if chat is not None and isinstance(chat.type, td.ChatTypePrivate | td.ChatTypeSecret):
            return chat.type.user_id
        return None

    def is_muted(self, chat_id: int) -> bool:
        """Whether the chat makes no sound, by its own settings or by its kind's."""
        chat = self._chats.get(chat_id)
        if chat is None:
            return False
        own = chat.notification_settings
        return (self._notifications.of(chat.type).mute_for if own.use_default_mute_for else own.mute_for) > 0

    def online_member_count(self, chat_id: int) -> int:
        """Returns how many members of an open group are online; 0 where that is unknown."""
        return self._online_member_counts.get(chat_id, 0)

    def on_new_chat(self, update: td.UpdateNewChat) -> None:
        self._chats[update.chat.id] = update.chat
        self._changes.record(Noun.CHAT, update.chat.id, "new", *td.Chat.__struct_fields__)

    def on_fields(self, update: Any) -> None:
        """Takes in an update whose fields beside `chat_id` are all fields of `td.Chat`."""
        names = [name for name in type(update).__struct_fields__ if name != "chat_id"]
        self._replace(update.chat_id, **{name: getattr(update, name) for name in names})

    def on_position(self, update: td.UpdateChatPosition) -> None:
        chat = self._chats.get(update.chat_id)
        if chat is None:
            return
        others = [each for each in chat.positions if not same_list(each.list_, update.position.list_)]
        kept = [*others, update.position] if update.position.order else others
        self._replace(update.chat_id, positions=kept)

    def on_added_to_list(self, update: td.UpdateChatAddedToList) -> None:
        chat = self._chats.get(update.chat_id)
        if chat is not None and not any(same_list(each, update.chat_list) for each in chat.chat_lists):
            self._replace(update.chat_id, chat_lists=[*chat.chat_lists, update.chat_list])

    def on_removed_from_list(self, update: td.UpdateChatRemovedFromList) -> None:
        chat = self._chats.get(update.chat_id)
        if chat is not None:
            gone = list_key(update.chat_list)
            self._replace(update.chat_id, chat_lists=[each for each in chat.chat_lists if list_key(each) != gone])

    def on_reply_markup(self, update: td.UpdateChatReplyMarkup) -> None:
        message = update.reply_markup_message
        self._replace(update.chat_id, reply_markup_message_id=message.id if message else 0)

    def on_mention_read(self, update: td.UpdateMessageMentionRead) -> None:
        self._replace(update.chat_id, unread_mention_count=update.unread_mention_count)

    def on_unread_reactions(self, update: td.UpdateMessageUnreadReactions) -> None:
        self._replace(update.chat_id, unread_reaction_count=update.unread_reaction_count)

    def on_unread_poll_votes(self, update: td.UpdateMessageContainsUnreadPollVotes) -> None:
        self._replace(update.chat_id, unread_poll_vote_count=update.unread_poll_vote_count)

    def on_message_is_pinned(self, update: td.UpdateMessageIsPinned) -> None:
        """Which messages are pinned is asked for where it is shown."""
        self._changes.record(Noun.CHAT, update.chat_id, "pinned_messages")

    def on_online_member_count(self, update: td.UpdateChatOnlineMemberCount) -> None:
        self._online_member_counts[update.chat_id] = update.online_member_count
        self._changes.record(Noun.CHAT, update.chat_id, "online_member_count")

    def _replace(self, chat_id: int, **fields: Any) -> None:
        chat = self._chats.get(chat_id)
        if chat is None:
            return
        self._chats[chat_id] = msgspec.structs.replace(chat, **fields)
        self._changes.record(Noun.CHAT, chat_id, *fields)
