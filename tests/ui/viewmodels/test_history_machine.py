"""The message view through the whole session, its pages and its own rows, against a plain list of messages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast
from unittest.mock import patch

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

from client.actions import reading
from client.stores import history as window
from tdlib import functions as tf
from tdlib import types as td
from tests.client.objects import chat_json, connection, decode, deleted
from tests.ui.session_stage import ME, SessionStage
from tests.ui.shadow import Shadow
from tests.ui.viewmodels.plain_history import CHAT, Held, check_row, groups, page, plain_rows
from ui.viewmodels import history as view
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.history import History, Place
from ui.viewmodels.history_keys import GROUP_SECONDS
from ui.viewmodels.message_row import MessageRow, MessageVerbs

PAGE = 6
MOST = 24
DAY = 86_400
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
AROUND = ("joinedAbove", "joinedBelow", "namesSender", "showsAvatar", "state", "edited", "spoken")
INSIDE = ("kind", "markup", "hasText")


class NoVerbs:
    """What a person could do; nobody does anything here."""

    contents = None

    def is_selected(self, message_id: int) -> bool:
        return False

    def open(self, message_id: int) -> None:
        return None


senders = st.sampled_from([7, 7, 8, ME])
pauses = st.sampled_from([1, 60, GROUP_SECONDS, GROUP_SECONDS + 1, DAY // 2, DAY, 3 * DAY])


class View(RuleBasedStateMachine):
    """`held` is every message TDLib has, in order; a page that was asked for comes in a later step, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self._small = [
            patch.multiple(window, MAXIMUM=MOST, SLACK=4),
            patch.multiple(reading, PAGE=PAGE, ENOUGH=4, CATCH_UP_PAGES=2),
            patch.object(view, "NEAR_END", 2),
        ]
        for each in self._small:
            each.start()
        self.stage = SessionStage()
        for kind in (tf.OpenChat, tf.CloseChat, tf.ViewMessages):
            self.stage.client.always(kind, td.Ok())
        self.stage.client.always(tf.GetMessage, td.Error(code=404, message="Not Found"))
        self.held: list[Held] = []
        self.next_id = 10_000
        self.now = 1_700_000_000
        self.next_album = 1
        self.is_absent = False
        self.may_have_hole = False
        self.history: Any = None
        self.avatars = Avatars(self.stage.session, self.stage.tasks)

    @initialize(count=st.integers(0, 30), unread=st.integers(0, 8), data=st.data())
    def begin(self, count: int, unread: int, data: st.DataObject) -> None:
        for _ in range(count):
            self._hold(data)
        unread = min(unread, sum(each.sender != ME for each in self.held))
        read = [each.id for each in self.held][-unread - 1 : -unread] if unread else []
        self.read_before = read[0] if read else 0
        fields = {"unread_count": unread, "last_read_inbox_message_id": self.read_before}
        last = {"last_message": self.held[-1].json()} if self.held else {}
        kind = {"@type": "chatTypeBasicGroup", "basic_group_id": 3}
        self.stage.feed(
            connection("Ready"), decode("updateNewChat", chat=chat_json(CHAT, type=kind, **fields, **last))
        )
        self.has_unread = unread > 0
        self._open(None)
        self.all_pages_come()

    def teardown(self) -> None:
        if self.history is not None:
            self._close()
        self.avatars.close()
        self.avatars.deleteLater()
        self.stage.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for each in self._small:
            each.stop()

    # What others do.

    @rule(data=st.data())
    def new(self, data: st.DataObject) -> None:
        found = self._hold(data)
        self._tell(decode("updateNewMessage", message=found.json()), self._last())

    @rule(sender=senders, count=st.integers(2, 4), at_once=st.booleans())
    def new_album(self, sender: int, count: int, at_once: bool) -> None:
        self.next_album += 1
        updates: list[td.TdObject] = []
        for number in range(count):
            found = self._keep(Held(self._next(), self.now, sender, f"p{number}", album=self.next_album))
            updates += [decode("updateNewMessage", message=found.json()), self._last()]
        if at_once:
            self._tell(*updates)
        else:
            for update in updates:
                self._tell(update)

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(self.held) - 1))
        old = self.held[place]
        changed = replace(old, text=data.draw(st.sampled_from(["other words", "", "🙂"])), edited=True)
        changed = replace(changed, service=False, album=0 if data.draw(st.booleans()) and not old.album else old.album)
        self.held[place] = changed
        content = {"chat_id": CHAT, "message_id": old.id}
        self._tell(
            decode("updateMessageContent", new_content=changed.json()["content"], **content),
            decode("updateMessageEdited", edit_date=1, **content),
        )

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        gone = data.draw(st.lists(st.sampled_from([each.id for each in self.held]), max_size=5, unique=True))
        self.held = [each for each in self.held if each.id not in gone]
        self._tell(deleted(*gone, 5, chat_id=CHAT), self._last())

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def is_forgotten(self, data: st.DataObject) -> None:
        """TDLib drops messages from its memory, which nobody needs to know."""
        gone = data.draw(st.sampled_from(self.held))
        self._tell(deleted(gone.id, chat_id=CHAT, from_cache=True))

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def is_read_by_others(self, data: st.DataObject) -> None:
        read = data.draw(st.sampled_from(self.held)).id
        self._tell(decode("updateChatReadOutbox", chat_id=CHAT, last_read_outbox_message_id=read))

    # What the person sends.

    @rule(count=st.integers(1, 3), album=st.booleans())
    def send(self, count: int, album: bool) -> None:
        self.next_album += album
        for _ in range(count):
            # Between the last id of the server and its next one; never one that another message had.
            self.next_id += 2
            found = Held(self.next_id, self.now, ME, "mine", album=self.next_album if album else 0, state="Pending")
            self.held.append(found)
            self._tell(decode("updateNewMessage", message=found.json()), self._last())

    @precondition(lambda self: any(each.state == "Pending" for each in self.held))
    @rule(data=st.data(), album=st.booleans())
    def succeeds(self, data: st.DataObject, album: bool) -> None:
        old = data.draw(st.sampled_from([each for each in self.held if each.state == "Pending"]))
        row = self.history.row(old.id)
        self.held.remove(old)
        new = self._keep(replace(old, id=self._next(), date=self.now, state=""))
        sent = decode("updateMessageSendSucceeded", message=new.json(), old_message_id=old.id)
        was_there = old.id in self.history.message_ids()
        self._tell(sent, self._last())
        if row is not None and was_there and not old.album and self.history.row(new.id) is not None:
            assert self.history.row(new.id) is row

    @precondition(lambda self: any(each.state == "Pending" for each in self.held))
    @rule(data=st.data())
    def fails(self, data: st.DataObject) -> None:
        old = data.draw(st.sampled_from([each for each in self.held if each.state == "Pending"]))
        new = replace(old, id=old.id + 1, state="Failed")
        self.held[self.held.index(old)] = new
        error = {"@type": "error", "code": 400, "message": "NO"}
        failed = decode("updateMessageSendFailed", message=new.json(), old_message_id=old.id, error=error)
        self._tell(failed, self._last())

    # What the line does.

    @precondition(lambda self: not self.is_absent)
    @rule()
    def line_breaks(self) -> None:
        self.is_absent = self.may_have_hole = True
        self._tell(connection("Connecting"))

    @precondition(lambda self: self.is_absent)
    @rule(data=st.data(), skipped=st.integers(0, 9), told=st.integers(0, 2))
    def line_is_back(self, data: st.DataObject, skipped: int, told: int) -> None:
        """TDLib has missed some messages, and tells the last ones of those it has missed."""
        for _ in range(skipped):
            self._hold(data)
        for _ in range(told):
            self.new(data)
        self.is_absent = False
        self._tell(self._last(), connection("Ready"))

    @precondition(lambda self: not self.is_absent and not self.may_have_hole)
    @rule(data=st.data(), count=st.integers(1, 9))
    def skips(self, data: st.DataObject, count: int) -> None:
        """TDLib tells of a channel's last message alone."""
        for _ in range(count):
            self._hold(data)
        self._tell(self._last())

    # What the person does.

    @rule(newest=st.integers(0, 20), count=st.integers(1, 8))
    def scrolls(self, newest: int, count: int) -> None:
        rows = self.history.row_model
        last = len(rows.keys) - 1
        newest = min(newest, max(0, last))
        self.stage.do(lambda: self.history.showing(newest, min(newest + count, last)))
        self.shadow.look(newest, newest + count)

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def jumps(self, data: st.DataObject) -> None:
        wanted = data.draw(st.sampled_from(self.held)).id + data.draw(st.sampled_from([0, 0, 0, 1]))
        self.stage.do(lambda: self.history.show(wanted))

    @rule()
    def jumps_to_the_end(self) -> None:
        self.stage.do(self.history.jumpToNewest)

    @rule(data=st.data())
    def comes_back(self, data: st.DataObject) -> None:
        keys = self.history.row_model.keys
        if keys:
            self.history.standsAt(data.draw(st.integers(0, len(keys) - 1)), 3.0)
        place = self.history.leave()
        self._close()
        self._open(place)

    # What the server answers.

    @precondition(lambda self: self._waiting())
    @rule(data=st.data(), size=st.integers(1, PAGE))
    def page_comes(self, data: st.DataObject, size: int) -> None:
        request = data.draw(st.sampled_from(self._waiting()))
        self.stage.answer(request, td.Messages(messages=page(self.held, request, size)))
        self._follow()

    @precondition(lambda self: self._waiting())
    @rule(data=st.data())
    def page_fails(self, data: st.DataObject) -> None:
        request = data.draw(st.sampled_from(self._waiting()))
        if request.from_message_id:
            self.stage.answer(request, td.Error(code=500, message="Timeout"))

    @rule()
    def all_pages_come(self) -> None:
        for _ in range(60):
            waiting = self._waiting()
            if not waiting:
                break
            self.stage.answer(waiting[0], td.Messages(messages=page(self.held, waiting[0], PAGE)))
        else:
            raise AssertionError("pages are asked for without an end")
        self._follow()

    # What must hold.

    @invariant()
    def nothing_fails(self) -> None:
        assert self.stage.failures == []

    @invariant()
    def has_no_hole(self) -> None:
        if self.history is None or self.may_have_hole:
            return
        ids = list(self.history.message_ids())
        assert ids == sorted(ids)
        if ids:
            assert ids == [each.id for each in self.held if ids[0] <= each.id <= ids[-1]]

    @invariant()
    def comes_to_its_ends(self) -> None:
        if self.history is None or self.may_have_hole or self._waiting():
            return
        ids = list(self.history.message_ids())
        if ids and self.history.reachesNewest:
            assert ids[-1] == self.held[-1].id
        assert len(ids) <= MOST + 4 + PAGE

    @invariant()
    def rows_are_those_of_the_window(self) -> None:
        if self.history is None:
            return
        messages = self._window()
        keys = list(self.history.row_model.keys)
        unread = [key[1] for key in keys if not isinstance(key, int) and key[0] == "unread"]
        assert len(unread) <= 1
        has_older = self.stage.session.messages.history(CHAT).has_older
        assert keys == plain_rows(messages, unread[0] if unread else None, complete=not has_older)
        if unread:
            assert self.has_unread
            head = next(group for group in groups(messages) if group[0].id == unread[0])
            earlier = [each for each in messages if self.read_before < each.id < head[0].id]
            assert all(each.sender == ME for each in earlier)

    @invariant()
    def every_delegate_shows_its_row(self) -> None:
        if self.history is None:
            return
        self.shadow.check()
        expected = {group[0].id: group for group in groups(self._window())}
        keys = list(self.history.row_model.keys)
        for place, (key, delegate) in enumerate(zip(keys, self.shadow.delegates, strict=True)):
            if isinstance(key, int) and delegate is not None:
                assert isinstance(delegate.row, MessageRow)
                above = expected.get(keys[place + 1]) if place + 1 < len(keys) else None
                below = expected.get(keys[place - 1]) if place > 0 else None
                check_row(delegate.row, delegate.shown, expected[key], above, below)

    # Helpers.

    def _open(self, place: Place | None) -> None:
        session, self.tasks = self.stage.session, self.stage.tasks.group()
        verbs = cast(MessageVerbs, NoVerbs())
        self.history = self.stage.do(lambda: History(session, CHAT, self.tasks, self.avatars, verbs, place))
        self.shadow = Shadow(self.history.row_model, AROUND + INSIDE, ("changed", "contentChanged"))
        self.tester = QAbstractItemModelTester(self.history.row_model, FATAL, self.history)
        self.stage.do(lambda: self.tasks.start(self.history.open()))
        self._follow()

    def _close(self) -> None:
        self.shadow.close()
        closing = self.history
        self.stage.do(lambda: self.stage.tasks.start(closing.close()))
        self.stage.do(self.tasks.cancel)
        closing.deleteLater()
        self.history = None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _tell(self, *updates: td.TdObject) -> None:
        self.stage.feed(*updates)
        self._follow()

    def _follow(self) -> None:
        self.shadow.look(0, 5)
        if not self.is_absent and not self._waiting():
            self.may_have_hole = False

    def _last(self) -> td.TdObject:
        found = {"last_message": self.held[-1].json()} if self.held else {}
        update: td.TdObject = decode("updateChatLastMessage", chat_id=CHAT, positions=[], **found)
        return update

    def _hold(self, data: st.DataObject) -> Held:
        self.now += data.draw(pauses)
        service = data.draw(st.sampled_from([False, False, False, True]))
        return self._keep(Held(self._next(), self.now, data.draw(senders), "some words", service=service))

    def _keep(self, message: Held) -> Held:
        self.held.append(message)
        return message

    def _next(self) -> int:
        self.next_id = self.next_id // 100 * 100 + 100
        return self.next_id

    def _waiting(self) -> list[tf.GetChatHistory]:
        return self.stage.client.waiting(tf.GetChatHistory)

    def _window(self) -> list[Held]:
        held = {each.id: each for each in self.held}
        return [held[message_id] for message_id in self.history.message_ids() if message_id in held]


def test_a_history_against_a_plain_list(qapp: QGuiApplication) -> None:
    bounds = settings(max_examples=50, stateful_step_count=30, report_multiple_bugs=False)
    run_state_machine_as_test(View, settings=bounds)
