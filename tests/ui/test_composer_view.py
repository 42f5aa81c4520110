"""The composer in a window: keys, replies, edits, drafts, files; nothing typed is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem

from client.journal import ComposerJournal
from tdlib import types as td
from tdlib.errors import TdError
from tests.ui.conftest import turn
from tests.ui.fake_session import ME, make_message
from tests.ui.open_chat_window import CHAT, OpenChatWindow

Until = Callable[..., None]
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Iterator[OpenChatWindow]:
    """A window with three messages, one's own the last."""
    window = OpenChatWindow(loop, tmp_path)
    window.session.fill(
        [make_message(1, "hello", sender=2), make_message(2, "hi", sender=3), make_message(3, "mine", sender=ME)]
    )
    yield window
    window.close()


def field(window: OpenChatWindow) -> QQuickItem:
    return window.item("composerField")


def sent(window: OpenChatWindow) -> list[tuple[str, int | None]]:
    calls = [call for call in window.session.calls if call[0] == "text" and call[1] == CHAT and len(call) == 4]
    return [(call[2].text, call[3]["reply_to"]) for call in calls if isinstance(call[3], dict)]


def test_enter_sends_and_shift_enter_breaks_the_line(window: OpenChatWindow, until: Until) -> None:
    window.show()
    until(lambda: field(window).hasActiveFocus(), "the field's focus")
    window.type("one")
    window.key(Qt.Key.Key_Return, SHIFT)
    window.type("two")
    window.key(Qt.Key.Key_Return)
    until(lambda: sent(window), "the message is sent")
    assert sent(window) == [("one\ntwo", None)]
    assert field(window).property("text") == ""


def test_an_empty_field_sends_nothing(window: OpenChatWindow, until: Until) -> None:
    window.show()
    until(lambda: field(window).hasActiveFocus(), "the field's focus")
    window.type("  ")
    window.key(Qt.Key.Key_Return)
    turn(0.1)
    assert sent(window) == []


def test_a_refused_message_comes_back_into_the_field(window: OpenChatWindow, until: Until) -> None:
    window.session.answers["text"] = TdError(400, "CHAT_WRITE_FORBIDDEN", "sendMessage")
    window.show()
    until(lambda: field(window).hasActiveFocus(), "the field's focus")
    window.type("precious")
    window.key(Qt.Key.Key_Return)
    until(lambda: field(window).property("text") == "precious", "the words are back")
    assert window.shown == ["You can't write in this chat."]


def test_a_reply_names_whom_and_escape_leaves_it(window: OpenChatWindow, until: Until) -> None:
    window.show()
    until(lambda: field(window).hasActiveFocus(), "the field's focus")
    row = window.opened_chat.messages.made_row(1)
    assert row is not None
    row.reply()
    writing = window.opened_chat.writing
    assert writing.property("mode") == "reply"
    assert "Ann" in writing.property("contextTitle")
    window.key(Qt.Key.Key_Escape)
    until(lambda: writing.property("mode") == "", "the reply is left")
    row.reply()
    window.type("yes")
    window.key(Qt.Key.Key_Return)
    until(lambda: sent(window), "the answer is sent")
    assert sent(window) == [("yes", 1)]


def test_arrow_up_edits_the_last_message_and_escape_brings_back_what_was_typed(
    window: OpenChatWindow, until: Until
) -> None:
    window.show()
    until(lambda: field(window).hasActiveFocus(), "the field's focus")
    window.key(Qt.Key.Key_Up)
    assert field(window).property("text") == "mine"
    window.key(Qt.Key.Key_Escape)
    until(lambda: field(window).property("text") == "", "the edit is left")
    window.key(Qt.Key.Key_Up)
    window.type("!")
    window.key(Qt.Key.Key_Return)
    until(lambda: [call for call in window.session.calls if call[:3] == ("text", CHAT, 3)], "the edit is saved")
    edits = [call for call in window.session.calls if call[:3] == ("text", CHAT, 3)]
    assert edits[0][3].text == "mine!"
    until(lambda: window.opened_chat.writing.property("mode") == "", "editing ends")


def test_arrow_up_edits_no_older_message_while_the_last_is_being_sent(window: OpenChatWindow, until: Until) -> None:
    window.session.add(make_message(4, "on its way", sender=ME, sending_state=td.MessageSendingStatePending()))
    window.show()
    until(lambda: field(window).hasActiveFocus(), "the field's focus")
    window.key(Qt.Key.Key_Up)
    assert field(window).property("text") == ""
    window.session.sent(CHAT, 4, make_message(5, "on its way", sender=ME))
    window.key(Qt.Key.Key_Up)
    assert field(window).property("text") == "on its way"


def test_an_answer_to_what_is_still_being_sent_keeps_its_aim(window: OpenChatWindow, until: Until) -> None:
    window.session.add(make_message(4, "on its way", sender=ME, sending_state=td.MessageSendingStatePending()))
    window.show()
    until(lambda: field(window).hasActiveFocus(), "the field's focus")
    row = window.opened_chat.messages.made_row(4)
    assert row is not None
    row.reply()
    window.session.sent(CHAT, 4, make_message(5, "on its way", sender=ME))
    window.type("yes")
    window.key(Qt.Key.Key_Return)
    until(lambda: sent(window), "the answer is sent")
    assert sent(window) == [("yes", 5)]


