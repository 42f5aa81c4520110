"""One start for each profile: the first keeps a lock and listens, the next hands over what it was given and leaves.

The lock decides, and the system lifts it with its process: a crash leaves nothing that could block a start. Imports
nothing that takes time.
"""

from __future__ import annotations

import contextlib
import json
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from ui.platform import instance_address
from ui.platform.instance_address import Address

PATIENCE = 2.0
"""Seconds the first start has to answer, once its window runs."""

START_PATIENCE = 30.0
"""Seconds it has while it is still starting."""

PAUSE = 0.02
"""Seconds between two looks for a first start that is only just listening."""

LONGEST = 1 << 18
"""Bytes of a request; a command line is no longer."""

DONE = b"done\n"


@dataclass(frozen=True)
class Request:
    """What one start asks of another: to show its window, and to open things in it.

    Attributes:
        links: addresses as they were given.
        files: absolute paths.
        activation_token: the desktop's leave for the window to come to the front; empty for none.
    """

    links: Sequence[str] = ()
    files: Sequence[str] = ()
    activation_token: str = ""


class First:
    """This start is the first on its profile, until `close`.

    Attributes:
        listener: the socket at which the next starts come.
    """

    def __init__(self, folder: Path, unlock: Callable[[], None]) -> None:
        self._folder = folder
        self._unlock = unlock
        instance_address.forget(folder)
        self.listener, self._address = instance_address.listen(folder)
        self._address.write(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def say(self, *, is_up: bool) -> None:
        """Says whether the window runs, so that silence means trouble, or the programme is starting or ending."""
        self._address = replace(self._address, is_up=is_up)
        with contextlib.suppress(OSError):
            self._address.write(self._folder)

    def read(self, line: bytes) -> Request | None:
        """Returns the request in `line`; None where it does not come from this profile's owner."""
        try:
            said = json.loads(line)
            if not isinstance(said, dict) or said.get("word") != self._address.word:
                return None
            return Request(
                _words(said.get("links")),
                _words(said.get("files")),
                str(said.get("activation_token", "")),
            )
        except ValueError:
            return None

    def close(self) -> None:
        """Stops listening and lets the next start be the first."""
        instance_address.forget(self._folder)
        self.listener.close()
        if self._address.path:
            with contextlib.suppress(OSError):
                Path(self._address.path).unlink()
        self._unlock()


class Answered:
    """Another start has taken the request."""


class Silent:
    """Another start holds the profile and has not answered.

    Attributes:
        process: its process id; 0 where it is unknown.
    """

    def __init__(self, process: int, connection: socket.socket | None = None) -> None:
        self.process = process
        self._connection = connection

    def wait(self, seconds: float) -> bool | None:
        """Waits for the answer to the request it has: True when it came, None when the other has gone."""
        if self._connection is None:
            return None
        return _answer(self._connection, seconds)

    def close(self) -> None:
        """Takes the request back."""
        if self._connection is not None:
            self._connection.close()


def claim(
    folder: Path,
    lock: Callable[[], bool],
    unlock: Callable[[], None],
    request: Request | None,
    *,
    patience: float = PATIENCE,
    start_patience: float = START_PATIENCE,
) -> First | Answered | Silent:
    """Becomes the first start on a profile, or hands `request` to the one there is.

    Arguments:
        folder: the profile's, for what lives as long as the programme runs; it exists.
        lock: takes the profile's lock; returns False where another process has it.
        unlock: gives it back.
        request: what the first start is to do; None to wait for its end.
        patience: seconds it has.
        start_patience: the same while it is starting.

    Raises:
        OSError: there is no way to listen.
    """
    began = time.monotonic()
    while True:
        if lock():
            return _first(folder, unlock)
        address = instance_address.read(folder)
        long = request is not None and address is not None and not address.is_up
        end = began + (start_patience if long else patience)
        connection = _call(address, request, end) if address is not None and request is not None else None
        if connection is not None and _answer(connection, end - time.monotonic()):
            connection.close()
            return Answered()
        if time.monotonic() >= end and address == instance_address.read(folder):
            return Silent(address.process if address is not None else 0, connection)
        if connection is not None:
            connection.close()
        time.sleep(PAUSE)


def _first(folder: Path, unlock: Callable[[], None]) -> First:
    try:
        return First(folder, unlock)
    except OSError:
        unlock()
        raise


def _call(address: Address, request: Request, end: float) -> socket.socket | None:
    """Says `request`; returns the connection for the answer, None where nobody listens (yet, or any more)."""
    line = json.dumps(
        {
            "word": address.word,
            "links": list(request.links),
            "files": list(request.files),
            "activation_token": request.activation_token,
        }
    )
    try:
        connection = address.connect(max(PAUSE, end - time.monotonic()))
    except OSError:
        return None
    try:
        connection.sendall(line.encode() + b"\n")
    except OSError:
        connection.close()
        return None
    return connection


def _answer(connection: socket.socket, seconds: float) -> bool | None:
    """Returns whether the answer came within `seconds`; None where the other side has gone instead."""
    connection.settimeout(max(PAUSE, seconds))
    try:
        return True if connection.recv(len(DONE)) == DONE else None
    except TimeoutError:
        return False
    except OSError:
        return None


def _words(said: object) -> list[str]:
    return [each for each in said if isinstance(each, str)] if isinstance(said, list) else []
