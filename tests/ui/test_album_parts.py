"""One message of an album by itself: selected, forwarded and deleted by mouse and keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tdlib import types as td
from tests.contact_sheet.sheet import items
from tests.ui.conftest import turn
from tests.ui.fake_session import make_file, make_message
from tests.ui.open_chat_window import CHAT, OpenChatWindow
from ui.viewmodels.message_menu import MessageMenu
from ui.viewmodels.viewer import Viewer

Until = Callable[..., None]
SHIFT = Qt.KeyboardModifier.ShiftModifier
RIGHT = Qt.MouseButton.RightButton


def photo(message_id: int, caption: str = "") -> td.Message:
    size = td.PhotoSize(type="x", photo=make_file(message_id), width=640, height=480)
    content = td.MessagePhoto(photo=td.Photo(sizes=[size]), caption=td.FormattedText(text=caption))
    return make_message(message_id, content, media_album_id=7)


def file(message_id: int) -> td.Message:
    document = td.Document(file_name=f"file {message_id}.txt", document=make_file(message_id))
    content = td.MessageDocument(document=document, caption=td.FormattedText())
    return make_message(message_id, content, media_album_id=8)


@pytest.fixture
def window(loop: asyncio.AbstractEventLoop, tmp_path: Path, until: Until) -> Iterator[OpenChatWindow]:
    """A chat with a word, three files sent together, and three pictures sent together below them."""
    QAccessible.setActive(True)
    window = OpenChatWindow(loop, tmp_path)
    window.session.answers["properties"] = td.MessageProperties(
        can_be_replied=True, can_be_forwarded=True, can_be_deleted_for_all_users=True, can_be_copied=True
    )
    pictures = [photo(number, "on the ridge" if number == 11 else "") for number in (11, 12, 13)]
    window.session.fill([make_message(1, "a word"), *(file(number) for number in (2, 3, 4)), *pictures])
    window.show(800, 900)
    until(lambda: len(parts(window, 0)) == 3, "the pictures")
    turn(0.3)
    yield window
    window.close()
    QAccessible.setActive(False)


def parts(window: OpenChatWindow, index: int) -> list[QQuickItem]:
    """Returns what lies over each message of an album, in their order."""
    row = window.row_item(index)
    return [] if row is None else [item for item in items(row) if item.metaObject().className().startswith("PartMark")]


def middle(item: QQuickItem) -> QPoint:
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def selected(window: OpenChatWindow) -> set[int]:
    return {number for number in (1, 2, 3, 4, 11, 12, 13) if window.opened_chat.verbs.is_selected(number)}


def focused(window: OpenChatWindow) -> str:
    heard = QAccessible.queryAccessibleInterface(window.view.activeFocusItem())
    return heard.text(QAccessible.Text.Name) if heard is not None else ""


def enter_album(window: OpenChatWindow) -> None:
    """Goes from the field to the row of the pictures."""
    for _ in range(3):
        if "on the ridge" in focused(window):
            return
        window.key(Qt.Key.Key_Backtab, SHIFT)
    assert "on the ridge" in focused(window)


def offers(window: OpenChatWindow) -> MessageMenu:
    (found,) = window.opened_chat.verbs.findChildren(MessageMenu)
    return found


def menu_of(window: OpenChatWindow, item: QQuickItem, until: Until) -> None:
    seen: list[bool] = []
    window.opened_chat.verbs.menuReady.connect(lambda: seen.append(True))
    QTest.mouseClick(window.view, RIGHT, Qt.KeyboardModifier.NoModifier, middle(item))
    until(lambda: seen, "the menu")


def test_a_click_on_an_item_selects_it_alone_and_opens_nothing(window: OpenChatWindow, until: Until) -> None:
    first, second, _ = parts(window, 0)
    window.opened_chat.verbs.toggle_part(13)
    QTest.mouseClick(window.view, Qt.MouseButton.LeftButton, pos=middle(second))
    until(lambda: selected(window) == {12, 13}, "two pictures")
    assert window.opened_chat.verbs.selected.property("count") == 2
    (viewer,) = window.opened_chat.verbs.findChildren(Viewer)
    assert not viewer.property("open")
    assert second.property("selected")
    assert not first.property("selected")
    row = window.opened_chat.messages.made_row(11)
    assert row is not None
    assert not row.property("selected")
    QTest.mouseClick(window.view, Qt.MouseButton.LeftButton, pos=middle(first))
    until(lambda: selected(window) == {11, 12, 13}, "all of the album")
    assert row.property("selected")


def test_what_is_selected_alone_is_forwarded_alone(window: OpenChatWindow, until: Until) -> None:
    window.opened_chat.verbs.toggle_part(12)
    selection = window.opened_chat.verbs.selected
    until(lambda: selection.property("canForward"), "what is allowed")
    selection.save()
    until(lambda: any(call[0] == "forward" for call in window.session.calls), "the forwarding")
    assert next(call for call in window.session.calls if call[0] == "forward")[3] == [12]


def test_the_row_is_selected_with_all_of_its_album(window: OpenChatWindow, until: Until) -> None:
    enter_album(window)
    window.key(Qt.Key.Key_Space)
    assert selected(window) == {11, 12, 13}
    window.key(Qt.Key.Key_Space)
    assert selected(window) == set()


@pytest.mark.parametrize(("index", "number"), [(0, 12), (1, 3)], ids=["picture", "file"])
def test_the_menu_of_an_item_means_it_alone(
    window: OpenChatWindow, until: Until, index: int, number: int
) -> None:
    menu_of(window, parts(window, index)[1], until)
    assert offers(window).is_alone
    window.opened_chat.verbs.doIt("select")
    assert selected(window) == {number}
    window.opened_chat.verbs.doIt("save")
    until(lambda: any(call[0] == "forward" for call in window.session.calls), "the forwarding")
    assert next(call for call in window.session.calls if call[0] == "forward")[3] == [number]


def test_the_menu_beside_the_items_means_the_album(window: OpenChatWindow, until: Until) -> None:
    words = next(item for item in items(window.view.contentItem()) if item.property("markup") == "on the ridge")
    menu_of(window, words, until)
    assert not offers(window).is_alone
    window.opened_chat.verbs.doIt("save")
    until(lambda: any(call[0] == "forward" for call in window.session.calls), "the forwarding")
    assert next(call for call in window.session.calls if call[0] == "forward")[3] == [11, 12, 13]


def test_arrows_lead_through_the_items_and_keys_mean_the_one(window: OpenChatWindow, until: Until) -> None:
    enter_album(window)
    for name in ("Picture 1 of 3", "Picture 2 of 3"):
        window.key(Qt.Key.Key_Right)
        assert focused(window) == name
    window.key(Qt.Key.Key_Space)
    assert selected(window) == {12}
    window.key(Qt.Key.Key_Escape)
    assert selected(window) == set()
    window.key(Qt.Key.Key_R)
    until(lambda: window.opened_chat.writing.property("mode") == "reply", "the answer")
    sent = window.journal
    assert sent.get(CHAT).reply_to == 12


def test_arrows_lead_from_the_items_back_to_the_row(window: OpenChatWindow) -> None:
    enter_album(window)
    window.key(Qt.Key.Key_Left)
    assert focused(window) == "Picture 3 of 3"
    window.key(Qt.Key.Key_Right)
    assert "on the ridge" in focused(window)
    window.key(Qt.Key.Key_Right)
    window.key(Qt.Key.Key_Escape)
    assert "on the ridge" in focused(window)
    window.key(Qt.Key.Key_Right)
    window.key(Qt.Key.Key_Up)
    assert "file" in focused(window).casefold()
