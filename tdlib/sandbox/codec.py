"""The TL codec, layer 228: the only module of the sandbox that names kurigram.

kurigram ships no type marker, so its modules enter as `Any` here and nowhere else.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import threading
from io import BytesIO
from typing import Any


def _load(name: str) -> Any:
    """Imports one of kurigram's modules.

    WORKAROUND: kurigram asks for the importing thread's event loop, which makes one where there is none and keeps it.
    So the import runs in a thread of its own, with a loop that is closed afterwards.
    """
    found: list[Any] = []

    def load() -> None:
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        try:
            found.append(importlib.import_module(name))
        finally:
            asyncio.set_event_loop(None)
            loop.close()

    logging.getLogger("pyrogram").setLevel(logging.ERROR)
    thread = threading.Thread(target=load, name="kurigram-import")
    thread.start()
    thread.join()
    return found[0] if found else importlib.import_module(name)


types: Any = _load("pyrogram.raw.types")
functions: Any = importlib.import_module("pyrogram.raw.functions")
core: Any = importlib.import_module("pyrogram.raw.core")
_all: Any = importlib.import_module("pyrogram.raw.all")
LAYER: int = _all.layer


def _method_name(qualified: str) -> str:
    """Turns kurigram's `functions.messages.SendMessage` into the schema's `messages.sendMessage`."""
    *scope, last = qualified.removeprefix("functions.").split(".")
    return ".".join((*scope, last[0].lower() + last[1:]))


METHOD_NAMES: dict[int, str] = {
    number: _method_name(kind.QUALNAME)
    for number, kind in _all.objects.items()
    if kind.QUALNAME.startswith("functions.")
}
"""Constructor number of each API method → its name as the schema spells it."""


_read_bare: Any = core.Vector.read_bare


def _read_element(stream: BytesIO, size: int) -> Any:
    """Reads one element of a vector.

    WORKAROUND: kurigram takes elements of 4 or 8 bytes for numbers, also where they are objects without fields, such as
    the one filter of `messages.getSearchCounters`.
    """
    number = int.from_bytes(stream.read(4), "little")
    stream.seek(-4, 1)
    return core.TLObject.read(stream) if number in _all.objects else _read_bare(stream, size)


core.Vector.read_bare = staticmethod(_read_element)


class _Stream(BytesIO):
    """Bytes whose end is an error: kurigram reads zeros past it, without end where a vector's count is damaged."""

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        if size is not None and size > len(data):
            raise EOFError(f"{size} bytes expected, {len(data)} left")
        return data


def read(data: bytes) -> Any:
    """Reads one boxed object.

    Raises:
        KeyError: a constructor is unknown.
        EOFError: the data is cut short.
        Exception: whatever else kurigram raises on damaged data.
    """
    return core.TLObject.read(_Stream(data))


def read_from(data: bytes, position: int) -> tuple[Any, int]:
    """Reads one boxed object out of the middle of `data`; returns it and the position behind it."""
    stream = _Stream(data)
    stream.seek(position)
    return core.TLObject.read(stream), stream.tell()
