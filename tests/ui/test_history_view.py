"""The message view in a window: where it stands, what it follows, what it marks as read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tdlib import types as td
from tdlib.errors import TdError
from tests.ui.conftest import turn
from tests.ui.fake_session import ME, make_file, make_message
from tests.ui.open_chat_window import CHAT, OpenChatWindow
from ui.viewmodels.history import Place

Until = Callable[..., None]


@pytest.fixture
def window(loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Iterator[OpenChatWindow]:
    """A window that is shown by the test."""
    window = OpenChatWindow(loop, tmp_path)
    yield window
    window.close()


def texts(first: int, last: int) -> list[td.Message]:
    """Messages of several lengths by three authors."""
    return [
        make_message(number, f"Message {number} " + "words " * (number % 23), sender=2 + number % 3)
        for number in range(first, last)
    ]


def one_on_screen(window: OpenChatWindow) -> int:
    assert window.drawn()
    return window.row_at(window.list.height() / 2)


def place_on_screen(window: OpenChatWindow, index: int) -> float:
    item = window.row_item(index)
    assert item is not None, f"row {index} is not on the screen"
    return item.y() - float(window.list.property("contentY"))


def test_it_begins_at_the_newest_message_and_follows(window: OpenChatWindow, until: Until) -> None:
    window.session.fill(texts(1, 60))
    window.show()
    until(lambda: window.list.property("atYEnd"), "the end of the chat")
    window.session.add(make_message(100, "news", sender=2))
    until(lambda: window.list.property("count") == len(window.opened_chat.messages.row_model.keys), "the new row")
    turn(0.3)
    assert window.list.property("atYEnd")
    assert window.row_item(0) is not None


def test_new_messages_do_not_move_what_is_read_further_up(window: OpenChatWindow, until: Until) -> None:
    window.session.fill(texts(1, 200))
    window.show()
    until(lambda: window.row_item(0), "the newest row")
    window.scroll_to(window.list.property("contentY") - 3000)
    turn(0.3)
    shown = one_on_screen(window)
    before = place_on_screen(window, shown)
    for number in range(5):
        window.session.add(make_message(1000 + number, "news " * 30, sender=2))
    turn(0.3)
    assert place_on_screen(window, shown + 5) == pytest.approx(before, abs=1)


REACTIONS = td.MessageInteractionInfo(
    reactions=td.MessageReactions(
        reactions=[td.MessageReaction(type=td.ReactionTypeEmoji(emoji=emoji), total_count=3) for emoji in "👍🔥🎉"]
    )
)


def test_a_row_that_grows_below_does_not_move_what_is_read(window: OpenChatWindow, until: Until) -> None:
    window.session.fill(texts(1, 200))
    window.show()
    until(lambda: window.row_item(0), "the newest row")
    window.scroll_to(window.list.property("contentY") - 3000)
    until(lambda: not window.list.property("follows"), "the view to know where it stands")
    keys = window.opened_chat.messages.row_model.keys
    middle = window.row_at(window.list.height() / 2)
    foot = window.row_at(window.list.height() - 20)
    assert foot < middle
    before = place_on_screen(window, middle)
    for row in range(max(0, foot - 4), middle + 1):
        # Rows outside of the view are made between the frames.
        until(lambda row=row: window.row_item(row), "the row")
        item, key = window.row_item(row), keys[row]
        assert item is not None
        if not isinstance(key, int):
            continue
        low = item.height()
        window.session.edit(CHAT, key, interaction_info=REACTIONS)
        until(lambda item=item, low=low: item.height() > low, "the reactions")
        until(window.drawn, "the next picture")
        assert place_on_screen(window, middle) == pytest.approx(before, abs=1)


def test_at_the_end_of_the_chat_the_newest_row_stays_whole(window: OpenChatWindow, until: Until) -> None:
    window.session.fill(texts(1, 60))
    window.show()
    until(lambda: window.list.property("atYEnd") and window.list.property("settled"), "the end of the chat")
    newest = window.row_item(0)
    assert newest is not None
    low = newest.height()
    window.session.edit(CHAT, 59, interaction_info=REACTIONS)
    until(lambda: newest.height() > low, "the reactions")
    until(window.drawn, "the next picture")
    assert window.list.property("atYEnd")


def test_older_pages_do_not_move_what_is_read(window: OpenChatWindow, until: Until) -> None:
    window.session.fill(texts(500, 600), has_older=True)
    window.show()
    until(lambda: window.row_item(0), "the newest row")
    window.scroll_to(window.list.property("contentY") - 2500)
    turn(0.3)
    shown = one_on_screen(window)
    before = place_on_screen(window, shown)
    window.session.fill(texts(300, 600), has_older=True)
    turn(0.3)
    assert place_on_screen(window, shown) == pytest.approx(before, abs=1)


def mixed(first: int, last: int) -> list[td.Message]:
    """Messages of several heights: words, pictures with and without them, answers, some with reactions."""
    photo = td.Photo(sizes=[td.PhotoSize(type="x", photo=make_file(7), width=800, height=600)])
    messages = texts(first, last)
    for place, message in enumerate(messages):
        if message.id % 7 == 0:
            caption = td.FormattedText(text="the lake " * (message.id % 5))
            message = replace(message, content=td.MessagePhoto(photo=photo, caption=caption))
        if message.id % 5 == 0:
            answered = td.MessageReplyToMessage(chat_id=CHAT, message_id=message.id - 3)
            message = replace(message, reply_to=answered)
        messages[place] = replace(message, interaction_info=REACTIONS if message.id % 11 == 0 else None)
    return messages


def test_older_pages_leave_what_is_read_to_the_pixel(window: OpenChatWindow, until: Until) -> None:
    window.session.fill(mixed(500, 560), has_older=True)
    window.show()
    until(lambda: window.row_item(0), "the newest row")
    for first in (450, 400, 350, 300):
        window.scroll_to(window.list.property("contentY") - 900)
        until(lambda: not window.list.property("follows"), "the view to know where it stands")
        shown = one_on_screen(window)
        # Everything above has its height.
        until(window.drawn, "the picture before")
        before = place_on_screen(window, shown)
        window.session.fill(mixed(first, 560), has_older=True)
        keys = window.opened_chat.messages.row_model.keys
        until(lambda keys=keys: window.list.property("count") == len(keys), "the page")
        until(window.drawn, "the picture with the page")
        assert place_on_screen(window, shown) == before


@pytest.mark.parametrize("trimmed", [0, 50])
def test_newer_pages_do_not_carry_the_reader_along(window: OpenChatWindow, until: Until, trimmed: int) -> None:
    window.session.fill(texts(1, 400), has_newer=True)
    window.show()
    until(lambda: window.row_item(0), "the last row there is")
    turn(0.3)
    before = place_on_screen(window, 3)
    rows = window.opened_chat.messages.row_model
    for first, last in (1 + trimmed, 450), (1 + 2 * trimmed, 500):
        read = rows.keys[3]
        window.session.fill(texts(first, last), has_older=True, has_newer=last < 500)
        turn(0.3)
        assert place_on_screen(window, rows.position(read)) == pytest.approx(before, abs=1)
        window.list.metaObject().invokeMethod(window.list, "positionViewAtBeginning")
        turn(0.3)
        before = place_on_screen(window, 3)


def test_it_asks_for_older_messages_and_gets_through_a_thousand(window: OpenChatWindow, until: Until) -> None:
    def load_older(chat_id: int) -> None:
        first = window.session.messages.history(chat_id).ids[0]
        window.session.fill(texts(max(1, first - 50), 2000), has_older=first > 51)

    window.session.answers["load_older"] = load_older
    window.session.fill(texts(1950, 2000), has_older=True)
    window.show()
    until(lambda: window.row_item(0), "the newest row")

    def at_the_thousandth() -> bool:
        window.scroll_to(window.list.property("contentY") - 400)
        return len(window.session.messages.history(CHAT).ids) >= 1050

    until(at_the_thousandth, "a thousand older messages")


def test_unread_messages_begin_below_their_line(window: OpenChatWindow, until: Until) -> None:
    window.session.chats.objects[CHAT] = make_unread(window, unread=40, read=100)
    window.session.fill(texts(1, 141))
    window.show()
    line = window.opened_chat.messages.row_model.position(("unread", 101))
    until(lambda: window.row_item(line), "the line over unread messages")
    turn(0.3)
    assert 0 <= place_on_screen(window, line) < 200
    assert not window.list.property("atNewest")


def make_unread(window: OpenChatWindow, *, unread: int, read: int) -> td.Chat:
    chat: td.Chat = window.session.chats.get(CHAT)
    return replace(chat, unread_count=unread, last_read_inbox_message_id=read)


def test_only_what_is_seen_with_attention_is_read(window: OpenChatWindow, until: Until) -> None:
    window.session.fill(texts(1, 100))
    window.show()

    def viewed() -> set[int]:
        return {message_id for call in window.session.calls if call[0] == "view" for message_id in call[2]}

    until(lambda: 99 in viewed(), "the newest message is read")
    assert 5 not in viewed()
    window.opened_chat.messages.activate(False)
    window.session.add(make_message(200, "later", sender=2))
    turn(0.4)
    assert 200 not in viewed()
    window.opened_chat.messages.activate(True)
    until(lambda: 200 in viewed(), "the message is read when somebody looks")


def viewed(window: OpenChatWindow) -> list[int]:
    """Returns the messages that were told to be on the screen, as often as they were."""
    return [message_id for call in window.session.calls if call[0] == "view" for message_id in call[2]]


def test_what_is_on_the_screen_before_the_chat_is_open_is_read_then(window: OpenChatWindow, until: Until) -> None:
    opened = asyncio.Event()
    window.session.answers["open"] = lambda chat_id: opened.wait()
    window.session.fill(texts(1, 4))
    window.show()
    until(lambda: window.list.property("settled"), "the rows on the screen")
    assert not viewed(window)
    opened.set()
    until(lambda: sorted(viewed(window)) == [1, 2, 3], "the messages are told to be seen")


def test_a_reaction_to_what_is_on_the_screen_is_seen(window: OpenChatWindow, until: Until) -> None:
    window.session.fill(texts(1, 4))
    window.show()
    until(lambda: sorted(viewed(window)) == [1, 2, 3], "the messages are told to be seen")
    heart = td.UnreadReaction(type=td.ReactionTypeEmoji(emoji="❤"), sender_id=td.MessageSenderUser(user_id=2))
    window.session.edit(CHAT, 2, unread_reactions=[heart])
    until(lambda: viewed(window).count(2) == 2, "the reaction is told to be seen")
    window.session.edit(CHAT, 2, unread_reactions=[])
    window.session.edit(CHAT, 3, contains_unread_mention=True)
    until(lambda: viewed(window).count(3) == 2, "the mention is told to be seen")
    assert viewed(window).count(2) == 2


def test_what_could_not_be_told_to_be_seen_is_told_again(window: OpenChatWindow, until: Until) -> None:
    window.session.answers["view"] = TdError(500, "Request aborted", "viewMessages")
    window.session.fill(texts(1, 4))
    window.show()
    until(lambda: sorted(viewed(window)) == [1, 2, 3], "the messages are told to be seen")
    until(lambda: window.shown, "the failure")
    del window.session.answers["view"]
    window.opened_chat.messages.activate(False)
    window.opened_chat.messages.activate(True)
    until(lambda: sorted(viewed(window)) == [1, 1, 2, 2, 3, 3], "the messages are told to be seen again")


def test_an_empty_field_leaves_home_and_end_to_the_messages(window: OpenChatWindow, until: Until) -> None:
    window.session.fill(texts(1, 200))
    window.show()
    until(lambda: window.row_item(0), "the newest row")
    until(window.view.isActive, "the active window")
    window.key(Qt.Key.Key_Home)
    oldest = window.list.property("count") - 1
    until(lambda: window.row_item(oldest) and 0 <= place_on_screen(window, oldest) < 100, "the oldest message")
    window.key(Qt.Key.Key_End)
    until(lambda: window.list.property("atNewest"), "the newest message")


def test_it_stays_at_the_newest_message_when_the_window_grows_narrow(window: OpenChatWindow, until: Until) -> None:
    window.session.fill(texts(1, 60))
    window.show()
    until(lambda: window.list.property("atYEnd"), "the end of the chat")
    turn(0.3)
    for width in (420, 760, 500):
        window.view.resize(width, 700)
        until(lambda: window.list.width() == window.view.width(), "the new width")
        turn(0.3)
        assert window.list.property("atNewest")


def test_the_button_goes_to_the_newest(window: OpenChatWindow, until: Until) -> None:
    window.session.fill(texts(1, 200))
    window.show()
    until(lambda: window.row_item(0), "the newest row")
    window.scroll_to(window.list.property("contentY") - 3000)
    until(lambda: window.item("jump").opacity() == 1, "the button")
    window.click(800 - 40, 700 - 53 - 16 - 22)
    until(lambda: window.list.property("atNewest"), "the newest message")


def test_a_jump_to_an_answered_message_shows_it(window: OpenChatWindow, until: Until) -> None:
    messages = texts(1, 300)
    target = td.MessageReplyToMessage(chat_id=CHAT, message_id=20)
    messages.append(make_message(300, "an answer", sender=ME, reply_to=target))
    window.session.fill(messages)
    window.show()
    until(lambda: window.row_item(0), "the newest row")
    window.opened_chat.verbs.jump_to_reply(300)
    index = window.opened_chat.messages.row_model.position(20)
    until(lambda: window.row_item(index), "the answered message")
    turn(0.2)
    assert 0 < place_on_screen(window, index) < 600


def test_a_context_menu_answers(window: OpenChatWindow, until: Until) -> None:
    window.session.fill(texts(1, 4))
    window.show()
    until(lambda: window.row_item(0), "the newest row")
    turn(0.2)
    item = window.row_item(0)
    assert item is not None
    center = item.mapToScene(item.boundingRect().center())
    window.click(150, center.y(), Qt.MouseButton.RightButton)
    until(lambda: ("properties", CHAT, 3) in window.session.calls, "the question what is allowed")
    turn(0.1)
    window.opened_chat.verbs.doIt("reply")
    assert window.opened_chat.writing.property("mode") == "reply"


def test_it_comes_back_where_it_was_left(window: OpenChatWindow, until: Until) -> None:
    window.session.fill(texts(1, 300))
    window.show(place=Place(150, 12.0))
    index = window.opened_chat.messages.row_model.position(150)
    until(lambda: window.row_item(index), "the row where it was left")
    turn(0.4)
    item = window.row_item(index)
    assert item is not None
    below = item.y() + item.height() - window.list.property("contentY") - window.list.height()
    assert below == pytest.approx(12.0, abs=1)
    place = window.opened_chat.messages.leave()
    assert place is not None
    assert place.message_id == 150
    assert place.offset == pytest.approx(12.0, abs=1)
