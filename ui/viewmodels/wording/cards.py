"""Words on the cards of the message view: places, calls, throws, gifts."""

from __future__ import annotations

from collections.abc import Sequence

from tdlib import types as td
from ui.viewmodels.wording import gifts, numbers, times
from ui.viewmodels.wording.files import duration
from ui.viewmodels.wording.names import isolate
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Cards")
plural = plurals("Cards")


def location() -> str:
    return tr("Location")


def live_location() -> str:
    return tr("Live location")


def coordinates(latitude: float, longitude: float) -> str:
    """Returns a place as degrees with the letters of its halves."""
    north = "N" if latitude >= 0 else "S"
    east = "E" if longitude >= 0 else "W"
    return isolate(f"{abs(latitude):.5f}° {north}, {abs(longitude):.5f}° {east}")


def phone(number: str) -> str:
    """Returns `number` with its plus sign."""
    return isolate(number if number.startswith("+") or not number else f"+{number}")


def call(content: td.MessageCall, *, outgoing: bool) -> tuple[str, str]:
    """Returns what a call was and how it went."""
    if content.is_video:
        title = tr("Outgoing video call") if outgoing else tr("Incoming video call")
    else:
        title = tr("Outgoing call") if outgoing else tr("Incoming call")
    match content.discard_reason:
        case td.CallDiscardReasonMissed():
            return (title, tr("Cancelled")) if outgoing else (title, tr("Missed"))
        case td.CallDiscardReasonDeclined():
            return title, tr("Declined")
        case _:
            return title, duration(content.duration) if content.duration else ""


def throw(emoji: str, value: int) -> str:
    """Returns what came up; a throw that has not landed yet has no value."""
    return tr("{emoji} landed on {value}").format(emoji=emoji, value=value) if value else tr("%s is rolling") % emoji

def group_call(content: td.MessageGroupCall, *, outgoing: bool) -> str:
    """Returns what kind of call it was."""
    if content.is_video:
        return tr("Outgoing video group call") if outgoing else tr("Incoming video group call")
    return tr("Outgoing group call") if outgoing else tr("Incoming group call")


def group_call_state(content: td.MessageGroupCall, people: int) -> str:
    """Returns how a call of several went."""
    taking_part = plural("%n participant", "%n participants", people)
    if content.is_active:
        return tr("Under way, {people}").format(people=taking_part)
    if content.was_missed:
        return tr("Missed")
    return tr("{length}, {people}").format(length=duration(content.duration), people=taking_part)


def live_location_state(content: td.MessageLiveLocation, edited: int) -> str:
    """Returns how fresh a live location is and how long it is shared."""
    if content.expires_in <= 0:
        return tr("No longer shared")
    left = times.period(content.expires_in)
    if edited:
        return tr("Updated {when}, {left} left").format(when=times.day_and_clock(edited), left=left)
    return tr("Shared for another %s") % left


def stake(content: td.MessageStakeDice) -> str:
    """Returns what was at stake and what was won."""
    stake_amount = numbers.grams(content.stake_gram_amount)
    if content.value and content.prize_gram_amount > 0:
        return tr("{stake} at stake, won {prize}").format(
            stake=stake_amount, prize=numbers.grams(content.prize_gram_amount)
        )
    return tr("{stake} at stake").format(stake=stake_amount)


def game() -> str:
    return tr("Game")


def story() -> str:
    return tr("Story")


def story_hint() -> str:
    return tr("Stories can't be watched in Heliograph yet.")


def invoice(content: td.MessageInvoice) -> str:
    """Returns what kind of bill it is."""
    name = tr("Receipt") if content.receipt_message_id else tr("Invoice")
    return tr("{kind}, a test").format(kind=name) if content.is_test else name


def price(content: td.MessageInvoice) -> str:
    return numbers.money(content.total_amount, content.currency)


def giveaway() -> str:
    return tr("Giveaway")


def giveaway_title(content: td.MessageGiveaway) -> str:
    """Returns what there is to win."""
    people = plural("%n winner", "%n winners", content.winner_count)
    return tr("{people}: {prize}").format(people=people, prize=gifts.prize(content.prize))


def giveaway_more(description: str) -> str:
    return tr("Also: {prize}").format(prize=isolate(description)) if description else ""


def giveaway_taking_part(parameters: td.GiveawayParameters, chat: str) -> str:
    """Returns who can win."""
    chats = len(parameters.additional_chat_ids)
    channels = tr("{chat} and {others}").format(chat=chat, others=plural("%n other", "%n others", chats))
    named = channels if chats else chat
    if parameters.only_new_members:
        return tr("For those who join {chats} now").format(chats=named)
    return tr("For all members of {chats}").format(chats=named)


def giveaway_countries(codes: Sequence[str]) -> str:
    """Returns where winners may live; empty where anywhere."""
    return tr("Only from {countries}").format(countries=", ".join(codes[:10])) if codes else ""


def giveaway_date(date: int) -> str:
    return tr("Winners are chosen %s") % times.day_and_clock(date)


def winners() -> str:
    return tr("Winners of the giveaway")


def winners_prize(prize: td.GiveawayPrize, number: int) -> str:
    people = plural("%n winner", "%n winners", number)
    return tr("{people}: {prize}").format(people=people, prize=gifts.prize(prize))


def paid(amount: int, currency: str) -> str:
    """Returns what a gift cost; empty where nobody tells."""
    return tr("Paid %s") % numbers.money(amount, currency) if amount else ""


def sells_for(stars: int) -> str:
    return tr("Can be turned into %s") % numbers.stars(stars) if stars else ""


def limited(number: int, whole: int) -> str:
    return tr("Number {number} of {whole}").format(number=numbers.grouped(number), whole=numbers.grouped(whole))


def collectible_facts(gift: td.UpgradedGift) -> list[str]:
    """Returns what makes a collectible gift special."""
    parts = [(tr("Model"), gift.model.name), (tr("Symbol"), gift.symbol.name), (tr("Backdrop"), gift.backdrop.name)]
    named = [tr("{part}: {name}").format(part=part, name=isolate(name)) for part, name in parts if name]
    return [*named, limited(gift.number, gift.total_upgraded_count)] if gift.total_upgraded_count else named


def gift_state(content: td.MessageGift) -> str:
    """Returns what became of a gift."""
    if content.was_refunded:
        return tr("Refunded")
    if content.was_converted:
        return tr("Turned into Stars")
    if content.was_upgraded:
        return tr("Upgraded to a collectible")
    return tr("Shown on the profile") if content.is_saved else ""


def offer_until(date: int) -> str:
    return tr("Until %s") % times.day_and_clock(date) if date else ""


def birthday(birthdate: td.Birthdate) -> str:
    """Returns a birthday, with its year where that is known."""
    return times.birthday(birthdate.day, birthdate.month, birthdate.year)


def unlock(stars: int) -> str:
    return tr("Unlock for %s") % numbers.stars(stars)


def stars(number: int) -> str:
    return numbers.stars(number)


def cannot_pay() -> str:
    return tr("Heliograph can't pay yet. Do this in another app.")


def checklist(*, shared: bool) -> str:
    return tr("Checklist for all") if shared else tr("Checklist")


def tasks_done(done: int, number: int) -> str:
    return tr("{done} of {number} done").format(done=done, number=number)