def test_a_chat_is_closed_before_its_draft_has_arrived_and_where_it_does_not(
    window: OpenChatWindow, until: Until
) -> None:
    refused = asyncio.Event()

    async def refuse(*arguments: object) -> None:
        await refused.wait()
        raise TdError(500, "Request aborted", "setChatDraftMessage")

    window.session.answers["draft"] = refuse
    window.show()
    until(lambda: field(window).hasActiveFocus(), "the field's focus")
    window.type("half a thought")
    closing = window.tasks.start(window.opened_chat.close())
    window.view.setSource(QUrl())
    window.chat = None
    until(lambda: ("close", CHAT) in window.session.calls, "the chat is closed")
    until(lambda: [call for call in window.session.calls if call[0] == "draft"], "the draft is sent")
    assert not closing.done()
    refused.set()
    until(closing.done, "the end of the chat")
    assert not window.shown


def test_what_is_typed_is_in_the_journal_and_comes_back(window: OpenChatWindow, until: Until, tmp_path: Path) -> None:
    window.show()
    until(lambda: field(window).hasActiveFocus(), "the field's focus")
    window.type("half a thou")
    until(lambda: (tmp_path / "journal").exists(), "the journal")
    until(lambda: ComposerJournal(tmp_path / "journal", again_later).get(CHAT).text == "half a thou", "the words")


def again_later(seconds: float, then: Callable[[], object]) -> asyncio.TimerHandle:
    return asyncio.get_event_loop().call_later(seconds, then)


def test_a_draft_of_another_device_does_not_replace_what_is_typed(window: OpenChatWindow, until: Until) -> None:
    window.show()
    until(lambda: field(window).hasActiveFocus(), "the field's focus")

    def remote(text: str) -> None:
        content = td.DraftMessageContentText(text=td.FormattedText(text=text))
        chat = window.session.chats.get(CHAT)
        window.session.chats.objects[CHAT] = replace(chat, draft_message=td.DraftMessage(content=content))
        window.session.changed_chat(CHAT, "draft_message")

    remote("from the phone")
    assert field(window).property("text") == "from the phone"
    window.type("!")
    remote("from the tablet")
    assert field(window).property("text") == "from the phone!"


def test_marks_are_put_around_the_selection(window: OpenChatWindow, until: Until) -> None:
    window.show()
    until(lambda: field(window).hasActiveFocus(), "the field's focus")
    window.type("bold")
    window.key(Qt.Key.Key_A, CONTROL)
    window.key(Qt.Key.Key_B, CONTROL)
    assert field(window).property("text") == "**bold**"


def test_files_are_asked_about_and_sent_as_photos_with_a_caption(
    window: OpenChatWindow, until: Until, tmp_path: Path
) -> None:
    picture = tmp_path / "hut.png"
    QImage(64, 48, QImage.Format.Format_RGB32).save(str(picture))
    window.show()
    window.opened_chat.writing.attach([QUrl.fromLocalFile(str(picture))])
    box = window.opened_chat.writing.offered
    assert box is not None
    assert box.property("asPhotos")
    turn(0.3)
    box.send("The hut")
    until(lambda: [call for call in window.session.calls if call[0] == "photo"], "the photo is sent")
    call = next(call for call in window.session.calls if call[0] == "photo")
    assert call[2] == picture
    assert call[3].text == "The hut"
    assert call[4:6] == (640, 480)
    assert window.opened_chat.writing.offered is None


def test_what_can_not_be_sent_is_named(window: OpenChatWindow, tmp_path: Path) -> None:
    window.show()
    (tmp_path / "empty.txt").write_bytes(b"")
    paths = [tmp_path, tmp_path / "empty.txt", tmp_path / "gone.txt"]
    window.opened_chat.writing.attach([QUrl.fromLocalFile(str(path)) for path in paths])
    assert window.opened_chat.writing.offered is None
    assert len(window.shown) == 3
    assert "empty.txt" in window.shown[1]


def test_a_reader_of_a_channel_sees_why_and_can_mute(
    loop: asyncio.AbstractEventLoop, until: Until, tmp_path: Path
) -> None:
    window = OpenChatWindow(loop, tmp_path, td.ChatTypeSupergroup(supergroup_id=5, is_channel=True))
    window.session.groups.supergroups[5] = td.Supergroup(id=5, is_channel=True, status=td.ChatMemberStatusMember())
    window.session.fill([make_message(1, "news", sender=CHAT * -1)])
    window.show()
    writing = window.opened_chat.writing
    assert not writing.property("canWrite")
    assert writing.property("reason") == "Only administrators write in this channel."
    writing.takeWay()
    until(lambda: ("mute", CHAT) in window.session.calls, "muting")
    window.close()
