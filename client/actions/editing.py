"""`EditActions`: changes and removes messages that are there."""

from __future__ import annotations

from collections.abc import Sequence

from client.actions.sender import Sender
from client.stores.messages import Messages
from tdlib import functions as tf
from tdlib import types as td


class EditActions:
    """What can be done to sent messages. Every verb raises `TdError`."""

    def __init__(self, sender: Sender, messages: Messages) -> None:
        self._sender = sender
        self._messages = messages

    async def text(self, chat_id: int, message_id: int, text: td.FormattedText) -> None:
        """Replaces the text of a text message (editMessageText)."""
        content = td.InputMessageText(text=text)
        await self._sender.request(
            tf.EditMessageText(chat_id=chat_id, message_id=message_id, input_message_content=content)
        )

    async def caption(self, chat_id: int, message_id: int, caption: td.FormattedText) -> None:
        """Replaces the caption of a picture, file or other media (editMessageCaption)."""
        message = self._messages.get(chat_id, message_id)
        above = getattr(message.content, "show_caption_above_media", False) if message is not None else False
        await self._sender.request(
            tf.EditMessageCaption(
                chat_id=chat_id, message_id=message_id, caption=caption, show_caption_above_media=above
            )
        )

    async def delete(self, chat_id: int, message_ids: Sequence[int], revoke: bool) -> None:
        """Deletes messages (deleteMessages).

        Arguments:
            revoke: whether for everybody; always so in channels and supergroups.
        """
        await self._sender.request(
            tf.DeleteMessages(chat_id=chat_id, message_ids=list(message_ids), revoke=revoke)
        )

    async def pin(self, chat_id: int, message_id: int, *, silently: bool = True, only_for_self: bool = False) -> None:
        """Pins a message above its chat (pinChatMessage).

        Arguments:
            silently: whether nobody is notified.
            only_for_self: whether for oneself alone, in a private chat.
        """
        await self._sender.request(
            tf.PinChatMessage(
                chat_id=chat_id,
                message_id=message_id,
                disable_notification=silently,
                only_for_self=only_for_self,
            )
        )

    async def unpin(self, chat_id: int, message_id: int) -> None:
        """Takes a pinned message down (unpinChatMessage)."""
        await self._sender.request(tf.UnpinChatMessage(chat_id=chat_id, message_id=message_id))

    async def unpin_all(self, chat_id: int) -> None:
        """Takes all pinned messages of a chat down (unpinAllChatMessages)."""
        await self._sender.request(tf.UnpinAllChatMessages(chat_id=chat_id))

    async def link(self, chat_id: int, message_id: int) -> str:
        """Returns the link of a message in a group or channel (getMessageLink)."""
        return (await self._sender.request(tf.GetMessageLink(chat_id=chat_id, message_id=message_id))).link

    async def viewers(self, chat_id: int, message_id: int) -> list[td.MessageViewer]:
        """Returns who has seen a message of one's own in a group (getMessageViewers)."""
        return (await self._sender.request(tf.GetMessageViewers(chat_id=chat_id, message_id=message_id))).viewers

    async def read_date(self, chat_id: int, message_id: int) -> td.MessageReadDate:
        """Returns when the other one read a message of one's own, or why that is unknown (getMessageReadDate)."""
        return await self._sender.request(tf.GetMessageReadDate(chat_id=chat_id, message_id=message_id))

    async def added_reactions(self, chat_id: int, message_id: int) -> list[td.AddedReaction]:
        """Returns who reacted to a message, the latest first (getMessageAddedReactions)."""
        request = tf.GetMessageAddedReactions(chat_id=chat_id, message_id=message_id, limit=100)
        return (await self._sender.request(request)).reactions

    async def properties(self, chat_id: int, message_id: int) -> td.MessageProperties:
        """Returns what can be done to a message (getMessageProperties)."""
        return await self._sender.request(tf.GetMessageProperties(chat_id=chat_id, message_id=message_id))

    async def report(
        self, chat_id: int, message_ids: Sequence[int], option_id: bytes, text: str = ""
    ) -> td.ReportChatResult:
        """Takes a step of a report to the moderators (reportChat).

        Arguments:
            message_ids: what is reported; empty for the chat as a whole.
            option_id: which of the answers offered is given; empty at first.
            text: what was asked for in words.

        Returns:
            What is asked next, or that the report was taken.
        """
        return await self._sender.request(
            tf.ReportChat(chat_id=chat_id, option_id=option_id, message_ids=list(message_ids), text=text)
        )
