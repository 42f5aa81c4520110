"""Which card stands for which content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from tdlib import types as td
from ui.viewmodels.contents import picture
from ui.viewmodels.contents.card import CardContent
from ui.viewmodels.contents.making import Making
from ui.viewmodels.emoji import one_emoji
from ui.viewmodels.wording import card_verbs, gifts
from ui.viewmodels.wording import cards as wording
from ui.viewmodels.wording.names import isolate, joined, plain

Parts = dict[str, Any]


def card(message: td.Message, making: Making, parent: QObject) -> CardContent | None:
    """Returns the card for a message, or None where its kind has none."""
    make = TABLE.get(type(message.content))
    if make is None:
        return None
    parts: Parts = {"icon": "", "title": "", "text": ""} | make(message.content, message, making, parent)
    parts["act"] = lambda verb: making.verbs.act(message.id, verb)
    parts["verbs"] = [(verb, card_verbs.label(verb)) for verb in parts.get("verbs", ())]
    return CardContent(**parts, parent=parent)


# Places.


def _location(content: td.MessageLocation, message: td.Message, making: Making, parent: QObject) -> Parts:
    return _place(content.location, wording.location())


def _live_location(content: td.MessageLiveLocation, message: td.Message, making: Making, parent: QObject) -> Parts:
    state = wording.live_location_state(content, message.edit_date)
    return _place(content.location.location, wording.live_location()) | {"facts": [state]}


def _venue(content: td.MessageVenue, message: td.Message, making: Making, parent: QObject) -> Parts:
    venue = content.venue
    return _place(venue.location, isolate(venue.title)) | {"text": isolate(plain(venue.address))}


def _place(location: td.Location, title: str) -> Parts:
    where = f"{location.latitude:.6f}/{location.longitude:.6f}"
    query = f"mlat={location.latitude:.6f}&mlon={location.longitude:.6f}"
    url = f"https://www.openstreetmap.org/?{query}#map=16/{where}"
    text = wording.coordinates(location.latitude, location.longitude)
    return {"icon": "location", "title": title, "text": text, "url": url}


# People and calls.


def _contact(content: td.MessageContact, message: td.Message, making: Making, parent: QObject) -> Parts:
    contact = content.contact
    name = isolate(plain(f"{contact.first_name} {contact.last_name}") or contact.phone_number)
    known = contact.user_id != 0 and contact.user_id != making.people.me_id
    verbs = [card_verbs.MESSAGE, card_verbs.ADD_CONTACT] if known else []
    return {"icon": "contact", "title": name, "text": wording.phone(contact.phone_number), "verbs": verbs}


def _call(content: td.MessageCall, message: td.Message, making: Making, parent: QObject) -> Parts:
    title, text = wording.call(content, outgoing=message.is_outgoing)
    return {"icon": "video" if content.is_video else "call", "title": title, "text": text}


def _group_call(content: td.MessageGroupCall, message: td.Message, making: Making, parent: QObject) -> Parts:
    others = [making.people.sender_object(each) for each in content.other_participant_ids]
    return {
        "icon": "video" if content.is_video else "call",
        "title": wording.group_call(content, outgoing=message.is_outgoing),
        "text": wording.group_call_state(content, len(others) + 1),
    }


# Games.


def _dice(content: td.MessageDice, message: td.Message, making: Making, parent: QObject) -> Parts:
    emoji = one_emoji(content.emoji, "🎲")
    return {"title": wording.throw(emoji, content.value), "emoji": emoji}


def _stake_dice(content: td.MessageStakeDice, message: td.Message, making: Making, parent: QObject) -> Parts:
    return {"title": wording.throw("🎲", content.value), "text": wording.stake(content), "emoji": "🎲"}


def _game(content: td.MessageGame, message: td.Message, making: Making, parent: QObject) -> Parts:
    game = content.game
    return {
        "kicker": wording.game(),
        "title": isolate(game.title),
        "text": game.description,
        "facts": [game.text.text],
        "picture": picture.sized_photo(game.photo, making.items, parent),
    }


# Trade, stories, giveaways: in a bubble.


def _invoice(content: td.MessageInvoice, message: td.Message, making: Making, parent: QObject) -> Parts:
    product = content.product_info
    shown = picture.sized_photo(product.photo, making.items, parent) if product.photo is not None else None
    if content.paid_media is not None:
        shown = picture.paid(content.paid_media, making.items, parent) or shown
    return {
        "kicker": wording.invoice(content),
        "title": isolate(product.title),
        "text": product.description.text,
        "facts": [wording.price(content)],
        "picture": shown,
    }


def _story(content: td.MessageStory, message: td.Message, making: Making, parent: QObject) -> Parts:
    title = "" if content.via_mention else making.people.chat(content.story_poster_chat_id)
    return {"icon": "story", "kicker": wording.story(), "title": title, "text": wording.story_hint()}


def _giveaway(content: td.MessageGiveaway, message: td.Message, making: Making, parent: QObject) -> Parts:
    parameters = content.parameters
    return {
        "icon": "gift",
        "kicker": wording.giveaway(),
        "title": wording.giveaway_title(content),
        "text": wording.giveaway_more(parameters.prize_description),
        "facts": [
            wording.giveaway_taking_part(parameters, making.people.chat(parameters.boosted_chat_id)),
            wording.giveaway_countries(parameters.country_codes),
            wording.giveaway_date(parameters.winners_selection_date),
        ],
        "verbs": [card_verbs.LEARN_MORE],
    }


def _winners(content: td.MessageGiveawayWinners, message: td.Message, making: Making, parent: QObject) -> Parts:
    winners = joined([making.people.object(user_id) for user_id in content.winner_user_ids])
    return {
        "icon": "gift",
        "kicker": wording.winners(),
        "title": wording.winners_prize(content.prize, content.winner_count),
        "text": winners,
        "facts": [wording.giveaway_more(content.prize_description)],
        "verbs": [card_verbs.LEARN_MORE],
    }


# What stands across the chat; the title is the message's own line.


def _photo_changed(content: td.MessageChatChangePhoto, message: td.Message, making: Making, parent: QObject) -> Parts:
    return {"picture": picture.chat_photo(content.photo, making.items, parent)}


def _photo_suggested(
    content: td.MessageSuggestProfilePhoto, message: td.Message, making: Making, parent: QObject
) -> Parts:
    verbs = [] if message.is_outgoing else [card_verbs.USE_PHOTO]
    return {"picture": picture.chat_photo(content.photo, making.items, parent), "verbs": verbs}


def _birthdate_suggested(
    content: td.MessageSuggestBirthdate, message: td.Message, making: Making, parent: QObject
) -> Parts:
    verbs = [] if message.is_outgoing else [card_verbs.USE_BIRTHDATE]
    return {"emoji": "🎂", "text": wording.birthday(content.birthdate), "verbs": verbs}


def _background(content: td.MessageChatSetBackground, message: td.Message, making: Making, parent: QObject) -> Parts:
    shown = picture.wallpaper(content.background.background.document, making.items, parent)
    return {"picture": shown, "icon": "" if shown else "image"}


def _sharing_wanted(
    content: td.MessageChatHasProtectedContentDisableRequested, message: td.Message, making: Making, parent: QObject
) -> Parts:
    asked = not content.is_expired and not message.is_outgoing
    return {"icon": "shield", "verbs": [card_verbs.ALLOW, card_verbs.DECLINE] if asked else []}


def _premium(content: td.MessageGiftedPremium, message: td.Message, making: Making, parent: QObject) -> Parts:
    return _given(content.sticker, making, parent, "🎁") | {
        "text": content.text.text,
        "facts": [wording.paid(content.amount, content.currency)],
    }


def _premium_code(content: td.MessagePremiumGiftCode, message: td.Message, making: Making, parent: QObject) -> Parts:
    redeems = bool(content.code) and not content.is_unclaimed and not message.is_outgoing
    return _given(content.sticker, making, parent, "🎁") | {
        "text": content.text.text,
        "facts": [wording.paid(content.amount, content.currency)],
        "verbs": [card_verbs.REDEEM] if redeems else [],
    }


def _stars(content: td.MessageGiftedStars, message: td.Message, making: Making, parent: QObject) -> Parts:
    facts = [wording.paid(content.amount, content.currency)]
    return _given(content.sticker, making, parent, "⭐") | {"facts": facts}


def _grams(content: td.MessageGiftedTon, message: td.Message, making: Making, parent: QObject) -> Parts:
    return _given(content.sticker, making, parent, "💎")


def _prize_stars(content: td.MessageGiveawayPrizeStars, message: td.Message, making: Making, parent: QObject) -> Parts:
    return _given(content.sticker, making, parent, "⭐")


def _gift(content: td.MessageGift, message: td.Message, making: Making, parent: QObject) -> Parts:
    mine = making.people.is_me(content.receiver_id) and bool(content.received_gift_id)
    gone = content.was_converted or content.was_refunded or content.was_upgraded
    verbs = []
    if mine and not gone:
        verbs = [card_verbs.HIDE_GIFT if content.is_saved else card_verbs.SHOW_GIFT]
        verbs += [card_verbs.SELL_GIFT] if content.sell_star_count else []
    state = wording.gift_state(content)
    return _given(content.gift.sticker, making, parent, "🎁") | {
        "text": content.text.text,
        "facts": [state, "" if gone else wording.sells_for(content.sell_star_count)],
        "verbs": verbs,
    }


def _upgraded(content: td.MessageUpgradedGift, message: td.Message, making: Making, parent: QObject) -> Parts:
    return _collectible(content.gift, making, parent)


def _offer(
    content: td.MessageUpgradedGiftPurchaseOffer, message: td.Message, making: Making, parent: QObject
) -> Parts:
    open_ = isinstance(content.state, td.GiftPurchaseOfferStatePending)
    parts = _collectible(content.gift, making, parent)
    parts["facts"] = [*parts["facts"], wording.offer_until(content.expiration_date) if open_ else ""]
    if open_ and not message.is_outgoing:
        parts["verbs"] = [card_verbs.ACCEPT_OFFER, card_verbs.DECLINE_OFFER]
    return parts


def _collectible(gift: td.UpgradedGift, making: Making, parent: QObject) -> Parts:
    return _given(gift.model.sticker, making, parent, "🎁") | {
        "text": gifts.collectible(gift),
        "facts": wording.collectible_facts(gift),
    }


def _given(sticker: td.Sticker | None, making: Making, parent: QObject, emoji: str) -> Parts:
    shown = picture.still_sticker(sticker, making.items, parent) if sticker is not None else None
    return {"picture": shown, "emoji": "" if shown is not None else emoji}


TABLE: dict[type[td.TdObject], Callable[[Any, td.Message, Making, QObject], Parts]] = {
    td.MessageLocation: _location,
    td.MessageLiveLocation: _live_location,
    td.MessageVenue: _venue,
    td.MessageContact: _contact,
    td.MessageCall: _call,
    td.MessageGroupCall: _group_call,
    td.MessageDice: _dice,
    td.MessageStakeDice: _stake_dice,
    td.MessageGame: _game,
    td.MessageInvoice: _invoice,
    td.MessageStory: _story,
    td.MessageGiveaway: _giveaway,
    td.MessageGiveawayWinners: _winners,
    td.MessageChatChangePhoto: _photo_changed,
    td.MessageSuggestProfilePhoto: _photo_suggested,
    td.MessageSuggestBirthdate: _birthdate_suggested,
    td.MessageChatSetBackground: _background,
    td.MessageChatHasProtectedContentDisableRequested: _sharing_wanted,
    td.MessageGiftedPremium: _premium,
    td.MessagePremiumGiftCode: _premium_code,
    td.MessageGiftedStars: _stars,
    td.MessageGiftedTon: _grams,
    td.MessageGiveawayPrizeStars: _prize_stars,
    td.MessageGift: _gift,
    td.MessageUpgradedGift: _upgraded,
    td.MessageUpgradedGiftPurchaseOffer: _offer,
}
