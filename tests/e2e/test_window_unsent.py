"""Messages that can't be sent by themselves any more: said in the window, and decided about there."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication

from client.outbox import Unsent
from tdlib import types as td
from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow
from tests.ui.screen import Role

A_WEEK = 7 * 24 * 3600


def leave(sandbox: Sandbox, profile: Path, *texts: str) -> None:
    """Has messages of Robin to Lina lie in the outbox of the profile for a week."""
    robin, lina = sandbox.user("Robin").id, sandbox.user("Lina Hale").id
    with (profile / "outbox.journal").open("ab") as journal:
        for key, text in enumerate(texts, 1):
            content = td.InputMessageText(text=td.FormattedText(text=text))
            entry = Unsent(key, robin, lina, time.time() - A_WEEK, 0, content)
            journal.write(b"\n" + msgspec.json.encode({"key": key, "entry": entry}) + b"\n")


@pytest.fixture
def window(sandbox: Sandbox, open_window: OpenWindow, tmp_path: Path) -> HeliographWindow:
    """The window of Robin, who has left two messages unsent a week ago."""
    first = open_window(sandbox)
    first.sign_in(sandbox)
    first.close()
    leave(sandbox, tmp_path / "profile", "see you at nine", "or at ten")
    return open_window(sandbox)


def said(sandbox: Sandbox) -> list[str]:
    return [text for _, _, text in sandbox.user("Robin").messages("Lina Hale")]


def test_each_is_sent_again_or_copied_or_given_up(
    sandbox: Sandbox, window: HeliographWindow, qapp: QGuiApplication
) -> None:
    window.wait_for_words("2 messages were not sent")
    window.click(Role.Button, "Show")
    window.wait_for(Role.ListItem, "Lina Hale: see you at nine")
    window.wait_for(Role.ListItem, "Lina Hale: or at ten")
    window.click(Role.Button, "Copy")
    assert qapp.clipboard().text() == "see you at nine"
    window.click(Role.Button, "Send again")
    window.until(lambda: said(sandbox)[-1] == "see you at nine", "the message at the server")
    window.wait_for_words("1 message was not sent")
    window.click(Role.Button, "Delete")
    window.until(lambda: not any("not sent" in words for words in window.words()), "the end of the dialogue")
    window.close()
    assert "or at ten" not in said(sandbox)
