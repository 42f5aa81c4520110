"""Authors: the name, colour and picture under which a message's author is shown."""

from __future__ import annotations

from dataclasses import dataclass

from client.session import Session
from tdlib import types as td
from ui.viewmodels.wording import messages as wording
from ui.viewmodels.wording import names


@dataclass(frozen=True)
class Author:
    """An author of messages: a user, or a chat that writes in its own name.

    Attributes:
        name: never empty.
        color: TDLib's accent colour id.
        key: "user/ID" or "chat/ID"; equal for equal authors.
    """

    name: str
    color: int
    key: str


def author(session: Session, sender: td.MessageSender) -> Author:
    """Returns who `sender` is."""
    if isinstance(sender, td.MessageSenderUser):
        return user(session, sender.user_id)
    return chat(session, sender.chat_id)


def user(session: Session, user_id: int) -> Author:
    """Returns the user `user_id` as an author."""
    known = session.users.get(user_id)
    return Author(names.full_name(known), known.accent_color_id if known else user_id % 7, f"user/{user_id}")


def chat(session: Session, chat_id: int) -> Author:
    """Returns the chat `chat_id` as an author."""
    known = session.chats.get(chat_id)
    title = names.plain(known.title) if known else ""
    color = known.accent_color_id if known else abs(chat_id) % 7
    return Author(title or wording.unknown_chat(), color, f"chat/{chat_id}")


def origin(session: Session, source: td.MessageOrigin) -> Author:
    """Returns who first wrote a forwarded message."""
    match source:
        case td.MessageOriginUser(sender_user_id=user_id):
            return user(session, user_id)
        case td.MessageOriginHiddenUser(sender_name=name):
            return Author(names.plain(name) or names.full_name(None), sum(name.encode()) % 7, "")
        case td.MessageOriginChat(sender_chat_id=chat_id):
            return chat(session, chat_id)
        case td.MessageOriginChannel(chat_id=chat_id):
            return chat(session, chat_id)


def are_several(kind: td.ChatType) -> bool:
    """Whether a chat of `kind` has several authors, so that each message says whose it is."""
    return isinstance(kind, td.ChatTypeBasicGroup) or (isinstance(kind, td.ChatTypeSupergroup) and not kind.is_channel)
