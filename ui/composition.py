"""Puts the programme together: profile, window, account, and the order in which they start and end.

What the window needs is imported here, what an account needs beside the opening of the window (importing.py). The
functions that use that import it by then for nothing.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Awaitable, Callable
from contextlib import ExitStack, closing, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from client.paths import Paths
from client.settings import Settings
from tdlib.starting import SpareEngine
from ui import connection, credentials
from ui.crash_reporting import crash_reports, mistake, offer
from ui.desktop_presence import DesktopPresence
from ui.event_loop import event_loop
from ui.importing import ACCOUNTS, SHOWN_ACCOUNTS, Importing
from ui.introduction import introduce
from ui.languages import languages, speak
from ui.log_keeping import keep_log
from ui.mistakes import Mistakes
from ui.options import Options
from ui.platform.color_scheme import follow_system
from ui.platform.end_signals import EndSignals
from ui.platform.fonts import choose_font
from ui.platform.garbage import Garbage
from ui.platform.instance_door import InstanceDoor
from ui.platform.single_instance import First, Request
from ui.refused import Refused
from ui.remembered_chats import RememberedChats
from ui.remembered_place import remembered_place
from ui.settings_window import settings_view
from ui.startup import GraphicsFailed, StartsAnew
from ui.viewmodels.appearance import Appearance
from ui.viewmodels.application import ApplicationView
from ui.viewmodels.arrivals import Arrivals
from ui.viewmodels.page import STARTING
from ui.viewmodels.preferences import Preferences
from ui.window import open_window, qml_engine

if TYPE_CHECKING:
    from client.account import Account
    from client.accounts import Accounts
    from client.changes import Subscription
    from client.session import Session
    from tdlib import types as td
    from ui.viewmodels.accounts_view import AccountsView
    from ui.viewmodels.chats_view import ChatsView
    from ui.viewmodels.tasks import Tasks

log = logging.getLogger(__name__)

PICTURE_SIZE = (1280, 800)
"""Width and height of `--screenshot` without `--size`."""

LAST_WORDS = 2.0
"""Seconds that drafts and closed chats get to reach TDLib before it closes."""

FIRST_FRAME = 0.5
"""Seconds that the first frame gets before the start goes on without it, as in a window that opens minimized."""


def run(options: Options, first: First | None, spare: SpareEngine | None) -> int:
    """Runs the programme to its end and returns the exit code; raises `StartRefused` where it can't start."""
    existing = QGuiApplication.instance()
    application = existing if isinstance(existing, QGuiApplication) else QGuiApplication(sys.argv[:1])
    introduce(application)
    application.setQuitOnLastWindowClosed(False)
    choose_font(application)
    loop = event_loop(application)
    asyncio.set_event_loop(loop)
    with closing(loop), ExitStack() as ending:
        programme = Programme(options, application, loop, ending, first, spare)
        if programme.reports is not None:
            programme.reports.watch_faults()
        return loop.run_until_complete(programme.run())


