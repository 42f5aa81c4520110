"""`ListRows`: the rows of one of TDLib's chat lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tdlib import types as td
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.chat_facts import ChatDescriber, ChatFacts
from ui.viewmodels.chat_row import ChatRow, ChatVerbs
from ui.viewmodels.list_model import RowModel

if TYPE_CHECKING:
    from client.session import Session


class ListRows(RowModel[int, ChatRow]):
    """Chats in TDLib's order, by their ids.

    Arguments:
        session: the account.
        chat_list: which list.
        describer: works out what rows say.
        avatars: gives rows their pictures.
        verbs: what rows can do.
    """

    def __init__(
        self,
        session: Session,
        chat_list: td.ChatList,
        describer: ChatDescriber,
        avatars: Avatars,
        verbs: ChatVerbs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(self._make_row, parent)
        self._session = session
        self.chat_list = chat_list
        self._describer = describer
        self._avatars = avatars
        self._verbs = verbs
        self._selected: int | None = None
        self.reorder()

    def reorder(self) -> None:
        """Takes the order that the list has now."""
        self.set_keys(self._session.chat_lists.ids(self.chat_list))

    def refresh(self, chat_ids: Iterable[int]) -> None:
        """Has the rows of these chats say what is so now, where such rows exist."""
        for chat_id in chat_ids:
            row = self.row(chat_id)
            if row is not None:
                row.refresh()

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

    def _make_row(self, chat_id: int) -> ChatRow:
        def describe() -> ChatFacts:
            return self._describer.facts(chat_id, self.chat_list)

        avatar = self._avatars.of_chat(chat_id)
        return ChatRow(chat_id, describe, avatar, self._verbs, selected=chat_id == self._selected)
