"""`NotifyActions`: what a person does about notifications."""

from __future__ import annotations

from client.actions.sender import Sender
from tdlib import functions as tf
from tdlib import types as td

GROUPS = 25
"""Chats and kinds of messages that TDLib keeps notifications of at once; it takes no more."""

IN_A_GROUP = 10
"""Notifications that TDLib keeps of each; the number of the others is known."""


class NotifyActions:
    """Every verb but `begin` raises `TdError`."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def begin(self) -> None:
        """Has TDLib make notifications: by itself it makes none (options `notification_group_…_max`)."""
        for name, value in (("notification_group_size_max", IN_A_GROUP), ("notification_group_count_max", GROUPS)):
            option = td.OptionValueInteger(value=value)
            await self._sender.request(tf.SetOption(name=name, value=option))

    async def read(self, chat_id: int, message_id: int) -> None:
        """Marks a chat as read up to a message, as somebody does who has read its notification (viewMessages)."""
        source = td.MessageSourceNotification()
        await self._sender.request(
            tf.ViewMessages(chat_id=chat_id, message_ids=[message_id], source=source, force_read=True)
        )

    async def dismiss(self, group_id: int, up_to_id: int) -> None:
        """Forgets notifications that the person has put away (removeNotificationGroup)."""
        await self._sender.request(
            tf.RemoveNotificationGroup(notification_group_id=group_id, max_notification_id=up_to_id)
        )