class Programme:
    """One start, from the profile to the last word of TDLib.

    Arguments:
        options: the command line.
        application: Qt's.
        loop: the event loop of Qt and asyncio.
        ending: takes what must be undone at the end.
        first: answers later starts on the same profile; None where there are none.
        spare: an engine that has been starting since before Qt was loaded.
    """

    def __init__(
        self,
        options: Options,
        application: QGuiApplication,
        loop: asyncio.AbstractEventLoop,
        ending: ExitStack,
        first: First | None = None,
        spare: SpareEngine | None = None,
    ) -> None:
        self._options = options
        self._loop = loop
        self._ending = ending
        self._first = first
        self._spare = spare
        self._door: InstanceDoor | None = None
        self._quit = asyncio.Event()
        self._anew: StartsAnew | None = None
        self._paths = Paths(self._profile())
        self._log = keep_log(self._paths, options.log_level)
        self.reports = crash_reports(options, self._paths, ending)
        self._settings = Settings(self._paths.settings)
        speak(application, options.language or self._settings.language, ending)
        self._proxy = connection.proxy(options.proxy or self._settings.proxy)
        self._importing = Importing(loop, self._paths)
        self._credentials = credentials.DEMO if options.demo else credentials.find(os.environ, self._settings)
        self._appearance = Appearance(options.theme or self._settings.theme, still=options.screenshot is not None)
        follow_system(application, self._appearance)
        size = (options.size or PICTURE_SIZE) if options.screenshot is not None else None
        place = remembered_place(self._settings, application.screens(), size)
        # The demo's profile goes with it, and with that what was chosen.
        is_lasting = options.profile is not None or not options.demo
        start_anew = partial(self._start_anew, StartsAnew()) if is_lasting else None
        self._preferences = preferences = Preferences(self._settings, languages(), start_anew)
        self._presence = DesktopPresence(loop, preferences, self._quit.set) if options.screenshot is None else None
        self._view = ApplicationView(
            self._appearance, place, self._quit.set, preferences, self._takes_window, hidden=options.hidden
        )
        self._arrivals = Arrivals(self._view, self._chats_shown, self._use_proxy)
        self._last_chats = RememberedChats(self._settings)
        self._tasks: Tasks | None = None
        self._accounts: Accounts | None = None
        self._accounts_view: AccountsView | None = None
        self._engine: QQmlApplicationEngine | None = None
        self._sign_in: Subscription | None = None

    async def run(self) -> int:
        """Shows the window until it is closed, or draws it; returns the exit code.

        Raises:
            Refused: it can't.
            StartsAnew: it has ended for another start in its place.
        """
        self._ending.callback(Garbage().close)
        self._ending.callback(EndSignals(self._quit.set).close)
        if self._first is not None:
            self._door = InstanceDoor(self._first, self._take_request)
        self._arrivals.take(self._options.links, self._options.files)
        self._ending.callback(Mistakes(self._loop, self._view.show).close)
        try:
            code = await self._live(self._run_demo() if self._options.demo else self._run_telegram())
        except Refused:
            raise
        except Exception as error:
            log.critical("a mistake of the programme ended it", exc_info=True)
            raise Refused(mistake(self.reports, self._log, self._options)) from error
        finally:
            await self._close()
        if self._anew is not None:
            raise self._anew
        return code

    # The two ways to run.

    async def _run_telegram(self) -> int:
        window = await self._open_window()
        await self._importing.wait_for(ACCOUNTS)
        accounts = self._make_accounts(self._options.tdlib or connection.library(), self._proxy)
        # The engine starts in a process of its own while this one goes on importing.
        await accounts.start()
        await self._show_accounts(accounts)
        return await self._show(window, accounts)

    async def _run_demo(self) -> int:
        from ui import demo
        from ui.viewmodels.wording import demo as wording

        telegram = self._loop.create_task(
            demo.start_local_telegram(
                _tell if self._options.screenshot is None else _keep_quiet,
                chats=self._options.chats,
                messages=self._options.messages,
                actors=self._options.screenshot is None,
                state=self._paths.data / demo.STATE if self._options.profile is not None else None,
            )
        )
        await asyncio.sleep(0)
        self._view.shown.show(STARTING, None, wording.starting())
        window = await self._open_window()
        local = await telegram
        self._ending.callback(local.close)
        accounts = self._make_accounts(self._options.tdlib or local.library, connection.proxy(local.proxy))
        await accounts.start()
        if not self._options.signed_out:
            await demo.sign_in(accounts.open, local.people[0], local.code)
        await self._show_accounts(accounts)
        return await self._show(window, accounts)

    async def _show(self, window: QQuickWindow, accounts: Accounts) -> int:
        if self._options.screenshot is None:
            await accounts.start_others()
            await self._quit.wait()
            return 0
        from ui import screenshot

        assert self._accounts_view is not None
        assert self._tasks is not None
        shown = screenshot.Shown(window, self._accounts_view.view, accounts, self._tasks)
        await screenshot.take(shown, self._options, self._options.screenshot, self._view.openSettings)
        return 0

    async def _live(self, running: Awaitable[int]) -> int:
        """Awaits `running`, or the person's wish to end before it has got anywhere."""
        task = asyncio.ensure_future(running)
        leaving = self._loop.create_task(self._quit.wait())
        await asyncio.wait({task, leaving}, return_when=asyncio.FIRST_COMPLETED)
        leaving.cancel()
        if not task.done():
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            return 0
        return task.result()

    async def _close(self) -> None:
        """Ends in the reverse order of the start; returns when TDLib has closed its database."""
        if self._door is not None:
            self._door.close()
        if self._engine is not None:
            for window in self._engine.rootObjects():
                window.setProperty("visible", False)
        self._view.shown.show(STARTING)
        if self._tasks is not None:
            await self._tasks.close()
        if self._accounts_view is not None and self._tasks is not None:
            self._accounts_view.close()
            await self._tasks.finish(LAST_WORDS)
        if self._presence is not None:
            self._presence.close()
        if self._accounts is not None:
            if self._options.screenshot is None:
                self._last_chats.keep(self._accounts)
            await self._accounts.close()
        if self._sign_in is not None:
            self._sign_in.close()
        self._importing.close()
        # QML goes before the view models that it shows.
        self._engine = None

    # The parts.

    def _profile(self) -> Path | None:
        if self._options.profile is not None or not self._options.demo:
            return self._options.profile
        from ui import demo

        return Path(self._ending.enter_context(demo.temporary_profile()))

    def _make_accounts(self, library: Path, proxy: td.Proxy | None) -> Accounts:
        from client.account import Account
        from client.accounts import Accounts
        from client.start_options import StartOptions
        from tdlib.client import TdClient
        from ui.platform.keyring import system_keyring

        self._proxy = proxy
        options = StartOptions(
            library=library,
            use_test_dc=self._options.test_dc,
            api_id=self._credentials.api_id,
            api_hash=self._credentials.api_hash,
        )

        keyring = None if self._options.demo else system_keyring(os.environ)
        make_wire = TdClient if self._spare is None else partial(TdClient, start=self._spare.take)

        def make(paths: Paths, other_user_ids: Callable[[], list[int]]) -> Account:
            others, now = other_user_ids, replace(options, proxy=self._proxy)
            return Account(paths, self._settings, now, make_wire=make_wire, other_user_ids=others, keyring=keyring)

        self._accounts = Accounts(self._paths, make, self._tell_twin)
        return self._accounts

    async def _open_window(self) -> QQuickWindow:
        """Opens the window and returns it when its first frame is drawn."""
        self._engine = qml_engine()
        window = open_window(self._engine, self._view)
        window.sceneGraphError.connect(self._give_graphics_up)
        drawn = asyncio.Event()
        if self._options.hidden:
            drawn.set()
        window.frameSwapped.connect(drawn.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(drawn.wait(), FIRST_FRAME)
        window.frameSwapped.disconnect(drawn.set)
        offer(self.reports, self._paths, self._view)
        if self._presence is not None:
            self._presence.begin(window)
        return window

    async def _show_accounts(self, accounts: Accounts) -> None:
        await self._importing.wait_for(SHOWN_ACCOUNTS)
        from ui.viewmodels.account_view import AccountSurroundings
        from ui.viewmodels.accounts_view import AccountsView
        from ui.viewmodels.tasks import Tasks

        self._tasks = tasks = Tasks(self._loop, self._view.show)
        around = AccountSurroundings(self._tasks, self._loop, self._chats_view, self._view.show, self._quit.set)
        self._accounts_view = AccountsView(accounts, around, self._view.shown, self._view, active=self._view.active)
        self._view.take_accounts(self._accounts_view)
        self._view.offer_settings(
            lambda: settings_view(self._options, self._paths, accounts, self._use_proxy, tasks, self._view.show)
        )
        self._view.activated.connect(self._accounts_view.activate)
        self._view.logOutWanted.connect(self._accounts_view.log_out)
        self._view.accountWanted.connect(self._accounts_view.openAt)
        if self._presence is not None:
            self._presence.follow(accounts, self._accounts_view, self._tasks)
        self._sign_in = accounts.open.subscribe(lambda: self._importing.follow_sign_in(accounts.open))

    def _chats_view(self, account: Account, session: Session) -> ChatsView:
        from ui.platform.desktop import QtDesktop
        from ui.viewmodels.chats_view import ChatsView

        assert self._tasks is not None
        desktop = QtDesktop(self._paths.cache / "clipboard")
        say, ask = self._view.show, self._view.ask
        offer_proxy, preferences = self._arrivals.offer_proxy, self._preferences
        view = ChatsView(session, self._tasks, desktop, account.journal, say, ask, offer_proxy, preferences)
        last_chat = self._last_chats.of(account)
        if last_chat and self._options.screenshot is None:
            view.reopen(last_chat)
        view.openChanged.connect(
            lambda: self._last_chats.note(account, view.open_chat.chat_id if view.open_chat is not None else 0)
        )
        self._arrivals.serve(view)
        return view

    def _give_graphics_up(self, kind: QQuickWindow.SceneGraphError, words: str) -> None:
        log.warning("nothing can be drawn with the graphics driver: %s", words)
        self._start_anew(GraphicsFailed())

    def _start_anew(self, why: StartsAnew) -> None:
        self._anew = why
        self._quit.set()

    def _tell_twin(self, account: Account) -> None:
        from ui.viewmodels.wording import account as wording

        self._view.show(wording.signed_in_already(account.kept.name))

    def _takes_window(self) -> bool:
        return self._presence is not None and self._presence.takes_window

    def _take_request(self, request: Request) -> None:
        """Does what a later start asks."""
        if self._presence is not None:
            self._presence.to_front(request.activation_token)
        self._arrivals.take(request.links, [Path(path) for path in request.files])

    def _chats_shown(self) -> ChatsView | None:
        return self._accounts_view.view.chats if self._accounts_view is not None else None

    def _use_proxy(self, proxy: td.Proxy | None, link: str) -> None:
        self._settings.set(proxy=link)
        self._proxy = proxy
        if self._accounts is not None and self._tasks is not None:
            for account in self._accounts.all:
                self._tasks.start(account.use_proxy(proxy))


def _tell(service: str) -> None:
    sys.stdout.write(f"{service}\n")
    sys.stdout.flush()


def _keep_quiet(service: str) -> None:
    """Nobody can answer in a picture."""
