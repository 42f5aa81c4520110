"""What the buttons of cards say; a verb's name is what view models call it."""

from __future__ import annotations

from ui.viewmodels.wording.translation import translator

tr = translator("CardVerbs")

MESSAGE = "message"
ADD_CONTACT = "add contact"
LEARN_MORE = "learn more"
USE_PHOTO = "use photo"
USE_BIRTHDATE = "use birthdate"
ALLOW = "allow"
DECLINE = "decline"
REDEEM = "redeem"
SHOW_GIFT = "show gift"
HIDE_GIFT = "hide gift"
SELL_GIFT = "sell gift"
ACCEPT_OFFER = "accept offer"
DECLINE_OFFER = "decline offer"


def label(verb: str) -> str:
    """Returns the words on the button of a verb."""
    return {
        MESSAGE: tr("Message"),
        ADD_CONTACT: tr("Add to contacts"),
        LEARN_MORE: tr("Learn more"),
        USE_PHOTO: tr("Use this photo"),
        USE_BIRTHDATE: tr("Use this birthday"),
        ALLOW: tr("Allow"),
        DECLINE: tr("Decline"),
        REDEEM: tr("Redeem"),
        SHOW_GIFT: tr("Show on my profile"),
        HIDE_GIFT: tr("Hide from my profile"),
        SELL_GIFT: tr("Turn into Stars"),
        ACCEPT_OFFER: tr("Accept"),
        DECLINE_OFFER: tr("Decline"),
    }[verb]
