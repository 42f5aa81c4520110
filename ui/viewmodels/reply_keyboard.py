"""`ReplyKeyboard`: the buttons that a bot put in the place of the keyboard; pressing one sends its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Noun
from client.session import Session
from tdlib import types as td
from ui.viewmodels.composer import Composer
from ui.viewmodels.contents.keyboard import STYLES, KeyboardKey, drawn_rows
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import bots

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ReplyKeyboard(QObject):
    """Follows the reply markup of one chat.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: runs what must be awaited.
        composer: answers the message where a bot asks for an answer.
        show: shows a sentence at the window's foot.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        composer: Composer,
        show: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._composer = composer
        self._show = show
        self._message_id = 0
        self._markup: td.ReplyMarkupShowKeyboard | None = None
        self._keys: list[KeyboardKey] = []
        self._folded = False
        self._subscription = session.changes.subscribe(Noun.CHAT, self._on_chats)
        self._look()

    available = Property(bool, lambda self: bool(self._keys), notify=changed)
    folded = Property(bool, lambda self: self._folded, notify=changed)
    keys = Property(list, lambda self: self._keys, notify=changed)
    rows = Property(int, lambda self: max((key.place[0] + 1 for key in self._keys), default=0), notify=changed)

    def close(self) -> None:
        """Ends the subscription."""
        self._subscription.close()

    @Slot()
    def fold(self) -> None:
        """Hides the buttons, or shows them again."""
        self._folded = not self._folded
        self.changed.emit()

    def _on_chats(self, changes: Mapping[int, frozenset[str]]) -> None:
        if "reply_markup_message_id" in changes.get(self._chat_id, frozenset()):
            self._look()

    def _look(self) -> None:
        chat = self._session.chats.get(self._chat_id)
        message_id = chat.reply_markup_message_id if chat is not None else 0
        if message_id != self._message_id:
            self._message_id = message_id
            self._take(None)
            if message_id:
                self._tasks.start(self._load(message_id))

    async def _load(self, message_id: int) -> None:
        message = await self._session.interacting.message(self._chat_id, message_id)
        if message_id != self._message_id:
            return
        match message.reply_markup:
            case td.ReplyMarkupShowKeyboard() as markup:
                self._take(markup)
            case td.ReplyMarkupForceReply():
                self._composer.start_reply(message_id)
                await self._session.interacting.hide_keyboard(self._chat_id, message_id)

    def _take(self, markup: td.ReplyMarkupShowKeyboard | None) -> None:
        gone, self._keys = self._keys, []
        self._markup, self._folded = markup, False
        for row, buttons in enumerate(drawn_rows(markup.rows) if markup is not None else ()):
            for column, button in enumerate(buttons):
                style = STYLES.get(type(button.style), "")
                press = partial(self._press, button)
                key = KeyboardKey(button.text, _icon(button.type), style, row, column, len(buttons), press, self)
                self._keys.append(key)
        self.changed.emit()
        for key in gone:
            key.deleteLater()

    def _press(self, button: td.KeyboardButton) -> None:
        if isinstance(button.type, td.KeyboardButtonTypeText):
            self._tasks.start(self._send(button.text))
        elif isinstance(button.type, td.KeyboardButtonTypeWebApp):
            self._show(bots.no_web_apps())
        else:
            self._show(bots.cannot_share())

    async def _send(self, text: str) -> None:
        message_id, markup = self._message_id, self._markup
        chat = self._session.chats.get(self._chat_id)
        private = chat is not None and isinstance(chat.type, td.ChatTypePrivate | td.ChatTypeSecret)
        reply_to = None if private else message_id
        await self._session.sending.text(self._chat_id, td.FormattedText(text=text), reply_to, keep_draft=True)
        if markup is not None and markup.one_time:
            await self._session.interacting.hide_keyboard(self._chat_id, message_id)


def _icon(kind: td.KeyboardButtonType) -> str:
    match kind:
        case td.KeyboardButtonTypeRequestPhoneNumber():
            return "phone"
        case td.KeyboardButtonTypeRequestLocation():
            return "location"
        case td.KeyboardButtonTypeRequestPoll():
            return "poll"
        case td.KeyboardButtonTypeRequestUsers() | td.KeyboardButtonTypeRequestManagedBot():
            return "person"
        case td.KeyboardButtonTypeRequestChat():
            return "people"
        case td.KeyboardButtonTypeWebApp():
            return "globe"
        case _:
            return ""
