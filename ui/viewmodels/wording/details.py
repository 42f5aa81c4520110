"""What is told about one message."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording import numbers, times
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Details")
plural = plurals("Details")


def lines(message: td.Message) -> list[str]:
    """Returns sentences about when it was written and how far it went."""
    said = [tr("Sent: %s") % times.full(message.date)]
    if message.edit_date:
        said.append(tr("Edited: %s") % times.full(message.edit_date))
    if message.forward_info is not None:
        said.append(tr("First sent: %s") % times.full(message.forward_info.date))
    info = message.interaction_info
    if info is not None and info.view_count:
        said.append(plural("Seen once", "Seen %n times", info.view_count))
    if info is not None and info.forward_count:
        said.append(plural("Forwarded once", "Forwarded %n times", info.forward_count))
    return said


def read(answer: td.MessageReadDate) -> str:
    """Returns when the other one read it, or why that is unknown."""
    match answer:
        case td.MessageReadDateRead(read_date=date):
            return tr("Read: %s") % times.full(date)
        case td.MessageReadDateUnread():
            return tr("Not read yet")
        case td.MessageReadDateTooOld():
            return tr("Too long ago to know when it was read")
        case td.MessageReadDateUserPrivacyRestricted():
            return tr("They don't show when they read messages")
        case _:
            return tr("You don't show when you read messages, so you don't see it of others")


def seen_by(number: int) -> str:
    return plural("Seen by %n person", "Seen by %n people", number).replace("%n", numbers.short(number))
