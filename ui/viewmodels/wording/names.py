"""Names of people and chats, safe to stand inside any sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tdlib import types as td
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Names")
plural = plurals("Names")

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_UNSAFE = {ord(sign): None for sign in "\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e"}
_MOST_NAMED = 4


class UserSource(Protocol):
    def get(self, user_id: int, /) -> td.User | None: ...


class ChatSource(Protocol):
    def get(self, chat_id: int, /) -> td.Chat | None: ...


class MessageSource(Protocol):
    def get(self, chat_id: int, message_id: int, /) -> td.Message | None: ...


class Known(Protocol):
    """Where names come from; a `client.session.Session` is one."""

    @property
    def me_id(self) -> int: ...
    @property
    def users(self) -> UserSource: ...
    @property
    def chats(self) -> ChatSource: ...
    @property
    def messages(self) -> MessageSource: ...


def isolate(name: str) -> str:
    """Returns `name` on one line and kept from changing the direction of what stands around it."""
    return f"{_FIRST_STRONG_ISOLATE}{plain(name)}{_POP_ISOLATE}"


def plain(name: str) -> str:
    """Returns `name` on one line, without signs that change the direction of text."""
    return " ".join(name.translate(_UNSAFE).split())


def on_one_line(sentence: str) -> str:
    """Returns a sentence of ours, whose names are isolated, with every run of white space as one space."""
    return " ".join(sentence.split())


def unisolated(text: str) -> str:
    """Returns `text` without the invisible signs around names, such as for a window's title or a screen reader."""
    return text.replace(_FIRST_STRONG_ISOLATE, "").replace(_POP_ISOLATE, "")


def quoted(text: str, length: int = 40) -> str:
    """Returns the beginning of `text` in quotation marks."""
    line = plain(text)
    shown = line if len(line) <= length else line[:length].rstrip() + "…"
    return tr("“%s”") % isolate(shown)


def full_name(user: td.User | None) -> str:
    """Returns the bare name of `user`; "Deleted account" where there is none any more."""
    if user is None or isinstance(user.type, td.UserTypeDeleted):
        return tr("Deleted account")
    name = plain(f"{user.first_name} {user.last_name}")
    return name or tr("Unnamed")


def first_name(user: td.User | None) -> str:
    """Returns the bare first name of `user`, or what stands for it."""
    if user is None or isinstance(user.type, td.UserTypeDeleted):
        return tr("Deleted account")
    return plain(user.first_name) or plain(user.last_name) or tr("Unnamed")


def joined(names: Sequence[str]) -> str:
    """Returns "A", "A and B", "A, B and C", or "A, B, C and 5 others"."""
    if not names:
        return ""
    if len(names) == 1:
        return names[0]
    if len(names) > _MOST_NAMED:
        others = plural("%n other", "%n others", len(names) - _MOST_NAMED + 1)
        return joined([*names[: _MOST_NAMED - 1], others])
    return tr("{several} and {last}").format(several=tr(", ").join(names[:-1]), last=names[-1])


class People:
    """Looks names up; every name it returns is isolated.

    Arguments:
        known: where names come from.
    """

    def __init__(self, known: Known) -> None:
        self._known = known

    @property
    def me_id(self) -> int:
        return self._known.me_id

    def user(self, user_id: int) -> str:
        """Returns the full name of a user."""
        return isolate(full_name(self._known.users.get(user_id)))

    def first(self, user_id: int) -> str:
        """Returns the first name of a user."""
        return isolate(first_name(self._known.users.get(user_id)))

    def object(self, user_id: int) -> str:
        """Returns the name of a user to whom something happens: "you" for oneself."""
        return tr("you") if user_id == self.me_id else self.user(user_id)

    def objects(self, user_ids: Sequence[int]) -> str:
        """Returns the names of users to whom something happens, in one phrase."""
        return joined([self.object(user_id) for user_id in user_ids])

    def chat(self, chat_id: int) -> str:
        """Returns the title of a chat."""
        chat = self._known.chats.get(chat_id)
        if chat is None:
            return tr("a chat")
        return isolate(chat.title) if chat.title else isolate(tr("Deleted account"))

    def sender(self, sender: td.MessageSender) -> str:
        """Returns the full name of who sent a message."""
        if isinstance(sender, td.MessageSenderUser):
            return self.user(sender.user_id)
        return self.chat(sender.chat_id)

    def sender_object(self, sender: td.MessageSender) -> str:
        """Returns the name of a user or chat to whom something happens: "you" for oneself."""
        if isinstance(sender, td.MessageSenderUser):
            return self.object(sender.user_id)
        return self.chat(sender.chat_id)

    def is_me(self, sender: td.MessageSender | None) -> bool:
        return isinstance(sender, td.MessageSenderUser) and sender.user_id == self.me_id

    def message(self, chat_id: int, message_id: int) -> td.Message | None:
        """Returns a message that is at hand."""
        return self._known.messages.get(chat_id, message_id)

    def is_channel(self, chat_id: int) -> bool:
        """Returns whether the chat is a channel rather than a group or a conversation of two."""
        chat = self._known.chats.get(chat_id)
        return chat is not None and isinstance(chat.type, td.ChatTypeSupergroup) and chat.type.is_channel

    def is_private(self, chat_id: int) -> bool:
        """Returns whether the chat is a conversation of two."""
        chat = self._known.chats.get(chat_id)
        return chat is not None and isinstance(chat.type, td.ChatTypePrivate | td.ChatTypeSecret)

    def voice(self, message: td.Message) -> Voice:
        """Returns who speaks in `message`."""
        return Voice(self, message.sender_id, message.chat_id, message.is_outgoing)


@dataclass(frozen=True)
class Voice:
    """Who speaks in a message, and where.

    Attributes:
        people: looks names up.
        sender: who sent it.
        chat_id: where.
        outgoing: whether it was sent from this account.
    """

    people: People
    sender: td.MessageSender
    chat_id: int
    outgoing: bool

    @property
    def own(self) -> bool:
        """Whether the person at this screen did it: then a sentence says "You"."""
        return self.people.is_me(self.sender)

    @property
    def name(self) -> str:
        return self.people.sender(self.sender)

    @property
    def partner(self) -> str:
        """The other one of a conversation of two."""
        return self.people.chat(self.chat_id)

    @property
    def channel(self) -> bool:
        return self.people.is_channel(self.chat_id)

    @property
    def private(self) -> bool:
        return self.people.is_private(self.chat_id)

    def say(self, own: str, other: str, **fields: str) -> str:
        """Returns `own` where the person at this screen did it, else `other`; `{name}` and `fields` are filled in."""
        return own.format(**fields) if self.own else other.format(name=self.name, **fields)
