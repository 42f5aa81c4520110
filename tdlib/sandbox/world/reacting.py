"""Reactions to messages."""

from __future__ import annotations

from tdlib.sandbox.world.changes import Changes
from tdlib.sandbox.world.events import Reacted
from tdlib.sandbox.world.messages import Message
from tdlib.sandbox.world.peers import is_user
from tdlib.sandbox.world.world import World

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
    """Gives a reaction in place of the last one; "" takes it back. It is news to the author of the message."""
    message.reactions.pop(user_id, None)
    if emoji:
        message.reactions[user_id] = emoji
    if is_user(message.author) and user_id != message.author and message.id_for(message.author):
        _tell_author(changes.world, user_id, message, is_given=bool(emoji))
    for reader in changes.world.readers(message.writer or message.author, message.peer):
        changes.happen(reader, Reacted(message), 0)


def see_all(changes: Changes, user_id: int, peer: int) -> None:
    """Marks every reaction to somebody's messages in a chat as seen."""
    dialog = changes.world.dialog(user_id, peer)
    seen = dialog.history.take(sorted(dialog.unread_reactions))
    dialog.unread_reactions.clear()
    for message in seen:
        changes.happen(user_id, Reacted(message), 0)


def _tell_author(world: World, user_id: int, message: Message, *, is_given: bool) -> None:
    author = message.author
    unread = world.dialog(author, message.peer_for(author)).unread_reactions
    number = message.id_for(author)
    reactors = unread.pop(number, set()) - {user_id}
    if is_given:
        reactors.add(user_id)
    if reactors:
        unread[number] = reactors
