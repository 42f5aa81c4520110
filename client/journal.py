"""`ComposerJournal`: what is typed and not sent yet, per chat, on disk within half a second.

Kept outside TDLib's database, because it must outlive that. It holds text as typed, in a file for its owner alone.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import msgspec

from client import storage
from tdlib import types as td

log = logging.getLogger(__name__)

DEBOUNCE = 0.4
"""Seconds between a key and the file."""

COMPACT_AT = 1 << 18
"""Bytes of journal after which it is written anew."""


class Timer(Protocol):
    def cancel(self) -> object: ...


CallLater = Callable[[float, Callable[[], None]], Timer]


class Typed(msgspec.Struct, frozen=True, omit_defaults=True):
    """What stands in the composer of a chat.

    Attributes:
        chat_id: the chat.
        text: plain, as typed; empty for nothing.
        reply_to: id of the message that is answered; 0 for none.
        quote: which part of that one is.
    """

    chat_id: int
    text: str = ""
    reply_to: int = 0
    quote: td.InputTextQuote | None = None


class ComposerJournal:
    """Reads `path` at once; a damaged line costs itself alone.

    Arguments:
        path: the journal's file.
        call_later: starts a timer; `loop.call_later` fits.
    """

    def __init__(self, path: Path, call_later: CallLater) -> None:
        self._path = path
        self._call_later = call_later
        kept = storage.read(path) or b""
        self._typed = _load(kept)
        self._unwritten: dict[int, Typed] = {}
        self._timer: Timer | None = None
        self._size = len(kept)

    @property
    def chat_ids(self) -> list[int]:
        """The chats in whose composers something stands."""
        return list(self._typed)

    def get(self, chat_id: int) -> Typed:
        """Returns what stands in the composer of a chat; an empty one where nothing does."""
        return self._typed.get(chat_id, Typed(chat_id))

    def put(self, chat_id: int, text: str, reply_to: int = 0, quote: td.InputTextQuote | None = None) -> None:
        """Notes what stands in the composer of a chat now; empty text without a reply forgets the chat."""
        typed = Typed(chat_id, text, reply_to, quote)
        if typed == self.get(chat_id):
            return
        if text or reply_to:
            self._typed[chat_id] = typed
        else:
            self._typed.pop(chat_id, None)
        self._unwritten[chat_id] = typed
        if self._timer is None:
            self._timer = self._call_later(DEBOUNCE, self.flush)

    def clear(self, chat_id: int) -> None:
        """Forgets a chat at once, because its text was handed over for sending."""
        self.put(chat_id, "")
        self.flush()

    def forget(self) -> None:
        """Forgets every chat, on disk too."""
        self._typed = {}
        self._unwritten = {}
        self.flush()
        self._size = 0
        storage.remove(self._path)

    def flush(self) -> None:
        """Writes what is not written yet."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        unwritten, self._unwritten = self._unwritten, {}
        if not unwritten:
            return
        try:
            self._write(unwritten)
        except OSError as error:
            self._unwritten = unwritten | self._unwritten
            log.warning("the composer's journal could not be written: %s", error.strerror)

    def _write(self, unwritten: dict[int, Typed]) -> None:
        if self._size > COMPACT_AT:
            data = _lines(self._typed)
            storage.write_whole(self._path, data)
            self._size = len(data)
            return
        data = _lines(unwritten)
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(descriptor, data)
        finally:
            os.close(descriptor)
        self._size += len(data)


def _lines(typed: dict[int, Typed]) -> bytes:
    # A line begins with its break too: one that a crash has cut short does not spoil the next.
    return b"".join(b"\n" + msgspec.json.encode(one) + b"\n" for one in typed.values())


def _load(kept: bytes) -> dict[int, Typed]:
    if not kept:
        return {}
    decoder = td.decoder(Typed, td.InputTextQuote)
    typed: dict[int, Typed] = {}
    damaged = 0
    for line in kept.split(b"\n"):
        if not line.strip(b"\0 \t\r"):
            continue
        try:
            one = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            damaged += 1
            continue
        if one.text or one.reply_to:
            typed[one.chat_id] = one
        else:
            typed.pop(one.chat_id, None)
    if damaged:
        log.warning("%d lines of the composer's journal are damaged", damaged)
    return typed
