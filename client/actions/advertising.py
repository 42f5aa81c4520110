"""`AdvertisingActions`: what is advertised in a channel, and what Telegram is told of it."""

from __future__ import annotations

from collections.abc import Sequence

from client.actions.sender import Sender
from tdlib import functions as tf
from tdlib import types as td


class AdvertisingActions:
    """Sponsored messages, which the terms of Telegram's API bind every client to show. Every verb raises `TdError`."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        # TDLib goes on telling of them for minutes.
        self._gone: set[tuple[int, int]] = set()

    async def of(self, chat_id: int) -> Sequence[td.SponsoredMessage]:
        """Returns the sponsored messages of a channel, in the order to show them (getChatSponsoredMessages).

        Those that the person has reported are left out.
        """
        told = (await self._sender.request(tf.GetChatSponsoredMessages(chat_id=chat_id))).messages
        return [message for message in told if (chat_id, message.message_id) not in self._gone]

    async def view(self, chat_id: int, message_id: int) -> None:
        """Says that the whole text of one is on the screen (viewMessages)."""
        source = td.MessageSourceChatHistory()
        await self._sender.request(tf.ViewMessages(chat_id=chat_id, message_ids=[message_id], source=source))

    async def click(self, chat_id: int, message_id: int, *, on_media: bool = False) -> None:
        """Says that one was followed (clickChatSponsoredMessage).

        Arguments:
            on_media: whether by its picture.
        """
        request = tf.ClickChatSponsoredMessage(chat_id=chat_id, message_id=message_id, is_media_click=on_media)
        await self._sender.request(request)

    async def report(self, chat_id: int, message_id: int, option_id: bytes, text: str = "") -> td.ReportSponsoredResult:
        """Takes a step of a report to the moderators (reportChatSponsoredMessage).

        Arguments:
            option_id: which of the answers offered is given; empty at first.
            text: never asked for here.

        Returns:
            What is asked next, or that the report was taken.
        """
        request = tf.ReportChatSponsoredMessage(chat_id=chat_id, message_id=message_id, option_id=option_id)
        answer = await self._sender.request(request)
        if not isinstance(answer, _STILL_SHOWN):
            self._gone.add((chat_id, message_id))
        return answer


_STILL_SHOWN = (td.ReportSponsoredResultOptionRequired, td.ReportSponsoredResultPremiumRequired)
