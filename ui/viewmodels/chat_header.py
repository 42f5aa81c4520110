"""`ChatHeader`: whose chat is open, and whether they are there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Noun
from client.session import Session
from tdlib import types as td
from ui.viewmodels.avatar import AvatarView
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.emoji_picture import address
from ui.viewmodels.emoji_pictures import EmojiPictures
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import chat_line, names, presence
from ui.viewmodels.wording.names import People

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH = 30_000
"""Milliseconds after which "last seen 5 minutes ago" is worded anew."""


@QmlElement
class ChatHeader(QObject):
    """The line over the messages.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: fetches the picture of an emoji.
        avatars: the pictures of people and chats.
    """

    changed = Signal()

    def __init__(
        self, session: Session, chat_id: int, tasks: Tasks, avatars: Avatars, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._people = People(session)
        self._avatar = avatars.of_chat(chat_id)
        self._emoji = EmojiPictures(session, tasks, lambda numbers: self._refresh())
        self._shown = self._look()
        self._subscriptions = [
            session.changes.subscribe(noun, self._on_change)
            for noun in (Noun.CHAT, Noun.USER, Noun.BASIC_GROUP, Noun.SUPERGROUP, Noun.CHAT_ACTION)
        ]
        self._again = QTimer(self)
        self._again.setInterval(REFRESH)
        self._again.timeout.connect(self._refresh)
        self._again.start()

    title = Property(str, lambda self: self._shown[0], notify=changed)
    subtitle = Property(str, lambda self: self._shown[1], notify=changed)
    busy = Property(bool, lambda self: self._shown[2], notify=changed)
    online = Property(bool, lambda self: self._shown[3], notify=changed)
    muted = Property(bool, lambda self: self._shown[4], notify=changed)
    mark = Property(str, lambda self: self._shown[5], notify=changed)
    # The picture that somebody has chosen to stand behind the name, as `emoji_picture.address` says.
    status = Property(str, lambda self: self._shown[6], notify=changed)
    avatar = Property(AvatarView, lambda self: self._avatar, constant=True)

    def close(self) -> None:
        """Ends following the chat."""
        self._again.stop()
        self._emoji.close()
        for subscription in self._subscriptions:
            subscription.close()

    def _on_change(self, changes: Mapping[object, frozenset[str]]) -> None:
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        now = self._look()
        if now != self._shown:
            self._shown = now
            self.changed.emit()

    def _look(self) -> tuple[str, str, bool, bool, bool, str, str]:
        chat = self._session.chats.get(self._chat_id)
        if chat is None:
            return "", "", False, False, False, "", ""
        user = self._partner(chat)
        if user is not None and user.id == self._session.me_id:
            return chat_line.saved_messages(), "", False, False, False, "", ""
        title = names.plain(chat.title) or names.full_name(user)
        private = isinstance(chat.type, td.ChatTypePrivate | td.ChatTypeSecret)
        doing = presence.typing(self._session.chat_actions.of(self._chat_id), self._people, private=private)
        online = presence.is_online(user)
        subtitle = doing or (presence.status(user) if private else self._members(chat))
        muted = self._session.chats.is_muted(self._chat_id)
        return title, subtitle, bool(doing), online, muted, self._mark(chat, user), self._status(chat)

    def _status(self, chat: td.Chat) -> str:
        match chat.emoji_status.type if chat.emoji_status is not None else None:
            case td.EmojiStatusTypeCustomEmoji(custom_emoji_id=number):
                picture = self._emoji.picture(number)
            case td.EmojiStatusTypeUpgradedGift(model_custom_emoji_id=number):
                picture = self._emoji.picture(number)
            case _:
                return ""
        return address(picture, picture.emoji) if picture.key else ""

    def _partner(self, chat: td.Chat) -> td.User | None:
        match chat.type:
            case td.ChatTypePrivate(user_id=user_id) | td.ChatTypeSecret(user_id=user_id):
                return self._session.users.get(user_id)
            case _:
                return None

    def _members(self, chat: td.Chat) -> str:
        online = self._session.chats.online_member_count(self._chat_id)
        match chat.type:
            case td.ChatTypeBasicGroup(basic_group_id=group_id):
                group = self._session.groups.basic_group(group_id)
                return presence.members(group.member_count if group else 0, channel=False, online=online)
            case td.ChatTypeSupergroup(supergroup_id=group_id, is_channel=is_channel):
                supergroup = self._session.groups.supergroup(group_id)
                return presence.members(supergroup.member_count if supergroup else 0, channel=is_channel, online=online)
            case _:
                return ""

    def _mark(self, chat: td.Chat, user: td.User | None) -> str:
        status = user.verification_status if user is not None else None
        if isinstance(chat.type, td.ChatTypeSupergroup):
            group = self._session.groups.supergroup(chat.type.supergroup_id)
            status = group.verification_status if group is not None else None
        if status is None:
            return ""
        return "scam" if status.is_scam else "fake" if status.is_fake else "verified" if status.is_verified else ""
