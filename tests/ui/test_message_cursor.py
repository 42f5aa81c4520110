"""Reading and choosing messages by keys, by mouse and by a screen reader."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tdlib import types as td
from tests.ui.conftest import turn
from tests.ui.fake_session import make_message
from tests.ui.open_chat_window import CHAT, OpenChatWindow
from tests.ui.screen import Role

Until = Callable[..., None]
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(loop: asyncio.AbstractEventLoop, tmp_path: Path, until: Until) -> Iterator[OpenChatWindow]:
    """An open chat with sixty messages by three people, of which the newest stand at the foot."""
    QAccessible.setActive(True)
    window = OpenChatWindow(loop, tmp_path)
    window.session.fill([message(number) for number in range(1, 61)])
    window.show()
    until(lambda: window.row_item(0), "the newest row")
    until(lambda: window.list.property("atYEnd"), "the end of the chat")
    turn(0.3)
    yield window
    window.close()
    QAccessible.setActive(False)


def message(number: int) -> td.Message:
    """Messages of one hour, which belongs to one day in nearly every place of the world."""
    return make_message(number, f"Message {number} of many", sender=2 + number % 3, date=1_700_046_000 + number * 60)


def focused(window: OpenChatWindow) -> str:
    heard = QAccessible.queryAccessibleInterface(window.view.activeFocusItem())
    return heard.text(QAccessible.Text.Name) if heard is not None else ""


def enter_messages(window: OpenChatWindow) -> None:
    """Goes from the field to the messages by Shift and Tab."""
    for _ in range(3):
        if "Message 60" in focused(window):
            return
        window.key(Qt.Key.Key_Backtab, SHIFT)
    assert "Message 60" in focused(window)


def scene(item: QQuickItem, x: float, y: float) -> QPoint:
    return item.mapToScene(QPointF(x, y)).toPoint()


def drag(window: OpenChatWindow, start: QPoint, end: QPoint) -> None:
    """Presses, moves in steps and lets go."""
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window.view, button, none, start)
    for step in range(1, 9):
        QTest.mouseMove(window.view, start + (end - start) * step / 8)
        turn(0.02)
    QTest.mouseRelease(window.view, button, none, end)
    turn(0.05)


def test_tab_leads_to_the_messages_and_arrows_through_them(window: OpenChatWindow) -> None:
    assert focused(window) == "Message"
    enter_messages(window)
    window.key(Qt.Key.Key_Up)
    assert "Message 59" in focused(window)
    window.key(Qt.Key.Key_Home)
    turn(0.4)
    assert window.list.property("currentIndex") == window.list.property("count") - 1
    item = window.view.activeFocusItem()
    assert 0 <= item.mapToScene(QPointF(0, 0)).y() < window.view.height()
    window.key(Qt.Key.Key_Down)
    assert "Message 1 of" in focused(window)
    window.key(Qt.Key.Key_PageDown)
    assert "Message 1 of" not in focused(window)
    window.key(Qt.Key.Key_End)
    turn(0.4)
    assert "Message 60" in focused(window)


def test_escape_leads_one_step_out_each_time(window: OpenChatWindow, until: Until) -> None:
    enter_messages(window)
    window.key(Qt.Key.Key_Space)
    window.key(Qt.Key.Key_Up, SHIFT)
    until(lambda: window.opened_chat.verbs.selected.property("count") == 2, "two marked messages")
    window.key(Qt.Key.Key_Escape)
    assert window.opened_chat.verbs.selected.property("count") == 0
    assert "Message 59" in focused(window)
    window.key(Qt.Key.Key_Escape)
    assert focused(window) == "Message"


def test_single_keys_act_on_the_row(window: OpenChatWindow, until: Until) -> None:
    enter_messages(window)
    window.key(Qt.Key.Key_Up)
    window.key(Qt.Key.Key_C, CONTROL)
    until(lambda: window.desktop.copied == ["Message 59 of many"], "the copy")
    window.key(Qt.Key.Key_R)
    until(lambda: window.opened_chat.writing.property("mode") == "reply", "the reply")
    until(lambda: focused(window) == "Message", "the keyboard in the field")


def test_a_key_for_what_is_not_allowed_says_so(window: OpenChatWindow, until: Until) -> None:
    enter_messages(window)
    window.key(Qt.Key.Key_F)
    until(lambda: window.shown == ["This message can't be forwarded."], "the sentence")


def test_deleting_by_key_asks_for_whom(window: OpenChatWindow, until: Until) -> None:
    enter_messages(window)
    window.key(Qt.Key.Key_Delete)
    until(lambda: window.opened_chat.verbs.questions.question, "the question")
    question: Any = window.opened_chat.verbs.questions.question
    assert question.title == "Delete 1 message for everyone?"
    question.answerYes(False)
    until(lambda: ("delete", CHAT, [60], True) in window.session.calls, "the deletion")


def test_words_are_marked_by_the_mouse_and_copied(window: OpenChatWindow, until: Until) -> None:
    row = window.row_item(2)
    assert row is not None
    words = next(item for item in descendants(row) if item.property("markup") == "Message 58 of many")
    middle = words.height() / 2
    drag(window, scene(words, 1, middle), scene(words, words.width() - 1, middle))
    window.key(Qt.Key.Key_C, CONTROL)
    until(lambda: window.desktop.copied == ["Message 58 of many"], "the copied words")
    assert window.opened_chat.verbs.selected.property("count") == 0


def test_words_marked_by_the_mouse_are_quoted(window: OpenChatWindow, until: Until) -> None:
    row = window.row_item(2)
    assert row is not None
    words = next(item for item in descendants(row) if item.property("markup") == "Message 58 of many")
    drag(window, scene(words, 1, words.height() / 2), scene(words, words.width() - 1, words.height() / 2))
    window.key(Qt.Key.Key_R)
    until(lambda: writing(window)[0] == "quote", "the quote over the field")
    assert writing(window) == ("quote", "Message 58 of many")
    until(lambda: focused(window) == "Message", "the keyboard in the field")


def test_words_are_marked_by_keys_and_quoted(window: OpenChatWindow, until: Until) -> None:
    enter_messages(window)
    window.key(Qt.Key.Key_Q)
    until(lambda: focused(window).startswith("Text of the message"), "the keyboard in the text")
    window.key(Qt.Key.Key_Return)
    until(lambda: window.shown == ["Mark a part of the text to quote it."], "why nothing is quoted")
    window.key(Qt.Key.Key_Right, CONTROL)
    window.key(Qt.Key.Key_Right, CONTROL | SHIFT)
    window.key(Qt.Key.Key_C, CONTROL)
    assert window.desktop.copied == ["60 "]
    window.key(Qt.Key.Key_Return)
    until(lambda: writing(window) == ("quote", "60"), "the quote over the field")
    until(lambda: focused(window) == "Message", "the keyboard in the field")
    window.type("that many")
    window.key(Qt.Key.Key_Return)
    until(lambda: any(call[0] == "text" for call in window.session.calls), "the answer")
    sent = next(call for call in window.session.calls if call[0] == "text")
    assert sent[3] == {"reply_to": 60, "quote": td.InputTextQuote(text=td.FormattedText(text="60"), position=8)}
    assert writing(window) == ("", "")


def test_escape_leads_from_the_marked_words_to_the_messages(window: OpenChatWindow, until: Until) -> None:
    enter_messages(window)
    window.key(Qt.Key.Key_Q)
    until(lambda: focused(window).startswith("Text of the message"), "the keyboard in the text")
    window.key(Qt.Key.Key_Right, CONTROL | SHIFT)
    window.key(Qt.Key.Key_Escape)
    assert "Message 60" in focused(window)
    assert writing(window) == ("", "")


def test_a_quote_that_is_too_long_says_so(window: OpenChatWindow, until: Until) -> None:
    window.session.edit(CHAT, 60, content=td.MessageText(text=td.FormattedText(text="Message 60" + " word" * 300)))
    until(lambda: window.list.property("atYEnd"), "the end of the chat")
    enter_messages(window)
    window.key(Qt.Key.Key_Q)
    until(lambda: focused(window).startswith("Text of the message"), "the keyboard in the text")
    window.key(Qt.Key.Key_A, CONTROL)
    window.key(Qt.Key.Key_Return)
    until(lambda: window.shown == ["A quote may have up to 1024 characters."], "why nothing is quoted")
    assert writing(window) == ("", "")


def writing(window: OpenChatWindow) -> tuple[str, str]:
    """Returns what the composer says it answers with, and the line of it."""
    composer = window.opened_chat.writing
    return composer.property("mode"), composer.property("contextText")


def test_a_drag_over_rows_marks_them_and_copies_names_and_times(window: OpenChatWindow, until: Until) -> None:
    lower, upper = window.row_item(1), window.row_item(3)
    assert lower is not None
    assert upper is not None
    drag(window, scene(lower, lower.width() - 8, 20), scene(upper, upper.width() - 8, 20))
    selected = window.opened_chat.verbs.selected
    until(lambda: selected.property("count") == 3 and selected.property("canCopy"), "three marked messages")
    selected.copy()
    [text] = window.desktop.copied
    assert [line for line in text.splitlines() if line.startswith("Message")] == [
        f"Message {number} of many" for number in (57, 58, 59)
    ]
    assert text.startswith("Ann, [")
    assert selected.property("count") == 0


def test_a_screen_reader_meets_every_row_once_in_order(window: OpenChatWindow) -> None:
    for _ in range(6):
        window.scroll_to(window.list.property("contentY") - 300)
        turn(0.05)
    turn(0.5)
    tree = QAccessible.queryAccessibleInterface(window.list)
    assert (tree.role(), tree.text(QAccessible.Text.Name)) == (Role.List, "Messages")
    rows = [tree.child(index) for index in range(tree.childCount())]
    names = [row.text(QAccessible.Text.Name) for row in rows]
    numbers = [int(name.partition("Message ")[2].split()[0]) for name in names]
    assert {row.role() for row in rows} == {Role.ListItem}
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    on_screen = [index for index in range(60) if is_on_screen(window, index)]
    assert {60 - index for index in on_screen} <= set(numbers)


def is_on_screen(window: OpenChatWindow, index: int) -> bool:
    item = window.row_item(index)
    if item is None or item.property("pooled"):
        return False
    top = item.y() - window.list.property("contentY")
    return bool(top >= 0 and top + item.height() <= window.list.height())


def descendants(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from descendants(child)
