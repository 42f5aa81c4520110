"""What stands in the texts of messages, over the real TDLib."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtQuick import QQuickItem

from tdlib.sandbox.sandbox import Sandbox
from tdlib.sandbox.world import custom_emoji
from tests.contact_sheet.sheet import items
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow
from tests.helpers.kurigram_client import KurigramClient


@pytest.fixture
def window(sandbox: Sandbox, open_window: OpenWindow) -> HeliographWindow:
    """The window of Robin, signed in."""
    window = open_window(sandbox)
    window.sign_in(sandbox)
    return window


@pytest.fixture
def lina(sandbox: Sandbox) -> Iterator[KurigramClient]:
    """Lina, who uses another client."""
    with KurigramClient(sandbox.address) as client:
        client.sign_in(sandbox.user("Lina Hale").phone, sandbox.code)
        client.chats()
        yield client


def pictures(within: QQuickItem) -> list[str]:
    """Returns the addresses of the emoji whose picture's file is here."""
    texts = (str(item.property("text")) for item in items(within) if item.inherits("QQuickText"))
    return [found for text in texts for found in re.findall(r'"image://emoji/[^/"]+/\d+/[^/"]+/[^"]+"', text)]


def test_custom_emoji_come_as_pictures(sandbox: Sandbox, window: HeliographWindow, lina: KurigramClient) -> None:
    window.click_row("Lina Hale")
    window.wait_for_field()
    robin = sandbox.user("Robin").id
    marks = [custom_emoji.entity(0, 4), custom_emoji.entity(3, 9)]
    lina.send_text(robin, "sun ⭐ at 🔥 tea", entities=marks)
    window.until(lambda: len(pictures(window.messages())) == 2, "the pictures in the text")
    lina.send_text(robin, "😻", entities=[custom_emoji.entity(2, 0)])
    window.until(lambda: len(pictures(window.messages())) == 3, "the picture alone")
    window.close()
