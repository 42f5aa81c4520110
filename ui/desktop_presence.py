"""`DesktopPresence`: what the desktop shows of the programme outside its window: notifications and a tray icon."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QWindow

from ui.media.avatars import picture_at
from ui.platform.notifications import notifier
from ui.platform.raising import bring_to_front
from ui.platform.session_bus import SessionBus
from ui.platform.tray import tray
from ui.viewmodels.preferences import Preferences
from ui.viewmodels.tray import TrayState, TrayVerbs

if TYPE_CHECKING:
    # They come with everything about chats, which the first frame does without.
    from client.account import Account
    from client.accounts import Accounts
    from client.changes import Subscription
    from ui.viewmodels.account_news import AccountNews
    from ui.viewmodels.accounts_view import AccountsView
    from ui.viewmodels.tasks import Tasks

UNREACHABLE = 10.0
"""Seconds that a tray may come after the start before a window that hides in it is shown after all."""


class DesktopPresence(QObject):
    """Lives as long as the programme.

    Arguments:
        loop: the event loop.
        preferences: what the person has chosen.
        quit: ends the programme.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, preferences: Preferences, quit: Callable[[], None]) -> None:
        super().__init__()
        self._loop = loop
        self._preferences = preferences
        self._quit = quit
        self._window: QWindow | None = None
        self._news: dict[Account, AccountNews] = {}
        self._subscription: Subscription | None = None
        self._showing: asyncio.TimerHandle | None = None
        self._bus = SessionBus(loop)
        self._notifier = notifier(loop, self._bus, picture_at)
        self._tray = tray(loop, self._bus)
        preferences.changed.connect(self._refresh)

    @property
    def takes_window(self) -> bool:
        """Whether a window that is closed goes into the tray, and the programme on."""
        return self._tray.is_there and self._preferences.hides_in_tray

    def begin(self, window: QWindow) -> None:
        """Puts the icon of `window` into the tray; a hidden window is shown where no tray comes."""
        self._window = window
        window.visibleChanged.connect(self._refresh)
        verbs = TrayVerbs(self._toggle, self.to_front, window.hide, self._toggle_notifications, self._quit)
        self._tray.start(verbs, self._on_tray)
        self._refresh()
        if not window.isVisible():
            self._showing = self._loop.call_later(UNREACHABLE, self._show_where_unreachable)

    def to_front(self, activation_token: str = "") -> None:
        """Shows the window in front, with the desktop's leave for it."""
        if self._window is not None:
            bring_to_front(self._window, activation_token)

    def follow(self, accounts: Accounts, view: AccountsView, tasks: Tasks) -> None:
        """Tells of the news of every account.

        Arguments:
            accounts: all of them.
            view: the one on the screen.
            tasks: runs what must be awaited.
        """

        def take() -> None:
            for account in set(self._news) - set(accounts.all):
                self._news.pop(account).close()
            for account in set(accounts.all) - set(self._news):
                self._news[account] = self._news_of(account, accounts, view, tasks)
            self._refresh()

        self._subscription = accounts.subscribe(take)
        take()

    def close(self) -> None:
        """Leaves the desktop; what it shows goes."""
        if self._showing is not None:
            self._showing.cancel()
        if self._subscription is not None:
            self._subscription.close()
        for news in self._news.values():
            news.close()
        self._window = None
        self._notifier.close()
        self._tray.close()
        self._bus.close()

    def _news_of(self, account: Account, accounts: Accounts, view: AccountsView, tasks: Tasks) -> AccountNews:
        from ui.viewmodels.account_news import AccountNews

        def in_view(chat_id: int) -> bool:
            chats = view.view.chats
            return accounts.open is account and chats is not None and chats.has_in_view(chat_id)

        def open_chat(chat_id: int, activation_token: str) -> None:
            self.to_front(activation_token)
            accounts.switch(account)
            if view.view.chats is not None:
                view.view.chats.open(chat_id)

        def name() -> str:
            return account.kept.name if len(accounts.all) > 1 else ""

        news = AccountNews(account, tasks, self._notifier, self._preferences, in_view, open_chat, name, self)
        news.changed.connect(self._refresh)
        return news

    @Slot()
    def _refresh(self) -> None:
        if self._window is not None:
            unread = sum(news.unread for news in self._news.values())
            self._tray.show(TrayState(unread, self._preferences.notifies, self._window.isVisible()))

    def _on_tray(self) -> None:
        if self._tray.is_there and self._showing is not None:
            self._showing.cancel()

    def _show_where_unreachable(self) -> None:
        if self._window is not None and not self._window.isVisible():
            self._window.showMinimized()

    def _toggle(self, activation_token: str) -> None:
        if self._window is not None and self._window.isVisible() and self._window.isActive():
            self._window.hide()
        else:
            self.to_front(activation_token)

    def _toggle_notifications(self) -> None:
        self._preferences.notify(not self._preferences.notifies)
