"""A local Telegram in a process of its own, whose people do what a measurement wants."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tests.bench.processes import end

PREPARED = 150.0
"""Seconds that signing in and loading every chat may take."""


class LocalTelegram:
    """A running sandbox without actors.

    Attributes:
        library: the libtdjson that trusts it.
        proxy: the way there.
        phone: of the person whose profile is measured.
        code: that signs them in.
        done: how many things people have done.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            raise RuntimeError("the local Telegram did not start")
        hello = json.loads(line)
        self.library: str = hello["library"]
        self.proxy: str = hello["proxy"]
        self.phone: str = hello["users"][0]["phone"]
        self.code: str = hello["code"]
        self._input = process.stdin
        self._output = process.stdout
        self.done = 0
        threading.Thread(target=self._read, name="local-telegram", daemon=True).start()

    def let(self, person: str | int, do: str, *arguments: Any) -> None:
        """Has somebody do something, without waiting until it is done: a verb of `sandbox.people.User`."""
        command = {"verb": "user", "name": person, "do": do, "arguments": arguments}
        self._input.write(json.dumps(command).encode() + b"\n")
        self._input.flush()

    def prepare(self, profile: str) -> None:
        """Signs `profile` in and loads every chat into it.

        Raises:
            RuntimeError: when that fails, or takes longer than `PREPARED` seconds.
        """
        signing_in = [self.library, self.proxy, profile, self.phone, self.code]
        command = [sys.executable, "-m", "tests.bench.prepare", *signing_in]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            failed = process.wait(timeout=PREPARED)
        except subprocess.TimeoutExpired as error:
            raise RuntimeError(f"the profile was not ready within {PREPARED} s") from error
        finally:
            end(process)
        if failed:
            raise RuntimeError(f"preparing the profile ended with {failed}")

    def command_line(self, profile: str) -> list[str]:
        """Returns what a programme is started with to find `profile` signed in here."""
        return ["--theme", "light", "--tdlib", self.library, "--proxy", self.proxy, "--profile", profile]

    def _read(self) -> None:
        for line in self._output:
            answer = json.loads(line)
            if "error" in answer:
                sys.stderr.write(f"the local Telegram: {answer['error']}\n")
            self.done += "verb" in answer


@contextmanager
def local_telegram(*, chats: int = 0, messages: int = 0) -> Iterator[LocalTelegram]:
    """Runs a sandbox with so many further private chats, and a group "Long history" with so many messages."""
    command = [sys.executable, "-m", "tdlib.sandbox", "--no-actors", *_sizes(chats=chats, messages=messages)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
    try:
        yield LocalTelegram(process)
    finally:
        end(process)


def _sizes(**sizes: int) -> Sequence[str]:
    return [word for name, size in sizes.items() for word in (f"--{name}", str(size))]
