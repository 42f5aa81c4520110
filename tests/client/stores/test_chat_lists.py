"""The order of chat lists, against a plain sorted model."""

from __future__ import annotations

import time
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from client.changes import Changes, Noun
from client.stores.chat_lists import ChatLists, list_key
from tdlib import types as td
from tests.client.objects import decode, folder, last_message, main_list, new_chat, position

LISTS = [main_list(), folder(3)]

chat_ids = st.integers(-5, 12)
orders = st.sampled_from([0, 1, 2, 3, 2**62])
lists = st.sampled_from(LISTS)


class Lists(RuleBasedStateMachine):
    """Positions come by four kinds of updates; the model is a dict that is sorted when asked."""

    def __init__(self) -> None:
        super().__init__()
        self.changes = Changes()
        self.told: set[Any] = set()
        self.changes.subscribe(Noun.CHAT_LIST, self.told.update)
        self.store = ChatLists(self.changes)
        self.model: dict[Any, dict[int, int]] = {"main": {}, ("folder", 3): {}}

    @rule(chat_id=chat_ids, order=orders, chat_list=lists, is_pinned=st.booleans())
    def move(self, chat_id: int, order: int, chat_list: dict[str, Any], is_pinned: bool) -> None:
        update = decode(
            "updateChatPosition", chat_id=chat_id, position=position(order, chat_list, is_pinned=is_pinned)
        )
        before = self.ids()
        self.store.on_position(update)
        self._put(chat_id, list_key(update.position.list_), order)
        self._check_told(before)

    @rule(chat_id=chat_ids, in_main=orders, in_folder=orders, kind=st.sampled_from(["last", "draft", "new"]))
    def tell_all(self, chat_id: int, in_main: int, in_folder: int, kind: str) -> None:
        positions = [position(order, each) for order, each in zip((in_main, in_folder), LISTS, strict=True) if order]
        before = self.ids()
        if kind == "new":
            self.store.on_new_chat(new_chat(chat_id, positions=positions))
        elif kind == "last":
            self.store.on_positions(last_message(1, chat_id, *positions))
        else:
            self.store.on_positions(decode("updateChatDraftMessage", chat_id=chat_id, positions=positions))
        self._put(chat_id, "main", in_main)
        self._put(chat_id, ("folder", 3), in_folder)
        self._check_told(before)

    @invariant()
    def orders_agree(self) -> None:
        for key, ids in self.ids().items():
            model = sorted(self.model[key].items(), key=lambda each: (each[1], each[0]), reverse=True)
            assert list(ids) == [chat_id for chat_id, _ in model]

    def ids(self) -> dict[Any, Any]:
        return {
            "main": self.store.ids(td.ChatListMain()),
            ("folder", 3): self.store.ids(td.ChatListFolder(chat_folder_id=3)),
        }

    def _put(self, chat_id: int, key: Any, order: int) -> None:
        self.model[key].pop(chat_id, None)
        if order:
            self.model[key][chat_id] = order

    def _check_told(self, before: dict[Any, Any]) -> None:
        self.told.clear()
        self.changes.flush()
        differing = {key for key, ids in self.ids().items() if list(ids) != list(before[key])}
        assert differing <= self.told


Lists.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
test_order_of_lists = Lists.TestCase


def test_pinned_chats_are_told_by_their_position() -> None:
    store = ChatLists(Changes())
    store.on_new_chat(new_chat(4, positions=[position(9, is_pinned=True)]))
    found = store.position(4, td.ChatListMain())
    assert found is not None
    assert (found.order, found.is_pinned) == (9, True)
    assert store.position(4, td.ChatListArchive()) is None
    assert store.ids(td.ChatListArchive()) == ()


def test_the_ids_are_the_same_object_until_the_order_changes() -> None:
    store = ChatLists(Changes())
    store.on_new_chat(new_chat(1, positions=[position(1)]))
    before = store.ids(td.ChatListMain())
    store.on_positions(last_message(5, 1, position(1)))
    assert store.ids(td.ChatListMain()) is before


def test_ten_thousand_chats_move_cheaply() -> None:
    store = ChatLists(Changes())
    for chat_id in range(10_000):
        store.on_new_chat(new_chat(chat_id, positions=[position(chat_id + 1)]))
    updates = [last_message(1, (n * 7919) % 10_000, position(20_000 + n)) for n in range(3000)]
    # The processor's time, so that a busy machine does not fail the test; ten seconds' worth of 300 a second.
    began = time.process_time()
    for update in updates:
        store.on_positions(update)
    assert time.process_time() - began < 1.0
    assert store.ids(td.ChatListMain())[0] == (2999 * 7919) % 10_000
