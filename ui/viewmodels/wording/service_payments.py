"""Service lines about money: payments, refunds, prices of messages, giveaways."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tdlib import types as td
from ui.viewmodels.wording import gifts, names, numbers
from ui.viewmodels.wording.names import Voice
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Service")
plural = plurals("Service")


def _paid(content: td.MessagePaymentSuccessful, voice: Voice) -> str:
    price = numbers.money(content.total_amount, content.currency)
    if content.is_recurring and not content.is_first_recurring:
        return tr("{price} were paid for the subscription").format(price=price)
    if content.invoice_name:
        return tr("You paid {price} for {thing}").format(price=price, thing=names.quoted(content.invoice_name))
    return tr("You paid {price} to {partner}").format(price=price, partner=voice.partner)


def _paid_to_bot(content: td.MessagePaymentSuccessfulBot, voice: Voice) -> str:
    price = numbers.money(content.total_amount, content.currency)
    return voice.say(tr("You paid {price}"), tr("{name} paid {price}"), price=price)


def _refunded(content: td.MessagePaymentRefunded, voice: Voice) -> str:
    amount = numbers.money(content.total_amount, content.currency)
    if voice.people.is_me(content.owner_id):
        return tr("You refunded {amount}").format(amount=amount)
    return tr("{name} refunded {amount}").format(name=voice.people.sender(content.owner_id), amount=amount)


def _giveaway_created(content: td.MessageGiveawayCreated, voice: Voice) -> str:
    if content.star_count:
        own, other = tr("You started a giveaway of {stars}"), tr("{name} started a giveaway of {stars}")
        return voice.say(own, other, stars=numbers.stars(content.star_count))
    return voice.say(tr("You started a giveaway"), tr("{name} started a giveaway"))


def _giveaway_completed(content: td.MessageGiveawayCompleted, voice: Voice) -> str:
    if content.winner_count == 0:
        return tr("The giveaway ended without a winner")
    text = plural(
        "%n winner of the giveaway was chosen", "%n winners of the giveaway were chosen", content.winner_count
    )
    if not content.unclaimed_prize_count:
        return text
    left = plural("%n prize is left", "%n prizes are left", content.unclaimed_prize_count)
    return tr("{winners}; {left}").format(winners=text, left=left)


def _messages_refunded(content: td.MessagePaidMessagesRefunded, voice: Voice) -> str:
    fields = {
        "stars": numbers.stars(content.star_count),
        "messages": plural("%n message", "%n messages", content.message_count),
    }
    return voice.say(tr("You refunded {stars} for {messages}"), tr("{name} refunded {stars} for {messages}"), **fields)


def _message_price(content: td.MessagePaidMessagePriceChanged, voice: Voice) -> str:
    if content.paid_message_star_count == 0:
        return tr("Messages are free in this group now")
    return tr("Messages cost {stars} in this group now").format(stars=numbers.stars(content.paid_message_star_count))


def _direct_message_price(content: td.MessageDirectMessagePriceChanged, voice: Voice) -> str:
    if not content.is_enabled:
        return tr("Messages to the channel were turned off")
    if content.paid_message_star_count == 0:
        return tr("Messages to the channel were turned on and are free")
    price = numbers.stars(content.paid_message_star_count)
    return tr("Messages to the channel were turned on and cost {price} each").format(price=price)


TABLE: dict[type[td.TdObject], Callable[[Any, Voice], str]] = {
    td.MessagePaymentSuccessful: _paid,
    td.MessagePaymentSuccessfulBot: _paid_to_bot,
    td.MessagePaymentRefunded: _refunded,
    td.MessageGiveawayCreated: _giveaway_created,
    td.MessageGiveawayCompleted: _giveaway_completed,
    td.MessageRefundedUpgradedGift: gifts.refunded,
    td.MessageUpgradedGiftPurchaseOfferRejected: gifts.offer_rejected,
    td.MessagePaidMessagesRefunded: _messages_refunded,
    td.MessagePaidMessagePriceChanged: _message_price,
    td.MessageDirectMessagePriceChanged: _direct_message_price,
}
