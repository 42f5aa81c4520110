"""Sentences of notifications."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording import names, previews
from ui.viewmodels.wording.names import People
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Notifications")
plural = plurals("Notifications")


def programme() -> str:
    """Returns the title of a notification that tells nobody's name."""
    return "Heliograph"


def hidden(kind: td.NotificationType, count: int) -> str:
    """Returns the words for `count` notifications of which nothing may be said."""
    match kind:
        case td.NotificationTypeNewSecretChat():
            return tr("New secret chat")
        case td.NotificationTypeNewCall():
            return tr("Incoming call")
        case _:
            return plural("%n new message", "%n new messages", max(count, 1))


def message(message: td.Message, people: People) -> str:
    """Returns the words for a message; in a group with who wrote it."""
    words = previews.of_message(message, people)
    if people.is_private(message.chat_id) or people.is_channel(message.chat_id) or previews.is_service(message.content):
        return names.unisolated(words)
    return names.unisolated(tr("{name}: {text}").format(name=people.sender(message.sender_id), text=words))


def of_account(title: str, account: str) -> str:
    """Returns the title where several accounts are signed in."""
    return tr("{chat} · {account}").format(chat=title, account=account)


def read() -> str:
    """Returns the name of the button that marks a chat as read."""
    return tr("Mark as read")


def reply() -> str:
    """Returns the name of the button and the field for an answer."""
    return tr("Reply")


def opens() -> str:
    """Returns the name of what a click does."""
    return tr("Open")
