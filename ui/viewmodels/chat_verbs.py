"""`ListVerbs`: what can be done with a chat from the list, with a question first where it can't be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tdlib import types as td
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import confirmations
from ui.viewmodels.wording.confirmations import Question
from ui.viewmodels.wording.names import People

if TYPE_CHECKING:
    from client.session import Session

Ask = Callable[[Question, Callable[[bool], None]], None]

# TDLib takes more than 366 days as "for ever".
FOREVER = 400 * 86_400


class ListVerbs:
    """The verbs of rows of one chat list.

    Arguments:
        session: the account.
        people: looks names up.
        tasks: runs the verbs.
        open_chat: shows a chat.
        open_window: shows a chat in a window of its own.
        ask: asks a question, and calls back when the answer is yes.
        report: begins the talk with the moderators about a chat.
        chat_list: in which list a chat is pinned.
    """

    def __init__(
        self,
        session: Session,
        people: People,
        tasks: Tasks,
        open_chat: Callable[[int], None],
        open_window: Callable[[int], None],
        ask: Ask,
        report: Callable[[int], None],
        chat_list: td.ChatList,
    ) -> None:
        self._session = session
        self._people = people
        self._tasks = tasks
        self._open_chat = open_chat
        self._open_window = open_window
        self._ask = ask
        self._report = report
        self._chat_list = chat_list

    def open(self, chat_id: int) -> None:
        self._open_chat(chat_id)

    def open_window(self, chat_id: int) -> None:
        self._open_window(chat_id)

    def toggle_pin(self, chat_id: int) -> None:
        position = self._session.chat_lists.position(chat_id, self._chat_list)
        pinned = position is not None and position.is_pinned
        self._tasks.start(self._session.chat_verbs.pin(chat_id, self._chat_list, not pinned))

    def move_pin(self, chat_id: int, by: int) -> None:
        pinned = self.pinned()
        if chat_id in pinned and 0 <= pinned.index(chat_id) + by < len(pinned):
            self._place_pin(pinned, chat_id, pinned.index(chat_id) + by)

    def put_pin(self, chat_id: int, other: int, *, behind: bool) -> None:
        """Puts a pinned chat directly before another one, or behind it."""
        pinned = self.pinned()
        if chat_id in pinned and other in pinned and chat_id != other:
            place = [each for each in pinned if each != chat_id].index(other) + behind
            if place != pinned.index(chat_id):
                self._place_pin(pinned, chat_id, place)

    def pinned(self) -> list[int]:
        """Returns the pinned chats of the list, the first one first."""
        lists = self._session.chat_lists
        found = []
        for chat_id in lists.ids(self._chat_list):
            position = lists.position(chat_id, self._chat_list)
            if position is None or not position.is_pinned:
                break
            found.append(chat_id)
        return found

    def _place_pin(self, pinned: list[int], chat_id: int, place: int) -> None:
        order = [each for each in pinned if each != chat_id]
        order.insert(place, chat_id)
        self._tasks.start(self._session.chat_verbs.order_pins(self._chat_list, order))

    def mute(self, chat_id: int, seconds: int) -> None:
        self._tasks.start(self._session.chat_verbs.mute(chat_id, FOREVER if seconds < 0 else seconds))

    def mark_read(self, chat_id: int) -> None:
        chat = self._session.chats.get(chat_id)
        if chat is None:
            return
        if chat.is_marked_as_unread:
            self._tasks.start(self._session.chat_verbs.mark_unread(chat_id, False))
        if chat.unread_count and chat.last_message is not None:
            self._tasks.start(self._session.reading.view(chat_id, [chat.last_message.id], force_read=True))

    def mark_unread(self, chat_id: int) -> None:
        self._tasks.start(self._session.chat_verbs.mark_unread(chat_id, True))

    def toggle_archive(self, chat_id: int) -> None:
        archived = self._session.chat_lists.position(chat_id, td.ChatListArchive()) is not None
        self._tasks.start(self._session.chat_verbs.archive(chat_id, not archived))

    def ask_clear_history(self, chat_id: int) -> None:
        chat = self._session.chats.get(chat_id)
        if chat is not None:
            question = confirmations.clear_history(self._people.chat(chat_id), for_both=_for_both(chat))
            self._ask(question, lambda revoke: self._delete(chat_id, revoke=revoke, remove=False))

    def ask_delete_or_leave(self, chat_id: int) -> None:
        chat = self._session.chats.get(chat_id)
        if chat is None:
            return
        title = self._people.chat(chat_id)
        if self._is_member(chat):
            channel = self._people.is_channel(chat_id)
            question = confirmations.leave_channel(title) if channel else confirmations.leave_group(title)
            self._ask(question, lambda _: self._leave(chat_id))
            return
        if isinstance(chat.type, td.ChatTypePrivate) and chat.type.user_id == self._session.me_id:
            question = confirmations.delete_saved()
        elif self._people.is_private(chat_id):
            question = confirmations.delete_chat(title, for_both=_for_both(chat))
        else:
            question = confirmations.delete_group(title)
        self._ask(question, lambda revoke: self._delete(chat_id, revoke=revoke, remove=True))

    def ask_block(self, chat_id: int) -> None:
        question = confirmations.block(self._people.chat(chat_id))
        self._ask(question, lambda _: self._block(chat_id))

    def report(self, chat_id: int) -> None:
        self._report(chat_id)

    def can_report(self, chat_id: int) -> bool:
        """Returns whether the moderators take reports about the chat as a whole."""
        chat = self._session.chats.get(chat_id)
        return chat is not None and chat.can_be_reported

    def can_block(self, chat_id: int) -> bool:
        """Returns whether the chat is with somebody else who is not blocked yet."""
        chat, user_id = self._session.chats.get(chat_id), self._session.chats.private_user_id(chat_id)
        return chat is not None and user_id not in (None, self._session.me_id) and chat.block_list is None

    def leaves(self, chat_id: int) -> bool:
        """Returns whether there is a group or channel to leave rather than a chat to delete."""
        chat = self._session.chats.get(chat_id)
        return chat is not None and self._is_member(chat)

    def can_clear(self, chat_id: int) -> bool:
        """Returns whether the messages may be deleted while the chat stays."""
        chat = self._session.chats.get(chat_id)
        return chat is not None and chat.can_be_deleted_only_for_self

    def delete_or_leave_text(self, chat_id: int) -> str:
        """Returns the words of the menu's item."""
        channel = self._people.is_channel(chat_id)
        return confirmations.leave_or_delete(leaves=self.leaves(chat_id), channel=channel)

    def _is_member(self, chat: td.Chat) -> bool:
        match chat.type:
            case td.ChatTypeBasicGroup(basic_group_id=number):
                basic = self._session.groups.basic_group(number)
                return basic is not None and _is_in(basic.status)
            case td.ChatTypeSupergroup(supergroup_id=number):
                group = self._session.groups.supergroup(number)
                return group is not None and _is_in(group.status)
            case _:
                return False

    def _block(self, chat_id: int) -> None:
        self._tasks.start(self._session.chat_verbs.block(chat_id))

    def _leave(self, chat_id: int) -> None:
        self._tasks.start(self._session.chat_verbs.leave(chat_id))

    def _delete(self, chat_id: int, *, revoke: bool, remove: bool) -> None:
        self._tasks.start(self._session.chat_verbs.delete_history(chat_id, remove_from_list=remove, revoke=revoke))


def _for_both(chat: td.Chat) -> bool:
    return chat.can_be_deleted_for_all_users and isinstance(chat.type, td.ChatTypePrivate)


def _is_in(status: td.ChatMemberStatus) -> bool:
    match status:
        case td.ChatMemberStatusMember() | td.ChatMemberStatusAdministrator():
            return True
        case td.ChatMemberStatusCreator(is_member=member) | td.ChatMemberStatusRestricted(is_member=member):
            return member
        case _:
            return False
