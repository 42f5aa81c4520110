"""A long history in the window, over the real TDLib: by wheel, by keys, and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow
from tests.ui.screen import Role

COUNT = 5_000
FAR = 1_000
"""How many messages the reader goes back."""

CHAT = "Long history"


@pytest.fixture
def long_sandbox() -> Iterator[Sandbox]:
    """A local Telegram with a supergroup of 5,000 mixed messages."""
    with Sandbox(messages=COUNT) as running:
        yield running
        failures = running.failures()
    assert failures == []


@pytest.fixture
def window(long_sandbox: Sandbox, open_window: OpenWindow) -> HeliographWindow:
    """Robin's window with the long chat open at its end."""
    window = open_window(long_sandbox, examine=False)
    window.sign_in(long_sandbox)
    window.click_row(CHAT)
    window.until(lambda: window.open_title() == CHAT, "the long chat")
    window.until(lambda: window.message_ids()[-1:] == [COUNT], "the newest message")
    return window


def rows_on_screen(window: HeliographWindow) -> dict[int, float]:
    """Returns where each message on the screen has its lower edge, by the server's number."""
    view = window.messages()
    keys = view.property("model").keys
    found: dict[int, float] = {}
    for item in view.property("contentItem").childItems():
        index = item.property("index")
        # A delegate that waits for reuse keeps its former number and place.
        if item.property("pooled") or not isinstance(index, int):
            continue
        if index >= 0 and isinstance(keys[index], int):
            foot = item.mapToItem(view, 0, item.height()).y()
            if 0 < foot < view.height():
                found[keys[index] >> 20] = foot
    return found


def assert_whole(window: HeliographWindow) -> None:
    """No message is missing from the window of messages, and none is there twice."""
    ids = window.message_ids()
    assert ids == list(range(ids[0], ids[-1] + 1))


def scroll_up(window: HeliographWindow, view: QQuickItem, wanted: int) -> None:
    """Turns the wheel and presses PageUp by turns until `wanted` is on the screen."""
    window.press(Qt.Key.Key_PageUp)
    for step in range(2_000):
        shown = rows_on_screen(window)
        if shown and min(shown) <= wanted:
            return
        if step % 2:
            window.wheel(view, 3)
        else:
            window.press(Qt.Key.Key_PageUp)
        window.turn(0.02)
    raise AssertionError(f"message {wanted} was not reached; on the screen are {sorted(rows_on_screen(window))}")


def test_a_thousand_messages_back_and_the_button_to_the_end(window: HeliographWindow) -> None:
    view = window.messages()
    scroll_up(window, view, COUNT - FAR)
    assert_whole(window)
    window.click(Role.Button, "Go to the newest message")
    window.until(lambda: COUNT in rows_on_screen(window), "the newest message on the screen")
    assert_whole(window)
    window.close()


def rows_at_rest(window: HeliographWindow) -> dict[int, float]:
    """Returns the rows once nothing is on its way: no wheel turns, no page loads, the view has taken its place."""
    view = window.messages()

    def rests() -> bool:
        loads = QQmlExpression(QQmlEngine.contextForObject(view), view, "history.loading").evaluate()[0]
        return not (view.property("moving") or view.property("placing") or loads)

    window.until(rests, "the rows at rest")
    # What has changed since the last picture takes its place for the next one.
    window.window.grabWindow()
    assert rests()
    return rows_on_screen(window)


def test_what_is_read_stays_in_its_place(window: HeliographWindow, long_sandbox: Sandbox) -> None:
    view = window.messages()
    scroll_up(window, view, COUNT - 150)
    before = rows_at_rest(window)
    long_sandbox.user("Sam Okafor").send(CHAT, "news for those at the end")

    def has_come() -> bool:
        assert rows_on_screen(window) == pytest.approx(before, abs=1)
        return window.message_ids()[-1] == COUNT + 1

    window.until(has_come, "the new message")
    assert rows_at_rest(window) == pytest.approx(before, abs=1)
    window.click_row("Sam Okafor")
    window.until(lambda: window.open_title() == "Sam Okafor", "the other chat")
    window.click_row(CHAT)
    window.until(lambda: window.open_title() == CHAT, "the long chat again")
    window.until(lambda: set(before) & set(rows_on_screen(window)), "the place where it was left")
    assert rows_at_rest(window) == pytest.approx(before, abs=10)
    assert_whole(window)
    window.close()
