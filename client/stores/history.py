"""`History`: the window of one chat's messages that is loaded, without holes between its two ends."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence

from tdlib import types as td

MAXIMUM = 1500
"""Messages a window keeps; beyond, it loses those farthest from where the person reads."""

SLACK = 300
"""Messages beyond `MAXIMUM` that are put up with, so that not each new one costs an old one."""


class History:
    """A contiguous window of messages. Stores apply pages and updates to it; everybody else reads.

    A page is asked for at one moment and comes at another. Where the end that it belongs to was moved meanwhile by a
    jump or by trimming, the page fits no longer: each end has a mark that changes then, and a page with another mark
    is dropped.

    Attributes:
        chat_id: the chat.
        is_loaded: whether the window has been filled once; an empty chat's is, with nothing.
        is_open: whether updates still reach it.
        has_older: whether there are, or may be, messages before the first one.
        has_newer: whether there are messages behind the last one; False where the window reaches the newest.
        has_gap: whether the window reached the newest message until TDLib skipped some.
    """

    def __init__(self, chat_id: int, report: Callable[..., None]) -> None:
        self.chat_id = chat_id
        self.is_loaded = False
        self.is_open = True
        self.has_older = True
        self.has_newer = True
        self.has_gap = False
        self._report = report
        self._messages: dict[int, td.Message] = {}
        self._ids: list[int] = []
        self._shown_ids: tuple[int, ...] | None = ()
        self._looked_at = 0
        self._is_absent = False
        self._trusted: int | None = None
        self._reset_mark = 0
        self._older_mark = 0
        self._newer_mark = 0

    @property
    def ids(self) -> Sequence[int]:
        """The ids of the window's messages, the oldest first; the same object until they change."""
        if self._shown_ids is None:
            self._shown_ids = tuple(self._ids)
        return self._shown_ids

    @property
    def newest_id(self) -> int:
        """The id of the window's last message; 0 in an empty window."""
        return self._ids[-1] if self._ids else 0

    @property
    def oldest_id(self) -> int:
        """The id of the window's first message; 0 in an empty window."""
        return self._ids[0] if self._ids else 0

    @property
    def older_mark(self) -> int:
        return self._older_mark

    @property
    def newer_mark(self) -> int:
        return self._newer_mark

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, message_id: object) -> bool:
        return message_id in self._messages

    def __iter__(self) -> Iterator[td.Message]:
        return (self._messages[each] for each in self._ids)

    def get(self, message_id: int) -> td.Message | None:
        """Returns a message of the window."""
        return self._messages.get(message_id)

    def look_at(self, message_id: int) -> None:
        """Says where the person reads: what is far from there is lost first."""
        self._looked_at = message_id

    # Pages.

    def begin_reset(self) -> int:
        """Returns the mark for pages of a jump that begins; pages of earlier jumps are dropped from now on."""
        self._reset_mark += 1
        return self._reset_mark

    def is_latest_reset(self, mark: int) -> bool:
        """Whether no other jump has begun since the one with `mark`."""
        return self.is_open and mark == self._reset_mark

    def reset(self, mark: int, messages: Iterable[td.Message], *, has_newer: bool, is_whole: bool) -> None:
        """Replaces the window.

        Arguments:
            mark: of the jump.
            messages: a contiguous page.
            has_newer: whether there are messages behind the page's last one.
            is_whole: whether the chat has nothing else.
        """
        if not self.is_latest_reset(mark):
            return
        page = {message.id: message for message in messages}
        self._older_mark += 1
        self._newer_mark += 1
        self.is_loaded = True
        self.has_older = not is_whole
        self._set_has_newer(has_newer)
        self.has_gap = False
        self._messages = page
        self._ids = sorted(page)
        self._shown_ids = None
        self._trusted = None
        self._trust()
        self._report("reset", "ids")

    def add_older(self, mark: int, messages: Sequence[td.Message], *, is_end: bool) -> None:
        """Puts a page before the window.

        Arguments:
            mark: `older_mark` when the page was asked for.
            messages: the page, contiguous up to the window's first message.
            is_end: whether there is nothing before the page.
        """
        if mark != self._older_mark or not self.is_open:
            return
        self.has_older = not is_end
        self._add(messages)
        self._trim_newer(len(self._ids) - MAXIMUM)

    def add_newer(self, mark: int, messages: Sequence[td.Message], *, has_newer: bool) -> None:
        """Puts a page behind the window; arguments as for `add_older`."""
        if mark != self._newer_mark or not self.is_open:
            return
        self._set_has_newer(has_newer)
        self._add(messages)
        self._trust()
        self._trim_older(len(self._ids) - MAXIMUM)

    # Absences.

    def begin_absence(self) -> None:
        """Says that the line is down: TDLib may tell new messages then without those before them."""
        if not self._is_absent:
            self._is_absent = True
            if self._trusted is None:
                self._trust()

    def end_absence(self) -> None:
        """Says that TDLib has caught up; a window that reaches the newest message needs a `refresh` now.

        Until then what came in the absence is not trusted, also where the line breaks once more.
        """
        self._is_absent = False
        if self.has_newer and self._trusted is not None:
            trusted, self._trusted = self._trusted, None
            self.on_deleted([each for each in self._ids if each > trusted])

    def refresh(self, mark: int, messages: Sequence[td.Message], *, has_newer: bool) -> None:
        """Compares a window with a fresh page of the newest messages after an absence.

        Where the page reaches back to what was there before the absence, it tells what is missing or gone. Else there
        may be messages between the two: then the window ends where the absence began.

        Arguments:
            mark: `newer_mark` when the page was asked for.
            messages: the newest ones, contiguous.
            has_newer: whether there are messages behind the page's last one.
        """
        if mark != self._newer_mark or not self.is_open or not messages:
            return
        page = {message.id: message for message in messages}
        first = min(page)
        trusted = self.newest_id if self._trusted is None else self._trusted
        if trusted and first > trusted:
            self._drop([each for each in self._ids if each > trusted])
            self._newer_mark += 1
            self.note_newer()
        else:
            self._drop([each for each in self._ids if each not in page and (each >= first or not trusted)])
            self.has_older = self.has_older or not trusted
            self._set_has_newer(has_newer)
            self._add(messages)
        self._trusted = None
        self._trust()

    # Updates.

    def on_new(self, message: td.Message) -> None:
        """Takes in a new message, where the window has a place for it."""
        if self.is_loaded and message.id not in self._messages and self._has_place(message.id):
            self._add([message])
            self._trim_far_end()

    def on_changed(self, message: td.Message) -> bool:
        """Puts a message in place of its earlier self; returns whether it is in the window."""
        if message.id not in self._messages:
            return False
        self._messages[message.id] = message
        self._report(f"message:{message.id}")
        return True

    def on_deleted(self, message_ids: Iterable[int]) -> None:
        """Takes messages out of the window."""
        gone = [each for each in message_ids if each in self._messages]
        if gone:
            self._drop(gone)

    def on_renamed(self, old_id: int, message: td.Message) -> None:
        """Puts a message that has got another id in the place of the old one."""
        if old_id not in self._messages:
            self.on_new(message)
            return
        self._drop([old_id], tell=False)
        if message.id not in self._messages:
            if not self._has_place(message.id):
                self._report("ids")
                return
            insort(self._ids, message.id)
        self._messages[message.id] = message
        self._shown_ids = None
        self._report("ids", f"renamed:{old_id}:{message.id}", f"message:{message.id}")

    def note_newer(self) -> None:
        """Notes that there are messages behind the window that have not been told."""
        if not self.has_newer:
            self.has_newer = True
            self.has_gap = True
            self._report("ends", "gap")

    # Inside.

    def _trust(self) -> None:
        """Notes, in an absence, up to where the window is known to have no hole."""
        if self._is_absent:
            self._trusted = self.newest_id

    def _has_place(self, message_id: int) -> bool:
        """Whether nothing unknown can stand between the window and a message."""
        if self.has_newer and message_id > self.newest_id:
            return False
        return not (self.has_older and self._ids and message_id < self._ids[0])

    def _set_has_newer(self, has_newer: bool) -> None:
        self.has_newer = has_newer
        self.has_gap = self.has_gap and has_newer

    def _add(self, messages: Iterable[td.Message]) -> None:
        for message in messages:
            if message.id not in self._messages:
                insort(self._ids, message.id)
            elif self._messages[message.id] != message:
                self._report(f"message:{message.id}")
            self._messages[message.id] = message
        self._shown_ids = None
        self._report("ids", "ends")

    def _drop(self, message_ids: Iterable[int], *, tell: bool = True) -> None:
        gone = set(message_ids)
        self._ids = [each for each in self._ids if each not in gone]
        for each in gone:
            del self._messages[each]
        self._shown_ids = None
        if tell:
            self._report("ids")

    def _trim_far_end(self) -> None:
        excess = len(self._ids) - MAXIMUM
        if excess < SLACK:
            return
        if self._looked_at and bisect_left(self._ids, self._looked_at) < len(self._ids) // 2:
            self._trim_newer(excess)
        else:
            self._trim_older(excess)

    def _trim_older(self, excess: int) -> None:
        if excess > 0:
            self._drop(self._ids[:excess])
            self.has_older = True
            self._older_mark += 1

    def _trim_newer(self, excess: int) -> None:
        if excess > 0:
            self._drop(self._ids[-excess:])
            self.has_newer = True
            self._newer_mark += 1
