"""`Arrangement`: in which order a person wants their chats, and which of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import filterfalse
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from tdlib import types as td
from ui.viewmodels.preferences import Preferences
from ui.viewmodels.wording import previews

if TYPE_CHECKING:
    from client.session import Session

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Arrangement(QObject):
    """Two wishes about every list of chats: those with something unread first, and only those that wait for an answer.

    Which chats that concerns is kept and brought up to date chat by chat: a list of thousands is arranged by looking
    at none of them. The chat that is open stays where it is when reading or answering takes the reason away.

    Arguments:
        session: the account.
        preferences: keep the wishes.
    """

    changed = Signal()

    def __init__(self, session: Session, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._open: int | None = None
        self._unread = _Group(self._is_unread)
        self._unanswered = _Group(self._is_unanswered)
        preferences.changed.connect(self._on_preferences)
        self._wishes = self._wished()

    def close(self) -> None:
        """Ends following the preferences."""
        self._preferences.changed.disconnect(self._on_preferences)

    unreadFirst = Property(bool, lambda self: self._preferences.unread_first, notify=changed)
    unansweredOnly = Property(bool, lambda self: self._preferences.unanswered_only, notify=changed)
    active = Property(bool, lambda self: self.is_active, notify=changed)

    @property
    def is_active(self) -> bool:
        """Whether lists look otherwise than Telegram orders them, which takes all of their chats."""
        return any(self._wishes)

    @property
    def hides(self) -> bool:
        """Whether some chats are left out."""
        return self._preferences.unanswered_only

    @Slot(bool)
    def putUnreadFirst(self, on: bool) -> None:
        """Puts chats with unread messages that make sounds before the others; pinned ones stay above."""
        self._preferences.put_unread_first(on)

    @Slot(bool)
    def showUnansweredOnly(self, on: bool) -> None:
        """Leaves chats out but those with a person who has had no answer yet."""
        self._preferences.show_unanswered_only(on)

    @Slot()
    def clear(self) -> None:
        """Shows every chat in Telegram's order."""
        self._preferences.put_unread_first(False)
        self._preferences.show_unanswered_only(False)

    def arrange(self, chat_ids: Sequence[int], chat_list: td.ChatList) -> Sequence[int]:
        """Returns a list's chats as they are wanted.

        Arguments:
            chat_ids: in Telegram's order.
            chat_list: whose they are.
        """
        unread_first, unanswered_only = self._wishes
        if unanswered_only:
            wanted = self._unanswered.of(chat_ids)
            chat_ids = list(filter(wanted.__contains__, chat_ids))
        if not unread_first:
            return chat_ids
        unread = self._unread.of(chat_ids)
        pins = self._count_pins(chat_ids, chat_list)
        rest = chat_ids[pins:]
        # Without a step of Python for each of thousands, thirty times a second.
        return [*chat_ids[:pins], *filter(unread.__contains__, rest), *filterfalse(unread.__contains__, rest)]

    def follow(self, chat_ids: Iterable[int]) -> bool:
        """Takes that these chats have changed; returns whether a list may have to be arranged anew."""
        unread_first, unanswered_only = self._wishes
        if not (unread_first or unanswered_only):
            return False
        looked_at = [chat_id for chat_id in chat_ids if chat_id != self._open]
        moved = unread_first and self._unread.look_at(looked_at)
        return (unanswered_only and self._unanswered.look_at(looked_at)) or moved

    def forget(self) -> None:
        """Has every chat be looked at again, such as when whole kinds of chats were muted."""
        self._unread.forget()
        self._unanswered.forget()

    def open(self, chat_id: int | None) -> bool:
        """Takes which chat is open; returns whether a list may have to be arranged anew."""
        left, self._open = self._open, chat_id
        return left is not None and self.follow([left])

    def _wished(self) -> tuple[bool, bool]:
        return self._preferences.unread_first, self._preferences.unanswered_only

    @Slot()
    def _on_preferences(self) -> None:
        wishes = self._wished()
        if wishes != self._wishes:
            self._wishes = wishes
            self.forget()
            self.changed.emit()

    def _count_pins(self, chat_ids: Sequence[int], chat_list: td.ChatList) -> int:
        for count, chat_id in enumerate(chat_ids):
            position = self._session.chat_lists.position(chat_id, chat_list)
            if position is None or not position.is_pinned:
                return count
        return len(chat_ids)

    def _is_unread(self, chat_id: int) -> bool:
        chat = self._session.chats.get(chat_id)
        if chat is None or not (chat.unread_count or chat.is_marked_as_unread):
            return False
        return chat.unread_mention_count > 0 or not self._session.chats.is_muted(chat_id)

    def _is_unanswered(self, chat_id: int) -> bool:
        chat = self._session.chats.get(chat_id)
        if chat is None or not isinstance(chat.type, td.ChatTypePrivate | td.ChatTypeSecret):
            return False
        message, user = chat.last_message, self._session.users.get(chat.type.user_id)
        if message is None or message.is_outgoing or previews.is_service(message.content):
            return False
        return user is not None and user.id != self._session.me_id and isinstance(user.type, td.UserTypeRegular)


class _Group:
    """The chats of which something is true, each looked at once and then when it changes."""

    def __init__(self, belongs: Callable[[int], bool]) -> None:
        self._belongs = belongs
        self._known: set[int] = set()
        self._members: set[int] = set()

    def of(self, chat_ids: Sequence[int]) -> set[int]:
        """Returns the members; all of `chat_ids` have been looked at then."""
        if not self._known.issuperset(chat_ids):
            fresh = set(chat_ids) - self._known
            self._known |= fresh
            self._members.update(filter(self._belongs, fresh))
        return self._members

    def look_at(self, chat_ids: Iterable[int]) -> bool:
        """Looks again at those of `chat_ids` that are known; returns whether the members are others than before."""
        moved = False
        for chat_id in self._known.intersection(chat_ids):
            if self._belongs(chat_id) != (chat_id in self._members):
                self._members ^= {chat_id}
                moved = True
        return moved

    def forget(self) -> None:
        """Knows nothing any more."""
        self._known.clear()
        self._members.clear()
