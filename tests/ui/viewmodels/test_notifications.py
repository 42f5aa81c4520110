"""What is told of TDLib's notification groups, to whom and how much."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, cast

import pytest

from client.session import Session
from client.stores.notification_groups import NotificationGroups
from tdlib import types as td
from tdlib.errors import TdError
from tests.ui import sample_chats as sample
from tests.ui.fake_session import FakeVerbs, make_message
from tests.ui.store_session import StoreSession
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.notifications import Notifications
from ui.viewmodels.notifier import Note
from ui.viewmodels.tasks import Tasks

Until = Callable[..., None]


@dataclass
class Choices:
    """What the person wants."""

    notifies: bool = True
    preview: str = "text"
    sounds: bool = True


class Board:
    """A desktop that remembers what it was told, and the account behind it."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.told: list[Note] = []
        self.shown: dict[Hashable, Note] = {}
        self.choices = Choices()
        self.in_view: int | None = None
        self.opened: list[tuple[int, str]] = []
        self.sentences: list[str] = []
        self.session = StoreSession()
        sample.fill(self.session)
        self.groups = NotificationGroups(self.session.changes)
        session = cast(Any, self.session)
        session.notification_groups = self.groups
        session.notifying = session.sending = FakeVerbs(self.session.calls, self.session.answers)
        self.tasks = Tasks(loop, self.sentences.append)
        known = cast(Session, session)
        self.notifications = Notifications(
            known,
            self.tasks,
            self,
            Avatars(known, self.tasks),
            self.choices,
            lambda chat_id: chat_id == self.in_view,
            lambda chat_id, token: self.opened.append((chat_id, token)),
        )

    def show(self, key: Hashable, note: Note) -> None:
        self.told.append(note)
        self.shown[key] = note

    def withdraw(self, key: Hashable) -> None:
        del self.shown[key]

    def close(self) -> None:
        return None

    @property
    def texts(self) -> list[str]:
        return [note.text for note in self.shown.values()]

    def add(self, number: int, text: str = "hi", chat_id: int = sample.ANN, **fields: Any) -> None:
        """Has TDLib tell of a message."""
        self.group(chat_id, [notification(number, text, chat_id, **fields)])

    def group(self, chat_id: int, added: list[td.Notification], removed: tuple[int, ...] = (), **fields: Any) -> None:
        fields.setdefault("notification_sound_id", -1)
        fields.setdefault("total_count", len(added))
        update = td.UpdateNotificationGroup(
            notification_group_id=abs(chat_id),
            type=td.NotificationGroupTypeMessages(),
            chat_id=chat_id,
            added_notifications=added,
            removed_notification_ids=list(removed),
            **fields,
        )
        self.groups.on_group(update)
        self.session.changes.flush()


def notification(number: int, text: str, chat_id: int, **fields: Any) -> td.Notification:
    sender = fields.pop("sender", sample.ANN)
    show_preview = fields.pop("show_preview", True)
    message = make_message(number << 20, text, chat_id=chat_id, sender=sender)
    kind = td.NotificationTypeNewMessage(message=message, show_preview=show_preview)
    return td.Notification(id=number, type=kind, **fields)


@pytest.fixture
def board(loop: asyncio.AbstractEventLoop) -> Board:
    return Board(loop)


def test_name_and_text(board: Board) -> None:
    board.add(1, "Where are you?")
    assert [(note.title, note.text, note.sound) for note in board.told] == [("Ann Lee", "Where are you?", True)]


def test_a_group_says_who_writes(board: Board) -> None:
    board.add(1, "Where are you?", sample.GROUP, sender=sample.BOB)
    assert board.texts == ["Bob Okafor: Where are you?"]


@pytest.mark.parametrize(
    ("preview", "title", "text"),
    [("text", "Ann Lee", "hi"), ("name", "Ann Lee", "1 new message"), ("nothing", "Heliograph", "1 new message")],
)
def test_no_more_is_told_than_is_wanted(board: Board, preview: str, title: str, text: str) -> None:
    board.choices.preview = preview
    board.add(1)
    assert [(note.title, note.text) for note in board.told] == [(title, text)]
    assert preview != "nothing" or board.told[0].picture == ""


def test_a_chat_may_keep_its_text_to_itself(board: Board) -> None:
    board.group(sample.ANN, [notification(1, "secret", sample.ANN, show_preview=False)], total_count=3)
    assert board.texts == ["3 new messages"]


def test_the_text_of_a_secret_chat_stays_in_the_window(board: Board) -> None:
    board.add(1, "canary", sample.SECRET)
    assert "canary" not in board.texts[0]


