"""The chat list in a window: what it shows, its keys, its mouse, and what a screen reader hears."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tdlib import types as td
from tests.ui import sample_chats as sample
from tests.ui.chat_column import Column
from tests.ui.chat_pane import Modifier, Pane, Role, name
from tests.ui.conftest import Watchdog, turn
from tests.ui.fake_session import make_message
from tests.ui.store_session import ME

Until = Callable[..., None]
Key = Qt.Key
CONTROL, ALT, SHIFT = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier
SEARCH = "Search chats and messages"


@pytest.fixture
def pane(qapp: QGuiApplication, loop: asyncio.AbstractEventLoop, until: Until) -> Iterator[Pane]:
    made = Pane(Column(loop))
    until(made.window.isActive)
    until(lambda: made.column.tasks.idle)
    until(lambda: made.titles()[:1] == ["Saved Messages"] and steps(made) == {68.0}, "rows in their places")
    yield made
    made.close()


def steps(pane: Pane) -> set[float]:
    """How far the rows are below each other; rows that still move are at any distance."""
    tops = [row.mapToScene(QPointF(0, 0)).y() for row in pane.rows()]
    return {second - first for first, second in zip(tops, tops[1:], strict=False)}


def test_rows_stand_in_order_on_the_grid(pane: Pane, until: Until) -> None:
    first = ["Saved Messages", "Ridge Walkers", "Ann Lee", "Bob Okafor"]
    until(lambda: pane.titles()[:4] == first and steps(pane) == {68.0}, "the rows in order")
    assert {row.height() for row in pane.rows()} == {68.0}


def test_a_chat_with_news_moves_up_and_counts(pane: Pane, until: Until) -> None:
    message = make_message(50, "news", chat_id=sample.NOOR, sender=sample.NOOR)
    main = td.ChatPosition(list_=td.ChatListMain(), order=3_000_000)
    pane.column.session.feed(
        td.UpdateChatLastMessage(chat_id=sample.NOOR, last_message=message, positions=[main]),
        td.UpdateChatReadInbox(chat_id=sample.NOOR, last_read_inbox_message_id=1, unread_count=7),
    )
    until(lambda: pane.spoken()[0].startswith("نور الهاشمي, 7 unread messages, news"))


def test_typing_is_said_in_the_row(pane: Pane, until: Until) -> None:
    ann = td.MessageSenderUser(user_id=sample.ANN)
    action = td.ChatActionTyping()
    pane.column.session.feed(td.UpdateChatAction(chat_id=sample.WALKERS, sender_id=ann, action=action))
    until(lambda: "Ann is typing…" in pane.spoken()[1])


def test_the_keyboard_walks_through_the_chats(pane: Pane) -> None:
    chats = pane.item(Role.List, "Chats")
    chats.forceActiveFocus()
    assert pane.current() == "Saved Messages"
    pane.press(Key.Key_Down, Key.Key_Down)
    assert pane.current() == "Ann Lee"
    pane.press(Key.Key_Up)
    assert pane.current() == "Ridge Walkers"
    pane.press(Key.Key_End)
    assert pane.current() == "Old Maps Exchange"
    pane.press(Key.Key_Home)
    assert pane.current() == "Saved Messages"
    pane.press(Key.Key_PageDown)
    assert pane.current() == pane.titles()[chats.property("page")]
    pane.press(Key.Key_PageUp, Key.Key_Down, Key.Key_Return)
    assert pane.opened() == [sample.WALKERS]
    assert QAccessible.queryAccessibleInterface(pane.rows()[1]).state().selected


def test_tab_leads_from_the_menu_through_search_to_the_chats_and_the_archive(pane: Pane) -> None:
    pane.item(Role.Button, "Menu").forceActiveFocus()
    walk = []
    for _ in range(5):
        walk.append(pane.focused())
        pane.press(Key.Key_Tab)
    assert [said.split(", ")[0] for said in walk] == ["Menu", SEARCH, "Order and filter", "Saved Messages", "Archive"]


def test_the_keyboard_reaches_the_archive_and_comes_back(pane: Pane, until: Until) -> None:
    pane.item(Role.List, "Chats").forceActiveFocus()
    pane.press(Key.Key_Home, Key.Key_Up)
    assert pane.focused().startswith("Archive")
    pane.press(Key.Key_Return)
    until(lambda: pane.titles() == ["Alumni 2009", "Parking Notices"])
    assert pane.focused().startswith("Alumni 2009")
    pane.press(Key.Key_Escape)
    until(lambda: pane.titles()[0] == "Saved Messages")


def test_another_list_shows_its_own_chats_after_scrolling(pane: Pane, until: Until) -> None:
    """A delegate that waited for reuse must not bring a chat of the former list along."""
    chats = pane.item(Role.List, "Chats")
    chats.setProperty("contentY", 150.0)
    turn(0.05)
    pane.column.session.feed(td.UpdateNewChat(chat=sample.chat(98, "Somebody New", 6_000_000)))
    turn(0.05)
    chats.setProperty("contentY", chats.property("originY"))
    turn(0.05)
    pane.column.list.openArchive()
    until(lambda: pane.titles() == ["Alumni 2009", "Parking Notices"])
    pane.column.list.leaveArchive()
    until(lambda: pane.titles()[:2] == ["Somebody New", "Saved Messages"])


def test_keys_that_work_anywhere(pane: Pane) -> None:
    pane.press(Key.Key_Down, modifiers=ALT)
    pane.press(Key.Key_Down, modifiers=ALT)
    pane.press(Key.Key_Up, modifiers=ALT)
    pane.press(Key.Key_2, modifiers=CONTROL)
    assert pane.opened() == [ME, sample.WALKERS, ME, sample.WALKERS]
    pane.press(Key.Key_K, modifiers=CONTROL)
    assert pane.focused() == SEARCH


def test_the_row_under_the_keyboard_follows_the_open_chat(pane: Pane) -> None:
    pane.column.list.select(sample.BOB)
    assert pane.current() == "Bob Okafor"


def test_typing_searches_and_escape_ends_it(pane: Pane, until: Until) -> None:
    found = make_message(90, "Bottles are back", chat_id=sample.GROUP, sender=sample.ANN)
    pane.column.session.answers["messages"] = td.FoundMessages(messages=[found])
    pane.item(Role.List, "Chats").forceActiveFocus()
    pane.type("bo")
    assert pane.focused() == SEARCH
    until(lambda: pane.titles() == ["Bob Okafor", "House 14"])
    assert [name(heading) for heading in pane.items(Role.Heading)] == ["Chats", "Messages"]
    pane.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert pane.column.opened == [(sample.GROUP, 90)]
    pane.press(Key.Key_Escape)
    until(lambda: pane.titles()[0] == "Saved Messages")
    assert pane.column.list.search.query == ""


def test_return_before_the_results_opens_the_first_that_comes(pane: Pane, until: Until) -> None:
    found = make_message(90, "Bottles are back", chat_id=sample.GROUP, sender=sample.ANN)
    pane.column.session.answers["messages"] = td.FoundMessages(messages=[found])
    pane.press(Key.Key_K, modifiers=CONTROL)
    pane.type("bottles")
    pane.press(Key.Key_Return)
    until(lambda: pane.column.opened == [(sample.GROUP, 90)])


def test_searching_leaves_the_archive_so_that_the_box_is_seen(pane: Pane, until: Until) -> None:
    pane.column.list.openArchive()
    until(lambda: pane.titles() == ["Alumni 2009", "Parking Notices"])
    pane.press(Key.Key_K, modifiers=CONTROL)
    pane.type("bo")
    assert pane.item(Role.EditableText, SEARCH).property("text") == "bo"
    until(lambda: "Bob Okafor" in pane.titles())


def test_up_from_the_first_result_leads_back_to_the_box(pane: Pane, until: Until) -> None:
    pane.press(Key.Key_K, modifiers=CONTROL)
    pane.type("ann")
    until(lambda: pane.titles() == ["Ann Lee"])
    pane.press(Key.Key_Down)
    assert pane.focused() == "Ann Lee, online"
    pane.press(Key.Key_Up)
    assert pane.focused() == SEARCH
    pane.press(Key.Key_Escape)
    assert pane.column.list.search.query == ""


def test_a_click_opens_and_a_right_click_asks_what_to_do(pane: Pane, until: Until) -> None:
    pane.click(pane.item(Role.ListItem, "Ann Lee"))
    assert pane.opened() == [sample.ANN]
    pane.click(pane.item(Role.ListItem, "Bob Okafor"), Qt.MouseButton.RightButton)
    until(lambda: pane.items(Role.MenuItem, "Pin"))
    turn(0.2)
    pane.click(pane.item(Role.MenuItem, "Pin"))
    until(pane.column.verbs)
    assert pane.column.verbs() == [("pin", sample.BOB, td.ChatListMain(), True)]


def test_the_menu_opens_by_key(pane: Pane, until: Until) -> None:
    pane.item(Role.List, "Chats").forceActiveFocus()
    pane.press(Key.Key_Home, Key.Key_Down)
    pane.press(Key.Key_F10, modifiers=SHIFT)
    until(lambda: pane.items(Role.MenuItem, "Leave group…"))


def test_the_safe_answer_has_the_focus(pane: Pane, until: Until) -> None:
    rows = pane.column.list.rows
    rows.row_at(1).deleteOrLeave()
    until(lambda: pane.focused() == "Cancel")
    pane.press(Key.Key_Return)
    until(lambda: pane.column.list.asking.question is None)
    assert pane.column.verbs() == []


def test_folders_stand_above_the_chats(pane: Pane, until: Until) -> None:
    assert pane.items(Role.PageTab) == []
    pane.column.session.feed(sample.folders("Work", "Family"))
    until(lambda: len(pane.items(Role.PageTab)) == 3)
    pane.press(Key.Key_3, modifiers=CONTROL)
    assert pane.column.list.folders.current == 2
    until(lambda: pane.items(Role.StaticText, "No chats are in this folder yet."))
    pane.press(Key.Key_1, modifiers=CONTROL)
    until(lambda: pane.titles()[:1] == ["Saved Messages"])


def test_a_narrow_column_shows_avatars_alone(pane: Pane, until: Until) -> None:
    pane.window.setWidth(76)
    until(lambda: pane.rows()[0].width() == 76)
    assert pane.items(Role.EditableText) == []
    until(lambda: pane.spoken()[2].startswith("Ann Lee, online, 12 unread messages"))
    until(lambda: {text.property("text") for text in _texts(pane.rows()[2])} == {"12", "AL"})


def test_the_shape_of_rows_is_shown_while_they_are_awaited(
    qapp: QGuiApplication, loop: asyncio.AbstractEventLoop, until: Until
) -> None:
    column = Column(loop, empty=True)
    answered: asyncio.Future[bool] = loop.create_future()
    column.session.lists = Waiting(answered)
    column.begin()
    pane = Pane(column)
    until(lambda: pane.items(Role.StaticText, "Loading chats"), "the shape of rows")
    answered.set_result(False)
    until(lambda: pane.items(Role.StaticText, "No chats yet."), "the sentence of an empty list")
    assert pane.items(Role.StaticText, "Loading chats") == []
    pane.close()


def test_a_screen_reader_hears_every_row(pane: Pane) -> None:
    said = pane.spoken()
    assert said[0].startswith("Saved Messages, Boiler: 14 bar, call Tuesday, ")
    assert said[2].startswith("Ann Lee, online, 12 unread messages, see you at eight, bring the map, ")
    assert all(said)
    assert pane.items(Role.Button, "Archive, 2 unread chats, Alumni 2009, Parking Notices")
    assert pane.items(Role.EditableText, SEARCH)


def test_nothing_stands_outside_its_row(pane: Pane) -> None:
    """Names and texts of any length and direction end inside the column, mirrored or not."""
    for mirrored in (False, True):
        pane.window.setProperty("mirrored", mirrored)
        turn(0.05)
        for row in pane.rows():
            for text in _texts(row):
                left = text.mapToItem(row, QPointF(0, 0)).x()
                assert left >= 0
                assert left + text.width() <= row.width()


def test_a_busy_list_does_not_stall(pane: Pane, until: Until, watchdog: Watchdog) -> None:
    turn(0.1)
    watchdog.forgive()
    for step in range(300):
        chat_id = (sample.ANN, sample.BOB, sample.NOOR, sample.LONG)[step % 4]
        message = make_message(100 + step, f"message {step}", chat_id=chat_id, sender=chat_id)
        position = td.ChatPosition(list_=td.ChatListMain(), order=4_000_000 + step)
        update = td.UpdateChatLastMessage(chat_id=chat_id, last_message=message, positions=[position])
        pane.column.session.feed(update)
        if step % 10 == 0:
            with watchdog.watching():
                turn(0.005)
    until(lambda: pane.titles()[0].startswith("Wolfeschlegelstein"))


class Waiting:
    """Chats that are awaited."""

    def __init__(self, answer: asyncio.Future[bool]) -> None:
        self._answer = answer

    async def load_more(self, chat_list: td.ChatList, limit: int) -> bool:
        return await self._answer


def _texts(item: QQuickItem) -> list[QQuickItem]:
    found = []
    for child in item.childItems():
        if child.isVisible():
            found += [child] if child.inherits("QQuickText") else []
            found += _texts(child)
    return found


def drag(pane: Pane, row: QQuickItem, by: float) -> QPoint:
    """Presses on a row and moves it by so many rows, as a hand does; the button stays down."""
    start = row.mapToScene(QPointF(row.width() / 2, row.height() / 2)).toPoint()
    end = start + QPoint(0, round(by * row.height()))
    QTest.mousePress(pane.window, Qt.MouseButton.LeftButton, Modifier.NoModifier, start)
    for step in range(1, 13):
        QTest.mouseMove(pane.window, start + (end - start) * step / 12)
    return end


def let_go(pane: Pane, place: QPoint) -> None:
    QTest.mouseRelease(pane.window, Qt.MouseButton.LeftButton, Modifier.NoModifier, place)


def test_a_pinned_chat_is_dragged_to_its_place(pane: Pane, until: Until) -> None:
    before = pane.titles()[:2]
    pinned = list(pane.column.list.rows.keys[:2])
    let_go(pane, drag(pane, pane.rows()[1], -0.8))
    until(lambda: pane.column.verbs())
    assert pane.column.verbs() == [("order_pins", td.ChatListMain(), pinned[::-1])]
    assert pane.opened() == []
    assert pane.titles()[:2] == before


def test_a_short_drag_and_one_below_the_pins_move_nothing(pane: Pane, until: Until) -> None:
    let_go(pane, drag(pane, pane.rows()[1], 0.4))
    let_go(pane, drag(pane, pane.rows()[1], 3))
    assert pane.column.verbs() == []
    assert pane.opened() == []


def test_escape_calls_a_drag_off(pane: Pane, until: Until) -> None:
    place = drag(pane, pane.rows()[0], 0.9)
    pane.press(Key.Key_Escape)
    QTest.mouseMove(pane.window, place + QPoint(0, 5))
    let_go(pane, place)
    assert pane.column.verbs() == []
    assert pane.opened() == []
    pane.click(pane.rows()[1])
    until(lambda: pane.opened())


def test_shift_and_an_arrow_move_a_pinned_chat(pane: Pane, until: Until) -> None:
    pane.item(Role.List, "Chats").forceActiveFocus()
    pane.press(Qt.Key.Key_Home)
    first, second = pane.titles()[:2]
    assert pane.current() == first
    pane.press(Qt.Key.Key_Down, modifiers=Modifier.ShiftModifier)
    until(lambda: pane.column.tasks.idle)
    [(verb, _, order)] = pane.column.verbs()
    assert verb == "order_pins"
    assert len(order) == 2
    assert pane.current() == first != second
