"""`Composer`: what is being written in the open chat, to whom it answers, and sending it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Noun
from client.journal import ComposerJournal
from client.session import Session
from client.text import utf16_length
from tdlib import types as td
from tdlib.errors import TdError
from ui.viewmodels import markdown
from ui.viewmodels.answer import Answer, described
from ui.viewmodels.attaching import Attaching
from ui.viewmodels.attachments import Attachments
from ui.viewmodels.content_kind import formatted_text
from ui.viewmodels.desktop import Desktop
from ui.viewmodels.drafts import Draft
from ui.viewmodels.message_face import summary
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import composer as wording
from ui.viewmodels.wording import errors
from ui.viewmodels.writing import Obstacle, obstacle

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

COUNTER_FROM = 200
"""Characters left at which the counter shows."""


@QmlElement
class Composer(QObject):
    """The field below the messages.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: runs what must be awaited.
        journal: keeps what is typed over a crash.
        desktop: gives the clipboard's picture and the size of pictures.
        show: shows a sentence at the window's foot.
    """

    changed = Signal()
    # Asks the field to take other words; the cursor goes to their end.
    replaced = Signal(str)
    focused = Signal()
    # Names the message that is answered now, for bringing it into view.
    pointed = Signal(str)

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        journal: ComposerJournal,
        desktop: Desktop,
        show: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._desktop = desktop
        self._show = show
        self._editing: int | None = None
        self._before_edit = ""
        self._attaching = Attaching(session, chat_id, tasks, desktop, show, self)
        self._limit = int(session.options.get("message_text_length_max", 4096))
        self._caption_limit = int(session.options.get("message_caption_length_max", 1024))
        self._obstacle = self._find_obstacle()
        self._draft = Draft(session, chat_id, tasks, journal, self)
        self._text = self._draft.text
        self._answer = self._draft.answer
        self._subscriptions = [
            session.changes.subscribe(Noun.CHAT, self._on_chats),
            session.changes.subscribe(Noun.HISTORY, self._on_history),
            session.changes.subscribe(Noun.SUPERGROUP, self._on_groups),
            session.changes.subscribe(Noun.BASIC_GROUP, self._on_groups),
        ]

    text = Property(str, lambda self: self._text, notify=changed)
    placeholder = Property(str, lambda self: wording.placeholder(channel=self._is_channel()), constant=True)
    canWrite = Property(bool, lambda self: self._obstacle is None, notify=changed)
    reason = Property(str, lambda self: self._obstacle.reason if self._obstacle else "", notify=changed)
    way = Property(str, lambda self: self._way(), notify=changed)
    wayText = Property(str, lambda self: wording.action(self._way()), notify=changed)
    mode = Property(str, lambda self: self._mode(), notify=changed)
    contextTitle = Property(str, lambda self: self._context()[0], notify=changed)
    contextText = Property(str, lambda self: self._context()[1], notify=changed)
    canSend = Property(bool, lambda self: self._can_send(), notify=changed)
    counter = Property(str, lambda self: self._counter(), notify=changed)
    tooLong = Property(bool, lambda self: self._left() < 0, notify=changed)
    attachments = Property(Attachments, lambda self: self._attaching.offered, notify=changed)

    @property
    def offered(self) -> Attachments | None:
        """The files about which a person is asked how they go."""
        return self._attaching.offered

    async def close(self) -> None:
        """Keeps what is typed, here and on the other devices."""
        for subscription in self._subscriptions:
            subscription.close()
        await self._draft.close()

    # What the field says.

    @Slot(str)
    def typed(self, text: str) -> None:
        """Takes the field's words after a key."""
        if text == self._text:
            return
        self._text = text
        self._keep()
        if self._editing is None:
            self._say_typing()
        self.changed.emit()

    @Slot()
    def send(self) -> None:
        """Sends what is typed, or saves the edited message."""
        if not self._can_send():
            return
        text = self._text.strip()
        if self._editing is not None:
            self._tasks.start(self._save(self._editing, text))
            return
        answer, self._answer = self._answer, None
        self._take("")
        self._tasks.start(self._send(text, answer))

    @Slot(result=bool)
    def leaveContext(self) -> bool:
        """Ends replying or editing; returns whether there was anything to leave."""
        if self._editing is not None:
            self._editing = None
            self._take(self._before_edit)
            return True
        if self._answer is not None:
            self._answer = None
            self._keep()
            self.changed.emit()
            return True
        return False

    @Slot(result=bool)
    def editLast(self) -> bool:
        """Edits one's last message; returns whether there is one and the field was empty.

        One that is still being sent can't be edited yet, and none that is older is meant.
        """
        if self._text or self._editing is not None:
            return False
        for message_id in reversed(self._session.messages.history(self._chat_id).ids):
            message = self._session.messages.get(self._chat_id, message_id)
            if message is not None and isinstance(message.sending_state, td.MessageSendingStatePending):
                return True
            if message is not None and _is_editable(message):
                self.start_edit(message_id)
                return True
        return False

    @Slot(int, result=bool)
    def stepReply(self, direction: int) -> bool:
        """Answers the message above (-1) or below (1) the one answered now; below the newest none is answered."""
        if self._editing is not None:
            return False
        ids = self._session.messages.history(self._chat_id).ids
        position = bisect_left(ids, self._answer.message_id) if self._answer is not None else len(ids)
        wanted = position + direction
        if wanted < 0 or wanted > len(ids):
            return False
        self._answer = Answer(ids[wanted]) if wanted < len(ids) else None
        self._keep()
        self.changed.emit()
        if self._answer is not None:
            self.pointed.emit(str(self._answer.message_id))
        return True

    # Files.

    @Slot(list)
    def attach(self, urls: Sequence[QUrl]) -> None:
        """Asks how to send the local files at `urls`."""
        if self._obstacle is None:
            self._attaching.offer([Path(url.toLocalFile()) for url in urls], self._caption())

    @Slot(result=bool)
    def pastePicture(self) -> bool:
        """Asks how to send the clipboard's picture; returns whether there is one."""
        path = self._desktop.picture_from_clipboard()
        if path is None or self._obstacle is not None:
            return False
        self._attaching.offer([path], self._caption())
        return True

    @Slot()
    def takeWay(self) -> None:
        """Does what the button beside the reason says."""
        verbs = self._session.chat_verbs
        match self._way():
            case "mute":
                self._tasks.start(verbs.mute(self._chat_id))
            case "unmute":
                self._tasks.start(verbs.unmute(self._chat_id))
            case "join":
                self._tasks.start(verbs.join(self._chat_id))
            case "unblock":
                self._tasks.start(verbs.unblock(self._chat_id))

    # What the message view asks.

    def start_reply(self, message_id: int, quote: td.InputTextQuote | None = None) -> None:
        """Makes the next message an answer to `message_id`, or to a part of its text."""
        if self._editing is not None:
            self.leaveContext()
        self._answer = Answer(message_id, quote)
        self._keep()
        self.changed.emit()
        self.focused.emit()

    def start_edit(self, message_id: int) -> None:
        """Puts the text of one's message into the field for changing it."""
        message = self._session.messages.get(self._chat_id, message_id)
        text = formatted_text(message.content) if message is not None else None
        if text is None:
            return
        if self._editing is None:
            self._before_edit = self._text
        self._editing = message_id
        self._take(markdown.typed(text))
        self.focused.emit()

    def put_back(self, text: str) -> None:
        """Puts words that were not sent into the field, in front of what is there."""
        self._take(f"{text}\n{self._text}" if self._text.strip() else text)
        self.focused.emit()

    @property
    def has_words(self) -> bool:
        """Whether anything is typed."""
        return bool(self._text.strip())

    def may_write(self) -> bool:
        """Whether anything can be written here."""
        return self._obstacle is None

    # Sending.

    async def _send(self, text: str, answer: Answer | None) -> None:
        reply_to, quote = (answer.message_id, answer.quote) if answer is not None else (None, None)
        try:
            formatted = await self._session.sending.parse_markdown(td.FormattedText(text=text))
            await self._session.sending.text(self._chat_id, formatted, reply_to=reply_to, quote=quote)
        except TdError as error:
            self._answer = answer
            self.put_back(text)
            self._show(errors.sentence(error))

    async def _save(self, message_id: int, text: str) -> None:
        message = self._session.messages.get(self._chat_id, message_id)
        formatted = await self._session.sending.parse_markdown(td.FormattedText(text=text))
        if message is not None and _is_text(message):
            await self._session.editing.text(self._chat_id, message_id, formatted)
        else:
            await self._session.editing.caption(self._chat_id, message_id, formatted)
        if self._editing == message_id:
            self.leaveContext()

    # What attaching asks.

    def attachments_changed(self) -> None:
        """Says that the box with files came or went."""
        self.changed.emit()

    def hand_over(self) -> Answer | None:
        """Empties the field, whose words are the caption now; returns what is answered."""
        answer, self._answer = self._answer, None
        if self._editing is None:
            self._take("")
        return answer

    def _caption(self) -> str:
        return self._text if self._editing is None else ""

    # Drafts.

    def _keep(self) -> None:
        self._draft.keep(self._before_edit if self._editing is not None else self._text, self._answer)

    def _say_typing(self) -> None:
        if self._text.strip():
            self._tasks.start(self._session.sending.typing(self._chat_id), on_error=lambda error: None)

    # Changes.

    def _on_chats(self, changes: Mapping[int, frozenset[str]]) -> None:
        fields = changes.get(self._chat_id)
        if fields is None:
            return
        if "draft_message" in fields and not self._text and self._editing is None:
            remote = self._draft.take_remote()
            if remote:
                self._take(remote)
        self._look_for_obstacle()

    def _on_history(self, changes: Mapping[int, frozenset[str]]) -> None:
        """An answered message that was still being sent gets its lasting number."""
        if self._answer is None:
            return
        before = f"renamed:{self._answer.message_id}:"
        after = [field.removeprefix(before) for field in changes.get(self._chat_id, ()) if field.startswith(before)]
        if after:
            self._answer = Answer(int(after[0]), self._answer.quote)
            self._keep()
            self.changed.emit()

    def _on_groups(self, changes: Mapping[int, frozenset[str]]) -> None:
        self._look_for_obstacle()

    def _look_for_obstacle(self) -> None:
        now = self._find_obstacle()
        if now != self._obstacle:
            self._obstacle = now
            self.changed.emit()

    def _find_obstacle(self) -> Obstacle | None:
        chat = self._session.chats.get(self._chat_id)
        return obstacle(self._session, chat) if chat is not None else None

    # What is shown.

    def _take(self, text: str) -> None:
        self._text = text
        self._keep()
        self.changed.emit()
        self.replaced.emit(text)

    def _way(self) -> str:
        return self._obstacle.action if self._obstacle is not None else ""

    def _mode(self) -> str:
        return "edit" if self._editing is not None else self._answers_with()

    def _answers_with(self) -> str:
        return "" if self._answer is None else "reply" if self._answer.quote is None else "quote"

    def _context(self) -> tuple[str, str]:
        if self._editing is not None:
            message = self._session.messages.get(self._chat_id, self._editing)
            return wording.editing(), summary(self._session, message) if message is not None else ""
        return described(self._session, self._chat_id, self._answer) if self._answer is not None else ("", "")

    def _left(self) -> int:
        limit = self._limit
        if self._editing is not None:
            message = self._session.messages.get(self._chat_id, self._editing)
            limit = self._limit if message is None or _is_text(message) else self._caption_limit
        return limit - utf16_length(self._text.strip())

    def _counter(self) -> str:
        left = self._left()
        return str(left) if left < COUNTER_FROM else ""

    def _can_send(self) -> bool:
        return self._obstacle is None and self._left() >= 0 and (bool(self._text.strip()) or self._editing_caption())

    def _editing_caption(self) -> bool:
        message = self._session.messages.get(self._chat_id, self._editing) if self._editing is not None else None
        return message is not None and not _is_text(message)

    def _is_channel(self) -> bool:
        chat = self._session.chats.get(self._chat_id)
        return chat is not None and isinstance(chat.type, td.ChatTypeSupergroup) and chat.type.is_channel


def _is_text(message: td.Message) -> bool:
    return isinstance(message.content, td.MessageText)


def _is_editable(message: td.Message) -> bool:
    return message.is_outgoing and message.sending_state is None and message.forward_info is None and (
        formatted_text(message.content) is not None
    )
