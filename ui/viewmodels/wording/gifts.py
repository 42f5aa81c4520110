"""Sentences about gifts, prizes and offers for them."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording import names, numbers
from ui.viewmodels.wording.names import Voice
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Gifts")
plural = plurals("Gifts")


def premium(content: td.MessageGiftedPremium, voice: Voice) -> str:
    return _given(voice, tr("Telegram Premium for %s") % _length(content.month_count, content.day_count))


def premium_code(content: td.MessagePremiumGiftCode, voice: Voice) -> str:
    thing = tr("Telegram Premium for %s") % _length(content.month_count, content.day_count)
    if content.is_unclaimed:
        return tr("An unclaimed prize: %s") % thing
    if content.is_from_giveaway:
        return tr("You won {thing} in a giveaway").format(thing=thing)
    return _given(voice, thing)


def stars(content: td.MessageGiftedStars, voice: Voice) -> str:
    return _given(voice, numbers.stars(content.star_count))


def grams(content: td.MessageGiftedTon, voice: Voice) -> str:
    return _given(voice, numbers.grams(content.gram_amount))


def prize_stars(content: td.MessageGiveawayPrizeStars, voice: Voice) -> str:
    amount = numbers.stars(content.star_count)
    chat = voice.people.chat(content.boosted_chat_id)
    if content.is_unclaimed:
        return tr("{amount} of the giveaway by {chat} were not claimed").format(amount=amount, chat=chat)
    return tr("You won {amount} in a giveaway by {chat}").format(amount=amount, chat=chat)


def prize(won: td.GiveawayPrize) -> str:
    """Returns what one wins."""
    if isinstance(won, td.GiveawayPrizeStars):
        return numbers.stars(won.star_count)
    return tr("Telegram Premium for %s") % plural("%n month", "%n months", won.month_count)


def gift(content: td.MessageGift, voice: Voice) -> str:
    if content.was_refunded:
        return tr("The gift was refunded")
    if content.is_prepaid_upgrade:
        return voice.say(tr("You paid for the upgrade of a gift"), tr("{name} paid for the upgrade of your gift"))
    return _given(voice, tr("a gift for %s") % numbers.stars(content.gift.star_count))


def upgraded(content: td.MessageUpgradedGift, voice: Voice) -> str:
    thing = collectible(content.gift)
    match content.origin:
        case td.UpgradedGiftOriginUpgrade() | td.UpgradedGiftOriginPrepaidUpgrade():
            return voice.say(tr("You turned a gift into {gift}"), tr("{name} turned your gift into {gift}"), gift=thing)
        case td.UpgradedGiftOriginTransfer():
            own = tr("You transferred {gift} to {partner}")
            return voice.say(own, tr("{name} transferred {gift} to you"), gift=thing, partner=voice.partner)
        case td.UpgradedGiftOriginResale(price=paid) | td.UpgradedGiftOriginOffer(price=paid):
            own, other = tr("You bought {gift} for {price}"), tr("{name} bought {gift} for {price}")
            return voice.say(own, other, gift=thing, price=price(paid))
        case td.UpgradedGiftOriginBlockchain():
            return tr("{gift} was brought from the blockchain").format(gift=thing)
        case td.UpgradedGiftOriginCraft():
            return voice.say(tr("You crafted {gift}"), tr("{name} crafted {gift}"), gift=thing)


def offer(content: td.MessageUpgradedGiftPurchaseOffer, voice: Voice) -> str:
    fields = {"gift": collectible(content.gift), "price": price(content.price)}
    match content.state:
        case td.GiftPurchaseOfferStateAccepted():
            return tr("The offer of {price} for {gift} was accepted").format(**fields)
        case td.GiftPurchaseOfferStateRejected():
            return tr("The offer of {price} for {gift} was declined").format(**fields)
        case td.GiftPurchaseOfferStatePending():
            return voice.say(tr("You offer {price} for {gift}"), tr("{name} offers {price} for {gift}"), **fields)


def offer_rejected(content: td.MessageUpgradedGiftPurchaseOfferRejected, voice: Voice) -> str:
    fields = {"gift": collectible(content.gift), "price": price(content.price)}
    if content.was_expired:
        return tr("The offer of {price} for {gift} has expired").format(**fields)
    own, other = (
        tr("You declined the offer of {price} for {gift}"),
        tr("{name} declined the offer of {price} for {gift}"),
    )
    return voice.say(own, other, **fields)


def refunded(content: td.MessageRefundedUpgradedGift, voice: Voice) -> str:
    return tr("The gift was refunded")


def collectible(item: td.UpgradedGift) -> str:
    """Returns the name of a collectible gift: “Plush Pepe #123”."""
    return names.isolate(f"{item.title} #{item.number}")


def price(paid: td.GiftResalePrice) -> str:
    if isinstance(paid, td.GiftResalePriceStar):
        return numbers.stars(paid.star_count)
    return numbers.gram_cents(paid.gram_cent_count)


def _given(voice: Voice, thing: str) -> str:
    if voice.outgoing and not voice.own:
        return tr("You gave {thing}").format(thing=thing)
    if voice.channel or not voice.private:
        return voice.say(tr("You gave {thing}"), tr("{name} gave {thing}"), thing=thing)
    own = tr("You gave {partner} {thing}")
    return voice.say(own, tr("{name} gave you {thing}"), thing=thing, partner=voice.partner)


def _length(months: int, days: int) -> str:
    if months:
        return plural("%n month", "%n months", months)
    return plural("%n day", "%n days", days)
