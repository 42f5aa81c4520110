"""A person at the keyboard of the bundle, who looks at the local Telegram alone whether a key has helped."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress

import pytest

from tdlib.sandbox.sandbox import Sandbox
from tests.helpers.kurigram_client import KurigramClient, Received
from tests.packaging.display import Display
from tests.packaging.installed import until

ANSWER = 8.0
"""Seconds after which keys that have had no effect are pressed again: what has the keyboard can't be asked."""

ATTEMPTS = 10


class Hands:
    """Somebody at the keyboard.

    Arguments:
        screen: the display with the window.
        sandbox: the local Telegram.
        neighbour: the other person.
    """

    def __init__(self, screen: Display, sandbox: Sandbox, neighbour: KurigramClient) -> None:
        self._screen = screen
        self._sandbox = sandbox
        self._neighbour = neighbour

    def sign_in(self, name: str) -> None:
        """Signs in with the phone number and the code."""
        self._sandbox.wait_for_request("auth.exportLoginToken", timeout=60)
        self.again(lambda: self._give_number(name), lambda: self._sandbox.requests("auth.sendCode"))
        self.again(self._give_code, lambda: self._sandbox.requests("messages.getDialogs"))

    def write_to(self, name: str, text: str) -> Received:
        """Looks a chat up and writes into it; returns what the other person has got."""
        self.again(lambda: self._write(name, text), lambda: self._arrived(text))
        return self._arrived(text)[0]

    def send_what_is_written_to(self, name: str, text: str) -> None:
        """Looks a chat up and sends what stands in its field, which is `text`."""
        self.again(lambda: self._send(name), lambda: self._arrived(text))

    def again(self, act: Callable[[], None], has_helped: Callable[[], object]) -> None:
        """Does something until it has helped."""
        for _ in range(ATTEMPTS):
            act()
            with suppress(AssertionError):
                until(has_helped, "an effect of the keys", ANSWER)
                return
        pytest.fail(f"{ATTEMPTS} times keys had no effect")

    def _give_number(self, name: str) -> None:
        self._screen.press("Return", "ctrl+a")
        self._screen.type(f"+{self._sandbox.user(name).phone}")
        self._screen.press("Return")

    def _give_code(self) -> None:
        self._screen.press("ctrl+a")
        self._screen.type(self._sandbox.code)

    def _write(self, name: str, text: str) -> None:
        self._screen.press("ctrl+k", "ctrl+a")
        self._screen.type(name)
        self._screen.press("Return", "ctrl+a")
        self._screen.type(text)
        self._screen.press("Return")

    def _send(self, name: str) -> None:
        self._screen.press("ctrl+k")
        self._screen.type(name)
        self._screen.press("Return", "Return")

    def _arrived(self, text: str) -> list[Received]:
        """What the other person has got: keys that came too early may have written the name before it."""
        return [message for message in self._neighbour.received if re.search(text, message.text)]
