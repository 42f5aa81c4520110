"""`Notifications`: tells the person what TDLib wants them told, while they look elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject

from client.changes import Noun
from client.session import Session
from client.stores.notification_groups import NotificationGroup
from tdlib import types as td
from tdlib.errors import TdError
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.notifier import Note, Notifier
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import names
from ui.viewmodels.wording import notifications as wording
from ui.viewmodels.wording.names import People


class Choices(Protocol):
    """What the person wants; `Preferences` has it."""

    @property
    def notifies(self) -> bool:
        """Whether there are notifications."""
        ...

    @property
    def preview(self) -> str:
        """What they tell: "text" for name and text, "name" for the name alone, "nothing" for neither."""
        ...

    @property
    def sounds(self) -> bool:
        """Whether they are heard."""
        ...


class Notifications(QObject):
    """Shows one notification for each chat: its latest.

    Arguments:
        session: the account; what is muted, mentioned, read elsewhere or deleted is known to TDLib's groups.
        tasks: runs what must be awaited.
        notifier: the desktop's notifications.
        avatars: the account's pictures.
        choices: what the person wants.
        in_view: returns whether the person looks at a chat.
        open_chat: shows the chat and the window, for which the desktop has given a token.
        account: returns the account's name where it must be told; "" otherwise.
    """

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        notifier: Notifier,
        avatars: Avatars,
        choices: Choices,
        in_view: Callable[[int], bool],
        open_chat: Callable[[int, str], None],
        account: Callable[[], str] = lambda: "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._notifier = notifier
        self._avatars = avatars
        self._choices = choices
        self._in_view = in_view
        self._open_chat = open_chat
        self._account = account
        self._people = People(session)
        self._told: dict[int, int] = {}
        self._shown: dict[int, tuple[int, td.Notification]] = {}
        self._subscription = session.changes.subscribe(Noun.NOTIFICATION_GROUP, self._on_groups)

    def close(self) -> None:
        """Takes away what is shown; nothing more is told."""
        self._subscription.close()
        for chat_id in list(self._shown):
            self._withdraw(chat_id)

    def _on_groups(self, changes: Mapping[int, frozenset[str]]) -> None:
        for group_id in changes:
            group = self._session.notification_groups.get(group_id)
            self._withdraw_gone(group_id, group)
            if group is not None:
                self._tell(group)

    def _withdraw_gone(self, group_id: int, group: NotificationGroup | None) -> None:
        left = group.notifications if group is not None else {}
        for chat_id, (shown_group, notification) in list(self._shown.items()):
            if shown_group == group_id and notification.id not in left:
                self._withdraw(chat_id)

    def _tell(self, group: NotificationGroup) -> None:
        notification = group.notifications.get(group.newest)
        if notification is None:
            return
        if group.newest > self._told.get(group.id, 0):
            self._told[group.id] = group.newest
            if self._choices.notifies and not self._in_view(group.chat_id):
                self._show(group, notification, sound=self._is_heard(group, notification))
        elif self._shown.get(group.chat_id, (0, None)) != (group.id, notification) and self._shows(notification):
            # It was edited, and is told again in silence.
            self._show(group, notification, sound=False)

    def _shows(self, notification: td.Notification) -> bool:
        return any(notification.id == shown.id for _, shown in self._shown.values())

    def _show(self, group: NotificationGroup, notification: td.Notification, *, sound: bool) -> None:
        chat_id = group.chat_id
        self._shown[chat_id] = (group.id, notification)
        self._notifier.show((id(self), chat_id), self._note(group, notification, sound))

    def _withdraw(self, chat_id: int) -> None:
        if self._shown.pop(chat_id, None) is not None:
            self._notifier.withdraw((id(self), chat_id))

    def _note(self, group: NotificationGroup, notification: td.Notification, sound: bool) -> Note:
        chat_id, kind = group.chat_id, notification.type
        preview = self._choices.preview
        anonymous = preview == "nothing"
        message = kind.message if isinstance(kind, td.NotificationTypeNewMessage) else None
        answers = message is not None and self._can_write(chat_id)
        return Note(
            title=wording.programme() if anonymous else self._title(chat_id),
            text=self._text(group, kind, preview),
            picture="" if anonymous else self._avatars.of_chat(chat_id).property("picture"),
            sound=sound,
            opened=lambda token: self._opened(chat_id, token),
            read=(lambda: self._read(chat_id, message.id)) if message is not None else None,
            replied=(lambda text: self._reply(chat_id, text)) if answers else None,
            dismissed=lambda: self._dismiss(group.id, notification.id),
        )

    def _title(self, chat_id: int) -> str:
        title = names.unisolated(self._people.chat(chat_id))
        account = self._account()
        return wording.of_account(title, account) if account else title

    def _text(self, group: NotificationGroup, kind: td.NotificationType, preview: str) -> str:
        chat = self._session.chats.get(group.chat_id)
        is_secret = chat is not None and isinstance(chat.type, td.ChatTypeSecret)
        tells = preview == "text" and not is_secret
        if tells and isinstance(kind, td.NotificationTypeNewMessage) and kind.show_preview:
            return wording.message(kind.message, self._people)
        return wording.hidden(kind, group.total_count)

    def _can_write(self, chat_id: int) -> bool:
        chat = self._session.chats.get(chat_id)
        return chat is not None and chat.permissions.can_send_basic_messages and not self._people.is_channel(chat_id)

    def _is_heard(self, group: NotificationGroup, notification: td.Notification) -> bool:
        return self._choices.sounds and group.sound_id != 0 and not notification.is_silent

    # What the person does with a notification.

    def _opened(self, chat_id: int, token: str) -> None:
        self._shown.pop(chat_id, None)
        self._open_chat(chat_id, token)

    def _read(self, chat_id: int, message_id: int) -> None:
        self._tasks.start(self._session.notifying.read(chat_id, message_id))

    def _reply(self, chat_id: int, text: str) -> None:
        if text.strip():
            self._tasks.start(self._send(chat_id, td.FormattedText(text=text)))

    async def _send(self, chat_id: int, text: td.FormattedText) -> None:
        try:
            await self._session.sending.text(chat_id, text, keep_draft=True)
        except TdError:
            chat = self._session.chats.get(chat_id)
            if chat is not None and chat.draft_message is None:
                # What was typed waits in the chat's field.
                await self._session.sending.draft(chat_id, text)
            raise

    def _dismiss(self, group_id: int, notification_id: int) -> None:
        self._shown = {chat: shown for chat, shown in self._shown.items() if shown[1].id != notification_id}
        self._tasks.start(
            self._session.notifying.dismiss(group_id, notification_id), on_error=lambda error: None
        )

