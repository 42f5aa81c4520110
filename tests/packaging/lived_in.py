"""A home in which Heliograph has been used: two accounts, settings, and a message that was not sent yet."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from tdlib.sandbox.sandbox import Sandbox
from tests.packaging.display import Display
from tests.packaging.hands import Hands
from tests.packaging.installed import API, PATIENCE, Installed, runs_engine, until
from tests.packaging.make_lived_in import NEIGHBOUR, UNSENT
from tests.packaging.scripts import ROOT

OWNER, OTHER = "Robin", "Alice"
"""Whose accounts they are; the first one's is on the screen."""


class LivedIn:
    """The home of a person who uses Heliograph, on a display of theirs.

    Arguments:
        command: the programme, and the home.
        screen: the display.
        sandbox: the Telegram of their accounts.
    """

    def __init__(self, command: Installed, screen: Display, sandbox: Sandbox) -> None:
        self._command = command
        self._sandbox = sandbox
        self._screen = screen
        self._around = {"DISPLAY": screen.name, **API}
        self._options = ("--tdlib", str(sandbox.library), "--proxy", sandbox.proxy or "")
        self._make()
        self._kept = self._what_must_be_kept()
        self._codes = len(sandbox.requests("auth.sendCode"))

    def files(self) -> dict[Path, bytes]:
        """Returns everything of the accounts and settings; nothing but Heliograph may change it."""
        folders = [self._command.home / ".config", self._command.home / ".local" / "share" / "heliograph"]
        paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        return {path: path.read_bytes() for path in paths}

    def check(self) -> None:
        """Fails where something has been lost that a running Heliograph does not change either."""
        assert self._what_must_be_kept() == self._kept
        assert len(self._sandbox.requests("auth.sendCode")) == self._codes, "somebody had to sign in anew"

    @contextmanager
    def window(self) -> Iterator[None]:
        """A window with an engine."""
        with self._command.started(*self._options, around=self._around) as process:
            self._screen.wait_for_window()
            until(lambda: runs_engine(process.pid), "an engine")
            yield

    def go_on(self, hands: Hands) -> None:
        """Sends, in the window that is open, the message that was begun long ago."""
        hands.send_what_is_written_to(NEIGHBOUR, UNSENT)
        self.check()

    def _make(self) -> None:
        phones = [self._sandbox.user(name).phone for name in (OWNER, OTHER)]
        words = [str(self._sandbox.library), self._sandbox.proxy or "", self._sandbox.code, *phones]
        command = [sys.executable, "-m", "tests.packaging.make_lived_in", *words]
        surroundings = self._command.surroundings({"PYTHONPATH": str(ROOT)})
        subprocess.run(command, env=surroundings, cwd=ROOT, check=True, timeout=PATIENCE)

    def _what_must_be_kept(self) -> dict[str, object]:
        files = self.files()
        settings = next(content for path, content in files.items() if path.name == "settings.json")
        keys = {str(path): content for path, content in files.items() if path.name == "database.key"}
        order = next(content for path, content in files.items() if path.name == "accounts.json")
        assert len(keys) == 2
        return {"theme": msgspec.json.decode(settings)["theme"], "accounts": msgspec.json.decode(order), **keys}
