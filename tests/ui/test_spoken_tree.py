"""What a screen reader finds when it walks through the chat list and the message view: roles, names and their order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication

from tdlib import types as td
from tests.ui import sample_chats as sample
from tests.ui.chat_column import Column
from tests.ui.chat_pane import Pane, Role
from tests.ui.fake_session import ME, make_file, make_message
from tests.ui.open_chat_window import CHAT, OpenChatWindow
from tests.ui.spoken_tree import Spoken, spoken_tree

Until = Callable[..., None]
DAY = 86_400
NOON = 1_700_049_600


@pytest.fixture(autouse=True)
def somebody_listens(qapp: QGuiApplication) -> Iterator[None]:
    """Rows are put into their order only for who hears them."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def pane(loop: asyncio.AbstractEventLoop, until: Until) -> Iterator[Pane]:
    made = Pane(Column(loop))
    until(made.window.isActive)
    until(lambda: made.column.tasks.idle)
    yield made
    made.close()


@pytest.fixture
def window(loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Iterator[OpenChatWindow]:
    """A window that is shown by the test."""
    window = OpenChatWindow(loop, tmp_path)
    yield window
    window.close()


def begins(tree: list[Spoken], *beginnings: Spoken) -> bool:
    """Whether the tree has these and no more, by the beginnings of their names."""
    return len(tree) == len(beginnings) and all(
        role == wanted and name.startswith(beginning)
        for (role, name), (wanted, beginning) in zip(tree, beginnings, strict=True)
    )


ROWS = (
    "Saved Messages, Boiler: 14 bar, call Tuesday, ",
    "Ridge Walkers, 3 unread messages, you are mentioned, Bob: Photo: The ridge at seven this morning, ",
    "Ann Lee, online, 12 unread messages, see you at eight, bring the map, ",
    "Bob Okafor, You: Done, thank you!, read, ",
    "نور الهاشمي, 1 unread message, صباح الخير، هل نلتقي غدًا؟, ",
    "Harbour Observatory, verified, 2345 unread messages, Tonight: Jupiter beside the Moon, from 21:40, ",
    "House 14, Ann Lee pinned “Budget for June”, ",
    "Wolfeschlegelsteinhausenbergerdorff the Younger, A message so long that nobody would read it in one line",
    "Vera, Voice message, 0:34, ",
    "Double Your Coins, scam, marked as unread, You won!!!, ",
    "Deleted account, You: ok, not sent, ",
    "Old Maps Exchange, Draft: I would trade the 1911 sheet, ",
)
ABOVE = (
    (Role.Grouping, "Chat list"),
    (Role.Button, "Menu"),
    (Role.EditableText, "Search chats and messages"),
    (Role.Button, "Order and filter"),
    (Role.List, "Chats"),
    (Role.Button, "Archive, 2 unread chats, Alumni 2009, Parking Notices"),
)


def reads(pane: Pane, *names: str) -> bool:
    """Whether these are the first rows, in this order; how many there are is for the view to decide."""
    tree = spoken_tree(pane.window)[: len(ABOVE) + len(names)]
    return begins(tree, *ABOVE, *((Role.ListItem, name) for name in names))


def test_the_chat_list_is_read_from_the_top_down(pane: Pane, until: Until) -> None:
    until(lambda: reads(pane, *ROWS[:7]), "the list as it stands")
    # The row of the oldest chat moves past all others, below the pinned ones.
    place = td.ChatPosition(list_=td.ChatListMain(), order=1_500_000)
    news = make_message(90, "sheet 34 is yours", chat_id=sample.QUIET, sender=sample.BOB)
    pane.column.session.feed(
        td.UpdateChatDraftMessage(chat_id=sample.QUIET, positions=[place]),
        td.UpdateChatLastMessage(chat_id=sample.QUIET, last_message=news, positions=[place]),
    )
    moved = (*ROWS[:2], "Old Maps Exchange, Bob: sheet 34 is yours, ", *ROWS[2:-1])
    until(lambda: reads(pane, *moved[:7]), "the list with the row moved up")


def test_folders_are_read_before_the_chats(pane: Pane, until: Until) -> None:
    pane.column.session.feed(sample.folders("Work", "Family"))
    tabs = [(Role.PageTab, name) for name in ("All chats", "Work", "Family")]
    above = [*ABOVE[:4], (Role.PageTabList, "Folders"), *tabs, *ABOVE[4:]]
    until(lambda: spoken_tree(pane.window)[: len(above)] == above, "the folders")


def message(number: int, text: td.MessageContent | str, sender: int = 2, days: int = 0, **fields: object) -> td.Message:
    return make_message(number, text, sender=sender, date=NOON + days * DAY + number * 60, **fields)


def photo(number: int) -> td.MessagePhoto:
    size = td.PhotoSize(type="x", photo=make_file(number), width=640, height=480)
    return td.MessagePhoto(photo=td.Photo(sizes=[size]), caption=td.FormattedText())


def messages_of(tree: list[Spoken]) -> list[Spoken]:
    """Returns what stands in the list of messages: it goes up to the line where one writes."""
    start = tree.index((Role.List, "Messages")) + 1
    return tree[start : tree.index((Role.Button, "Attach files"))]


def test_a_chat_is_read_from_its_title_to_the_button_that_sends(window: OpenChatWindow, until: Until) -> None:
    window.session.fill(
        [
            message(1, "good morning"),
            message(2, "and to you", ME, edit_date=5, reply_to=td.MessageReplyToMessage(chat_id=CHAT, message_id=1)),
            message(3, photo(3), 3, 1, media_album_id=4),
            message(4, photo(4), 3, 1, media_album_id=4),
            message(5, td.MessagePinMessage(message_id=1), 4, 1),
            message(6, "not sent", ME, 1, sending_state=td.MessageSendingStateFailed(error=td.Error(message="NO"))),
        ]
    )
    window.show()
    wanted = [
        (Role.Heading, "15 November 2023"),
        (Role.ListItem, "Ann at "),
        (Role.ListItem, "You at "),
        (Role.Button, "In reply to Ann: good morning"),
        (Role.Heading, "16 November 2023"),
        (Role.ListItem, "2 together: Bob at "),
        (Role.Button, "Picture 1 of 2"),
        (Role.Button, "Picture 2 of 2"),
        (Role.ListItem, "Cleo pinned “good morning”"),
        (Role.ListItem, "You at "),
        (Role.Button, "Not sent: Telegram refused this (NO)."),
    ]
    until(lambda: len(messages_of(spoken_tree(window.view))) >= 8, "the messages")
    until(lambda: begins(messages_of(spoken_tree(window.view)), *wanted), "the messages in order")
    tree = spoken_tree(window.view)
    assert tree[:3] == [
        (Role.Button, "About this chat"),
        (Role.Button, "Search in this chat"),
        (Role.Heading, "Walkers"),
    ]
    assert tree[-3:] == [(Role.Button, "Attach files"), (Role.EditableText, "Message"), (Role.Button, "Send")]
    assert [name for role, name in messages_of(tree) if name.endswith(": and to you, edited, sent")]


def test_rows_that_are_used_again_are_read_once_and_in_order(window: OpenChatWindow, until: Until) -> None:
    window.session.fill([message(number, f"number {number}") for number in range(1, 200)])
    window.show()

    def heard() -> list[int]:
        spoken = [name for role, name in messages_of(spoken_tree(window.view)) if role == Role.ListItem]
        return [int(name.rpartition(" ")[2] or 0) for name in spoken]

    until(lambda: heard()[-1:] == [199], "the end of the chat")
    for _ in range(3):
        window.scroll_to(float(window.list.property("contentY")) - 2_000)
        until(lambda: heard() == sorted(set(heard())), "the rows in order after scrolling")
    window.opened_chat.messages.jumpToNewest()
    until(lambda: heard()[-1:] == [199] and heard() == sorted(set(heard())), "the end in order")
    window.session.add(message(300, "number 300"))
    until(lambda: heard()[-1:] == [300] and heard() == sorted(set(heard())), "the new message behind all others")
