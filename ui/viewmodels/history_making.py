"""`HistoryMaking`: makes the rows of the message view, and has neighbours of one author stand together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from client.session import Session
from ui.viewmodels.albums import Albums
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.contents.making import Making
from ui.viewmodels.history_keys import HistoryKey, Joint, stand_together
from ui.viewmodels.history_rows import HistoryRows
from ui.viewmodels.joints import Joints
from ui.viewmodels.line_row import LineRow
from ui.viewmodels.message_face import Marked, answered_id, face, unmarked
from ui.viewmodels.message_row import MessageRow, MessageVerbs, message_row
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import messages as wording
from ui.viewmodels.wording import times


class HistoryMaking:
    """The rows of one chat.

    Arguments:
        session: the signed-in account.
        chat_id: the chat.
        tasks: runs what must be awaited.
        avatars: the pictures of authors.
        verbs: does what a person asks of a message.
        albums: which messages are one album.
        joints: what decides which messages stand together.
        making: what contents are made with.
        named: whether the chat shows who wrote what.
        parent: owns the rows.

    Attributes:
        rows: the model.
    """

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        avatars: Avatars,
        verbs: MessageVerbs,
        albums: Albums,
        joints: Joints,
        making: Making,
        *,
        named: bool,
        parent: QObject,
    ) -> None:
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._avatars = avatars
        self._verbs = verbs
        self._albums = albums
        self._joints = joints
        self._making = making
        self._named = named
        self._make_face = partial(face, session, picture_of=making.emoji.picture)
        self._marked: tuple[int, Marked] = (0, unmarked)
        self.rows = HistoryRows(self._make, self.kind, self._can_make, parent)

    def kind(self, key: HistoryKey) -> str:
        """Returns which delegate draws the row of `key`."""
        return self._albums.kind(key) if isinstance(key, int) else key[0]

    def join(self, keys: Sequence[HistoryKey]) -> None:
        """Has the rows of `keys` take their places among their neighbours."""
        for key in keys:
            row = self.rows.row(key)
            if isinstance(row, MessageRow):
                self._place_in_group(row, self.rows.position(key))

    def replace(self, key: HistoryKey) -> None:
        """Makes a row anew, of another kind perhaps."""
        self.rows.replace(key)
        position = self.rows.position(key)
        self.join(self.rows.keys[max(0, position - 1) : position + 2])

    def message_rows(self) -> list[MessageRow]:
        """Returns the rows of messages that views have asked for."""
        return [row for _, row in self.rows.made() if isinstance(row, MessageRow)]

    def mark(self, message_id: int, marked: Marked) -> None:
        """Has parts of the text of one message stand out, and nothing of any other one; 0 for none at all."""
        before, self._marked = self._marked[0], (message_id, marked)
        for key in {self._albums.head(before), self._albums.head(message_id)}:
            row = self.rows.row(key)
            if isinstance(row, MessageRow):
                row.mark(self._marks(key))

    def _marks(self, head: int) -> Marked:
        message_id, marked = self._marked
        return marked if head == self._albums.head(message_id) else unmarked

    def _can_make(self, key: HistoryKey) -> bool:
        """A deleted message has its row until that is told."""
        message_id = key if isinstance(key, int) else key[1]
        return self._session.messages.get(self._chat_id, message_id) is not None

    def _make(self, key: HistoryKey) -> QObject:
        if not isinstance(key, int):
            return LineRow(wording.unread() if key[0] == "unread" else times.day(self._joints.date(key[1])))
        message, album = self._albums.shown(key)
        avatar = self._avatars.of_sender(message.sender_id)
        row = message_row(message, self._make_face, self._making, avatar, self._verbs, album)
        row.mark(self._marks(key))
        self._place_in_group(row, self.rows.position(key))
        answered = answered_id(message)
        if answered and self._session.messages.get(self._chat_id, answered) is None:
            self._tasks.start(self._session.reading.replied(self._chat_id, key), on_error=lambda error: None)
        return row

    def _place_in_group(self, row: MessageRow, position: int) -> None:
        own = self._joint(position)
        above = stand_together(self._joint(position + 1), own)
        below = stand_together(own, self._joint(position - 1))
        row.join(above=above, below=below, named=self._named and not row.message.is_outgoing)

    def _joint(self, position: int) -> Joint | None:
        keys = self.rows.keys
        key = keys[position] if 0 <= position < len(keys) else None
        return self._joints.of(key) if isinstance(key, int) else None
