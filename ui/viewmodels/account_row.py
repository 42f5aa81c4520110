"""`AccountRow`: one account in the list of them: who it is, what is unread, and the verb that shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.account import Account
from client.changes import Noun, Subscription
from client.session import Session
from client.states import SignedIn
from tdlib import types as td
from ui.viewmodels.avatar import AvatarFacts, AvatarView, initials
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import account as wording
from ui.viewmodels.wording import numbers

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class _Facts:
    name: str
    is_open: bool
    number: int
    unread: int
    status: str


@QmlElement
class AccountRow(QObject):
    """Follows one account, whether it is on the screen or not.

    Arguments:
        account: the account.
        tasks: runs the download of its picture.
        open: puts it on the screen.
    """

    changed = Signal()

    def __init__(
        self, account: Account, tasks: Tasks, open: Callable[[Account], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._tasks = tasks
        self._open = open
        self._session: Session | None = None
        self._avatars: Avatars | None = None
        self._avatar = AvatarView(AvatarFacts(glyph="person"), self)
        self._facts = _Facts("", False, 0, 0, "")
        self._changes: list[Subscription] = []
        self._subscription = account.subscribe(self._follow)
        self._follow()

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._facts.name

    @Property(str, notify=changed)
    def status(self) -> str:
        """What keeps the account from being used; empty while somebody is signed in."""
        return self._facts.status

    @Property(str, notify=changed)
    def unread(self) -> str:
        """How many messages wait that are not muted; empty for none."""
        return numbers.badge(self._facts.unread)

    isOpen = Property(bool, lambda self: self.is_open, notify=changed)

    @Property(str, notify=changed)
    def shortcut(self) -> str:
        """The keys that show it; empty beyond the ninth."""
        return f"Ctrl+Shift+{self._facts.number}" if 0 < self._facts.number < 10 else ""

    @Property(str, notify=changed)
    def spoken(self) -> str:
        """All of it in words."""
        return wording.row(self._facts.name, self._facts.status, self._facts.unread, is_open=self._facts.is_open)

    @Property(AvatarView, notify=changed)
    def avatar(self) -> AvatarView:
        return self._avatar

    @property
    def is_open(self) -> bool:
        """Whether it is the account on the screen."""
        return self._facts.is_open

    @property
    def unread_count(self) -> int:
        """How many messages wait that are not muted."""
        return self._facts.unread

    @Slot()
    def open(self) -> None:
        """Puts the account on the screen."""
        self._open(self._account)

    def place(self, number: int, *, is_open: bool) -> None:
        """Takes where it stands, counted from 1, and whether it is on the screen."""
        self._look(number, is_open)

    def close(self) -> None:
        """Ends following the account."""
        self._subscription.close()
        self._unfollow()

    def _follow(self) -> None:
        state = self._account.state
        session = state.session if isinstance(state, SignedIn) else None
        if session is not self._session:
            self._unfollow()
            self._session = session
            if session is not None:
                self._follow_session(session)
        self._look(self._facts.number, self._facts.is_open)

    def _follow_session(self, session: Session) -> None:
        self._avatars = Avatars(session, self._tasks, self)
        self._avatar = self._avatars.of_user(session.me_id)
        self._changes = [
            session.changes.subscribe(Noun.UNREAD_COUNTS, self._on_change),
            session.changes.subscribe(Noun.USER, self._on_users),
        ]

    def _unfollow(self) -> None:
        for subscription in self._changes:
            subscription.close()
        self._changes = []
        self._session = None
        if self._avatars is not None:
            self._avatars.close()
            self._avatars.deleteLater()
            self._avatars = None
            self._avatar = AvatarView(AvatarFacts(letters=initials(self._facts.name), glyph=""), self)

    def _on_change(self, changes: Mapping[object, frozenset[str]]) -> None:
        self._look(self._facts.number, self._facts.is_open)

    def _on_users(self, changes: Mapping[object, frozenset[str]]) -> None:
        if self._session is not None and self._session.me_id in changes:
            self._look(self._facts.number, self._facts.is_open)

    def _look(self, number: int, is_open: bool) -> None:
        facts = _Facts(self._name(), is_open, number, self._unread(), wording.status(self._account.state))
        if self._session is None:
            letters = initials(self._account.kept.name)
            self._avatar.update(AvatarFacts(letters=letters, glyph="" if letters else "person"))
        if facts != self._facts:
            self._facts = facts
            self.changed.emit()

    def _name(self) -> str:
        if self._session is not None:
            return self._session.users.full_name(self._session.me_id)
        return self._account.kept.name or wording.nobody()

    def _unread(self) -> int:
        if self._session is None:
            return 0
        return self._session.unread_counts.messages(td.ChatListMain()).unread_unmuted_count
