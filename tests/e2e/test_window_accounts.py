"""Two people in one programme, over the real TDLib, by keys and clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow
from tests.helpers.kurigram_client import KurigramClient
from tests.ui.screen import Role

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(sandbox: Sandbox, open_window: OpenWindow) -> HeliographWindow:
    """The window of Robin, who is signed in, and of Alice, whose chats are on the screen."""
    window = open_window(sandbox)
    window.sign_in(sandbox)
    open_menu(window)
    window.click(Role.MenuItem, "Add account")
    window.sign_in(sandbox, "Alice")
    return window


def open_menu(window: HeliographWindow) -> None:
    window.click(Role.Button, "Menu")
    window.wait_for(Role.MenuItem, "Add account")


def close_menu(window: HeliographWindow) -> None:
    """Leaves the menu; keys reach what is below it only once it is gone."""
    window.press(Qt.Key.Key_Escape)
    window.until(lambda: not window.spoken(Role.MenuItem), "the menu to go")


def account_says(window: HeliographWindow, position: int, words: str) -> bool:
    """Whether what the open menu says of an account ends with `words`."""
    listed = accounts(window)
    return len(listed) > position and listed[position].endswith(words)


def accounts(window: HeliographWindow) -> list[str]:
    """What the open menu says of the accounts."""
    return window.spoken(Role.MenuItem)[: len(window.spoken(Role.MenuItem)) - len(MENU)]


MENU = ("Add account", "Settings", "Quit", "Log out…")


def write_to(window: HeliographWindow, chat: str, text: str) -> None:
    window.click_row(chat)
    window.until(lambda: window.open_title().startswith(chat), f"the chat {chat}, not {window.open_title()!r}")
    window.wait_for_field()
    window.type(text)
    assert window.composed() == text
    window.press(Qt.Key.Key_Return)


def said(sandbox: Sandbox, name: str, chat: str) -> list[str]:
    """The server's truth: what was said in somebody's chat."""
    return [text for _, _, text in sandbox.user(name).messages(chat)]


def folders(profile: Path) -> list[str]:
    accounts = profile / "accounts"
    return sorted(folder.name for folder in accounts.iterdir()) if accounts.is_dir() else []


def test_each_account_sends_as_itself_and_both_are_there_after_a_restart(
    sandbox: Sandbox, open_window: OpenWindow, window: HeliographWindow
) -> None:
    write_to(window, "Robin Hale", "from Alice")
    window.until(lambda: said(sandbox, "Alice", "Robin Hale")[-1] == "from Alice", "Alice's message at the server")
    window.press(Qt.Key.Key_1, CONTROL_SHIFT)
    window.wait_for_row("Ridge walk")
    write_to(window, "Lina Hale", "from Robin")
    window.until(lambda: said(sandbox, "Robin", "Lina Hale")[-1] == "from Robin", "Robin's message at the server")
    window.close()
    again = open_window(sandbox)
    again.until(lambda: again.open_title().startswith("Lina Hale"), "Robin's open chat")
    again.press(Qt.Key.Key_2, CONTROL_SHIFT)
    again.until(lambda: again.open_title().startswith("Robin Hale"), "Alice's open chat")
    again.wait_for_row("from Alice")
    again.close()


def test_an_account_out_of_sight_goes_on_receiving(sandbox: Sandbox, window: HeliographWindow) -> None:
    window.wait_for_row("Flea market")
    with KurigramClient(sandbox.address) as lina:
        lina.sign_in(sandbox.user("Lina Hale").phone, sandbox.code)
        lina.chats()
        open_menu(window)
        window.until(lambda: account_says(window, 1, "on the screen"), "Alice's account in the menu")
        before = accounts(window)[0]
        lina.send_text(sandbox.user("Robin").id, "Are you there?")
        window.until(lambda: accounts(window)[0] != before, f"another count than {before!r}")
        assert accounts(window)[0].startswith("Robin Hale, ")
        assert account_says(window, 1, "on the screen")
        window.press(Qt.Key.Key_Home)
        window.press(Qt.Key.Key_Down)
        window.press(Qt.Key.Key_Home)
        window.press(Qt.Key.Key_Return)
        window.wait_for_row("Ridge walk")
        window.wait_for_row("Are you there?")
    window.close()


def test_logging_one_out_leaves_the_other(
    sandbox: Sandbox, open_window: OpenWindow, window: HeliographWindow, tmp_path: Path
) -> None:
    window.wait_for_row("Flea market")
    open_menu(window)
    window.click(Role.MenuItem, "Log out…")
    window.click(Role.Button, "Log out")
    window.wait_for_row("Ridge walk")
    open_menu(window)
    window.until(lambda: len(accounts(window)) == 1, "one account in the menu")
    close_menu(window)
    window.close()
    assert folders(tmp_path / "profile") == []
    again = open_window(sandbox)
    again.wait_for_row("Ridge walk")
    again.close()


def test_the_first_account_goes_and_the_second_stays(
    sandbox: Sandbox, open_window: OpenWindow, window: HeliographWindow, tmp_path: Path
) -> None:
    window.wait_for_row("Flea market")
    window.press(Qt.Key.Key_1, CONTROL_SHIFT)
    window.wait_for_row("Ridge walk")
    open_menu(window)
    window.click(Role.MenuItem, "Log out…")
    window.click(Role.Button, "Log out")
    window.wait_for_row("Flea market")
    window.close()
    assert folders(tmp_path / "profile") == ["2"]
    assert not (tmp_path / "profile" / "database").exists()
    again = open_window(sandbox)
    again.wait_for_row("Flea market")
    again.close()


def test_a_sign_in_that_is_closed_comes_back_to_the_account_before(
    sandbox: Sandbox, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window(sandbox)
    window.sign_in(sandbox)
    open_menu(window)
    window.click(Role.MenuItem, "Add account")
    window.wait_for(Role.Graphic, "QR code to sign in with another device")
    assert folders(tmp_path / "profile") == ["2"]
    window.click(Role.Button, "Back to your other account")
    window.wait_for_row("Ridge walk")
    window.close()
    assert folders(tmp_path / "profile") == []


def test_a_session_ended_elsewhere_leaves_the_other_account_alone(
    sandbox: Sandbox, window: HeliographWindow
) -> None:
    window.wait_for_row("Flea market")
    sandbox.revoke_session("Alice")
    window.wait_for_words("This session was ended from another device. Sign in again.")
    window.click(Role.Button, "Back to your other account")
    window.wait_for_row("Ridge walk")
    open_menu(window)
    window.until(lambda: account_says(window, 1, "Not signed in"), "what the menu says of Alice")
    close_menu(window)
    window.press(Qt.Key.Key_2, CONTROL_SHIFT)
    window.click(Role.Button, "Remove this account")
    window.click(Role.Button, "Remove")
    window.wait_for_row("Ridge walk")
    window.close()


def test_somebody_who_is_signed_in_already_is_not_signed_in_twice(
    sandbox: Sandbox, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window(sandbox)
    window.sign_in(sandbox)
    open_menu(window)
    window.click(Role.MenuItem, "Add account")
    window.sign_in(sandbox)
    window.wait_for_words("is signed in here already.")
    window.wait_for_row("Ridge walk")
    window.close()


def test_logging_out_without_a_line_removes_what_is_here(
    sandbox: Sandbox, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window(sandbox)
    window.sign_in(sandbox)
    window.click_row("Lina Hale")
    window.wait_for_field()
    window.type("not for long")
    window.until((tmp_path / "profile" / "composer.journal").exists, "the draft on disk")
    sandbox.offline()
    open_menu(window)
    window.click(Role.MenuItem, "Log out…")
    window.click(Role.Button, "Log out")
    window.click(Role.Button, "Remove from this computer now")
    window.wait_for(Role.Button, "Sign in by phone number")
    window.wait_for_words("Connecting")
    assert not any("refused" in words for words in window.words())
    assert not (tmp_path / "profile" / "composer.journal").exists()
    sandbox.online()
    window.wait_for(Role.Graphic, "QR code to sign in with another device")
    window.close(complaint="Receive error for auth.logOut")


def test_an_account_that_can_not_be_opened_leaves_the_way_to_the_other(
    sandbox: Sandbox, open_window: OpenWindow, window: HeliographWindow, tmp_path: Path
) -> None:
    window.wait_for_row("Flea market")
    window.close()
    key = tmp_path / "profile" / "accounts" / "2" / "database.key"
    key.write_bytes(b"not a key")
    again = open_window(sandbox)
    again.wait_for(Role.Heading, "The database's key can't be read")
    again.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    again.wait_for_row("Ridge walk")
    open_menu(again)
    again.until(lambda: account_says(again, 1, "Can't be opened"), "what the menu says of Alice")
    close_menu(again)
    again.close()
    assert key.read_bytes() == b"not a key"
