"""What a message that is sent answers."""

from __future__ import annotations

from tdlib import types as td


def reply(message_id: int | None, quote: td.InputTextQuote | None = None) -> td.InputMessageReplyTo | None:
    """Returns the answer to a message of the same chat, or to a part of its text; None where nothing is answered."""
    return td.InputMessageReplyToMessage(message_id=message_id, quote=quote) if message_id else None
