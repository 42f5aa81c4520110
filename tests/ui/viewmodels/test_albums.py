"""What was sent together stands together: one row, each picture at its place, and the verbs mean all or the one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tdlib import types as td
from tests.ui.fake_session import ME, make_file, make_message
from tests.ui.open_chat_window import CHAT, OpenChatBench
from ui.viewmodels.contents.album import AlbumContent
from ui.viewmodels.history import History
from ui.viewmodels.message_row import MessageRow
from ui.viewmodels.mosaic import places

Until = Callable[..., None]


@settings(deadline=None)
@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=10))
def test_a_mosaic_fills_its_box_and_nothing_overlaps(ratios: list[float]) -> None:
    found = places(tuple(ratios))
    assert len(found) == len(ratios)
    height = max(place.y + place.height for place in found)
    area = sum(place.width * place.height for place in found)
    assert area == pytest.approx(height, rel=1e-6)
    assert all(place.x >= -1e-9 and place.x + place.width <= 1 + 1e-9 for place in found)
    for one, other in combinations(found, 2):
        beside = one.x + one.width <= other.x + 1e-9 or other.x + other.width <= one.x + 1e-9
        above = one.y + one.height <= other.y + 1e-9 or other.y + other.height <= one.y + 1e-9
        assert beside or above


@pytest.fixture
def bench(loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Iterator[OpenChatBench]:
    """A chat that is open without a window."""
    bench = OpenChatBench(loop, tmp_path)
    yield bench
    bench.close_chat()


def photo(message_id: int, caption: str = "", album: int = 7, **fields: object) -> td.Message:
    size = td.PhotoSize(type="x", photo=make_file(message_id), width=640, height=480)
    content = td.MessagePhoto(photo=td.Photo(sizes=[size]), caption=td.FormattedText(text=caption))
    return make_message(message_id, content, media_album_id=album, **fields)


def row_of(history: History, message_id: int) -> MessageRow:
    row = history.made_row(message_id)
    assert row is not None
    return row


def held(row: MessageRow) -> list[int]:
    content = row.content_object
    assert isinstance(content, AlbumContent)
    return list(row.album_ids)


def test_an_album_is_one_row_with_the_captions(bench: OpenChatBench) -> None:
    bench.session.fill([make_message(1, "a"), photo(2), photo(3, "<b>lake</b>"), photo(4, "hut"), make_message(5, "b")])
    history = bench.open().messages
    assert [key for key in history.row_model.keys if isinstance(key, int)] == [5, 2, 1]
    row = row_of(history, 4)
    assert row is row_of(history, 2)
    assert row.property("kind") == "album"
    assert held(row) == [2, 3, 4]
    assert row.property("markup") == "<b>lake</b>\nhut"
    assert not row.property("rich")
    assert str(row.property("spoken")).startswith("3 together: Ann at ")


def test_neighbouring_albums_and_single_photos_stay_apart(bench: OpenChatBench) -> None:
    bench.session.fill([photo(1), photo(2), photo(3, album=8), photo(4, album=0), photo(5, album=0)])
    history = bench.open().messages
    assert [key for key in history.row_model.keys if isinstance(key, int)] == [5, 4, 3, 1]
    assert row_of(history, 3).property("kind") == "photo"


def test_an_album_follows_what_is_added_deleted_and_edited(bench: OpenChatBench) -> None:
    bench.session.fill([photo(1), photo(2), photo(3)])
    history = bench.open().messages
    row_of(history, 1)
    bench.session.remove(CHAT, 2)
    assert held(row_of(history, 1)) == [1, 3]
    bench.session.edit(CHAT, 3, content=photo(3, "new words").content)
    assert row_of(history, 1).property("markup") == "new words"
    bench.session.add(photo(4))
    assert held(row_of(history, 1)) == [1, 3, 4]
    bench.session.remove(CHAT, 1)
    assert held(row_of(history, 4)) == [3, 4]
    bench.session.remove(CHAT, 3)
    assert row_of(history, 4).property("kind") == "photo"


def test_an_album_on_its_way_keeps_together_when_the_server_names_it(bench: OpenChatBench) -> None:
    pending: dict[str, Any] = {"sender": ME, "sending_state": td.MessageSendingStatePending()}
    bench.session.fill([make_message(1, "a"), photo(8, **pending), photo(9, **pending)])
    history = bench.open().messages
    assert row_of(history, 8).property("state") == "pending"
    bench.session.sent(CHAT, 8, photo(12, album=70, sender=ME))
    assert row_of(history, 12).property("state") == "sent"
    bench.session.sent(CHAT, 9, photo(13, album=70, sender=ME))
    assert held(row_of(history, 13)) == [12, 13]
    assert row_of(history, 13).property("state") == "sent"


def test_files_that_were_sent_together_are_a_stack(bench: OpenChatBench) -> None:
    def document(number: int) -> td.Message:
        piece = td.Document(file_name=f"{number}.pdf", document=make_file(number))
        content = td.MessageDocument(document=piece, caption=td.FormattedText())
        return make_message(number, content, media_album_id=5)

    bench.session.fill([document(1), document(2)])
    assert row_of(bench.open().messages, 2).property("kind") == "files"


def test_a_verb_of_the_menu_means_the_whole_album(bench: OpenChatBench, until: Until) -> None:
    bench.session.fill([photo(1), photo(2), photo(3)])
    chat = bench.open()
    row_of(chat.messages, 1)
    chat.verbs.show_menu(1)
    until(lambda: bench.tasks.idle)
    chat.verbs.doIt("delete")
    until(lambda: chat.verbs.questions.question)
    question: Any = chat.verbs.questions.question
    question.answerYes(False)
    until(lambda: ("delete", CHAT, [1, 2, 3], True) in bench.session.calls)


def test_a_click_opens_the_picture_that_was_clicked(bench: OpenChatBench) -> None:
    bench.session.fill([photo(1), photo(2), photo(3)])
    chat = bench.open()
    album = row_of(chat.messages, 1).content_object
    assert isinstance(album, AlbumContent)
    album.property("items")[1].open()
    viewer: Any = chat.verbs.viewer
    assert viewer.picture is album.of(2)


def test_the_line_over_new_messages_stands_over_the_album(bench: OpenChatBench, until: Until) -> None:
    chat = bench.session.chats.objects[CHAT]
    bench.session.chats.objects[CHAT] = type(chat)(
        **{name: getattr(chat, name) for name in chat.__struct_fields__}
        | {"unread_count": 2, "last_read_inbox_message_id": 2}
    )
    bench.session.fill([make_message(1, "a"), photo(2), photo(3), photo(4)])
    history = bench.open().messages
    until(lambda: ("unread", 2) in history.row_model.keys)
