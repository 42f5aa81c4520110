"""`python -m tests.bench.replay CHATS`: an engine without TDLib that signs in at once and says made traffic when asked.

It speaks the frames of `tdlib.engine`. A log message `COUNT RATE` from the interface starts the traffic: COUNT updates,
RATE a second, or as fast as they are taken where RATE is 0.
"""

from __future__ import annotations

import itertools
import json
import os
import sys
import threading
import time
from typing import Any

from tdlib import types as td
from tdlib.frames import Kind, Splitter, pack
from tests.bench.traffic import Traffic, frames

ME = 1
TICK = 0.004
"""Seconds between two portions of paced traffic."""


class Replay:
    """Answers what a signed-in account asks for at its start, and tells of `chats` chats."""

    def __init__(self, chats: int) -> None:
        self._traffic = Traffic(chats)
        self._lock = threading.Lock()

    def run(self) -> None:
        """Serves until the input ends."""
        self._write(pack(Kind.HELLO, json.dumps(_version()).encode()))
        self._say(td.UpdateAuthorizationState(authorization_state=td.AuthorizationStateWaitTdlibParameters()))
        splitter = Splitter()
        while chunk := os.read(0, 1 << 16):
            for _, request in splitter.feed(chunk):
                self._answer(json.loads(request))

    def _answer(self, request: dict[str, Any]) -> None:
        answer: dict[str, Any] = {"@type": "ok"}
        match request["@type"]:
            case "close":
                self._say(td.UpdateAuthorizationState(authorization_state=td.AuthorizationStateClosed()))
                os._exit(0)
            case "getMe":
                answer = {"@type": "user", "id": ME, "first_name": "Me", "status": {"@type": "userStatusEmpty"}}
                answer["type"] = {"@type": "userTypeRegular"}
            case "setTdlibParameters":
                self._write(frames(self._traffic.opening()))
                self._say(td.UpdateAuthorizationState(authorization_state=td.AuthorizationStateReady()))
                self._say(td.UpdateConnectionState(state=td.ConnectionStateReady()))
            case "addLogMessage":
                count, rate = map(int, request["text"].split())
                threading.Thread(target=self._stream, args=(count, rate), daemon=True).start()
            case "loadChats":
                answer = {"@type": "error", "code": 404, "message": "Not Found"}
            case name if name.startswith(("get", "search", "create")):
                answer = {"@type": "error", "code": 400, "message": "nothing is here but traffic"}
        if "@extra" in request:
            self._write(pack(Kind.JSON, json.dumps({**answer, "@extra": request["@extra"]}).encode()))

    def _stream(self, count: int, rate: int) -> None:
        updates = self._traffic.updates(count)
        portion = max(1, round(rate * TICK)) if rate else count
        made = [frames(itertools.islice(updates, portion)) for _ in range(-(-count // portion))]
        started = time.perf_counter()
        for number, part in enumerate(made):
            if rate:
                time.sleep(max(0.0, started + number * TICK - time.perf_counter()))
            self._write(part)

    def _say(self, update: td.TdObject) -> None:
        self._write(frames(iter([update])))

    def _write(self, data: bytes) -> None:
        with self._lock:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(1, rest) :]


def _version() -> dict[str, dict[str, str]]:
    return {"version": {"value": td.TDLIB_VERSION}, "commit_hash": {"value": td.TDLIB_COMMIT}}


if __name__ == "__main__":
    Replay(int(sys.argv[1])).run()
