"""All about a chat beside its messages, over the real TDLib."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow
from tests.ui.screen import Role


@pytest.fixture
def window(sandbox: Sandbox, open_window: OpenWindow) -> HeliographWindow:
    """The window of Robin with the group Ridge walk, signed in."""
    window = open_window(sandbox)
    window.sign_in(sandbox)
    window.click_row("Ridge walk")
    window.until(lambda: window.open_title().startswith("Ridge walk"), "the chat")
    window.wait_for_field()
    return window


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