def test_nothing_is_told_where_nothing_is_wanted(board: Board) -> None:
    board.choices.notifies = False
    board.add(1)
    assert board.told == []


def test_nothing_is_told_of_what_is_in_view(board: Board) -> None:
    board.in_view = sample.ANN
    board.add(1)
    board.in_view = None
    board.groups.on_notification(td.UpdateNotification(notification_group_id=sample.ANN, notification=edited(1)))
    board.session.changes.flush()
    assert board.told == []


@pytest.mark.parametrize("silence", ["choice", "sender", "chat"])
def test_silence(board: Board, silence: str) -> None:
    board.choices.sounds = silence != "choice"
    added = notification(1, "hi", sample.ANN, is_silent=silence == "sender")
    board.group(sample.ANN, [added], notification_sound_id=0 if silence == "chat" else -1)
    assert [note.sound for note in board.told] == [False]


def test_what_was_shown_before_the_start_is_not_told_again(board: Board) -> None:
    old = td.NotificationGroup(
        id=sample.ANN,
        type=td.NotificationGroupTypeMessages(),
        chat_id=sample.ANN,
        total_count=1,
        notifications=[notification(1, "old", sample.ANN)],
    )
    board.groups.on_active(td.UpdateActiveNotifications(groups=[old]))
    board.session.changes.flush()
    assert board.told == []
    board.add(2, "new")
    assert board.texts == ["new"]


def test_a_message_and_its_deletion_in_one_breath_are_nothing(board: Board) -> None:
    board.group(sample.ANN, [notification(1, "oops", sample.ANN)], (1,))
    board.group(sample.ANN, [], (1,))
    board.told.clear()
    for added, removed in (([notification(2, "oops", sample.ANN)], ()), ([], (2,))):
        board.groups.on_group(
            td.UpdateNotificationGroup(
                notification_group_id=sample.ANN,
                type=td.NotificationGroupTypeMessages(),
                chat_id=sample.ANN,
                added_notifications=cast(Any, added),
                removed_notification_ids=list(removed),
            )
        )
    board.session.changes.flush()
    assert board.told == []


def test_a_deleted_message_is_withdrawn(board: Board) -> None:
    board.add(1, "first")
    board.add(2, "regretted")
    board.group(sample.ANN, [], (2,), total_count=1)
    assert board.shown == {}


def test_the_older_of_two_may_go_unseen(board: Board) -> None:
    board.add(1, "first")
    board.add(2, "second")
    board.group(sample.ANN, [], (1,), total_count=1)
    assert board.texts == ["second"]


def edited(number: int) -> td.Notification:
    return notification(number, "better", sample.ANN)


def test_an_edit_changes_it_in_silence(board: Board) -> None:
    board.add(1, "wrose")
    board.groups.on_notification(td.UpdateNotification(notification_group_id=sample.ANN, notification=edited(1)))
    board.session.changes.flush()
    assert [(note.text, note.sound) for note in board.told] == [("wrose", True), ("better", False)]
    assert len(board.shown) == 1


def test_what_the_person_does_is_done(board: Board, until: Until) -> None:
    board.add(1)
    note = board.told[0]
    assert note.read is not None
    assert note.replied is not None
    assert note.dismissed is not None
    note.read()
    note.replied(" ")
    note.replied("Soon")
    note.dismissed()
    note.opened("token")
    until(lambda: board.tasks.idle)
    assert board.opened == [(sample.ANN, "token")]
    assert board.session.calls[-3:] == [
        ("read", sample.ANN, 1 << 20),
        ("text", sample.ANN, td.FormattedText(text="Soon"), {"keep_draft": True}),
        ("dismiss", sample.ANN, 1),
    ]


def test_a_refused_answer_becomes_the_draft(board: Board, until: Until) -> None:
    board.session.answers["text"] = TdError(400, "CHAT_WRITE_FORBIDDEN", "SendMessage")
    board.add(1)
    assert board.told[0].replied is not None
    board.told[0].replied("Soon")
    until(lambda: board.tasks.idle)
    assert board.session.calls[-1] == ("draft", sample.ANN, td.FormattedText(text="Soon"))
    assert len(board.sentences) == 1


def test_a_channel_takes_no_answer(board: Board) -> None:
    board.add(1, "news", sample.CHANNEL, sender=sample.CHANNEL)
    assert board.told[0].replied is None
    assert board.texts == ["news"]


def test_the_end_takes_everything_away(board: Board) -> None:
    board.add(1)
    board.add(1, chat_id=sample.BOB)
    board.notifications.close()
    assert board.shown == {}
    board.add(2)
    assert board.shown == {}
