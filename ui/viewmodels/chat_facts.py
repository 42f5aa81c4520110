"""What a row of the chat list says about a chat, worked out once when the chat changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from tdlib import types as td
from ui.viewmodels import picture_address
from ui.viewmodels.wording import chat_line, names, numbers, presence, previews, times
from ui.viewmodels.wording.names import People

if TYPE_CHECKING:
    from client.session import Session

Ticks = Literal["", "pending", "sent", "read", "failed"]

LONGEST = 160
"""Characters of a message that its row takes: more than the widest list has room for, as all of them are measured."""


class ChatFacts(Struct, frozen=True):
    """The texts and marks of a row.

    Attributes:
        title: isolated from the direction of what stands around it.
        sender: who wrote the last message, "You" or "Draft"; empty where that goes without saying.
        text: the last message, the draft, or what somebody is doing, in one line.
        icon: an icon in front of the text; empty for most.
        picture: the address of a small picture in front of the text.
        draft: whether text is not yet sent.
        typing: whether the text says what somebody is doing.
        time: when the last message was sent, as short as possible.
        unread: the count on the badge; empty for none.
        unread_marked: whether a person marked the chat as unread, a badge without a count.
        muted: whether the chat makes no sound; its badge is grey.
        mentioned: whether an unread message mentions this account.
        reacted: whether there is an unread reaction.
        pinned: whether the chat stays at the top.
        ticks: how far the last message, sent from here, has come.
        online: whether the other one of a conversation of two is there.
        mark: what Telegram says about the chat.
        premium: whether the person pays for Telegram.
        secret: whether the chat is between two devices only.
        saved: whether the chat is the one with oneself.
        archived: whether the chat is in the archive.
        spoken: everything above in one sentence for a screen reader.
    """

    title: str = ""
    sender: str = ""
    text: str = ""
    icon: str = ""
    picture: str = ""
    draft: bool = False
    typing: bool = False
    time: str = ""
    unread: str = ""
    unread_marked: bool = False
    muted: bool = False
    mentioned: bool = False
    reacted: bool = False
    pinned: bool = False
    ticks: Ticks = ""
    online: bool = False
    mark: chat_line.Mark = ""
    premium: bool = False
    secret: bool = False
    saved: bool = False
    archived: bool = False
    spoken: str = ""


class ChatDescriber:
    """Works out the facts of chats of one account.

    Arguments:
        session: the account.
        people: looks names up.
    """

    def __init__(self, session: Session, people: People) -> None:
        self._session = session
        self._people = people

    def facts(self, chat_id: int, chat_list: td.ChatList) -> ChatFacts:
        """Returns what the row of a chat says in `chat_list`."""
        chat = self._session.chats.get(chat_id)
        if chat is None:
            return ChatFacts()
        line = self._line(chat)
        user = self._partner(chat)
        saved = user is not None and user.id == self._session.me_id
        title = chat_line.saved_messages() if saved else names.isolate(chat.title or names.full_name(user))
        facts = ChatFacts(
            title=title,
            sender=line.sender,
            text=line.text,
            icon=line.icon,
            picture=line.picture,
            draft=line.kind == "draft",
            typing=line.kind == "typing",
            time=times.in_list(line.date) if line.date else "",
            unread=numbers.badge(chat.unread_count),
            unread_marked=chat.is_marked_as_unread and chat.unread_count == 0,
            muted=not saved and self._session.chats.is_muted(chat_id),
            mentioned=chat.unread_mention_count > 0,
            reacted=chat.unread_reaction_count > 0,
            pinned=self._is_pinned(chat, chat_list),
            ticks=_ticks(chat) if line.kind == "message" and not saved else "",
            online=not saved and presence.is_online(user),
            mark=self._mark(chat, user),
            premium=user is not None and user.is_premium and not saved,
            secret=isinstance(chat.type, td.ChatTypeSecret),
            saved=saved,
            archived=any(isinstance(found, td.ChatListArchive) for found in chat.chat_lists),
        )
        return _with_spoken(facts, chat, line)

    def _line(self, chat: td.Chat) -> Line:
        private = isinstance(chat.type, td.ChatTypePrivate | td.ChatTypeSecret)
        doing = presence.typing(self._session.chat_actions.of(chat.id), self._people, private=private)
        message = chat.last_message
        date = message.date if message is not None else 0
        if doing:
            return Line("typing", text=doing, date=date)
        if chat.draft_message is not None and chat.unread_count == 0:
            text = previews.draft(chat.draft_message.content)
            if text:
                return Line("draft", chat_line.draft(), text, date=chat.draft_message.date)
        if message is None:
            return Line("empty", text=chat_line.without_messages(chat.type))
        shown = previews.preview(message.content, self._people.voice(message))
        in_row = shown.shown[:LONGEST]
        sender = self._sender(chat, message, private)
        picture = picture_address.of_thumbnail(shown.picture, picture_address.CORNERS)
        return Line("message", sender, in_row, shown.icon, picture, date, previews.in_words(shown))

    def _sender(self, chat: td.Chat, message: td.Message, private: bool) -> str:
        if previews.is_service(message.content) or message.is_channel_post:
            return ""
        if message.is_outgoing:
            return "" if chat.id == self._session.me_id else chat_line.you()
        if private or self._people.is_channel(chat.id):
            return ""
        sender = message.sender_id
        if isinstance(sender, td.MessageSenderUser):
            return self._people.first(sender.user_id)
        return self._people.chat(sender.chat_id) if sender.chat_id != chat.id else ""

    def _partner(self, chat: td.Chat) -> td.User | None:
        if isinstance(chat.type, td.ChatTypePrivate | td.ChatTypeSecret):
            return self._session.users.get(chat.type.user_id)
        return None

    def _mark(self, chat: td.Chat, user: td.User | None) -> chat_line.Mark:
        status = user.verification_status if user is not None else None
        if isinstance(chat.type, td.ChatTypeSupergroup):
            group = self._session.groups.supergroup(chat.type.supergroup_id)
            status = group.verification_status if group is not None else None
        return chat_line.mark(status)

    def _is_pinned(self, chat: td.Chat, chat_list: td.ChatList) -> bool:
        return any(position.is_pinned and position.list_ == chat_list for position in chat.positions)


@dataclass(frozen=True)
class Line:
    """The second line of a row."""

    kind: Literal["message", "draft", "typing", "empty"]
    sender: str = ""
    text: str = ""
    icon: str = ""
    picture: str = ""
    date: int = 0
    spoken: str = ""


def _ticks(chat: td.Chat) -> Ticks:
    message = chat.last_message
    if message is None or not message.is_outgoing or message.is_channel_post:
        return ""
    match message.sending_state:
        case td.MessageSendingStatePending():
            return "pending"
        case td.MessageSendingStateFailed():
            return "failed"
        case None:
            if previews.is_service(message.content):
                return ""
            return "read" if message.id <= chat.last_read_outbox_message_id else "sent"


def _with_spoken(facts: ChatFacts, chat: td.Chat, line: Line) -> ChatFacts:
    spoken = chat_line.spoken(
        facts.title,
        unread=chat.unread_count,
        marked=facts.unread_marked,
        mentioned=facts.mentioned,
        reacted=facts.reacted,
        sender=facts.sender,
        text=line.spoken or line.text,
        ticks=facts.ticks,
        time=facts.time,
        pinned=facts.pinned,
        muted=facts.muted,
        online=facts.online,
        mark=facts.mark,
    )
    return replace(facts, spoken=spoken)
