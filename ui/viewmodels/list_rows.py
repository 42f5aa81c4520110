"""`ListRows`: the rows of one of TDLib's chat lists, which follow it in portions that fit between two frames."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from tdlib import types as td
from ui.viewmodels.arrangement import Arrangement
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.chat_facts import ChatDescriber, ChatFacts
from ui.viewmodels.chat_row import ChatRow
from ui.viewmodels.chat_verbs import ListVerbs
from ui.viewmodels.key_changes import first_difference
from ui.viewmodels.list_model import RowModel

if TYPE_CHECKING:
    from client.session import Session


HEAD = 24
"""Rows at the top, where new messages bring chats: as many as a view shows, or is about to."""

MOVED_AT_HEAD = 4
"""Steps in one portion by which those rows come to stand right; each costs a view a delegate."""

MOVED = 16
"""Steps in one portion everywhere."""

REFRESHED = 8
"""Rows in one portion that a view reads anew."""

NEXT = 32
"""Milliseconds to the next portion: two frames, so that one of them is free for what else there is to do."""


class ListRows(RowModel[int, ChatRow]):
    """Chats in TDLib's order or as the person wants them, by their ids.

    A chat that moves or changes is followed at once. Where hundreds do in a second, the rows are brought nearer to what
    they should be a portion at a time, from the top on, and are right soon after the flood has ended.

    Arguments:
        session: the account.
        chat_list: which list.
        describer: works out what rows say.
        avatars: gives rows their pictures.
        verbs: what rows can do.
        arrangement: in which order, and which of the chats.
    """

    def __init__(
        self,
        session: Session,
        chat_list: td.ChatList,
        describer: ChatDescriber,
        avatars: Avatars,
        verbs: ListVerbs,
        arrangement: Arrangement,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(self._make_row, parent)
        self._session = session
        self.chat_list = chat_list
        self._describer = describer
        self._avatars = avatars
        self._verbs = verbs
        self._arrangement = arrangement
        self._selected: int | None = None
        self._is_in_order = True
        self._stale: dict[int, None] = {}
        self._next = QTimer(self, singleShot=True)
        self._next.setInterval(NEXT)
        self._next.timeout.connect(self._take_portion)
        self.reorder()

    @property
    def verbs(self) -> ListVerbs:
        """What can be done with its chats."""
        return self._verbs

    def reorder(self) -> None:
        """Takes the order that the list has now, all of it at once."""
        self._is_in_order = True
        self.set_keys(self._wanted())

    def follow(self) -> None:
        """Takes the order that the list has now, soon."""
        self._is_in_order = False
        if not self._next.isActive():
            self._take_portion()

    def refresh(self, chat_ids: Iterable[int]) -> None:
        """Has the rows of these chats say what is so now, soon, where a view has read such rows."""
        for chat_id in chat_ids:
            row = self.row(chat_id)
            if row is not None and row.is_read:
                self._stale[chat_id] = None
            elif row is not None:
                row.refresh()
        if self._stale and not self._next.isActive():
            self._take_portion()

    def refresh_all(self) -> None:
        """Has every row say what is so now, such as when a day has ended."""
        self.refresh([chat_id for chat_id, _ in self.made()])

    def select(self, chat_id: int | None) -> None:
        """Marks the row of the chat that is open."""
        for changed, selected in ((self._selected, False), (chat_id, True)):
            row = self.row(changed) if changed is not None else None
            if row is not None:
                row.select(selected)
        self._selected = chat_id

    def _wanted(self) -> Sequence[int]:
        return self._arrangement.arrange(self._session.chat_lists.ids(self.chat_list), self.chat_list)

    @Slot()
    def _take_portion(self) -> None:
        if not self._is_in_order:
            self._is_in_order = self._come_nearer(list(self._wanted()))
        for chat_id in list(self._stale)[:REFRESHED]:
            del self._stale[chat_id]
            row = self.row(chat_id)
            if row is not None:
                row.refresh()
        if self._stale or not self._is_in_order:
            self._next.start()

    def _come_nearer(self, wanted: list[int]) -> bool:
        """Takes a portion of the steps to the order `wanted`; returns whether it is reached."""
        position = at_head = 0
        for _ in range(MOVED):
            position = first_difference(self._keys, wanted, position)
            if position == len(self._keys) or position == len(wanted):
                self.remove(position, len(self._keys) - position)
                self.insert(position, wanted[position:])
                return True
            at_head += position < HEAD
            if at_head > MOVED_AT_HEAD:
                return False
            self.settle(position, wanted)
        return self._keys == wanted

    def _make_row(self, chat_id: int) -> ChatRow:
        def describe() -> ChatFacts:
            return self._describer.facts(chat_id, self.chat_list)

        avatar = self._avatars.of_chat(chat_id)
        return ChatRow(chat_id, describe, avatar, self._verbs, selected=chat_id == self._selected)
