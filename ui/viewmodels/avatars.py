"""`Avatars`: the avatars of one account's people and chats, each made once and kept up to date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject

from client.changes import Noun
from tdlib import types as td
from ui.viewmodels import picture_address
from ui.viewmodels.avatar import AvatarFacts, AvatarView, initials
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import names

if TYPE_CHECKING:
    from client.session import Session

Key = tuple[Literal["chat", "user"], int]

DOWNLOAD_PRIORITY = 1
_CHAT_FIELDS = frozenset({"title", "photo", "accent_color_id"})


class Avatars(QObject):
    """Makes avatars when they are first asked for, and has their pictures downloaded.

    Arguments:
        session: the account.
        tasks: runs the downloads.
    """

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._views: dict[Key, AvatarView] = {}
        self._awaited: dict[int, set[Key]] = {}
        self._asked: set[int] = set()
        self._subscriptions = [
            session.changes.subscribe(Noun.CHAT, self._chats_changed),
            session.changes.subscribe(Noun.USER, self._users_changed),
            session.changes.subscribe(Noun.FILE, self._files_changed),
        ]

    def close(self) -> None:
        """Ends following the account."""
        for subscription in self._subscriptions:
            subscription.close()

    def of_chat(self, chat_id: int) -> AvatarView:
        """Returns the avatar of a chat; that of the chat with oneself is a bookmark."""
        return self._view(("chat", chat_id))

    def of_user(self, user_id: int) -> AvatarView:
        """Returns the avatar of a person."""
        return self._view(("user", user_id))

    def of_sender(self, sender: td.MessageSender) -> AvatarView:
        """Returns the avatar of who sent a message."""
        if isinstance(sender, td.MessageSenderUser):
            return self.of_user(sender.user_id)
        return self.of_chat(sender.chat_id)

    def _view(self, key: Key) -> AvatarView:
        view = self._views.get(key)
        if view is None:
            view = self._views[key] = AvatarView(self._facts(key), self)
        return view

    def _refresh(self, key: Key) -> None:
        view = self._views.get(key)
        if view is not None:
            view.update(self._facts(key))

    def _facts(self, key: Key) -> AvatarFacts:
        kind, number = key
        return self._user_facts(key, number) if kind == "user" else self._chat_facts(key, number)

    def _chat_facts(self, key: Key, chat_id: int) -> AvatarFacts:
        chat = self._session.chats.get(chat_id)
        if chat is None:
            return AvatarFacts(glyph="person")
        if isinstance(chat.type, td.ChatTypePrivate) and chat.type.user_id == self._session.me_id:
            return AvatarFacts(glyph="bookmark", color=5)
        color, letters = self._color(chat.accent_color_id), initials(chat.title)
        return AvatarFacts(self._picture(key, chat.photo), letters, color, "" if letters else "person")

    def _user_facts(self, key: Key, user_id: int) -> AvatarFacts:
        user = self._session.users.get(user_id)
        if user is None or isinstance(user.type, td.UserTypeDeleted):
            return AvatarFacts(glyph="person", color=self._color(0 if user is None else user.accent_color_id))
        color, letters = self._color(user.accent_color_id), initials(names.full_name(user))
        return AvatarFacts(self._picture(key, user.profile_photo), letters, color, "" if letters else "person")

    def _color(self, accent_color_id: int) -> int:
        known = self._session.accent_colors.get(accent_color_id)
        return (accent_color_id if known is None else known.built_in_accent_color_id) % 7

    def _picture(self, key: Key, photo: td.ChatPhotoInfo | td.ProfilePhoto | None) -> str:
        if photo is None:
            return ""
        file = self._session.files.get(photo.small.id) or photo.small
        if file.local.is_downloading_completed:
            return picture_address.of_file(file.local.path)
        self._download(key, file)
        return picture_address.of_thumbnail(photo.minithumbnail)

    def _download(self, key: Key, file: td.File) -> None:
        self._awaited.setdefault(file.id, set()).add(key)
        if file.local.can_be_downloaded and file.id not in self._asked:
            self._asked.add(file.id)
            self._tasks.start(self._session.downloading.start(file.id, DOWNLOAD_PRIORITY), on_error=lambda error: None)

    def _chats_changed(self, changed: Mapping[object, frozenset[str]]) -> None:
        for chat_id, fields in changed.items():
            if isinstance(chat_id, int) and fields & _CHAT_FIELDS:
                self._refresh(("chat", chat_id))

    def _users_changed(self, changed: Mapping[object, frozenset[str]]) -> None:
        for user_id in changed:
            if isinstance(user_id, int):
                self._refresh(("user", user_id))

    def _files_changed(self, changed: Mapping[object, frozenset[str]]) -> None:
        for file_id in self._awaited.keys() & changed.keys():
            file = self._session.files.get(file_id)
            if file is not None and file.local.is_downloading_completed:
                for key in self._awaited.pop(file_id):
                    self._refresh(key)
