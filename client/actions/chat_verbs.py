"""`ChatVerbs`: what is done to a chat as a whole."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from client.actions.sender import Sender
from client.stores.chats import Chats
from client.stores.notifications import NotificationSettings
from tdlib import functions as tf
from tdlib import types as td

FOREVER = 0x7FFFFFFF
"""Seconds that stand for a chat muted until further notice."""


class ChatVerbs:
    """Mute, pin, archive and the like. Every verb raises `TdError`."""

    def __init__(self, sender: Sender, chats: Chats, notifications: NotificationSettings) -> None:
        self._sender = sender
        self._chats = chats
        self._notifications = notifications

    async def mute(self, chat_id: int, seconds: int = FOREVER) -> None:
        """Lets a chat make no sound for some time (setChatNotificationSettings)."""
        await self._set_mute(chat_id, seconds)

    async def unmute(self, chat_id: int) -> None:
        """Lets a chat make sounds; it follows the settings of its kind again where those make sounds."""
        await self._set_mute(chat_id, 0)

    async def pin(self, chat_id: int, chat_list: td.ChatList, is_pinned: bool) -> None:
        """Keeps a chat at the top of a list, or no more (toggleChatIsPinned)."""
        await self._sender.request(tf.ToggleChatIsPinned(chat_list=chat_list, chat_id=chat_id, is_pinned=is_pinned))

    async def archive(self, chat_id: int, is_archived: bool) -> None:
        """Moves a chat to the archive or back (addChatToList)."""
        target = td.ChatListArchive() if is_archived else td.ChatListMain()
        await self._sender.request(tf.AddChatToList(chat_id=chat_id, chat_list=target))

    async def mark_unread(self, chat_id: int, is_unread: bool) -> None:
        """Marks a chat as unread, or takes mark and unread messages away."""
        if is_unread:
            await self._sender.request(tf.ToggleChatIsMarkedAsUnread(chat_id=chat_id, is_marked_as_unread=True))
            return
        chat = self._chats.get(chat_id)
        if chat is not None and chat.is_marked_as_unread:
            await self._sender.request(tf.ToggleChatIsMarkedAsUnread(chat_id=chat_id, is_marked_as_unread=False))
        if chat is not None and chat.unread_count and chat.last_message is not None:
            source = td.MessageSourceChatList()
            ids = [chat.last_message.id]
            await self._sender.request(
                tf.ViewMessages(chat_id=chat_id, message_ids=ids, source=source, force_read=True)
            )

    async def join(self, chat_id: int) -> None:
        """Joins a group or channel (joinChat)."""
        await self._sender.request(tf.JoinChat(chat_id=chat_id))

    async def order_pins(self, chat_list: td.ChatList, chat_ids: Sequence[int]) -> None:
        """Puts the pinned chats of a list in an order (setPinnedChats)."""
        await self._sender.request(tf.SetPinnedChats(chat_list=chat_list, chat_ids=list(chat_ids)))

    async def block(self, chat_id: int) -> None:
        """Keeps the person of a private chat from writing (setMessageSenderBlockList)."""
        await self._block(chat_id, td.BlockListMain())

    async def unblock(self, chat_id: int) -> None:
        """Lets the person of a private chat write again (setMessageSenderBlockList)."""
        await self._block(chat_id, None)

    async def leave(self, chat_id: int) -> None:
        """Leaves a group or channel (leaveChat)."""
        await self._sender.request(tf.LeaveChat(chat_id=chat_id))

    async def delete_history(self, chat_id: int, *, remove_from_list: bool, revoke: bool) -> None:
        """Deletes all messages of a chat (deleteChatHistory).

        Arguments:
            remove_from_list: whether the chat goes too.
            revoke: whether for everybody.
        """
        await self._sender.request(
            tf.DeleteChatHistory(chat_id=chat_id, remove_from_chat_list=remove_from_list, revoke=revoke)
        )

    async def private_chat(self, user_id: int) -> int:
        """Returns the id of the chat with a user, which is made where there is none (createPrivateChat)."""
        return (await self._sender.request(tf.CreatePrivateChat(user_id=user_id))).id

    async def _block(self, chat_id: int, block_list: td.BlockList | None) -> None:
        user_id = self._chats.private_user_id(chat_id)
        sender: td.MessageSender = td.MessageSenderChat(chat_id=chat_id)
        if user_id is not None:
            sender = td.MessageSenderUser(user_id=user_id)
        await self._sender.request(tf.SetMessageSenderBlockList(sender_id=sender, block_list=block_list))

    async def _set_mute(self, chat_id: int, seconds: int) -> None:
        chat = self._chats.get(chat_id)
        if chat is None:
            return
        default = self._notifications.of(chat.type).mute_for
        settings = msgspec.structs.replace(
            chat.notification_settings, use_default_mute_for=(seconds == 0 == default), mute_for=seconds
        )
        await self._sender.request(
            tf.SetChatNotificationSettings(chat_id=chat_id, notification_settings=settings)
        )
