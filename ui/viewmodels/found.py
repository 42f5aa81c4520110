"""What a result of a search says about a chat or message."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tdlib import types as td
from ui.viewmodels.search_row import FoundFacts
from ui.viewmodels.wording import chat_line, names, presence, previews, times
from ui.viewmodels.wording.names import People

if TYPE_CHECKING:
    from client.session import Session


class FoundDescriber:
    """Words the results of one account's searches.

    Arguments:
        session: the account.
        people: looks names up.
    """

    def __init__(self, session: Session, people: People) -> None:
        self._session = session
        self._people = people

    def chat(self, chat_id: int) -> FoundFacts:
        """Returns what the result says for a chat, or for a person with whom there is none yet."""
        chat = self._session.chats.get(chat_id)
        if chat is None:
            user = self._session.users.get(chat_id)
            return _spoken(
                FoundFacts(names.isolate(names.full_name(user)), text=presence.status(user), mark=_mark(user))
            )
        if chat_id == self._session.me_id:
            return _spoken(FoundFacts(chat_line.saved_messages()))
        return _spoken(FoundFacts(self._people.chat(chat_id), text=self._about(chat), mark=self._chat_mark(chat)))

    def message(self, message: td.Message) -> FoundFacts:
        """Returns what the result says for a message."""
        own = message.chat_id == self._session.me_id
        title = chat_line.saved_messages() if own else self._people.chat(message.chat_id)
        text = previews.of_message(message, self._people)
        sender = "" if previews.is_service(message.content) or message.is_channel_post else self._sender(message)
        return _spoken(FoundFacts(title, sender, text, times.in_list(message.date)))

    def in_chat(self, message: td.Message, words: str) -> FoundFacts:
        """Returns what the result says for a message of the open chat, with `words` marked."""
        author = chat_line.you() if message.is_outgoing else self._author(message)
        text = previews.of_message(message, self._people)
        return _spoken(FoundFacts(author, "", text, times.in_list(message.date), words=words))

    def _author(self, message: td.Message) -> str:
        sender = message.sender_id
        if isinstance(sender, td.MessageSenderUser):
            return names.isolate(names.full_name(self._session.users.get(sender.user_id)))
        return self._people.chat(sender.chat_id)

    def _sender(self, message: td.Message) -> str:
        if message.is_outgoing:
            return chat_line.you()
        if self._people.is_private(message.chat_id):
            return ""
        sender = message.sender_id
        if isinstance(sender, td.MessageSenderUser):
            return self._people.first(sender.user_id)
        return self._people.chat(sender.chat_id) if sender.chat_id != message.chat_id else ""

    def _about(self, chat: td.Chat) -> str:
        match chat.type:
            case td.ChatTypePrivate(user_id=user_id) | td.ChatTypeSecret(user_id=user_id):
                return presence.status(self._session.users.get(user_id))
            case td.ChatTypeBasicGroup(basic_group_id=number):
                basic = self._session.groups.basic_group(number)
                return presence.members(0 if basic is None else basic.member_count, channel=False)
            case td.ChatTypeSupergroup(supergroup_id=number, is_channel=channel):
                group = self._session.groups.supergroup(number)
                return presence.members(0 if group is None else group.member_count, channel=channel)

    def _chat_mark(self, chat: td.Chat) -> str:
        match chat.type:
            case td.ChatTypePrivate(user_id=user_id) | td.ChatTypeSecret(user_id=user_id):
                return _mark(self._session.users.get(user_id))
            case td.ChatTypeSupergroup(supergroup_id=number):
                return _mark(self._session.groups.supergroup(number))
            case _:
                return ""


def _mark(who: td.User | td.Supergroup | None) -> str:
    return chat_line.mark(who.verification_status) if who is not None else ""


def _spoken(facts: FoundFacts) -> FoundFacts:
    said = f"{facts.sender}: {facts.text}" if facts.sender else facts.text
    parts = [facts.title, said, facts.time]
    spoken = names.unisolated(", ".join(part for part in parts if part))
    return replace(facts, spoken=spoken)
