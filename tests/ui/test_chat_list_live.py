"""The chat list in a window over the real TDLib and the local Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from client.session import Session
from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.device import Device
from tests.ui.chat_column import Column
from tests.ui.chat_pane import Pane, Role

Until = Callable[..., None]
Key = Qt.Key


class Live:
    """A window on the account of one of the sample people."""

    def __init__(self, sandbox: Sandbox, pane: Pane, session: Session) -> None:
        self.sandbox = sandbox
        self.pane = pane
        self.session = session

    def begins(self, *beginning: str) -> bool:
        """Whether the first rows say these beginnings."""
        said = self.pane.spoken()[: len(beginning)]
        return all(one.startswith(other) for one, other in zip(said, beginning, strict=True))


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running
        failures = running.failures()
    assert failures == []


@pytest.fixture
def live(
    qapp: QGuiApplication, loop: asyncio.AbstractEventLoop, until: Until, sandbox: Sandbox, tmp_path: Path
) -> Iterator[Live]:
    column, device = Column(loop, empty=True), Device(sandbox, tmp_path)

    async def sign_in() -> Session:
        await device.__aenter__()
        return await device.sign_in("Robin")

    signing_in = loop.create_task(sign_in())
    until(signing_in.done, "the sign-in")
    column.show(signing_in.result())
    pane = Pane(column)
    until(pane.window.isActive)
    until(pane.rows, "rows")
    until(lambda: column.tasks.idle)
    yield Live(sandbox, pane, signing_in.result())
    pane.close()
    ending = loop.create_task(device.__aexit__(None, None, None))
    until(ending.done, "the engine's end")


def test_all_chats_come_in_telegrams_order(live: Live) -> None:
    column = live.pane.column
    keys = column.list.rows.keys
    assert len(keys) >= 40
    chats = [live.session.chats.get(chat_id) for chat_id in keys]
    orders = [
        (position.order, chat.id)
        for chat in chats
        if chat is not None
        for position in chat.positions
        if position.list_ == column.list.rows.chat_list
    ]
    assert orders == sorted(orders, reverse=True)
    assert len(orders) == len(keys)


def test_a_message_moves_its_chat_up_and_is_counted(live: Live, until: Until) -> None:
    bob = live.sandbox.user("Bob")
    bob.send("Robin", "the first")
    until(lambda: any(", 1 unread message, the first, " in said for said in live.pane.spoken()), "the first message")
    bob.send("Robin", "the second")
    until(lambda: any(", 2 unread messages, the second, " in said for said in live.pane.spoken()), "the second message")


def test_typing_is_seen_and_ends_with_the_message(live: Live, until: Until) -> None:
    bob = live.sandbox.user("Bob")
    bob.send("Robin", "wait")
    until(lambda: any("wait, " in said for said in live.pane.spoken()))
    bob.type("Robin")
    until(lambda: any(", typing…, " in said for said in live.pane.spoken()), "typing")
    bob.send("Robin", "here it is")
    until(lambda: any(", here it is, " in said for said in live.pane.spoken()), "the message")


def test_the_keyboard_reaches_the_last_chat(live: Live, until: Until) -> None:
    live.pane.item(Role.List, "Chats").forceActiveFocus()
    live.pane.press(Key.Key_End)
    last = live.pane.column.list.rows.keys[-1]
    until(lambda: live.pane.column.list.rows.row(last) is not None)
    assert live.pane.current() == live.pane.column.row(last).spoken.split(", ")[0]
    live.pane.press(Key.Key_Return)
    assert live.pane.opened() == [last]


def test_search_finds_chats_and_messages(live: Live, until: Until) -> None:
    live.sandbox.user("Bob").send("Robin", "a quetzal sat on the fence")
    until(lambda: any("quetzal" in said for said in live.pane.spoken()))
    live.pane.press(Key.Key_K, modifiers=Qt.KeyboardModifier.ControlModifier)
    live.pane.type("quetzal")
    until(lambda: any("a quetzal sat on the fence" in said for said in live.pane.spoken()), "the message")


def test_a_chat_is_pinned_muted_and_marked(live: Live, until: Until) -> None:
    bob = live.sandbox.user("Bob")
    bob.send("Robin", "look here")
    until(lambda: any("look here" in said for said in live.pane.spoken()))
    row = live.pane.column.row(bob.id)
    row.toggleRead()
    until(lambda: not row.hasUnread, "read")
    row.mute(-1)
    until(lambda: row.muted, "muted")
    row.toggleRead()
    until(lambda: row.unreadMarked, "marked as unread")
    row.togglePin()
    until(lambda: row.pinned, "pinned")
    until(lambda: live.pane.column.list.rows.keys[0] == bob.id, "the first place")
    row.toggleArchive()
    until(lambda: bob.id not in live.pane.column.list.rows, "the archive")
