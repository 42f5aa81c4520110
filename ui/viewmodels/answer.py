"""`Answer`: what the message that is being written answers, and how that is said over the field."""

from __future__ import annotations

from dataclasses import dataclass

from client.session import Session
from tdlib import types as td
from ui.viewmodels import authors
from ui.viewmodels.message_face import summary
from ui.viewmodels.wording import composer as wording


@dataclass(frozen=True)
class Answer:
    """A message of the open chat, or a part of its text.

    Attributes:
        message_id: the message.
        quote: the part.
    """

    message_id: int
    quote: td.InputTextQuote | None = None


def described(session: Session, chat_id: int, answer: Answer) -> tuple[str, str]:
    """Returns the title and the line that stand for what is answered; nothing where it is not here."""
    message = session.messages.get(chat_id, answer.message_id)
    if message is None:
        return "", ""
    name = authors.author(session, message.sender_id).name
    if answer.quote is not None:
        return wording.quote_of(name), " ".join(answer.quote.text.text.split())
    return wording.reply_to(name), summary(session, message)
