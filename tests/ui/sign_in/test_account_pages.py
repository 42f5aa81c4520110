"""The pages of an account that can't be signed in to yet, or no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from client import auth, failures, states
from client.changes import Changes
from client.stores.connection import Connection
from tdlib import functions as tf
from tdlib import types as td
from tdlib.client import Stopped
from tests.ui.fake_account import FakeAccount
from tests.ui.screen import Role, Screen
from ui.viewmodels import connection_line


def test_the_key_to_the_api_is_taken(screen: Screen, account: FakeAccount) -> None:
    taken: list[tuple[int, str]] = []

    async def accept(api_id: int, api_hash: str) -> None:
        taken.append((api_id, api_hash))

    account.become(states.NeedsCredentials(0, accept))
    screen.wait_for_words("Heliograph is an unofficial app that uses the Telegram API")
    assert screen.focus() == (Role.EditableText, "api_id")
    screen.type("12x")
    screen.press(Qt.Key.Key_Return)
    screen.type("0" * 31)
    screen.press(Qt.Key.Key_Return)
    screen.wait_for(Role.AlertMessage, "The api_id is a number, such as 1234567.")
    screen.wait_for(Role.AlertMessage, "The api_hash has 32 signs; this has 31.")
    screen.type("f")
    screen.click(Role.EditableText, "api_id")
    screen.press(Qt.Key.Key_End)
    screen.press(Qt.Key.Key_Backspace)
    screen.click(Role.Button, "Continue")
    screen.until(lambda: taken)
    assert taken == [(12, "0" * 31 + "f")]


def test_a_refused_key_is_told(screen: Screen, account: FakeAccount) -> None:
    async def accept(api_id: int, api_hash: str) -> None:
        raise AssertionError

    account.become(states.NeedsCredentials(12345, accept))
    screen.wait_for_words("Telegram does not know this api_id")
    assert screen.wait_for(Role.EditableText, "api_id").property("text") == "12345"


def test_recovering_says_that_nothing_is_lost(screen: Screen, account: FakeAccount) -> None:
    account.become(states.Recovering(Stopped(closed=False, code=-6)))
    screen.wait_for_words("is being started again. Nothing is lost.")


def test_a_failure_names_the_thing_and_can_be_retried(screen: Screen, account: FakeAccount, quits: list[bool]) -> None:
    retried: list[bool] = []

    async def retry() -> None:
        retried.append(True)

    failure = failures.FolderUnusable(Path("/profile"), "Permission denied")
    account.become(states.Failed(failure, retry))
    screen.wait_for(Role.Heading, "The profile's folder can't be used")
    screen.wait_for_words("/profile")
    screen.wait_for_words("Permission denied")
    screen.press(Qt.Key.Key_Return)
    screen.until(lambda: retried)
    screen.click(Role.Button, "Quit")
    screen.until(lambda: quits)


def test_closing_the_window_asks_to_quit_and_hides_it(screen: Screen, quits: list[bool]) -> None:
    screen.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    screen.until(lambda: quits and not screen.window.isVisible())


def test_a_line_that_is_down_is_said_before_anybody_is_signed_in(screen: Screen, account: FakeAccount) -> None:
    changes = Changes()
    account.connection = Connection(changes)
    account.sign_in(auth.PhoneNumberStep(account.ways))
    screen.wait_for_words("Waiting for network")
    account.connection.on_state(td.UpdateConnectionState(state=td.ConnectionStateConnectingToProxy()))
    changes.flush()
    screen.wait_for_words("Connecting to the proxy")
    account.connection.on_state(td.UpdateConnectionState(state=td.ConnectionStateReady()))
    changes.flush()
    screen.until(lambda: not any("Connecting" in words for words in screen.words()))


def test_a_line_that_stays_down_says_what_can_be_done(
    screen: Screen, account: FakeAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_line, "PATIENCE", 50)
    changes = Changes()
    account.connection = Connection(changes)
    account.sign_in(auth.PhoneNumberStep(account.ways))
    screen.wait_for_words("Telegram can't be reached so far. Check the network, or use a proxy")
    screen.wait_for(Role.Button, "Proxy…")
    account.connection.on_state(td.UpdateConnectionState(state=td.ConnectionStateConnectingToProxy()))
    changes.flush()
    screen.wait_for_words("The proxy leads nowhere so far.")
    account.connection.on_state(td.UpdateConnectionState(state=td.ConnectionStateReady()))
    changes.flush()
    screen.until(lambda: screen.find(Role.Button, "Proxy…") is None)


def test_a_session_that_ends_without_a_line_can_be_removed_at_once(screen: Screen, account: FakeAccount) -> None:
    account.become(states.LoggingOut("", account.destroy, Connection(Changes())))
    screen.wait_for_words("Logging out")
    screen.wait_for_words("it still lists this computer among your devices")
    screen.press(Qt.Key.Key_Return)
    screen.until(lambda: account.sender.of(tf.Destroy))
