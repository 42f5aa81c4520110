"""The chat list through the whole session and its own model, against plain sorted dictionaries."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from tdlib import functions as tf
from tdlib import types as td
from tests.client.objects import chat_json, decode, folder, main_list, message_json, position
from tests.ui.chat_column import preferences
from tests.ui.session_stage import ME, SessionStage
from tests.ui.shadow import Shadow
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.chat_list import ChatList
from ui.viewmodels.wording import names
from ui.viewmodels.wording.names import People

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
READ = ("title", "text", "draft", "unread", "pinned", "selected", "muted", "online", "typing", "spoken")
ARCHIVE: dict[str, Any] = {"@type": "chatListArchive"}
LISTS: dict[str, dict[str, Any]] = {"main": main_list(), "archive": ARCHIVE, "2": folder(2), "3": folder(3)}

chat_ids = st.integers(2, 9)
keys = st.sampled_from(list(LISTS))
orders = st.sampled_from([0, 1, 2, 3, 7, 2**62])
places = st.dictionaries(keys, st.tuples(orders.filter(bool), st.booleans()))
words = st.sampled_from(["", "see you", "a longer line\nwith a second one", "<b>no</b>", "مرحبا"])


class Lists(RuleBasedStateMachine):
    """TDLib tells of chats in any way; every list shows what a sort of plain dictionaries gives.

    The views are shadows: they know what the model and its rows have told, so that a change which nobody tells of is a
    failure. Updates are told in drains of any length.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stage = SessionStage()
        session = self.stage.session
        self.stage.client.always(tf.LoadChats, td.Error(code=404, message="Not Found"))
        self.stage.client.always(tf.GetChat, td.Ok())
        self.opened: list[int] = []
        people = People(session)
        self.avatars = Avatars(session, self.stage.tasks)
        self.list: Any = self.stage.do(
            lambda: ChatList(
                session,
                self.stage.tasks,
                self.avatars,
                people,
                self.opened.append,
                self.opened.append,
                print,
                preferences(),
            )
        )
        self.shadows: dict[int, Shadow] = {}
        self.testers: list[QAbstractItemModelTester] = []
        self.waiting: list[td.TdObject] = []
        self.shown = "main"
        self.folders: list[str] = []
        self.places: dict[str, dict[int, tuple[int, bool]]] = {key: {} for key in LISTS}
        self.titles: dict[int, str] = {}
        self.texts: dict[int, str] = {}
        self.drafts: dict[int, str] = {}
        self.unread: dict[int, int] = {}
        self.selected: int | None = None

    def teardown(self) -> None:
        for shadow in self.shadows.values():
            shadow.close()
        self.list.close()
        self.avatars.close()
        self.list.deleteLater()
        self.avatars.deleteLater()
        self.stage.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # What TDLib tells.

    @initialize(found=st.lists(st.tuples(places, words), min_size=2, max_size=6))
    def begins_with(self, found: list[tuple[dict[str, tuple[int, bool]], str]]) -> None:
        for chat_id, (places, text) in enumerate(found, 2):
            self.new_chat(chat_id, {"main": (chat_id, False), **places}, "", text)
        self.looks(0, 8)

    @rule(chat_id=chat_ids, places=places, title=words, text=words)
    def new_chat(self, chat_id: int, places: dict[str, tuple[int, bool]], title: str, text: str) -> None:
        if chat_id in self.titles:
            return
        self.titles[chat_id] = title or f"chat {chat_id}"
        self.texts[chat_id] = text
        last = message_json(chat_id, chat_id, text, sender_id=_sender(chat_id)) if text else None
        fields = {"title": self.titles[chat_id], "positions": self._place_all(chat_id, places)}
        chat = chat_json(chat_id, **fields, **({"last_message": last} if last else {}))
        self.tell(decode("updateNewChat", chat=chat))

    @precondition(lambda self: self.titles)
    @rule(data=st.data(), key=keys, order=orders, is_pinned=st.booleans())
    def moves(self, data: st.DataObject, key: str, order: int, is_pinned: bool) -> None:
        chat_id = self.known(data)
        self.places[key].pop(chat_id, None)
        if order:
            self.places[key][chat_id] = (order, is_pinned)
        place = position(order, LISTS[key], is_pinned=is_pinned and order > 0)
        self.tell(decode("updateChatPosition", chat_id=chat_id, position=place))

    @precondition(lambda self: self.titles)
    @rule(data=st.data(), text=words, places=places)
    def last_message(self, data: st.DataObject, text: str, places: dict[str, tuple[int, bool]]) -> None:
        chat_id = self.known(data)
        self.texts[chat_id] = text
        found = {"last_message": message_json(70, chat_id, text, sender_id=_sender(chat_id))} if text else {}
        positions = self._place_all(chat_id, places)
        self.tell(decode("updateChatLastMessage", chat_id=chat_id, positions=positions, **found))

    @precondition(lambda self: self.titles)
    @rule(data=st.data(), text=words, places=places)
    def draft(self, data: st.DataObject, text: str, places: dict[str, tuple[int, bool]]) -> None:
        chat_id = self.known(data)
        self.drafts[chat_id] = text
        words = {"@type": "formattedText", "text": text, "entities": []}
        content = {"@type": "draftMessageContentText", "text": words}
        found = {"draft_message": {"@type": "draftMessage", "date": 9, "content": content}} if text else {}
        positions = self._place_all(chat_id, places)
        self.tell(decode("updateChatDraftMessage", chat_id=chat_id, positions=positions, **found))

    @precondition(lambda self: self.titles)
    @rule(data=st.data(), count=st.sampled_from([0, 1, 7, 1200]))
    def is_unread(self, data: st.DataObject, count: int) -> None:
        chat_id = self.known(data)
        self.unread[chat_id] = count
        self.tell(decode("updateChatReadInbox", chat_id=chat_id, unread_count=count))

    @precondition(lambda self: self.titles)
    @rule(data=st.data(), title=words.filter(bool))
    def is_renamed(self, data: st.DataObject, title: str) -> None:
        chat_id = self.known(data)
        self.titles[chat_id] = title
        self.tell(decode("updateChatTitle", chat_id=chat_id, title=title))

    @rule(folders=st.sampled_from([[], ["2"], ["3", "2"]]), before=st.integers(0, 2))
    def has_folders(self, folders: list[str], before: int) -> None:
        self.folders = folders
        found = [
            {
                "@type": "chatFolderInfo",
                "id": int(key),
                "name": {"@type": "chatFolderName", "text": {"@type": "formattedText", "text": key, "entities": []}},
                "icon": {"@type": "chatFolderIcon", "name": "Custom"},
            }
            for key in folders
        ]
        before = min(before, len(folders))
        self.tell(decode("updateChatFolders", chat_folders=found, main_chat_list_position=before))
        self.drain()
        self.shown = "main" if self.shown in ("2", "3") and self.shown not in folders else self.shown
        self.tabs = [*folders[:before], "main", *folders[before:]] if folders else []

    @rule()
    def drain(self) -> None:
        """What was told meanwhile is shown."""
        waiting, self.waiting = self.waiting, []
        self.stage.feed(*waiting)

    # What the person does.

    @rule(archive=st.booleans())
    def goes_to(self, archive: bool) -> None:
        self.drain()
        self.stage.do(self.list.openArchive if archive else self.list.leaveArchive)
        self.shown = "archive" if archive else "main"
        self.looks(0, 1)

    @precondition(lambda self: self.folders)
    @rule(data=st.data())
    def chooses_a_folder(self, data: st.DataObject) -> None:
        self.drain()
        place = data.draw(st.integers(0, len(self.tabs) - 1))
        self.stage.do(lambda: self.list.chooseAt(place))
        self.shown = self.tabs[place]
        self.looks(1, 2)

    @precondition(lambda self: self.titles)
    @rule(data=st.data())
    def opens(self, data: st.DataObject) -> None:
        self.selected = self.known(data)
        self.stage.do(lambda: self.list.select(self.selected))

    @rule(by=st.sampled_from([-1, 1, 3]))
    def steps(self, by: int) -> None:
        self.drain()
        order = self.order()
        self.opened.clear()
        self.stage.do(lambda: self.list.step(by))
        at = order.index(self.selected) if self.selected in order else -1
        wanted = 0 if at < 0 else min(max(at + by, 0), len(order) - 1)
        assert self.opened == ([order[wanted]] if order and wanted != at else [])

    @rule(first=st.sampled_from([0, 0, 1, 3]), count=st.sampled_from([8, 1]))
    def looks(self, first: int, count: int) -> None:
        """The list is scrolled: some rows get delegates."""
        self.drain()
        self.shadow().look(first, first + count)

    # What must hold.

    @invariant()
    def nothing_fails(self) -> None:
        assert self.stage.failures == []
        assert self.stage.said == []

    @invariant()
    def shows_the_plain_order(self) -> None:
        if not self.waiting:
            assert list(self.list.rows.keys) == self.order()
            assert self.list.inArchive == (self.shown == "archive")

    @invariant()
    def every_delegate_shows_its_row(self) -> None:
        if self.waiting:
            return
        shadow = self.shadow()
        shadow.check()
        for chat_id, delegate in zip(self.order(), shadow.delegates, strict=True):
            if delegate is not None:
                self._check_row(chat_id, delegate.shown)

    @invariant()
    def the_archive_line_names_its_chats(self) -> None:
        if not self.waiting:
            assert self.list.archive.shown == bool(self.places["archive"])
            assert self.list.archive.titles.count(", ") == max(0, min(6, len(self.places["archive"])) - 1)

    def _check_row(self, chat_id: int, shown: dict[str, Any]) -> None:
        draft, text = self.drafts.get(chat_id, ""), self.texts[chat_id]
        unread = self.unread.get(chat_id, 0)
        assert shown["title"] == names.isolate(self.titles[chat_id])
        assert shown["draft"] == (bool(draft) and not unread)
        expected = draft if shown["draft"] else text
        assert not expected or " ".join(expected.split()) in shown["text"]
        assert bool(shown["unread"]) == bool(unread)
        assert shown["pinned"] == self.places[self.shown][chat_id][1]
        assert shown["selected"] == (chat_id == self.selected)

    # Helpers.

    def known(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(sorted(self.titles)))

    def tell(self, update: td.TdObject) -> None:
        self.waiting.append(update)

    def order(self) -> list[int]:
        found = self.places[self.shown].items()
        return [chat_id for chat_id, _ in sorted(found, key=lambda each: (each[1][0], each[0]), reverse=True)]

    def shadow(self) -> Shadow:
        """The view of the list that is shown; the views of other lists go on following theirs."""
        rows = self.list.rows
        if id(rows) not in self.shadows:
            self.shadows[id(rows)] = Shadow(rows, READ)
            self.testers.append(QAbstractItemModelTester(rows, FATAL, rows))
        return self.shadows[id(rows)]

    def _place_all(self, chat_id: int, places: dict[str, tuple[int, bool]]) -> list[dict[str, Any]]:
        for key in LISTS:
            self.places[key].pop(chat_id, None)
            if key in places:
                self.places[key][chat_id] = places[key]
        return [position(order, LISTS[key], is_pinned=pinned) for key, (order, pinned) in places.items()]


def _sender(chat_id: int) -> dict[str, Any]:
    return {"@type": "messageSenderUser", "user_id": chat_id if chat_id % 2 else ME}


def test_the_chat_list_against_plain_dictionaries(qapp: QGuiApplication) -> None:
    bounds = settings(max_examples=60, stateful_step_count=40, report_multiple_bugs=False)
    run_state_machine_as_test(Lists, settings=bounds)
