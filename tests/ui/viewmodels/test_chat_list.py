"""The chat list as a view model: order, rows, folders, archive, verbs, search."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QAbstractItemModelTester

from client.session import Session
from tdlib import types as td
from tests.ui import sample_chats as sample
from tests.ui.chat_column import Column, preferences
from tests.ui.fake_session import make_message
from tests.ui.store_session import ME, StoreSession
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.chat_list import ChatList
from ui.viewmodels.chat_search import Found
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import names
from ui.viewmodels.wording.names import People

Until = Callable[..., None]
NEWEST = 3_000_000


@pytest.fixture
def column(loop: asyncio.AbstractEventLoop, until: Until) -> Iterator[Column]:
    made = Column(loop)
    until(lambda: made.tasks.idle)
    models = (made.list.rows, made.list.search.results, made.list.folders.rows)
    testers = [QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal) for model in models]
    yield made
    for tester in testers:
        tester.deleteLater()
    made.close()


def last_message(chat_id: int, message: td.Message, order: int) -> td.UpdateChatLastMessage:
    return td.UpdateChatLastMessage(
        chat_id=chat_id,
        last_message=message,
        positions=[td.ChatPosition(list_=td.ChatListMain(), order=order)],
    )


def test_the_order_is_telegrams(column: Column) -> None:
    assert list(column.list.rows.keys)[:4] == [ME, sample.WALKERS, sample.ANN, sample.BOB]
    column.session.feed(last_message(sample.NOOR, make_message(50, "hi", chat_id=sample.NOOR, sender=4), NEWEST))
    assert list(column.list.rows.keys)[:3] == [sample.NOOR, ME, sample.WALKERS]


def test_a_row_says_what_is_there(column: Column) -> None:
    ann = column.row(sample.ANN)
    assert (names.unisolated(ann.title), ann.author, ann.unread) == ("Ann Lee", "", "12")
    assert ann.online
    assert ann.premium
    walkers = column.row(sample.WALKERS)
    assert (names.unisolated(walkers.author), walkers.icon) == ("Bob", "image")
    assert walkers.mentioned
    assert walkers.pinned
    assert column.row(sample.BOB).ticks == "read"
    assert column.row(sample.GONE).ticks == "failed"
    assert names.unisolated(column.row(sample.GONE).title) == "Deleted account"
    assert column.row(sample.CHANNEL).muted
    assert column.row(sample.CHANNEL).mark == "verified"
    assert column.row(sample.SCAM).mark == "scam"
    assert column.row(sample.SCAM).unreadMarked
    assert column.row(sample.SECRET).secret
    quiet = column.row(sample.QUIET)
    assert (quiet.draft, quiet.author, quiet.text) == (True, "Draft", "I would trade the 1911 sheet")
    saved = column.row(ME)
    assert (saved.title, saved.ticks, saved.saved) == ("Saved Messages", "", True)


def test_a_row_is_read_aloud_in_one_sentence(column: Column) -> None:
    ann = column.row(sample.ANN)
    assert ann.spoken == f"Ann Lee, online, 12 unread messages, see you at eight, bring the map, {ann.time}"
    bob = column.row(sample.BOB)
    assert bob.spoken == f"Bob Okafor, You: Done, thank you!, read, {bob.time}"
    assert ", Bob: Photo: The ridge at seven this morning, " in column.row(sample.WALKERS).spoken


def test_a_row_changes_once_with_its_chat(column: Column) -> None:
    bob, told = column.row(sample.BOB), []
    bob.changed.connect(lambda: told.append(bob.text))
    message = make_message(60, "one more", chat_id=sample.BOB, sender=sample.BOB)
    column.session.feed(
        last_message(sample.BOB, message, NEWEST),
        td.UpdateChatReadInbox(chat_id=sample.BOB, last_read_inbox_message_id=1, unread_count=1),
    )
    assert told == ["one more"]
    assert column.row(sample.BOB) is bob
    assert (bob.unread, bob.ticks) == ("1", "")


def test_ticks_follow_a_message_on_its_way(column: Column) -> None:
    bob, mine = column.row(sample.BOB), make_message(70, "here", chat_id=sample.BOB, sender=ME)
    pending = replace(mine, sending_state=td.MessageSendingStatePending())
    seen = []
    for update in (
        last_message(sample.BOB, pending, NEWEST),
        last_message(sample.BOB, mine, NEWEST),
        td.UpdateChatReadOutbox(chat_id=sample.BOB, last_read_outbox_message_id=70),
    ):
        column.session.feed(update)
        seen.append(bob.ticks)
    assert seen == ["pending", "sent", "read"]


def test_typing_stands_in_place_of_the_message(column: Column) -> None:
    walkers, ann = column.row(sample.WALKERS), td.MessageSenderUser(user_id=sample.ANN)
    action = td.UpdateChatAction(chat_id=sample.WALKERS, sender_id=ann, action=td.ChatActionTyping())
    column.session.feed(action)
    assert (walkers.typing, names.unisolated(walkers.text), walkers.author) == (True, "Ann is typing…", "")
    column.session.feed(replace(action, action=td.ChatActionCancel()))
    assert not walkers.typing


def test_online_follows_the_person(column: Column) -> None:
    ann = column.row(sample.ANN)
    column.session.feed(td.UpdateUserStatus(user_id=sample.ANN, status=td.UserStatusRecently()))
    assert not ann.online


def test_folders_hold_their_own_lists(column: Column, until: Until) -> None:
    assert not column.list.folders.shown
    column.session.feed(sample.folders("Work", "Family"))
    assert column.list.folders.shown
    family = td.ChatPosition(list_=td.ChatListFolder(chat_folder_id=3), order=5)
    column.session.feed(td.UpdateChatPosition(chat_id=sample.BOB, position=family))
    column.list.chooseAt(2)
    until(lambda: column.tasks.idle)
    assert list(column.list.rows.keys) == [sample.BOB]
    assert column.list.folders.current == 2
    column.list.chooseAt(1)
    until(lambda: column.tasks.idle)
    assert column.list.emptyText == "No chats are in this folder yet."
    column.list.chooseAt(0)
    assert column.list.rows.rowCount() == 12


def test_the_list_of_a_deleted_folder_is_left(column: Column) -> None:
    column.session.feed(sample.folders("Work", "Family"))
    column.list.chooseAt(2)
    column.session.feed(sample.folders("Work"))
    assert column.list.folders.current == 0
    assert ME in column.list.rows
    column.list.openArchive()
    column.session.feed(sample.folders())
    assert column.list.inArchive


def test_rows_of_a_list_that_is_not_shown_catch_up(column: Column) -> None:
    ann = column.row(sample.ANN)
    column.list.openArchive()
    column.session.feed(td.UpdateChatReadInbox(chat_id=sample.ANN, last_read_inbox_message_id=3, unread_count=0))
    column.list.leaveArchive()
    assert ann.unread == ""


def test_the_archive_folds_into_a_line(column: Column) -> None:
    archive = column.list.archive
    assert archive.shown
    assert names.unisolated(archive.titles) == "Alumni 2009, Parking Notices"
    assert archive.spoken == "Archive, 2 unread chats, Alumni 2009, Parking Notices"
    column.list.openArchive()
    assert column.list.inArchive
    assert list(column.list.rows.keys) == [-100_6, -100_7]


def test_verbs_ask_the_account(column: Column, until: Until) -> None:
    bob = column.row(sample.BOB)
    bob.togglePin()
    bob.mute(3_600)
    bob.toggleRead()
    bob.toggleArchive()
    column.row(sample.WALKERS).togglePin()
    column.row(sample.ANN).toggleRead()
    until(lambda: column.tasks.idle)
    assert column.verbs() == [
        ("pin", sample.BOB, td.ChatListMain(), True),
        ("mute", sample.BOB, 3_600),
        ("mark_unread", sample.BOB, True),
        ("archive", sample.BOB, True),
        ("pin", sample.WALKERS, td.ChatListMain(), False),
        ("view", sample.ANN, [3], {"force_read": True}),
    ]


def test_leaving_is_asked_first(column: Column, until: Until) -> None:
    column.row(sample.WALKERS).deleteOrLeave()
    question = column.list.asking.question
    assert question is not None
    assert names.unisolated(question.title) == "Leave the group Ridge Walkers?"
    question.answerNo()
    assert column.list.asking.question is None
    column.row(sample.WALKERS).deleteOrLeave()
    again: Any = column.list.asking.question
    again.answerYes(False)
    until(lambda: column.tasks.idle)
    assert column.verbs() == [("leave", sample.WALKERS)]
    assert column.list.asking.question is None


def test_blocking_is_asked_first(column: Column, until: Until) -> None:
    assert not column.row(sample.WALKERS).canBlock
    column.row(sample.BOB).block()
    question: Any = column.list.asking.question
    assert names.unisolated(question.title) == "Block Bob Okafor?"
    question.answerYes(False)
    until(lambda: column.tasks.idle)
    assert column.verbs() == [("block", sample.BOB)]


def test_pinned_chats_change_places(column: Column, until: Until) -> None:
    lists = column.session.chat_lists
    places = {each: lists.position(each, td.ChatListMain()) for each in lists.ids(td.ChatListMain())}
    pinned = [each for each, place in places.items() if place is not None and place.is_pinned]
    assert len(pinned) > 1
    column.row(pinned[0]).movePin(-1)
    column.row(pinned[0]).movePin(1)
    column.row(sample.BOB).movePin(1)
    until(lambda: column.tasks.idle)
    assert column.verbs() == [("order_pins", td.ChatListMain(), [pinned[1], pinned[0], *pinned[2:]])]


def test_deleting_may_be_for_both(column: Column, until: Until) -> None:
    chat = column.session.chats.get(sample.BOB)
    assert chat is not None
    column.session.feed(td.UpdateNewChat(chat=replace(chat, can_be_deleted_for_all_users=True)))
    column.row(sample.BOB).deleteOrLeave()
    question = column.list.asking.question
    assert question is not None
    assert names.unisolated(question.also) == "Also delete for Bob Okafor"
    question.answerYes(True)
    until(lambda: column.tasks.idle)
    assert column.verbs() == [("delete_history", sample.BOB, {"remove_from_list": True, "revoke": True})]


def test_steps_open_the_next_chat(column: Column) -> None:
    column.list.step(1)
    column.list.step(1)
    column.list.step(-1)
    column.list.step(-1)
    assert [chat_id for chat_id, _ in column.opened] == [ME, sample.WALKERS, ME]
    assert column.row(ME).selected
    assert not column.row(sample.WALKERS).selected


def test_numbers_open_pinned_chats_where_there_are_no_folders(column: Column) -> None:
    column.list.chooseAt(1)
    column.list.chooseAt(2)
    assert column.opened == [(sample.WALKERS, None)]


def test_more_is_loaded_until_there_is_no_more(loop: asyncio.AbstractEventLoop, until: Until) -> None:
    session = StoreSession()
    answers = iter([True, False])
    session.answers["load_more"] = lambda chat_list, limit: next(answers) if chat_list == td.ChatListMain() else False
    tasks = Tasks(loop, print)
    typed = cast(Session, session)
    people, avatars = People(typed), Avatars(typed, tasks)
    shown: Any = ChatList(typed, tasks, avatars, people, print, print, print, preferences())
    assert shown.loading
    until(lambda: tasks.idle)
    assert shown.loading
    shown.loadMore()
    until(lambda: tasks.idle)
    assert not shown.loading
    assert shown.emptyText.startswith("No chats yet.")
    shown.loadMore()
    assert tasks.idle
    shown.close()


def test_search_filters_at_once_and_then_asks(column: Column, until: Until) -> None:
    message = make_message(90, "the boat is blue", chat_id=sample.GROUP, sender=sample.ANN)
    column.session.answers.update(
        chats=[sample.BOB], contacts=[sample.BOB, sample.LONG], public_chats=[sample.SCAM],
        messages=td.FoundMessages(total_count=1, messages=[message], next_offset=""),
    )  # fmt: skip
    search = column.list.search
    search.find("bo")
    assert [names.unisolated(row.title) for row in column.results()] == ["Bob Okafor"]
    assert search.searching
    until(lambda: not search.searching)
    assert [(row.heading, names.unisolated(row.title)) for row in column.results()] == [
        ("Chats", "Bob Okafor"),
        ("Contacts", "Wolfeschlegelsteinhausenbergerdorff the Younger"),
        ("Public chats", "Double Your Coins"),
        ("Messages", "House 14"),
    ]
    found = column.results()[3]
    assert (names.unisolated(found.author), found.text) == ("Ann", "the boat is blue")
    found.open()
    assert column.opened == [(sample.GROUP, 90)]
    search.clear()
    assert not search.active
    assert column.results() == []


def test_an_old_answer_does_not_disturb_a_new_search(column: Column, until: Until) -> None:
    asked: list[str] = []

    def answer(query: str) -> list[int]:
        asked.append(query)
        column.list.search.find("ann")
        return [sample.SCAM]

    column.session.answers["chats"] = answer
    column.list.search.find("bob")
    until(lambda: "bob" in asked)
    assert Found("chats", sample.SCAM) not in column.list.search.results


def test_nothing_found_is_said(column: Column, until: Until) -> None:
    column.list.search.find("zzz")
    assert column.list.search.emptyText == ""
    until(lambda: not column.list.search.searching)
    assert names.unisolated(column.list.search.emptyText) == "Nothing was found for “zzz”."


def test_the_first_result_opens_at_once_or_when_it_comes(column: Column, until: Until) -> None:
    search = column.list.search
    search.find("bo")
    search.openFirst()
    assert column.opened == [(sample.BOB, None)]
    column.session.answers["messages"] = _found("the boat is blue")
    search.find("boat")
    search.openFirst()
    assert column.opened == [(sample.BOB, None)]
    until(lambda: len(column.opened) > 1)
    assert column.opened[1:] == [(sample.GROUP, 90)]
    until(lambda: not search.searching)
    assert column.opened[1:] == [(sample.GROUP, 90)]


def test_a_first_result_of_other_words_stays_shut(column: Column, until: Until) -> None:
    search = column.list.search
    column.session.answers["messages"] = _found("the boat is blue")
    search.find("boat")
    search.openFirst()
    search.find("boats")
    until(lambda: search.results.rowCount())
    until(lambda: not search.searching)
    assert column.opened == []


def test_a_wish_for_the_first_of_nothing_is_forgotten(column: Column, until: Until) -> None:
    search = column.list.search
    search.find("zzz")
    search.openFirst()
    until(lambda: not search.searching)
    column.session.answers["messages"] = _found("zzzz")
    search.find("zzzz")
    until(lambda: search.results.rowCount())
    assert column.opened == []


def _found(text: str) -> td.FoundMessages:
    message = make_message(90, text, chat_id=sample.GROUP, sender=sample.ANN)
    return td.FoundMessages(total_count=1, messages=[message])


@pytest.mark.parametrize("query", ["oka", "OKAFOR bob", "saved", "نور"])
def test_names_fit_by_the_beginning_of_words(column: Column, query: str) -> None:
    column.list.search.find(query)
    assert column.list.search.results.rowCount() == 1


def test_a_picture_comes_when_it_is_loaded(column: Column, until: Until) -> None:
    file = td.File(id=77, local=td.LocalFile(can_be_downloaded=True), remote=td.RemoteFile())
    photo = td.ChatPhotoInfo(small=file, big=file, minithumbnail=td.Minithumbnail(data=b"tiny"))
    bob = column.row(sample.BOB)
    assert bob.avatar.picture == ""
    assert bob.avatar.letters == "BO"
    column.session.feed(td.UpdateChatPhoto(chat_id=sample.BOB, photo=photo))
    until(lambda: column.tasks.idle)
    assert bob.avatar.picture == "image://avatar/round/data/dGlueQ=="
    assert ("start", 77, 1) in column.session.calls
    done = replace(file, local=td.LocalFile(path="/pictures/a b.jpg", is_downloading_completed=True))
    column.session.feed(td.UpdateFile(file=done))
    assert bob.avatar.picture == "image://avatar/round/file//pictures/a%20b.jpg"
