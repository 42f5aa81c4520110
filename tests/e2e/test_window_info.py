"""All about a chat beside its messages, over the real TDLib."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow
from tests.ui.screen import Role
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.media_row import MediaRow


@pytest.fixture
def window(window: HeliographWindow) -> HeliographWindow:
    """The window of Robin with the group Ridge walk, signed in."""
    window.click_row("Ridge walk")
    window.until(lambda: window.open_title().startswith("Ridge walk"), "the chat")
    window.wait_for_field()
    return window


@pytest.fixture
def long_sandbox() -> Iterator[Sandbox]:
    """A local Telegram with a supergroup of 3,000 mixed messages."""
    with Sandbox(messages=3_000) as running:
        yield running
        failures = running.failures()
    assert failures == []


def test_members_and_media_of_a_group(window: HeliographWindow) -> None:
    window.click(Role.Button, "About this chat")
    members = window.wait_for(Role.List, "Members")
    window.until(lambda: members.property("count") == 5, "five members")
    window.wait_for(Role.Button, "Mute")
    window.until(lambda: photos(window), "the tab of photos")
    window.click(Role.PageTab, photos(window))
    pictures = window.wait_for(Role.List, "Pictures")
    window.until(lambda: pictures.property("count") > 0, "photos")
    window.press(Qt.Key.Key_Escape)
    window.until(lambda: window.find(Role.List, "Pictures") is None, "one step out")
    window.until(lambda: window.focus() == (Role.EditableText, "Message"), "the keyboard in the field")
    window.close()


def photos(window: HeliographWindow) -> str:
    """The name of the tab with photos, "" before there is one."""
    return next((name for name in window.spoken(Role.PageTab) if name.startswith("Photos")), "")


def test_the_oldest_photos_are_reached_at_once(long_sandbox: Sandbox, open_window: OpenWindow) -> None:
    window = open_window(long_sandbox)
    window.sign_in(long_sandbox)
    window.click_row("Long history")
    window.until(lambda: window.open_title() == "Long history", "the chat")
    window.wait_for_field()
    window.click(Role.Button, "About this chat")
    window.wait_for(Role.List, "Members")
    window.until(lambda: photos(window), "the tab of photos")
    window.click(Role.PageTab, photos(window))
    pictures = window.wait_for(Role.List, "Pictures")
    rows = pictures.property("model")
    window.until(lambda: loaded(rows, 0), "the newest photo")
    pictures.forceActiveFocus()
    window.press(Qt.Key.Key_End)
    window.until(lambda: loaded(rows, rows.count - 1), "the oldest photo")
    assert not any(loaded(rows, place) for place in range(rows.count // 3, 2 * rows.count // 3))
    window.press(Qt.Key.Key_Home)
    window.until(lambda: pictures.property("contentY") <= 0, "the newest photos again")
    window.close()


def loaded(rows: RowModel[tuple[str, int], MediaRow], place: int) -> bool:
    """Whether the message at a place has come; makes no row."""
    row = rows.row(rows.keys[place]) if place < len(rows.keys) else None
    return row is not None and bool(row.property("loaded"))
