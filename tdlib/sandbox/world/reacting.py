"""Reactions to messages."""

from __future__ import annotations

from tdlib.sandbox.world.changes import Changes
from tdlib.sandbox.world.events import Reacted
from tdlib.sandbox.world.messages import Message

REACTIONS = {
    "👍": "Thumbs Up",
    "👎": "Thumbs Down",
    "❤": "Red Heart",
    "🔥": "Fire",
    "🎉": "Party Popper",
    "👏": "Clapping Hands",
    "😁": "Beaming Face",
    "🤔": "Thinking Face",
    "😱": "Screaming Face",
    "😢": "Crying Face",
    "🙏": "Folded Hands",
    "👌": "OK Hand",
    "🤣": "Rolling on the Floor Laughing",
    "🥰": "Smiling Face with Hearts",
    "💯": "Hundred Points",
    "👀": "Eyes",
}
"""Emoji that may be given as a reaction → their names."""


def react(changes: Changes, user_id: int, message: Message, emoji: str) -> None:
    """Gives a reaction in place of the last one; "" takes it back."""
    message.reactions.pop(user_id, None)
    if emoji:
        message.reactions[user_id] = emoji
    for reader in changes.world.readers(message.writer or message.author, message.peer):
        changes.happen(reader, Reacted(message), 0)
