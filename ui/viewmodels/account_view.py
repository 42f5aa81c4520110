"""`AccountView`: which page an account shows, and the view model of that page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from client import states
from client.account import Account
from client.session import Session
from ui.viewmodels.credentials import Credentials
from ui.viewmodels.failure import Failure
from ui.viewmodels.logging_out import LoggingOut
from ui.viewmodels.page import STARTING, Page
from ui.viewmodels.sign_in import SignIn
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import account as wording
from ui.viewmodels.wording import failures

if TYPE_CHECKING:
    # It comes with everything about chats, which the sign-in does without.
    from ui.viewmodels.chats_view import ChatsView

Leaf = SignIn | Credentials | LoggingOut | Failure
"""What a page without chats shows."""


@dataclass(frozen=True)
class AccountSurroundings:
    """What an account's pages need from the programme.

    Attributes:
        tasks: runs their coroutines.
        loop: the event loop.
        chats_view: makes the view of a signed-in session.
        say: shows a sentence at the window's foot.
        quit: ends the programme.
    """

    tasks: Tasks
    loop: asyncio.AbstractEventLoop
    chats_view: Callable[[Account, Session], ChatsView]
    say: Callable[[str], None]
    quit: Callable[[], None]


class AccountView(QObject):
    """Follows the state of one account and fills the window's page with it.

    Arguments:
        active: whether the window has the person's attention.
    """

    def __init__(
        self,
        account: Account,
        surroundings: AccountSurroundings,
        page: Page,
        parent: QObject | None = None,
        *,
        active: bool = True,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._around = surroundings
        self._shown = page
        self._state: states.AccountState | None = None
        self._page = ""
        self._view: Leaf | None = None
        self._chats: ChatsView | None = None
        self._active = active
        self._subscription = account.subscribe(self._follow)
        self._follow()

    @property
    def account(self) -> Account:
        """The account that is shown."""
        return self._account

    @property
    def page(self) -> str:
        """The name of the account's page."""
        return self._page

    @property
    def chats(self) -> ChatsView | None:
        """The chats, while somebody is signed in."""
        return self._chats

    def activate(self, active: bool) -> None:
        """Takes whether the window has the person's attention."""
        self._active = active
        if self._chats is not None:
            self._chats.activate(active)
        if isinstance(self._state, states.SignedIn):
            self._tell(self._state.session)

    def close(self) -> None:
        """Stops following the account; what is typed is kept."""
        self._subscription.close()
        self._leave(self._view, self._chats)

    def _follow(self) -> None:
        state, before = self._account.state, self._state
        if state is before:
            return
        self._state = state
        match state:
            case states.SigningIn(step=step, connection=line) if isinstance(self._view, SignIn):
                self._view.follow(step, line)
            case states.SigningIn(step=step, ended_because=reason, connection=line):
                self._show("signIn", SignIn(step, line, self._around.tasks, self._around.loop, self))
                if reason:
                    self._around.say(wording.ended(reason))
            case states.SignedIn(session=session):
                self._show("chats", self._around.chats_view(self._account, session))
                self._tell(session)
                if isinstance(before, states.Recovering):
                    self._around.say(wording.recovered())
            case states.LoggingOut():
                self._show("loggingOut", LoggingOut(state, wording.waiting(state), self._around.tasks, self))
            case states.NeedsCredentials():
                self._show("credentials", self._credentials_of(state))
            case states.Failed():
                self._show("failed", self._failure_of(state))
            case states.Starting() if isinstance(self._view, SignIn):
                # TDLib leaves a QR code only by starting over; the screen stays meanwhile.
                return
            case _:
                self._show(STARTING, None, wording.waiting(state))

    def _tell(self, session: Session) -> None:
        """Says at Telegram whether the person is at one of the windows."""
        online = self._active or (self._chats is not None and self._chats.is_attended_elsewhere)
        self._around.tasks.start(session.set_online(online), on_error=lambda error: None)

    @Slot()
    def _on_attended(self) -> None:
        if isinstance(self._state, states.SignedIn):
            self._tell(self._state.session)

    def _show(self, name: str, view: Leaf | ChatsView | None, text: str = "") -> None:
        left, left_chats = self._view, self._chats
        self._page = name
        self._view = view if isinstance(view, Leaf) else None
        self._chats = None if view is None or isinstance(view, Leaf) else view
        if self._chats is not None:
            self._chats.activate(self._active)
            self._chats.attended.connect(self._on_attended)
        self._shown.show(name, view, text)
        self._leave(left, left_chats)

    def _leave(self, view: Leaf | None, chats: ChatsView | None) -> None:
        if chats is not None:
            chats.close()
        if isinstance(view, SignIn | LoggingOut):
            view.leave()
        elif view is not None:
            view.deleteLater()

    def _credentials_of(self, state: states.NeedsCredentials) -> Credentials:
        def accept(api_id: int, api_hash: str) -> None:
            self._around.tasks.start(state.accept(api_id, api_hash))

        return Credentials(accept, refused=state.refused, parent=self)

    def _failure_of(self, state: states.Failed) -> Failure:
        def retry() -> None:
            self._around.tasks.start(state.retry())

        return Failure(failures.words(state.failure), retry, self._around.quit, self)
