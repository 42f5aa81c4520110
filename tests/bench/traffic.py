"""Made traffic: what a busy account's TDLib says in a minute, as the frames of an engine."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator

import msgspec

from tdlib import types as td
from tdlib.frames import Kind, pack

FIRST_USER = 1000
FIRST_DATE = 1_780_000_000
WORDS = ["the", "train", "at", "nine", "was", "late", "but", "the", "view", "from", "bridge", "made", "up", "for", "it"]


class Traffic:
    """A stream of updates over `chats` private chats; each kind comes about as often as in real life.

    Arguments:
        chats: how many chats there are.
        seed: makes the stream the same each time.
    """

    def __init__(self, chats: int, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._users = range(FIRST_USER, FIRST_USER + chats)
        self._order = itertools.count(FIRST_DATE << 32, 1 << 20)
        self._message_ids = itertools.count(1 << 20, 1 << 20)
        self._last: dict[int, int] = {}
        self._kinds: list[Callable[[int], list[td.TdObject]]] = [
            *[self._new_message] * 8,
            *[self._status] * 5,
            *[self._read_inbox] * 2,
            *[self._read_outbox] * 2,
            *[self._typing] * 3,
            *[self._edited] * 2,
        ]

    def opening(self) -> Iterator[td.TdObject]:
        """Yields the updates by which TDLib presents every chat."""
        yield from ([self.user(user), self.chat(user)][index] for user in self._users for index in range(2))

    def updates(self, count: int) -> Iterator[td.TdObject]:
        """Yields `count` mixed updates."""
        made = 0
        while made < count:
            for update in self._random.choice(self._kinds)(self._random.choice(self._users)):
                yield update
                made += 1
                if made == count:
                    return

    def user(self, user_id: int) -> td.TdObject:
        return td.UpdateUser(
            user=td.User(
                id=user_id,
                first_name=f"Person {user_id}",
                last_name="of the Traffic",
                status=td.UserStatusOnline(expires=FIRST_DATE),
                type=td.UserTypeRegular(),
                have_access=True,
                accent_color_id=user_id % 7,
            )
        )

    def chat(self, user_id: int) -> td.TdObject:
        settings = td.ChatNotificationSettings(use_default_mute_for=True)
        return td.UpdateNewChat(
            chat=td.Chat(
                id=user_id,
                type=td.ChatTypePrivate(user_id=user_id),
                title=f"Person {user_id} of the Traffic",
                accent_color_id=user_id % 7,
                permissions=td.ChatPermissions(can_send_basic_messages=True),
                notification_settings=settings,
                available_reactions=td.ChatAvailableReactionsAll(max_reaction_count=11),
                positions=[self._position()],
                last_message=self._message(user_id),
                video_chat=td.VideoChat(),
            )
        )

    def _position(self) -> td.ChatPosition:
        return td.ChatPosition(list_=td.ChatListMain(), order=next(self._order))

    def _message(self, user_id: int) -> td.Message:
        number = next(self._message_ids)
        self._last[user_id] = number
        text = " ".join(self._random.choices(WORDS, k=self._random.randint(2, 30)))
        bold = td.TextEntity(offset=0, length=3, type=td.TextEntityTypeBold())
        return td.Message(
            id=number,
            chat_id=user_id,
            sender_id=td.MessageSenderUser(user_id=user_id),
            date=FIRST_DATE + number // (1 << 20),
            content=td.MessageText(text=td.FormattedText(text=text, entities=[bold])),
        )

    def _new_message(self, user_id: int) -> list[td.TdObject]:
        message = self._message(user_id)
        return [
            td.UpdateNewMessage(message=message),
            td.UpdateChatLastMessage(chat_id=user_id, last_message=message, positions=[self._position()]),
            td.UpdateChatReadInbox(
                chat_id=user_id, last_read_inbox_message_id=0, unread_count=self._random.randint(1, 99)
            ),
        ]

    def _status(self, user_id: int) -> list[td.TdObject]:
        online: td.UserStatus = td.UserStatusOnline(expires=FIRST_DATE + 300)
        offline: td.UserStatus = td.UserStatusOffline(was_online=FIRST_DATE)
        return [td.UpdateUserStatus(user_id=user_id, status=self._random.choice([online, offline]))]

    def _read_inbox(self, user_id: int) -> list[td.TdObject]:
        last = self._last.get(user_id, 0)
        return [td.UpdateChatReadInbox(chat_id=user_id, last_read_inbox_message_id=last, unread_count=0)]

    def _read_outbox(self, user_id: int) -> list[td.TdObject]:
        last = self._last.get(user_id, 0)
        return [td.UpdateChatReadOutbox(chat_id=user_id, last_read_outbox_message_id=last)]

    def _typing(self, user_id: int) -> list[td.TdObject]:
        sender = td.MessageSenderUser(user_id=user_id)
        return [td.UpdateChatAction(chat_id=user_id, sender_id=sender, action=td.ChatActionTyping())]

    def _edited(self, user_id: int) -> list[td.TdObject]:
        content = td.MessageText(text=td.FormattedText(text=" ".join(self._random.choices(WORDS, k=12))))
        return [td.UpdateMessageContent(chat_id=user_id, message_id=self._last.get(user_id, 0), new_content=content)]


def frames(updates: Iterator[td.TdObject]) -> bytes:
    """Returns `updates` as an engine would write them."""
    encode = msgspec.json.Encoder().encode
    return b"".join(pack(Kind.JSON, encode(update)) for update in updates)
