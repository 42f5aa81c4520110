"""`Outbox`: what a person has pressed Send on and the server has not confirmed, kept outside TDLib's database.

TDLib writes a message down some milliseconds after it said yes, and forgets unsent ones when its database is damaged.
The outbox writes first. It holds what is sent, in a file for its owner alone.
"""

from __future__ import annotations

import logging
import os
import time
from collections import deque
from pathlib import Path

import msgspec

from client import storage
from client.changes import Changes, Noun
from tdlib import types as td

log = logging.getLogger(__name__)

COMPACT_AT = 1 << 18
"""Bytes of journal after which it is written anew."""


RECENT = 100
"""Messages that are remembered for a while after they were sent."""

UNWRITTEN = 30.0
"""Seconds in which TDLib surely has written a sent message into its database; it takes milliseconds."""


class Unsent(msgspec.Struct, frozen=True, omit_defaults=True):
    """One message that is under way.

    Attributes:
        key: grows from entry to entry.
        me_id: the user who sends; nobody else ever does.
        chat_id: where to.
        date: when Send was pressed, in seconds since 1970.
        after_id: the chat's newest message then; this one gets a greater id.
        content: what is sent.
        reply_to: id of the message that is answered; 0 for none.
        quote: which part of that one is.
    """

    key: int
    me_id: int
    chat_id: int
    date: float
    after_id: int
    content: td.InputMessageContent
    reply_to: int = 0
    quote: td.InputTextQuote | None = None


class _Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line of the journal: an entry, or that the one with `key` is finished, as message `sent_id`."""

    key: int
    entry: Unsent | None = None
    sent_id: int = 0


class Outbox:
    """Reads the file `path` at once; a damaged line costs itself alone. Noun.OUTBOX when `given_up` changes.

    Attributes:
        given_up: what cannot be sent any more by itself; a person decides about each.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: dict[int, Unsent] = {}
        self._bound: dict[tuple[int, int], int] = {}
        self._changes: Changes | None = None
        self.given_up: list[Unsent] = []
        self._sent: deque[tuple[float, int, int]] = deque(maxlen=RECENT)
        self._size = self._load()

    def report_to(self, changes: Changes) -> None:
        """Has a new session's changes told; messages are bound anew in it."""
        self._changes = changes
        self._bound.clear()

    def waiting(self, me_id: int) -> list[Unsent]:
        """Returns a user's entries that no message of this session stands for, in the order of sending."""
        bound = set(self._bound.values())
        given_up = {entry.key for entry in self.given_up}
        return [
            entry
            for key, entry in sorted(self._entries.items())
            if entry.me_id == me_id and key not in bound and key not in given_up
        ]

    def lately_sent(self) -> list[tuple[int, int]]:
        """Returns (chat id, message id) of messages that a killed engine may have sent and not written down."""
        since = time.time() - UNWRITTEN
        return [(chat_id, message_id) for date, chat_id, message_id in self._sent if date >= since]

    def add(
        self,
        me_id: int,
        chat_id: int,
        content: td.InputMessageContent,
        after_id: int,
        reply_to: int = 0,
        quote: td.InputTextQuote | None = None,
    ) -> Unsent:
        """Writes a message down before it is sent."""
        now = time.time()
        key = max(time.time_ns(), max(self._entries, default=0) + 1)
        entry = Unsent(key, me_id, chat_id, now, after_id, content, reply_to, quote)
        self._entries[key] = entry
        self._write([_Line(key, entry)])
        return entry

    def bind(self, entry: Unsent, message_id: int) -> None:
        """Says which pending message stands for an entry."""
        self._bound[entry.chat_id, message_id] = entry.key

    def finish(self, entry: Unsent, sent_id: int = 0) -> None:
        """Forgets an entry: it was sent as message `sent_id`, or is shown as failed, or taken back."""
        if self._entries.pop(entry.key, None) is None:
            return
        self._move_on(entry, sent_id)
        if sent_id:
            self._sent.append((time.time(), entry.chat_id, sent_id))
        self._write([_Line(entry.key, None, sent_id)])
        self.take_up(entry)

    def give_up(self, entry: Unsent) -> None:
        """Leaves an entry for a person to decide about."""
        self._give_up([*self.given_up, entry])

    def take_up(self, entry: Unsent) -> None:
        """Takes an entry back from the person: it is being sent, or gone."""
        left = [each for each in self.given_up if each.key != entry.key]
        if len(left) < len(self.given_up):
            self._give_up(left)

    def _give_up(self, entries: list[Unsent]) -> None:
        self.given_up = entries
        if self._changes is not None:
            self._changes.record(Noun.OUTBOX, None, "given_up")

    def forget(self) -> None:
        """Forgets everything, on disk too."""
        self._entries = {}
        self._bound = {}
        self._sent.clear()
        self.given_up = []
        self._size = 0
        storage.remove(self._path)

    def on_sent(self, update: td.UpdateMessageSendSucceeded) -> None:
        self._finish_bound(update.message.chat_id, update.old_message_id, update.message.id)

    def on_failed(self, update: td.UpdateMessageSendFailed) -> None:
        self._finish_bound(update.message.chat_id, update.old_message_id, 0)

    def on_deleted(self, update: td.UpdateDeleteMessages) -> None:
        if not update.from_cache:
            for message_id in update.message_ids:
                self._finish_bound(update.chat_id, message_id, 0)

    def _finish_bound(self, chat_id: int, message_id: int, sent_id: int) -> None:
        key = self._bound.pop((chat_id, message_id), None)
        if key in self._entries:
            self.finish(self._entries[key], sent_id)

    def _move_on(self, finished: Unsent, sent_id: int) -> None:
        """Later entries of the chat get ids beyond that of one that was sent before them."""
        for key, entry in self._entries.items():
            if entry.chat_id == finished.chat_id and key > finished.key and entry.after_id < sent_id:
                self._entries[key] = msgspec.structs.replace(entry, after_id=sent_id)

    def _write(self, lines: list[_Line]) -> None:
        try:
            if self._size > COMPACT_AT:
                data = _encoded([_Line(key, entry) for key, entry in self._entries.items()])
                storage.write_whole(self._path, data)
                self._size = len(data)
                return
            data = _encoded(lines)
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                os.write(descriptor, data)
            finally:
                os.close(descriptor)
            self._size += len(data)
        except OSError as error:
            log.warning("the outbox could not be written: %s", error.strerror)

    def _load(self) -> int:
        data = storage.read(self._path)
        if not data:
            return 0
        decoder = _decoder()
        damaged = 0
        for text in data.split(b"\n"):
            if not text.strip(b"\0 \t\r"):
                continue
            try:
                line = decoder.decode(text)
            except (msgspec.DecodeError, UnicodeDecodeError):
                damaged += 1
                continue
            self._replay(line)
        if damaged:
            log.warning("%d lines of the outbox are damaged", damaged)
        return len(data)

    def _replay(self, line: _Line) -> None:
        if line.entry is not None:
            self._entries[line.key] = line.entry
        elif (finished := self._entries.pop(line.key, None)) is not None:
            self._move_on(finished, line.sent_id)


def _decoder() -> msgspec.json.Decoder[_Line]:
    return td.decoder(_Line, td.InputMessageContent, td.InputTextQuote)


def _encoded(lines: list[_Line]) -> bytes:
    # A line begins with its break too: one that a crash has cut short does not spoil the next.
    return b"".join(b"\n" + msgspec.json.encode(line) + b"\n" for line in lines)
