"""What is written, answered, changed and dropped in the window, as it arrives at the other person."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.window import HeliographWindow
from tests.helpers.kurigram_client import KurigramClient, Received
from tests.ui.screen import Role

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(window: HeliographWindow) -> HeliographWindow:
    """The window of Robin with the chat of Lina open."""
    window.click_row("Lina Hale")
    window.until(lambda: window.open_title() == "Lina Hale", "the chat")
    window.until(lambda: window.focus() == (Role.EditableText, "Message"), "the keyboard in the field")
    window.until(window.message_ids, "the messages")
    return window


def write(window: HeliographWindow, text: str) -> None:
    window.type(text)
    window.press(Qt.Key.Key_Return)


def test_an_answer_and_its_change_arrive_at_the_other_person(
    sandbox: Sandbox, window: HeliographWindow, lina: KurigramClient
) -> None:
    question = ask(sandbox, window, lina, "Tea or coffee?")
    ask(sandbox, window, lina, "And where?")
    for _ in range(2):
        window.press(Qt.Key.Key_Up, CONTROL)
    window.until(lambda: "Tea or coffee?" in " ".join(replied_to(window)), "what is answered, above the field")
    write(window, "Teaa")
    answer = arrived(window, lina, "Teaa")
    assert answer.raw.reply_to_message_id == question
    window.until(lambda: replied_to(window) == [], "the field free again")
    ticked = ("Teaa, sent", "Teaa, read")
    window.until(lambda: any(said.endswith(ticked) for said in window.spoken()), "the answer to be sent")
    window.press(Qt.Key.Key_Up)
    window.until(lambda: window.composed() == "Teaa", "the text in the field")
    window.press(Qt.Key.Key_Backspace)
    window.press(Qt.Key.Key_Return)
    window.until(lambda: any(each.text == "Tea" for each in lina.edited), "the change at the other person")
    changed = lina.wait_for_edit("Tea")
    assert (changed.id, changed.raw.reply_to_message_id) == (answer.id, question)
    window.until(lambda: window.composed() == "", "the field empty")
    window.close()


def test_an_answer_is_left_by_escape(sandbox: Sandbox, window: HeliographWindow, lina: KurigramClient) -> None:
    ask(sandbox, window, lina, "Tea or coffee?")
    window.press(Qt.Key.Key_Up, CONTROL)
    window.until(lambda: replied_to(window), "what is answered")
    window.press(Qt.Key.Key_Escape)
    window.until(lambda: replied_to(window) == [], "the field without an answer")
    write(window, "Good morning")
    assert arrived(window, lina, "Good morning").raw.reply_to_message_id is None
    window.close()


def test_files_dropped_on_the_chat_arrive_whole(
    sandbox: Sandbox, window: HeliographWindow, lina: KurigramClient, tmp_path: Path
) -> None:
    first, second = tmp_path / "first notes.txt", tmp_path / "zweite Übung.txt"
    first.write_bytes(b"one " * 1000)
    second.write_bytes(b"two " * 1000)
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(first)), QUrl.fromLocalFile(str(second))])
    assert hold(window, dragged)
    window.wait_for_words("Drop files here to send them")
    QGuiApplication.sendEvent(window.window, QDragLeaveEvent())
    window.until(lambda: "Drop files here to send them" not in window.words(), "nothing to be dropped")
    assert hold(window, dragged)
    drop(window, dragged)
    window.wait_for_words("first notes.txt")
    window.wait_for_words("zweite Übung.txt")
    window.until(lambda: window.focus() == (Role.EditableText, "Caption"), "the keyboard in the caption")
    write(window, "both of them")
    captioned = arrived(window, lina, "both of them")
    sent = {each.raw.document.file_name: lina.download(each) for each in lina.received if each.kind == "document"}
    assert sent == {first.name: first.read_bytes(), second.name: second.read_bytes()}
    assert captioned.raw.document.file_name == second.name
    window.wait_for_row(first.name)
    window.close()


def test_words_dragged_over_the_chat_are_no_files(window: HeliographWindow) -> None:
    dragged = QMimeData()
    dragged.setText("words")
    assert not hold(window, dragged)
    window.close()


def ask(sandbox: Sandbox, window: HeliographWindow, lina: KurigramClient, text: str) -> int:
    """Has Lina write to Robin; waits until it stands in the open chat, and returns the number that it has for her."""
    newest = window.message_ids()[-1]
    number = lina.send_text(sandbox.user("Robin").id, text)
    window.until(lambda: window.message_ids()[-1] != newest, f"{text!r} in the chat")
    return number


def replied_to(window: HeliographWindow) -> list[str]:
    """What stands above the field while a message is answered."""
    if window.find(Role.Button, "Don't reply") is None:
        return []
    return [said for said in window.spoken(Role.StaticText) if said.startswith("Reply to")]


def arrived(window: HeliographWindow, lina: KurigramClient, text: str) -> Received:
    """Waits for a message at the other person, while the window works."""
    window.until(lambda: any(each.text == text for each in lina.received), f"{text!r} at the other person")
    return lina.wait_for_message(text)


def place(window: HeliographWindow) -> QPoint:
    """The middle of the messages."""
    messages = window.messages()
    return messages.mapToScene(messages.boundingRect().center()).toPoint()


def hold(window: HeliographWindow, dragged: QMimeData) -> bool:
    """Drags over the messages as a desktop does; returns whether a drop would be taken."""
    point = place(window)
    QGuiApplication.sendEvent(window.window, QDragEnterEvent(point, COPY, dragged, LEFT, NO_KEY))
    move = QDragMoveEvent(point, COPY, dragged, LEFT, NO_KEY)
    QGuiApplication.sendEvent(window.window, move)
    return move.isAccepted()


def drop(window: HeliographWindow, dragged: QMimeData) -> None:
    """Lets go of what is dragged."""
    event = QDropEvent(place(window).toPointF(), COPY, dragged, LEFT, NO_KEY, QEvent.Type.Drop)
    QGuiApplication.sendEvent(window.window, event)
    assert event.isAccepted()
