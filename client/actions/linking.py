"""`LinkActions`: what is behind Telegram's own links."""

from __future__ import annotations

from client.actions.sender import Sender
from client.stores.messages import Messages
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import TdError


class LinkActions:
    """Every verb raises `TdError`; chats that are found are known to `Chats` by then."""

    def __init__(self, sender: Sender, messages: Messages) -> None:
        self._sender = sender
        self._messages = messages

    async def kind(self, link: str) -> td.InternalLinkType | None:
        """Returns what `link` leads to inside Telegram (getInternalLinkType); None where it leads elsewhere."""
        try:
            return await self._sender.request(tf.GetInternalLinkType(link=link))
        except TdError as error:
            if error.code == 404:
                return None
            raise

    async def message(self, url: str) -> td.MessageLinkInfo:
        """Returns the chat and the message behind a link (getMessageLinkInfo); the message is kept."""
        return await self._sender.request(tf.GetMessageLinkInfo(url=url), apply=self._keep)

    async def invite(self, link: str) -> td.ChatInviteLinkInfo:
        """Returns the chat behind an invite link (checkChatInviteLink)."""
        return await self._sender.request(tf.CheckChatInviteLink(invite_link=link))

    async def join(self, link: str) -> td.ChatJoinResult:
        """Joins the chat behind an invite link, or asks to (joinChatByInviteLink)."""
        return await self._sender.request(tf.JoinChatByInviteLink(invite_link=link))

    async def person_by_number(self, phone_number: str) -> int | None:
        """Returns the id of the person with a phone number (searchUserByPhoneNumber); None for nobody."""
        return await self._person(tf.SearchUserByPhoneNumber(phone_number=phone_number))

    async def person_by_token(self, token: str) -> int | None:
        """Returns the id of the person who gave a link to themselves (searchUserByToken); None for nobody."""
        return await self._person(tf.SearchUserByToken(token=token))

    async def start_bot(self, bot_id: int, chat_id: int, parameter: str) -> None:
        """Starts a bot in a chat, with what its link says (sendBotStartMessage)."""
        await self._sender.request(tf.SendBotStartMessage(bot_user_id=bot_id, chat_id=chat_id, parameter=parameter))

    async def explain(self, link: str) -> str:
        """Returns what Telegram says of a link that this TDLib doesn't know (getDeepLinkInfo); "" for nothing."""
        try:
            return (await self._sender.request(tf.GetDeepLinkInfo(link=link))).text.text
        except TdError as error:
            if error.code == 404:
                return ""
            raise

    async def _person(self, request: tf.Request[td.User]) -> int | None:
        try:
            return (await self._sender.request(request)).id
        except TdError as error:
            if error.code in (400, 404):
                return None
            raise

    def _keep(self, info: td.MessageLinkInfo) -> None:
        if info.message is not None:
            self._messages.keep(info.message)
