"""The tray's icon and menu over D-Bus, against a tray that asks as panels do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from tests.helpers.private_bus import PrivateBus
from tests.helpers.tray_host import TrayHost
from tests.ui.conftest import turn
from ui.platform.session_bus import ADDRESS, SessionBus
from ui.platform.tray_dbus import DBusTray
from ui.platform.tray_icon import SIZES, tray_icon
from ui.viewmodels.tray import TrayState, TrayVerbs

Until = Callable[..., None]


class Person:
    """What the person did with the icon."""

    def __init__(self) -> None:
        self.did: list[tuple[str, str]] = []

    def verbs(self) -> TrayVerbs:
        return TrayVerbs(
            lambda token: self.did.append(("activate", token)),
            lambda token: self.did.append(("show", token)),
            lambda: self.did.append(("hide", "")),
            lambda: self.did.append(("notifications", "")),
            lambda: self.did.append(("quit", "")),
        )


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def tray(loop: asyncio.AbstractEventLoop, session_bus: SessionBus) -> Iterator[DBusTray]:
    tray = DBusTray(loop, session_bus)
    yield tray
    tray.close()
    session_bus.close()
    turn(0.01)


@pytest.fixture
def start(private_bus: PrivateBus, until: Until) -> Iterator[Callable[..., TrayHost]]:
    with ExitStack() as ending:
        yield lambda **fields: ending.enter_context(TrayHost(private_bus, until, **fields))


@pytest.fixture
def host(start: Callable[..., TrayHost], tray: DBusTray, person: Person, until: Until) -> TrayHost:
    """A tray that has taken the icon."""
    host = start()
    tray.start(person.verbs(), lambda: None)
    until(lambda: tray.is_there)
    return host


def test_the_icon_says_how_much_waits(host: TrayHost, tray: DBusTray) -> None:
    before = host.icon()
    assert (before["Category"], before["Title"], before["ItemIsMenu"]) == ("Communications", "Heliograph", False)
    assert [side for side, _, _ in before["IconPixmap"]] == list(SIZES)
    assert all(len(data) == width * height * 4 for width, height, data in before["IconPixmap"])
    tray.show(TrayState(unread=7))
    after = host.icon()
    assert after["ToolTip"][2:] == ("Heliograph", "7 unread messages")
    assert after["IconPixmap"] != before["IconPixmap"]
    tray.show(TrayState(unread=0))
    assert host.icon()["IconPixmap"] == before["IconPixmap"]


def test_a_click_and_the_menu_reach_the_programme(host: TrayHost, tray: DBusTray, person: Person) -> None:
    host.click("token-1")
    assert person.did == [("activate", "token-1")]
    assert list(host.menu()) == ["Hide the window", "Notifications", "Quit"]
    host.choose("Hide the window")
    tray.show(TrayState(open=False))
    host.choose("Open Heliograph")
    host.choose("Notifications")
    host.choose("Quit")
    assert person.did[1:] == [("hide", ""), ("show", ""), ("notifications", ""), ("quit", "")]


def test_the_menu_marks_what_is_on(host: TrayHost, tray: DBusTray) -> None:
    assert host.is_checked("Notifications")
    tray.show(TrayState(notifies=False))
    assert not host.is_checked("Notifications")


def test_there_is_no_tray_without_somebody_who_shows_it(
    start: Callable[..., TrayHost], tray: DBusTray, person: Person, until: Until
) -> None:
    host = start(has_host=False)
    tray.start(person.verbs(), lambda: None)
    until(lambda: host.items)
    turn(0.1)
    assert not tray.is_there
    host.host_comes()
    until(lambda: tray.is_there)


def test_a_tray_may_come_and_go(
    start: Callable[..., TrayHost], tray: DBusTray, person: Person, until: Until
) -> None:
    changes: list[bool] = []
    tray.start(person.verbs(), lambda: changes.append(tray.is_there))
    turn(0.2)
    assert not tray.is_there
    first = start()
    until(lambda: tray.is_there)
    first.close()
    until(lambda: not tray.is_there)
    second = start()
    until(lambda: tray.is_there)
    assert len(second.items) == 1
    assert changes == [True, False, True]


def test_a_tray_that_hangs_makes_nobody_wait(
    start: Callable[..., TrayHost], tray: DBusTray, person: Person, until: Until
) -> None:
    host = start()
    host.hang()
    tray.start(person.verbs(), lambda: None)
    turn(0.2)
    tray.show(TrayState(unread=3))
    assert not tray.is_there
    host.wake()
    until(lambda: tray.is_there)


@pytest.mark.usefixtures("private_bus")
def test_no_tray_at_all_is_no_trouble(tray: DBusTray, person: Person) -> None:
    tray.start(person.verbs(), lambda: None)
    turn(0.2)
    tray.show(TrayState(unread=3))
    assert not tray.is_there


def test_no_bus_at_all_is_no_trouble(tray: DBusTray, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ADDRESS, raising=False)
    tray.start(person.verbs(), lambda: None)
    turn(0.1)
    assert not tray.is_there


@pytest.mark.parametrize("unread", [0, 7, 42, 1000])
def test_the_icon_fills_its_square(qapp: QGuiApplication, unread: int) -> None:
    for side in SIZES:
        image = tray_icon(side, unread)
        assert image.size() == QSize(side, side)
        assert image.pixelColor(side // 3, side // 2).alpha() == 255
        assert image.pixelColor(0, 0).alpha() == 0
