"""`MessageDetails`: when a message was written and changed, and who has seen it and reacted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.session import Session
from tdlib import types as td
from tdlib.errors import TdError
from ui.viewmodels import authors
from ui.viewmodels.avatar import AvatarView
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.message_face import reaction_emoji
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import details as wording
from ui.viewmodels.wording import times

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class WitnessRow(QObject):
    """Somebody who has seen a message or reacted to it."""

    def __init__(self, name: str, about: str, emoji: str, avatar: AvatarView, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = name, about, emoji
        self._avatar = avatar

    name = Property(str, lambda self: self._texts[0], constant=True)
    about = Property(str, lambda self: self._texts[1], constant=True)
    emoji = Property(str, lambda self: self._texts[2], constant=True)
    avatar = Property(AvatarView, lambda self: self._avatar, constant=True)


@QmlElement
class MessageDetails(QObject):
    """What a dialog tells about one message.

    Arguments:
        session: the signed-in account.
        message: the message.
        properties: what TDLib allows to be asked.
        tasks: asks.
        avatars: the pictures of people.
        closed: is told when the dialog is closed.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        message: td.Message,
        properties: td.MessageProperties,
        tasks: Tasks,
        avatars: Avatars,
        closed: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._message = message
        self._avatars = avatars
        self._closed = closed
        self._tasks = tasks = tasks.group()
        self._lines = wording.lines(message)
        self._witnesses: list[WitnessRow] = []
        self._seen: dict[str, int] = {}
        self._reacted: list[td.AddedReaction] = []
        if properties.can_get_read_date:
            tasks.start(self._ask_read_date(), on_error=self._unknown)
        if properties.can_get_viewers:
            tasks.start(self._ask_viewers(), on_error=self._unknown)
        info = message.interaction_info
        if info is not None and info.reactions is not None and info.reactions.can_get_added_reactions:
            tasks.start(self._ask_reactions(), on_error=self._unknown)

    lines = Property(list, lambda self: self._lines, notify=changed)
    witnesses = Property(list, lambda self: self._witnesses, notify=changed)
    heading = Property(str, lambda self: wording.seen_by(len(self._seen)) if self._seen else "", notify=changed)

    @Slot()
    def close(self) -> None:
        self.forget()
        self._closed()

    def forget(self) -> None:
        """Waits for no answer any more."""
        self._tasks.cancel()

    async def _ask_read_date(self) -> None:
        answer = await self._session.editing.read_date(self._message.chat_id, self._message.id)
        self._lines = [*self._lines, wording.read(answer)]
        self.changed.emit()

    async def _ask_viewers(self) -> None:
        viewers = await self._session.editing.viewers(self._message.chat_id, self._message.id)
        self._seen = {f"user/{viewer.user_id}": viewer.view_date for viewer in viewers}
        self._meet()

    async def _ask_reactions(self) -> None:
        self._reacted = await self._session.editing.added_reactions(self._message.chat_id, self._message.id)
        self._meet()

    def _meet(self) -> None:
        """Who reacted comes first; who has only seen it, after."""
        left, self._witnesses = self._witnesses, []
        reacted = {authors.author(self._session, each.sender_id).key: each for each in self._reacted}
        for key, reaction in reacted.items():
            self._add(key, reaction.date, reaction_emoji(reaction.type))
        for key, date in self._seen.items():
            if key not in reacted:
                self._add(key, date, "")
        self.changed.emit()
        for row in left:
            row.deleteLater()

    def _add(self, key: str, date: int, emoji: str) -> None:
        kind, _, number = key.partition("/")
        sender: td.MessageSender = td.MessageSenderChat(chat_id=int(number))
        if kind == "user":
            sender = td.MessageSenderUser(user_id=int(number))
        name = authors.author(self._session, sender).name
        row = WitnessRow(name, times.day_and_clock(date), emoji, self._avatars.of_sender(sender), self)
        self._witnesses.append(row)

    def _unknown(self, error: TdError) -> None:
        """What can't be told is left out: the server forgets it after some days."""
