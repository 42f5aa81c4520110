"""`ContentActions`: what a person does with the inside of a message: votes, ticks, buttons of bots and of cards."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from client.session import Session
from tdlib import types as td
from ui.viewmodels.composer import Composer
from ui.viewmodels.contents.keyboard import button_at
from ui.viewmodels.desktop import Desktop
from ui.viewmodels.opening import Ask, Opening
from ui.viewmodels.pointers import pointed
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.text_links import Link, LinkKind
from ui.viewmodels.wording import bots, card_verbs, polls
from ui.viewmodels.wording import cards as card_words
from ui.viewmodels.wording import message_actions as wording
from ui.viewmodels.wording.names import People


class ContentActions:
    """Verbs on the inside of messages of one chat.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: runs what must be awaited.
        composer: takes what a button writes.
        desktop: has the clipboard.
        opening: opens links and people.
        show: shows a sentence at the window's foot.
        ask: asks before something is done.
        tell: shows a sentence that waits until it is put away: title and text.
        open_picture: shows one of several pictures of a message large.
        go: shows a message of a chat.
    """

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        composer: Composer,
        desktop: Desktop,
        opening: Opening,
        show: Callable[[str], None],
        ask: Ask,
        tell: Callable[[str, str], None],
        open_picture: Callable[[int, int], None],
        go: Callable[[int, int], None],
    ) -> None:
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._composer = composer
        self._desktop = desktop
        self._show = show
        self._ask = ask
        self._tell = tell
        self._opening = opening
        self._open_picture = open_picture
        self._go = go
        self._people = People(session)
        self._pressed: set[tuple[int, int, int]] = set()

    def vote(self, message_id: int, options: Sequence[int]) -> None:
        self._tasks.start(self._vote(message_id, options))

    def show_voters(self, message_id: int, option: int) -> None:
        self._tasks.start(self._show_voters(message_id, option))

    def tick(self, message_id: int, task_id: int, done: bool) -> None:
        self._tasks.start(self._session.interacting.tick(self._chat_id, message_id, task_id, done=done))

    def open_paid(self, message_id: int, place: int) -> None:
        message = self._message(message_id)
        if message is None or not isinstance(message.content, td.MessagePaidMedia):
            return
        if any(isinstance(media, td.PaidMediaPreview) for media in message.content.media):
            self._show(card_words.cannot_pay())
        else:
            self._open_picture(message_id, place)

    def press(self, message_id: int, row: int, column: int) -> None:
        message = self._message(message_id)
        button = button_at(message.reply_markup, row, column) if message is not None else None
        place = (message_id, row, column)
        if message is None or button is None or place in self._pressed:
            return
        match button.type:
            case td.InlineKeyboardButtonTypeCallback(data=data):
                self._pressed.add(place)
                self._tasks.start(self._call_back(message, place, td.CallbackQueryPayloadData(data=data)))
            case td.InlineKeyboardButtonTypeCallbackGame():
                name = message.content.game.short_name if isinstance(message.content, td.MessageGame) else ""
                self._pressed.add(place)
                self._tasks.start(self._call_back(message, place, td.CallbackQueryPayloadGame(game_short_name=name)))
            case td.InlineKeyboardButtonTypeUrl(url=url):
                self._opening.address(Link(LinkKind.TEXT_URL, button.text, url))
            case td.InlineKeyboardButtonTypeLoginUrl(id=button_id, url=url):
                self._tasks.start(self._ask_to_sign_in(message_id, button_id, button.text, url))
            case td.InlineKeyboardButtonTypeCopyText(text=text):
                self._desktop.copy(text)
                self._show(wording.copied())
            case td.InlineKeyboardButtonTypeUser(user_id=user_id):
                self._opening.user(user_id)
            case td.InlineKeyboardButtonTypeSwitchInline(query=query, target_chat=target):
                self._write_inline(message, query, target)
            case td.InlineKeyboardButtonTypeWebApp():
                self._show(bots.no_web_apps())
            case td.InlineKeyboardButtonTypeBuy():
                self._show(card_words.cannot_pay())
            case td.InlineKeyboardButtonTypeCallbackWithPassword():
                self._show(bots.no_password_buttons())

    def act(self, message_id: int, verb: str) -> None:
        message = self._message(message_id)
        if message is not None:
            self._act(message, verb)

    def point(self, message: td.Message) -> bool:
        """Goes to what a service line is about; returns whether it is about something."""
        match message.content:
            case td.MessageStory():
                self._show(card_words.story_hint())
            case td.MessageManagedBotCreated(bot_user_id=user_id):
                self._opening.user(user_id)
            case content:
                target = pointed(content)
                if target is None:
                    return False
                self._go(target[0] or self._chat_id, target[1])
        return True

    # Polls.

    async def _vote(self, message_id: int, options: Sequence[int]) -> None:
        await self._session.interacting.vote(self._chat_id, message_id, options)
        message = self._message(message_id)
        if message is None or not isinstance(message.content, td.MessagePoll):
            return
        quiz = message.content.poll.type
        if not options:
            self._show(polls.retracted())
        elif isinstance(quiz, td.PollTypeQuiz) and quiz.correct_option_ids:
            right = set(options) <= set(quiz.correct_option_ids)
            self._show(polls.right() if right else quiz.explanation.text or polls.wrong())

    async def _show_voters(self, message_id: int, option: int) -> None:
        message = self._message(message_id)
        if message is None or not isinstance(message.content, td.MessagePoll):
            return
        answer = message.content.poll.options[option].text.text
        found = await self._session.interacting.voters(self._chat_id, message_id, option)
        names = [self._people.sender(voter.voter_id) for voter in found.voters]
        if found.total_count > len(names):
            names.append(polls.and_others(found.total_count - len(names)))
        self._tell(polls.chosen_by(answer), "\n".join(names))

    # Keyboards.

    async def _call_back(
        self, message: td.Message, place: tuple[int, int, int], payload: td.CallbackQueryPayload
    ) -> None:
        try:
            answer = await self._session.interacting.press(self._chat_id, message.id, payload)
        finally:
            self._pressed.discard(place)
        if answer.url:
            self._opening.address(Link(LinkKind.TEXT_URL, "", answer.url))
        elif answer.text and answer.show_alert:
            self._tell(self._bot_name(message), answer.text)
        elif answer.text:
            self._show(answer.text)

    async def _ask_to_sign_in(self, message_id: int, button_id: int, shown: str, url: str) -> None:
        info = await self._session.interacting.login_info(self._chat_id, message_id, button_id)
        if isinstance(info, td.LoginUrlInfoOpen):
            self._opening.address(Link(LinkKind.TEXT_URL, shown, info.url))
            return
        question = bots.sign_in(info.domain, self._people.user(info.bot_user_id))
        self._ask(question, lambda _: self._then_say(self._sign_in(message_id, button_id), ""))

    async def _sign_in(self, message_id: int, button_id: int) -> None:
        url = await self._session.interacting.login_url(self._chat_id, message_id, button_id)
        self._opening.address(Link(LinkKind.URL, url, url))

    def _write_inline(self, message: td.Message, query: str, target: td.TargetChat) -> None:
        bot_id = message.via_bot_user_id or self._bot_id(message)
        bot = self._session.users.get(bot_id)
        name = bot.usernames.active_usernames[0] if bot is not None and bot.usernames is not None else ""
        if not name:
            self._show(bots.no_inline_name())
        elif isinstance(target, td.TargetChatCurrent):
            self._composer.put_back(f"@{name} {query}")
        else:
            self._desktop.copy(f"@{name} {query}")
            self._show(bots.inline_copied())

    def _bot_id(self, message: td.Message) -> int:
        return message.sender_id.user_id if isinstance(message.sender_id, td.MessageSenderUser) else 0

    def _bot_name(self, message: td.Message) -> str:
        bot_id = message.via_bot_user_id
        return self._people.user(bot_id) if bot_id else self._people.sender(message.sender_id)

    # Cards.

    def _act(self, message: td.Message, verb: str) -> None:
        verbs = self._session.interacting
        match verb, message.content:
            case card_verbs.MESSAGE, td.MessageContact(contact=contact):
                self._opening.user(contact.user_id)
            case card_verbs.ADD_CONTACT, td.MessageContact(contact=contact):
                self._then_say(verbs.add_contact(contact), bots.contact_added())
            case card_verbs.LEARN_MORE, td.MessageGiveaway() | td.MessageGiveawayWinners():
                self._tasks.start(self._tell_of_giveaway(message))
            case card_verbs.USE_PHOTO, td.MessageSuggestProfilePhoto(photo=photo):
                self._then_say(verbs.take_photo(photo.id), bots.photo_taken())
            case card_verbs.USE_BIRTHDATE, td.MessageSuggestBirthdate(birthdate=birthdate):
                self._then_say(verbs.take_birthdate(birthdate), bots.birthdate_taken())
            case (card_verbs.ALLOW | card_verbs.DECLINE), _:
                allow = verb == card_verbs.ALLOW
                self._tasks.start(verbs.allow_sharing(self._chat_id, message.id, allow=allow))
            case card_verbs.REDEEM, td.MessagePremiumGiftCode(code=code):
                self._ask(bots.redeem(), lambda _: self._then_say(verbs.redeem(code), bots.redeemed()))
            case (card_verbs.SHOW_GIFT | card_verbs.HIDE_GIFT), td.MessageGift(received_gift_id=gift_id):
                self._tasks.start(verbs.show_gift(gift_id, show=verb == card_verbs.SHOW_GIFT))
            case card_verbs.SELL_GIFT, td.MessageGift(received_gift_id=gift_id, sell_star_count=stars):
                sold = bots.gift_sold(stars)
                self._ask(bots.sell(stars), lambda _: self._then_say(verbs.sell_gift(gift_id), sold))
            case card_verbs.ACCEPT_OFFER, td.MessageUpgradedGiftPurchaseOffer(gift=gift, price=price):
                accept = partial(verbs.answer_offer, message.id, accept=True)
                self._ask(bots.offer(gift, price), lambda _: self._then_say(accept(), ""))
            case card_verbs.DECLINE_OFFER, td.MessageUpgradedGiftPurchaseOffer():
                self._tasks.start(verbs.answer_offer(message.id, accept=False))

    async def _tell_of_giveaway(self, message: td.Message) -> None:
        info = await self._session.interacting.giveaway(self._chat_id, message.id)
        self._tell(card_words.giveaway(), bots.giveaway(info))

    def _then_say(self, verb: Coroutine[Any, Any, None], said: str) -> None:
        async def do() -> None:
            await verb
            if said:
                self._show(said)

        self._tasks.start(do())

    def _message(self, message_id: int) -> td.Message | None:
        return self._session.messages.get(self._chat_id, message_id)


