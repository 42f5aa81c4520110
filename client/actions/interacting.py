"""`InteractActions`: what a person does with the inside of a message: votes, ticks, presses a bot's button."""

from __future__ import annotations

from collections.abc import Sequence

from client.actions.sender import Sender
from tdlib import functions as tf
from tdlib import types as td

MOST_VOTERS = 50
"""Voters that TDLib gives at once."""

BOT_PATIENCE = 90.0
"""Seconds a bot may take to answer; the server gives up earlier and says so."""


class InteractActions:
    """Every verb raises `TdError`; its messages change by updates."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def press(self, chat_id: int, message_id: int, payload: td.CallbackQueryPayload) -> td.CallbackQueryAnswer:
        """Sends a button's data to its bot and returns what the bot says (getCallbackQueryAnswer)."""
        request = tf.GetCallbackQueryAnswer(chat_id=chat_id, message_id=message_id, payload=payload)
        return await self._sender.request(request, deadline=BOT_PATIENCE)

    async def login_info(self, chat_id: int, message_id: int, button_id: int) -> td.LoginUrlInfo:
        """Returns what a button that signs in somewhere would do (getLoginUrlInfo)."""
        return await self._sender.request(
            tf.GetLoginUrlInfo(chat_id=chat_id, message_id=message_id, button_id=button_id)
        )

    async def login_url(self, chat_id: int, message_id: int, button_id: int) -> str:
        """Signs in at the button's address and returns where to go (getLoginUrl); the bot may not write after it."""
        request = tf.GetLoginUrl(
            chat_id=chat_id, message_id=message_id, button_id=button_id, allow_write_access=False
        )
        return (await self._sender.request(request)).url

    async def message(self, chat_id: int, message_id: int) -> td.Message:
        """Returns a message that need not be among the loaded ones (getMessage)."""
        return await self._sender.request(tf.GetMessage(chat_id=chat_id, message_id=message_id))

    async def translate(self, chat_id: int, message_id: int, language: str) -> str:
        """Returns a message's text in another language (translateMessageText); not to be asked in a secret chat.

        Arguments:
            language: its code, such as "de" or "zh-Hans".
        """
        request = tf.TranslateMessageText(
            chat_id=chat_id, message_id=message_id, to_language_code=language, tone="neutral"
        )
        return (await self._sender.request(request)).text

    async def hide_keyboard(self, chat_id: int, message_id: int) -> None:
        """Forgets a keyboard that was meant for one answer (deleteChatReplyMarkup)."""
        await self._sender.request(tf.DeleteChatReplyMarkup(chat_id=chat_id, message_id=message_id))

    async def vote(self, chat_id: int, message_id: int, options: Sequence[int]) -> None:
        """Chooses answers of a poll by their place; none takes the vote back (setPollAnswer)."""
        await self._sender.request(
            tf.SetPollAnswer(chat_id=chat_id, message_id=message_id, option_ids=list(options))
        )

    async def voters(self, chat_id: int, message_id: int, option: int) -> td.PollVoters:
        """Returns who chose an answer, the latest first (getPollVoters)."""
        return await self._sender.request(
            tf.GetPollVoters(chat_id=chat_id, message_id=message_id, option_id=option, offset=0, limit=MOST_VOTERS)
        )

    async def tick(self, chat_id: int, message_id: int, task_id: int, *, done: bool) -> None:
        """Marks a task of a checklist as done or not (markChecklistTasksAsDone)."""
        request = tf.MarkChecklistTasksAsDone(
            chat_id=chat_id,
            message_id=message_id,
            marked_as_done_task_ids=[task_id] if done else [],
            marked_as_not_done_task_ids=[] if done else [task_id],
        )
        await self._sender.request(request)

    async def allow_sharing(self, chat_id: int, message_id: int, *, allow: bool) -> None:
        """Answers the wish to allow sharing of a chat's content (processChatHasProtectedContentDisableRequest)."""
        request = tf.ProcessChatHasProtectedContentDisableRequest(
            chat_id=chat_id, request_message_id=message_id, approve=allow
        )
        await self._sender.request(request)

    async def take_photo(self, photo_id: int) -> None:
        """Makes a suggested photo one's own (setProfilePhoto)."""
        photo = td.InputChatPhotoPrevious(chat_photo_id=photo_id)
        await self._sender.request(tf.SetProfilePhoto(photo=photo, is_public=False))

    async def take_birthdate(self, birthdate: td.Birthdate) -> None:
        """Makes a suggested birthday one's own (setBirthdate)."""
        await self._sender.request(tf.SetBirthdate(birthdate=birthdate))

    async def redeem(self, code: str) -> None:
        """Uses a gift code (applyPremiumGiftCode)."""
        await self._sender.request(tf.ApplyPremiumGiftCode(code=code))

    async def show_gift(self, gift_id: str, *, show: bool) -> None:
        """Shows a gift on one's profile or hides it (toggleGiftIsSaved)."""
        await self._sender.request(tf.ToggleGiftIsSaved(received_gift_id=gift_id, is_saved=show))

    async def sell_gift(self, gift_id: str) -> None:
        """Turns a gift into Stars for good (sellGift)."""
        await self._sender.request(tf.SellGift(business_connection_id="", received_gift_id=gift_id))

    async def answer_offer(self, message_id: int, *, accept: bool) -> None:
        """Accepts or declines an offer for a gift (processGiftPurchaseOffer)."""
        await self._sender.request(tf.ProcessGiftPurchaseOffer(message_id=message_id, accept=accept))

    async def giveaway(self, chat_id: int, message_id: int) -> td.GiveawayInfo:
        """Returns how a giveaway goes and whether one takes part (getGiveawayInfo)."""
        return await self._sender.request(tf.GetGiveawayInfo(chat_id=chat_id, message_id=message_id))

    async def add_contact(self, contact: td.Contact) -> None:
        """Adds a person to the contacts (addContact)."""
        added = td.ImportedContact(
            phone_number=contact.phone_number, first_name=contact.first_name, last_name=contact.last_name
        )
        await self._sender.request(
            tf.AddContact(user_id=contact.user_id, contact=added, share_phone_number=False)
        )
