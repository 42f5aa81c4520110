"""The window of an account without a session, for tests of its pages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication

from client.account import Account
from client.session import Session
from client.settings import Settings
from tests.ui.conftest import Watchdog
from tests.ui.fake_account import FakeAccount
from tests.ui.screen import Screen
from ui.viewmodels import accounts_view
from ui.viewmodels.account_view import AccountSurroundings, AccountView
from ui.viewmodels.appearance import Appearance
from ui.viewmodels.application import ApplicationView
from ui.viewmodels.chats_view import ChatsView
from ui.viewmodels.page import STARTING
from ui.viewmodels.preferences import Preferences
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.window_place import Geometry, WindowPlace
from ui.window import open_window, qml_engine

REGISTERED = accounts_view.QML_IMPORT_NAME
"""Importing the module registers the type that the pages name."""


def _no_chats(account: Account, session: Session) -> ChatsView:
    raise AssertionError("nobody signs in to the end here")


@pytest.fixture
def quits() -> list[bool]:
    """One entry for each wish to quit."""
    return []


@pytest.fixture
def account() -> FakeAccount:
    """The account of the window."""
    return FakeAccount()


@pytest.fixture
def screen(
    qapp: QGuiApplication,
    loop: asyncio.AbstractEventLoop,
    until: Callable[..., None],
    account: FakeAccount,
    quits: list[bool],
    watchdog: Watchdog,
    tmp_path: Path,
) -> Iterator[Screen]:
    """The window of an account that is starting."""
    application = ApplicationView(
        Appearance("light", still=True),
        WindowPlace(Geometry(None, None, 900, 640), 340),
        lambda: quits.append(True),
        Preferences(Settings(tmp_path / "settings.json")),
    )
    tasks = Tasks(loop, application.show)
    around = AccountSurroundings(tasks, loop, _no_chats, application.show, lambda: quits.append(True))
    engine = qml_engine()
    window = open_window(engine, application)
    view = AccountView(account.as_account(), around, application.shown)
    until(window.isActive)
    watchdog.forgive()
    yield Screen(window, until)
    application.shown.show(STARTING)
    view.close()
    closing = loop.create_task(tasks.close())
    until(closing.done)
    shiboken6.delete(engine)
    shiboken6.delete(application)
