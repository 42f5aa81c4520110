"""A session whose stores the test fills and whose actions are noted, in the shape of `client.session.Session`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from inspect import isawaitable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from client.changes import Changes, Noun
from client.stores.custom_emoji import CustomEmoji
from tdlib import types as td

ME = 1
PERMISSIONS = td.ChatPermissions(
    can_send_basic_messages=True, can_send_photos=True, can_send_documents=True, can_react_to_messages=True
)


def make_user(user_id: int, first: str, last: str = "", color: int = 0) -> td.User:
    return td.User(
        id=user_id,
        first_name=first,
        last_name=last,
        accent_color_id=color,
        status=td.UserStatusRecently(),
        type=td.UserTypeRegular(),
        have_access=True,
    )


def make_chat(chat_id: int, kind: td.ChatType, title: str, **fields: Any) -> td.Chat:
    return td.Chat(
        id=chat_id,
        type=kind,
        title=title,
        permissions=fields.pop("permissions", PERMISSIONS),
        notification_settings=td.ChatNotificationSettings(),
        available_reactions=td.ChatAvailableReactionsAll(),
        video_chat=td.VideoChat(),
        **fields,
    )


def make_file(file_id: int, path: Path | None = None, size: int = 1000) -> td.File:
    local = td.LocalFile(path=str(path or ""), can_be_downloaded=True, is_downloading_completed=path is not None)
    return td.File(id=file_id, size=size, local=local, remote=td.RemoteFile(is_uploading_completed=True))


def make_message(message_id: int, content: td.MessageContent | str, **fields: Any) -> td.Message:
    if isinstance(content, str):
        content = td.MessageText(text=td.FormattedText(text=content))
    sender = fields.pop("sender", 2)
    fields.setdefault("date", 1_700_000_000 + message_id * 60)
    return td.Message(
        id=message_id,
        chat_id=fields.pop("chat_id", 10),
        sender_id=td.MessageSenderChat(chat_id=sender) if sender < 0 else td.MessageSenderUser(user_id=sender),
        is_outgoing=fields.pop("is_outgoing", sender == ME),
        content=content,
        **fields,
    )


class FakeStore:
    """Objects by id."""

    def __init__(self) -> None:
        self.objects: dict[Any, Any] = {}

    def get(self, key: Any) -> Any:
        return self.objects.get(key)


class FakeChats(FakeStore):
    def is_muted(self, chat_id: int) -> bool:
        return False

    def online_member_count(self, chat_id: int) -> int:
        return 0


class FakeGroups:
    def __init__(self) -> None:
        self.basic_groups: dict[int, td.BasicGroup] = {}
        self.supergroups: dict[int, td.Supergroup] = {}

    def basic_group(self, group_id: int) -> td.BasicGroup | None:
        return self.basic_groups.get(group_id)

    def supergroup(self, group_id: int) -> td.Supergroup | None:
        return self.supergroups.get(group_id)


class FakeActions:
    def of(self, chat_id: int) -> list[tuple[td.MessageSender, td.ChatAction]]:
        return []


class FakeOptions:
    def get(self, name: str, default: Any = None) -> Any:
        return default


@dataclass
class FakeHistory:
    ids: list[int] = field(default_factory=list)
    has_older: bool = False
    has_newer: bool = False

    def look_at(self, message_id: int) -> None:
        pass


class FakeMessages:
    def __init__(self) -> None:
        self.objects: dict[tuple[int, int], td.Message] = {}
        self.histories: dict[int, FakeHistory] = {}

    def get(self, chat_id: int, message_id: int) -> td.Message | None:
        return self.objects.get((chat_id, message_id))

    def hold(self, chat_id: int) -> FakeHistory:
        return self.history(chat_id)

    def history(self, chat_id: int) -> FakeHistory:
        return self.histories.setdefault(chat_id, FakeHistory())


class FakeVerbs:
    """Any verb: its name and arguments are noted; `answers` gives what it returns, awaits or raises."""

    def __init__(self, calls: list[tuple[Any, ...]], answers: dict[str, Any]) -> None:
        self._calls = calls
        self._answers = answers

    def __getattr__(self, name: str) -> Any:
        async def verb(*arguments: Any, **named: Any) -> Any:
            self._calls.append((name, *arguments, *([named] if named else [])))
            answer = self._answers.get(name)
            if isinstance(answer, Exception):
                raise answer
            found = answer(*arguments, **named) if callable(answer) else answer
            return await found if isawaitable(found) else found

        return verb


class FakeAsking:
    """Notes which custom emoji are wanted."""

    def __init__(self, calls: list[tuple[Any, ...]]) -> None:
        self._calls = calls

    def want(self, number: int) -> None:
        self._calls.append(("want", number))


class FakeSession:
    """One account with one chat, 10."""

    def __init__(self) -> None:
        self.me_id = ME
        self.changes = Changes()
        self.chats = FakeChats()
        self.users = FakeStore()
        self.accent_colors = FakeStore()
        self.groups = FakeGroups()
        self.files = FakeStore()
        self.custom_emoji = CustomEmoji(self.changes)
        self.options = FakeOptions()
        self.chat_actions = FakeActions()
        self.messages = FakeMessages()
        self.calls: list[tuple[Any, ...]] = []
        self.answers: dict[str, Any] = {"in_chat": td.FoundChatMessages()}
        verbs = FakeVerbs(self.calls, self.answers)
        self.reading = self.sending = self.editing = self.downloading = self.interacting = verbs
        self.advertising = verbs
        self.emoji_asking = FakeAsking(self.calls)
        self.chat_verbs = self.lists = self.searching = verbs
        self.users.objects[ME] = make_user(ME, "Me")

    def fill(self, messages: Sequence[td.Message], *, has_older: bool = False, has_newer: bool = False) -> None:
        """Makes `messages`, oldest first, the loaded window of their chat."""
        for message in messages:
            self.messages.objects[message.chat_id, message.id] = message
        history = self.messages.history(messages[0].chat_id)
        history.ids = [message.id for message in messages]
        history.has_older, history.has_newer = has_older, has_newer
        self.changes.record(Noun.HISTORY, messages[0].chat_id, "ids")
        self.changes.flush()

    def changed_chat(self, chat_id: int, *fields: str) -> None:
        """Says that fields of a chat have changed."""
        self.changes.record(Noun.CHAT, chat_id, *fields)
        self.changes.flush()

    def add(self, message: td.Message) -> None:
        """Puts `message` at the end of its chat."""
        self.messages.objects[message.chat_id, message.id] = message
        self.messages.history(message.chat_id).ids.append(message.id)
        self.changes.record(Noun.HISTORY, message.chat_id, "ids")
        self.changes.flush()

    def remove(self, chat_id: int, message_id: int) -> None:
        """Deletes a message."""
        self.messages.history(chat_id).ids.remove(message_id)
        del self.messages.objects[chat_id, message_id]
        self.changes.record(Noun.HISTORY, chat_id, "ids")
        self.changes.flush()

    def edit(self, chat_id: int, message_id: int, **fields: Any) -> None:
        """Replaces fields of a message."""
        self.messages.objects[chat_id, message_id] = replace(self.messages.objects[chat_id, message_id], **fields)
        self.changes.record(Noun.HISTORY, chat_id, f"message:{message_id}")
        self.changes.flush()

    def sent(self, chat_id: int, old: int, message: td.Message) -> None:
        """Gives a pending message its id of the server."""
        del self.messages.objects[chat_id, old]
        self.messages.objects[chat_id, message.id] = message
        ids = self.messages.history(chat_id).ids
        ids[ids.index(old)] = message.id
        self.changes.record(Noun.HISTORY, chat_id, f"renamed:{old}:{message.id}")
        self.changes.flush()
