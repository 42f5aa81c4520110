"""Sentences around the buttons of bots and cards: questions before, words after."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording import gifts, numbers, times
from ui.viewmodels.wording.confirmations import Question
from ui.viewmodels.wording.names import isolate
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Bots")
plural = plurals("Bots")


def no_web_apps() -> str:
    return tr("Web apps can't be opened in Heliograph. Use another app for this button.")


def cannot_share() -> str:
    return tr("Heliograph can't share this with bots yet. Use another app for this button.")


def no_password_buttons() -> str:
    return tr("This button asks for your password. Heliograph doesn't give it to bots; use another app.")


def no_inline_name() -> str:
    return tr("The bot of this button has no name to write.")


def inline_copied() -> str:
    return tr("Copied. Paste it in the chat where the bot shall answer.")


def sign_in(domain: str, bot: str) -> Question:
    """Returns the question that says what is told to whom when one signs in."""
    text = tr("{domain} learns your name, picture and username. {bot} runs it.").format(
        domain=isolate(domain), bot=bot
    )
    return Question(tr("Sign in at %s?") % isolate(domain), text, tr("Sign in"), destructive=False)


def contact_added() -> str:
    return tr("Added to your contacts.")


def photo_taken() -> str:
    return tr("This is your profile photo now.")


def birthdate_taken() -> str:
    return tr("Your birthday was saved.")


def redeem() -> Question:
    title, text = tr("Use this gift code?"), tr("It works once, for this account.")
    return Question(title, text, tr("Use it"), destructive=False)


def redeemed() -> str:
    return tr("The gift code was used.")


def sell(stars: int) -> Question:
    title = tr("Turn this gift into %s?") % numbers.stars(stars)
    return Question(title, tr("The gift is gone then."), tr("Turn into Stars"))


def gift_sold(stars: int) -> str:
    return tr("You got %s.") % numbers.stars(stars)


def offer(gift: td.UpgradedGift, price: td.GiftResalePrice) -> Question:
    text = tr("You get {price} and give the gift away.").format(price=gifts.price(price))
    return Question(tr("Sell %s?") % gifts.collectible(gift), text, tr("Sell"))


def giveaway(info: td.GiveawayInfo) -> str:
    """Returns how a giveaway goes."""
    if isinstance(info, td.GiveawayInfoCompleted):
        return _completed(info)
    if info.is_ended:
        return tr("The winners are being chosen.")
    match info.status:
        case td.GiveawayParticipantStatusParticipating():
            return tr("You take part.")
        case td.GiveawayParticipantStatusAlreadyWasMember(joined_chat_date=date):
            return tr("You can't take part: you joined before it began, {date}.").format(
                date=times.day_and_clock(date)
            )
        case td.GiveawayParticipantStatusAdministrator():
            return tr("You can't take part: you are an administrator of one of the chats.")
        case td.GiveawayParticipantStatusDisallowedCountry():
            return tr("You can't take part from your country.")
        case _:
            return tr("To take part, join all the chats that are named.")


def _completed(info: td.GiveawayInfoCompleted) -> str:
    if info.was_refunded:
        return tr("The giveaway was cancelled.")
    won = tr("You won.") if info.is_winner else tr("You didn't win.")
    chosen = plural("%n winner was chosen {date}.", "%n winners were chosen {date}.", info.winner_count)
    return f"{chosen.format(date=times.day_and_clock(info.actual_winners_selection_date))} {won}"
