"""Words on the cards of the message view: places, calls, throws, polls."""

from __future__ import annotations

from tdlib import types as td
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


def poll_kind(poll: td.Poll) -> str:
    """Returns what kind of question it is."""
    if poll.is_closed:
        return tr("Final results")
    if isinstance(poll.type, td.PollTypeQuiz):
        return tr("Anonymous quiz") if poll.is_anonymous else tr("Quiz")
    return tr("Anonymous poll") if poll.is_anonymous else tr("Poll")


def voters(number: int) -> str:
    """Returns how many voted."""
    if number == 0:
        return tr("No votes yet")
    return plural("%n vote", "%n votes", number)
