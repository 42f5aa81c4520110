"""`History`: the messages of the open chat as a list, where it stands, and what is read by looking at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Noun
from client.session import Session
from ui.viewmodels import authors
from ui.viewmodels.albums import Albums
from ui.viewmodels.attention import Attention
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.contents.making import Making
from ui.viewmodels.emoji_pictures import EmojiPictures
from ui.viewmodels.file_item import FileItems
from ui.viewmodels.first_unread import FirstUnread
from ui.viewmodels.highlighting import Highlighter
from ui.viewmodels.history_keys import HistoryKey
from ui.viewmodels.history_making import HistoryMaking
from ui.viewmodels.history_order import HistoryOrder
from ui.viewmodels.history_pages import HistoryPages
from ui.viewmodels.history_rows import HistoryRows
from ui.viewmodels.joints import Joints
from ui.viewmodels.line_row import LineRow
from ui.viewmodels.message_face import Marked, answered_id, unmarked
from ui.viewmodels.message_row import MessageRow, MessageVerbs
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import numbers, times
from ui.viewmodels.wording.names import People

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

MARKED_FOR = 5000
"""Milliseconds for which a quoted part of a text stands out."""

NEAR_END = 24
"""Rows left outside the view at which the next page is asked for."""


@dataclass(frozen=True)
class Place:
    """Where a chat was left: a message at the foot of the view, and how far it hung below it in pixels."""

    message_id: int
    offset: float


@QmlElement
class History(QObject):
    """The message view of one chat.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: runs what must be awaited.
        avatars: the pictures of authors.
        verbs: does what a person asks of a message.
        place: where the chat was left before, if it was.
    """

    changed = Signal()
    # Asks the view to show the row at an index, and to flash it.
    jumped = Signal(int, bool)
    # Asks the view to stand as it was left: the row at its foot and the offset in pixels.
    restored = Signal(int, float)
    # Asks the view to say once more where it stands.
    leaving = Signal()
    # Asks the view to begin at a row, such as the line over unread messages.
    began = Signal(int)

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        avatars: Avatars,
        verbs: MessageVerbs,
        place: Place | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._history = session.messages.hold(chat_id)
        self._files = FileItems(session, tasks, self)
        self._emoji = EmojiPictures(session, tasks, self._on_emoji)
        self._joints = Joints(session, chat_id)
        self._albums = Albums(session, chat_id)
        chat = session.chats.get(chat_id)
        self._making = HistoryMaking(
            session,
            chat_id,
            tasks,
            avatars,
            verbs,
            self._albums,
            self._joints,
            Making(self._files.item, verbs.contents, People(session), Highlighter(tasks, self), self._emoji),
            named=chat is not None and authors.are_several(chat.type),
            parent=self,
        )
        self._rows = self._making.rows
        self._order = HistoryOrder(self._rows, self._joints.day, self._albums.album_of)
        self._place = place
        self._left_at = place
        self._settled = False
        self._attention = Attention(session, chat_id, tasks)
        self._pages = HistoryPages(
            session, chat_id, tasks, self.changed.emit, self._settle, lambda: self.jumped.emit(0, False)
        )
        self._seen: tuple[int, int] = (0, -1)
        self._jump_to: int | None = None
        read_before = chat.last_read_inbox_message_id if chat is not None and chat.unread_count else None
        self._first_unread = FirstUnread(session, chat_id, read_before)
        self._unread_below = chat.unread_count if chat is not None else 0
        self._subscriptions = [
            session.changes.subscribe(Noun.HISTORY, self._on_history),
            session.changes.subscribe(Noun.CHAT, self._on_chats),
            session.changes.subscribe(Noun.USER, self._on_users),
        ]
        self._marks_last = True
        self._marks_end = QTimer(self, singleShot=True)
        self._marks_end.setInterval(MARKED_FOR)
        self._marks_end.timeout.connect(self.unmark)
        self._midnight = QTimer(self, singleShot=True)
        self._midnight.timeout.connect(self._on_midnight)
        self._await_midnight()
        self._refresh()

    rows = Property(QObject, lambda self: self._rows, constant=True)
    loading = Property(bool, lambda self: self._pages.loading, notify=changed)
    empty = Property(bool, lambda self: self._is_empty(), notify=changed)
    reachesNewest = Property(bool, lambda self: not self._history.has_newer, notify=changed)
    unreadBelow = Property(str, lambda self: numbers.badge(self._unread_below), notify=changed)

    @property
    def chat_id(self) -> int:
        """The chat that is shown."""
        return self._chat_id

    @property
    def row_model(self) -> HistoryRows:
        """The rows, for Python."""
        return self._rows

    def leave(self) -> Place | None:
        """Returns where the view stands, None at the end of the chat."""
        self.leaving.emit()
        return self._left_at

    async def open(self, message_id: int | None = None) -> None:
        """Loads what is to be seen first (openChat, getChatHistory), around `message_id` where one is given."""
        if message_id is not None:
            self._jump_to = message_id
            self._first_unread.read_before = None
        await self._session.reading.open(self._chat_id)
        left_at = self._place.message_id if self._place is not None else self._first_unread.read_before
        await self._pages.around(message_id or left_at or None)

    async def close(self) -> None:
        """Ends the subscriptions and tells TDLib that the chat is closed."""
        for subscription in self._subscriptions:
            subscription.close()
        self._files.close()
        self._emoji.close()
        self._midnight.stop()
        self._rows.rest()
        await self._session.reading.close(self._chat_id)

    def row(self, message_id: int) -> MessageRow | None:
        """Returns the row of a message if a view has asked for it."""
        row = self._rows.row(self._albums.head(message_id))
        return row if isinstance(row, MessageRow) else None

    def index_of(self, message_id: int) -> int | None:
        """Returns where the row of a message stands, None where it is not loaded."""
        head = self._albums.head(message_id)
        return self._rows.position(head) if head in self._rows else None

    def made_row(self, message_id: int) -> MessageRow | None:
        """Returns the row of a loaded message, made if no view has asked for it."""
        head = self._albums.head(message_id)
        row = self._rows.row_at(self._rows.position(head)) if head in self._rows else None
        return row if isinstance(row, MessageRow) else None

    def photo_ids(self) -> list[int]:
        """Returns the loaded messages that are photos, oldest first."""
        return [message_id for message_id in self._history.ids if self._albums.kind_of_one(message_id) == "photo"]

    def message_ids(self) -> Sequence[int]:
        """Returns the loaded messages, oldest first."""
        return self._history.ids

    def album_ids(self, message_id: int) -> Sequence[int]:
        """Returns the messages of an album, oldest first; the message alone where it is in none."""
        return self._albums.member_ids(message_id)

    def show(self, message_id: int, marked: Marked = unmarked, *, lasting: bool = True) -> None:
        """Brings a message into view, from the server if need be, and flashes it.

        Arguments:
            marked: finds the parts of its text that stand out until another message is shown, or `unmark`.
            lasting: whether they do so longer than it takes to find them.
        """
        self._marks_end.stop()
        self._marks_last = lasting
        head = self._albums.head(message_id)
        self._making.mark(message_id, marked)
        if head in self._rows:
            self._jump(head)
            return
        self._jump_to = message_id
        self._tasks.start(self._pages.around(message_id))

    def _jump(self, head: int) -> None:
        self.jumped.emit(self._rows.position(head), True)
        if not self._marks_last:
            self._marks_end.start()

    @Slot()
    def unmark(self) -> None:
        """Has nothing stand out any more."""
        self._making.mark(0, unmarked)

    @Slot(int, int)
    def showing(self, newest: int, oldest: int) -> None:
        """Says which rows are on screen: marks them read, and loads the next page near an end."""
        self._seen = (newest, oldest)
        self._look_at(oldest)
        self._rows.see(newest, oldest)
        if not self._settled or oldest < newest:
            return
        if oldest >= len(self._rows.keys) - NEAR_END and self._history.has_older:
            self._pages.start("older")
        if newest <= NEAR_END and self._history.has_newer:
            self._pages.start("newer")
        self._view_seen()

    @Slot(bool)
    def activate(self, active: bool) -> None:
        """Says whether the window has the person's attention: only then is anything read."""
        self._attention.turn(active)

    @Slot()
    def jumpToNewest(self) -> None:
        """Shows the end of the chat."""
        if not self._history.has_newer:
            self.jumped.emit(0, False)
            return
        self._pages.start("newest")

    @Slot(int, float)
    def standsAt(self, index: int, offset: float) -> None:
        """Says which row is at the view's foot and how many pixels of it are below, for coming back there."""
        keys = self._rows.keys
        if not 0 <= index < len(keys) or (index == 0 and offset <= 0 and not self._history.has_newer):
            self._left_at = None
            return
        key = keys[index]
        self._left_at = Place(key if isinstance(key, int) else key[1], offset)

    # Loading.

    def _settle(self) -> None:
        """Once the first page is here, the view takes its place."""
        head = self._albums.head(self._jump_to) if self._jump_to is not None else -1
        jumps = head in self._rows
        if jumps:
            self._jump(head)
            self._jump_to = None
        if self._settled or not self._rows.keys:
            return
        self._settled = True
        if jumps:
            return
        unread = self._first_unread.message_id
        line: HistoryKey = ("unread", self._albums.head(unread) if unread is not None else 0)
        if self._place is not None and self._place.message_id in self._rows:
            self.restored.emit(self._rows.position(self._place.message_id), self._place.offset)
        elif line in self._rows:
            self.began.emit(self._rows.position(line))
        else:
            # The view stands where it stood while the page came, and says so once.
            self.showing(*self._seen)

    # Changes of the stores.

    def _on_history(self, changes: Mapping[int, frozenset[str]]) -> None:
        fields = changes.get(self._chat_id)
        if fields is None:
            return
        for name in sorted(field for field in fields if field.startswith("renamed:")):
            _, old, new = name.split(":")
            self._rename(int(old), int(new))
        if "ids" in fields or "reset" in fields or any(name.startswith("renamed:") for name in fields):
            self._refresh()
        touched = {int(name.partition(":")[2]) for name in fields if name.startswith("message:")}
        if touched:
            self._attention.look_again()
        for message_id in touched:
            self._apply(message_id)
        for row in self._making.message_rows() if touched else ():
            if answered_id(row.message) in touched:
                row.apply(row.message)

    def _on_chats(self, changes: Mapping[int, frozenset[str]]) -> None:
        fields = changes.get(self._chat_id)
        if fields is None:
            return
        chat = self._session.chats.get(self._chat_id)
        if chat is not None and "unread_count" in fields:
            self._unread_below = chat.unread_count
            self.changed.emit()
        if "last_read_outbox_message_id" in fields:
            for row in self._making.message_rows():
                if row.face.state == "sent":
                    row.apply(row.message)

    def _on_emoji(self, numbers: Set[int]) -> None:
        for row in self._making.message_rows():
            if row.face.has_any_of(numbers):
                row.apply(row.message)

    def _on_users(self, changes: Mapping[int, frozenset[str]]) -> None:
        keys = {f"user/{user_id}" for user_id, fields in changes.items() if fields != {"status"}}
        for row in self._making.message_rows() if keys else ():
            sender = row.face.sender
            if sender.key in keys and authors.author(self._session, row.message.sender_id) != sender:
                row.apply(row.message)

    def _rename(self, old: int, new: int) -> None:
        if old in self._rows and new not in self._rows:
            self._rows.rename(old, new)
            self._joints.forget(old)
            self._apply(new)

    def _apply(self, message_id: int) -> None:
        head = self._albums.head(message_id)
        row = self.row(head)
        if row is None or self._session.messages.get(self._chat_id, head) is None:
            return
        if self._making.kind(head) != row.drawn_as:
            self._making.replace(head)
            return
        row.apply(*self._albums.shown(head))

    def _refresh(self) -> None:
        ids, has_older = self._history.ids, self._history.has_older
        self._first_unread.look(ids, has_older=has_older)
        changed = self._order.follow(ids, first_unread=self._first_unread.message_id, complete=not has_older)
        for message_id in changed:
            row = self._rows.row(message_id)
            if isinstance(row, MessageRow) and row.album_ids != self._albums.shared_ids(message_id):
                self._apply(message_id)
        self._making.join(changed)
        self.changed.emit()

    def _is_empty(self) -> bool:
        return not self._history.ids and not self._history.has_older and not self._pages.loading

    # Time and reading.

    def _look_at(self, position: int) -> None:
        keys = self._rows.keys
        if 0 <= position < len(keys):
            key = keys[position]
            self._history.look_at(key if isinstance(key, int) else key[1])

    def _view_seen(self) -> None:
        newest, oldest = self._seen
        keys = self._rows.keys[max(0, newest) : oldest + 1]
        shown = [member for key in keys if isinstance(key, int) for member in self._albums.member_ids(key)]
        self._attention.look_at(shown)

    def _await_midnight(self) -> None:
        self._midnight.start((times.seconds_until_tomorrow() + 1) * 1000)

    @Slot()
    def _on_midnight(self) -> None:
        for key, row in self._rows.made():
            if isinstance(row, LineRow) and not isinstance(key, int) and key[0] == "day":
                row.say(times.day(self._joints.date(key[1])))
        self._await_midnight()
