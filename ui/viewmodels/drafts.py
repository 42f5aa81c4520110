"""`Draft`: what is typed into one chat and not yet sent, kept over a crash here and told to the other devices."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from client.journal import ComposerJournal
from client.session import Session
from tdlib import types as td
from ui.viewmodels import markdown
from ui.viewmodels.answer import Answer
from ui.viewmodels.tasks import Tasks

SYNC_AFTER = 3000
"""Milliseconds without a key after which the draft goes to the other devices."""


class Draft:
    """Keeps the words of one composer.

    Arguments:
        session: the signed-in account.
        chat_id: the chat.
        tasks: runs the telling.
        journal: keeps the words over a crash.
        parent: owns the timer.
    """

    def __init__(
        self, session: Session, chat_id: int, tasks: Tasks, journal: ComposerJournal, parent: QObject
    ) -> None:
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._journal = journal
        left = journal.get(chat_id)
        self._told = self.remote()
        self._text = left.text or ("" if left.reply_to else self._told)
        self._answer = Answer(left.reply_to, left.quote) if left.reply_to else None
        self._tell_later = QTimer(parent, singleShot=True)
        self._tell_later.setInterval(SYNC_AFTER)
        self._tell_later.timeout.connect(self._tell_soon)

    @property
    def text(self) -> str:
        """What is typed."""
        return self._text

    @property
    def answer(self) -> Answer | None:
        """What it answers."""
        return self._answer

    def remote(self) -> str:
        """Returns the draft that TDLib knows, as it would be typed."""
        chat = self._session.chats.get(self._chat_id)
        draft = chat.draft_message if chat is not None else None
        if draft is None or not isinstance(draft.content, td.DraftMessageContentText):
            return ""
        return markdown.typed(draft.content.text)

    def keep(self, text: str, answer: Answer | None) -> None:
        """Takes what is typed now: it is written down at once, and told when the person pauses."""
        self._text, self._answer = text, answer
        self._journal.put(self._chat_id, text, answer.message_id if answer else 0, answer.quote if answer else None)
        self._tell_later.start()

    def take_remote(self) -> str:
        """Takes the draft of another device in place of an empty one, and returns it."""
        self._told = self._text = self.remote()
        return self._text

    async def close(self) -> None:
        """Writes everything down and tells the other devices."""
        self._tell_later.stop()
        self._journal.flush()
        if not self._is_overtaken():
            await self._tell()

    def _is_overtaken(self) -> bool:
        """Whether the chat was opened anew before this composer had closed, and is written in there."""
        newest = self._journal.get(self._chat_id)
        answers = self._answer.message_id if self._answer is not None else 0
        return (newest.text, newest.reply_to) != (self._text, answers)

    def _tell_soon(self) -> None:
        self._tasks.start(self._tell(), on_error=lambda error: None)

    async def _tell(self) -> None:
        if self._text == self._told:
            return
        self._told = self._text
        words = td.FormattedText(text=self._text) if self._text.strip() else None
        answer = self._answer
        await self._session.sending.draft(
            self._chat_id, words, answer.message_id if answer else None, answer.quote if answer else None
        )
