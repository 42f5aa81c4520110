"""One line for messages that are cards: polls, games, calls, payments, gifts, requests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tdlib import types as td
from ui.viewmodels.wording import calls, gifts, names, numbers
from ui.viewmodels.wording.names import Voice
from ui.viewmodels.wording.preview import Preview
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Previews")
plural = plurals("Previews")


def _dice(content: td.MessageDice, voice: Voice) -> Preview:
    return Preview(text=content.emoji, icon="" if content.emoji else "dice", label=tr("Dice"))


def _stake_dice(content: td.MessageStakeDice, voice: Voice) -> Preview:
    return Preview(icon="dice", label=tr("Dice for %s") % numbers.grams(content.stake_gram_amount))


def _game(content: td.MessageGame, voice: Voice) -> Preview:
    return Preview(content.game.title, "dice", tr("Game"))


def _poll(content: td.MessagePoll, voice: Voice) -> Preview:
    label = tr("Quiz") if isinstance(content.poll.type, td.PollTypeQuiz) else tr("Poll")
    return Preview(content.poll.question.text, "poll", label)


def _story(content: td.MessageStory, voice: Voice) -> Preview:
    if not content.via_mention:
        return Preview(icon="story", label=tr("Story"))
    text = voice.say(
        tr("You mentioned {partner} in a story"), tr("{name} mentioned you in a story"), partner=voice.partner
    )
    return Preview(text, "story")


def _checklist(content: td.MessageChecklist, voice: Voice) -> Preview:
    tasks = content.list_.tasks
    done = sum(1 for task in tasks if task.completed_by is not None or task.completion_date)
    title = content.list_.title.text
    return Preview(
        tr("{title}, {done} of {all} done").format(title=title, done=done, all=len(tasks)), "checklist", tr("Checklist")
    )


def _invoice(content: td.MessageInvoice, voice: Voice) -> Preview:
    price = numbers.money(content.total_amount, content.currency)
    text = tr("{thing}, {price}").format(thing=content.product_info.title, price=price)
    return Preview(text, "invoice", tr("Receipt") if content.receipt_message_id else tr("Invoice"))


def _call(content: td.MessageCall, voice: Voice) -> Preview:
    return Preview(icon="video" if content.is_video else "call", label=calls.call(content, voice.outgoing))


def _group_call(content: td.MessageGroupCall, voice: Voice) -> Preview:
    return Preview(icon="video" if content.is_video else "call", label=calls.group_call(content, voice.outgoing))


def _protected_content_request(content: td.MessageChatHasProtectedContentDisableRequested, voice: Voice) -> Preview:
    if content.is_expired:
        return Preview(tr("The request to allow sharing has expired"), "shield")
    return Preview(voice.say(tr("You asked to allow sharing"), tr("{name} asks to allow sharing")), "shield")


def _background(content: td.MessageChatSetBackground, voice: Voice) -> Preview:
    if content.only_for_self or voice.channel:
        return Preview(voice.say(tr("You set a new wallpaper"), tr("{name} set a new wallpaper")), "image")
    own = tr("You set a new wallpaper for both of you")
    return Preview(voice.say(own, tr("{name} set a new wallpaper for both of you")), "image")


def _suggested_photo(content: td.MessageSuggestProfilePhoto, voice: Voice) -> Preview:
    own = tr("You suggested {partner} a profile photo")
    text = voice.say(own, tr("{name} suggests a profile photo for you"), partner=voice.partner)
    return Preview(text, "person", picture=content.photo.minithumbnail)


def _suggested_birthdate(content: td.MessageSuggestBirthdate, voice: Voice) -> Preview:
    own = tr("You suggested {partner} to add a birthday")
    return Preview(voice.say(own, tr("{name} suggests adding your birthday"), partner=voice.partner), "gift")


def _gift(word: Callable[[Any, Voice], str], icon: str = "gift") -> Callable[[Any, Voice], Preview]:
    return lambda content, voice: Preview(word(content, voice), icon)


def _giveaway(content: td.MessageGiveaway, voice: Voice) -> Preview:
    text = tr("{prize} for {people}").format(
        prize=gifts.prize(content.prize), people=plural("%n person", "%n people", content.winner_count)
    )
    return Preview(text, "gift", tr("Giveaway"))


def _giveaway_winners(content: td.MessageGiveawayWinners, voice: Voice) -> Preview:
    if content.was_refunded:
        return Preview(tr("The giveaway was cancelled"), "gift")
    winners = [voice.people.object(user_id) for user_id in content.winner_user_ids]
    if len(winners) == content.winner_count and winners:
        return Preview(names.joined(winners), "gift", tr("Winners of the giveaway"))
    return Preview(
        plural("%n winner was chosen", "%n winners were chosen", content.winner_count), "gift", tr("Giveaway")
    )


TABLE: dict[type[td.TdObject], Callable[[Any, Voice], Preview]] = {
    td.MessageDice: _dice,
    td.MessageStakeDice: _stake_dice,
    td.MessageGame: _game,
    td.MessagePoll: _poll,
    td.MessageStory: _story,
    td.MessageChecklist: _checklist,
    td.MessageInvoice: _invoice,
    td.MessageCall: _call,
    td.MessageGroupCall: _group_call,
    td.MessageChatHasProtectedContentDisableRequested: _protected_content_request,
    td.MessageChatSetBackground: _background,
    td.MessageSuggestProfilePhoto: _suggested_photo,
    td.MessageSuggestBirthdate: _suggested_birthdate,
    td.MessageGiftedPremium: _gift(gifts.premium),
    td.MessagePremiumGiftCode: _gift(gifts.premium_code),
    td.MessageGiveaway: _giveaway,
    td.MessageGiveawayWinners: _giveaway_winners,
    td.MessageGiftedStars: _gift(gifts.stars, "star"),
    td.MessageGiftedTon: _gift(gifts.grams),
    td.MessageGiveawayPrizeStars: _gift(gifts.prize_stars, "star"),
    td.MessageGift: _gift(gifts.gift),
    td.MessageUpgradedGift: _gift(gifts.upgraded),
    td.MessageUpgradedGiftPurchaseOffer: _gift(gifts.offer),
}

# Lines that say themselves who did it.
WITH_NAME: frozenset[type[td.TdObject]] = frozenset(
    {
        td.MessageChatHasProtectedContentDisableRequested,
        td.MessageChatSetBackground,
        td.MessageSuggestProfilePhoto,
        td.MessageSuggestBirthdate,
        td.MessageGiftedPremium,
        td.MessagePremiumGiftCode,
        td.MessageGiveawayWinners,
        td.MessageGiftedStars,
        td.MessageGiftedTon,
        td.MessageGiveawayPrizeStars,
        td.MessageGift,
        td.MessageUpgradedGift,
        td.MessageUpgradedGiftPurchaseOffer,
        td.MessageCall,
        td.MessageGroupCall,
    }
)
