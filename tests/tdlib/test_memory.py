"""Free memory is given back: anywhere, and by the engine once TDLib may have some."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import cast

import pytest

from tdlib import engine
from tdlib.binding import Binding
from tdlib.engine import CLOSED_UPDATE, Engine, Output
from tdlib.memory import give_back

LONG = b'{"@type":"messages"}' + b" " * 60_000
CLOSED = CLOSED_UPDATE + b',"authorization_state":{"@type":"authorizationStateClosed"}}'


class Said:
    """A binding that says what it is told to, None for nothing within the wait."""

    def __init__(self, *said: bytes | None) -> None:
        self._said: Iterator[bytes | None] = iter(said)

    def receive_bytes(self, wait: float) -> bytes | None:
        return next(self._said)

    def send_bytes(self, request: bytes) -> None:
        pass


def test_memory_is_given_back_wherever_the_system_takes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    give_back()
    monkeypatch.setattr(sys, "platform", "win32")
    give_back()


def test_the_engine_gives_back_after_much_and_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    monkeypatch.setattr(engine, "give_back", lambda: given.append("back"))
    monkeypatch.setattr(engine, "GIVE_BACK_AFTER", 0.0)
    with open(os.devnull, "wb") as nowhere:
        said = Said(b"{}", None, LONG, None, None, None, None, CLOSED)
        running = Engine(cast(Binding, said), Output(nowhere.fileno()))
        running.run()
    assert given == ["back", "back"]
