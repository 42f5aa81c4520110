"""`AccountNews`: what one account has to tell outside the window, whether it is on the screen or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from client.account import Account
from client.changes import Noun, Subscription
from client.session import Session
from client.states import SignedIn
from tdlib import types as td
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.notifier import Notifier
from ui.viewmodels.preferences import Preferences
from ui.viewmodels.tasks import Tasks

if TYPE_CHECKING:
    # It comes with everything about chats, which the sign-in does without.
    from ui.viewmodels.notifications import Notifications


class AccountNews(QObject):
    """Notifications and the number of unread messages, while somebody is signed in.

    Arguments:
        account: the account.
        tasks: runs what must be awaited.
        notifier: the desktop's notifications.
        preferences: what the person has chosen.
        in_view: returns whether the person looks at a chat of the account.
        open_chat: shows the account and a chat of it, for which the desktop has given a token.
        name: returns the account's name where it must be told; "" otherwise.
    """

    changed = Signal()

    def __init__(
        self,
        account: Account,
        tasks: Tasks,
        notifier: Notifier,
        preferences: Preferences,
        in_view: Callable[[int], bool],
        open_chat: Callable[[int, str], None],
        name: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._tasks = tasks
        self._notifier = notifier
        self._preferences = preferences
        self._in_view = in_view
        self._open_chat = open_chat
        self._name = name
        self._session: Session | None = None
        self._avatars: Avatars | None = None
        self._notifications: Notifications | None = None
        self._counts: Subscription | None = None
        self._subscription = account.subscribe(self._follow)
        self._follow()

    @property
    def unread(self) -> int:
        """How many messages wait in chats that are not muted."""
        if self._session is None:
            return 0
        return self._session.unread_counts.messages(td.ChatListMain()).unread_unmuted_count

    def close(self) -> None:
        """Ends following the account; its notifications go."""
        self._subscription.close()
        self._leave()

    def _follow(self) -> None:
        state = self._account.state
        session = state.session if isinstance(state, SignedIn) else None
        if session is self._session:
            return
        self._leave()
        if session is not None:
            self._enter(session)
        self.changed.emit()

    def _enter(self, session: Session) -> None:
        from ui.viewmodels.notifications import Notifications

        self._session = session
        self._avatars = Avatars(session, self._tasks, self)
        self._notifications = Notifications(
            session,
            self._tasks,
            self._notifier,
            self._avatars,
            self._preferences,
            self._in_view,
            self._open_chat,
            self._name,
            self,
        )
        self._counts = session.changes.subscribe(Noun.UNREAD_COUNTS, lambda changes: self.changed.emit())

    def _leave(self) -> None:
        self._session = None
        if self._counts is not None:
            self._counts.close()
        if self._notifications is not None:
            self._notifications.close()
            self._notifications.deleteLater()
        if self._avatars is not None:
            self._avatars.close()
            self._avatars.deleteLater()
        self._counts = self._notifications = self._avatars = None
