"""Words of the message view that belong to no single kind of content."""

from __future__ import annotations

from collections.abc import Sequence

from tdlib import types as td
from tdlib.errors import from_answer
from ui.viewmodels.wording import errors
from ui.viewmodels.wording.names import isolate, unisolated
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Messages")
plural = plurals("Messages")


def unread() -> str:
    return tr("Unread messages")


def you() -> str:
    return tr("You")


def edited() -> str:
    return tr("edited")


def forwarded_from(name: str) -> str:
    """Returns the line over a forwarded message."""
    return tr("Forwarded from %s") % isolate(name)


def deleted_message() -> str:
    return tr("Deleted message")


def not_loaded() -> str:
    return tr("Message")


def story() -> str:
    return tr("Story")


def unknown_chat() -> str:
    return tr("Unknown chat")


def failure(state: td.MessageSendingStateFailed) -> str:
    """Returns why a message was not sent."""
    return errors.sentence(from_answer(state.error, "sendMessage"))


def unsupported() -> str:
    return tr("This version of Heliograph can't show this message. A newer one may.")


def voice_message() -> str:
    return tr("Voice message")


def file_name(name: str) -> str:
    """Returns a file's name so that its real extension stands at its end, whatever signs it has."""
    return isolate(name or tr("File"))


def dotted(*parts: str) -> str:
    """Returns the parts that are not empty with dots between."""
    return " · ".join(part for part in parts if part)


def spoken(sender: str, time: str, text: str, marks: Sequence[str]) -> str:
    """Returns what a screen reader says of a message: "Ann at 14:05: text, sent"."""
    told = tr("{sender} at {time}: {text}").format(sender=sender, time=time, text=text)
    return unisolated(", ".join([told, *(mark for mark in marks if mark)]))


def state(name: str) -> str:
    """Returns the words for a sending state; empty for a message of somebody else."""
    if not name:
        return ""
    words = {"pending": tr("being sent"), "sent": tr("sent"), "read": tr("read"), "failed": tr("not sent")}
    return words.get(name, "")


def reaction(emoji: str, number: int) -> str:
    """Returns what a screen reader says of a reaction."""
    return tr("{emoji}, {count}").format(emoji=emoji, count=plural("%n person", "%n people", number))


def album_spoken(number: int, spoken: str) -> str:
    """Returns what a screen reader says of things that were sent together: "3 together: Ann at 14:05: Photo"."""
    return tr("{number} together: {spoken}").format(number=number, spoken=spoken)
