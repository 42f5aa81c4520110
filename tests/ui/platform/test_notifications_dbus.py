"""Notifications over D-Bus, against a server that records them."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

from tests.helpers.notification_server import NAME, NotificationServer
from tests.helpers.private_bus import PrivateBus
from tests.ui.conftest import turn
from ui.platform import session_bus as session_bus_module
from ui.platform.notifications_dbus import DBusNotifier
from ui.platform.session_bus import ADDRESS, SessionBus
from ui.viewmodels.notifier import Note

Until = Callable[..., None]


class Person:
    """What the person did with notifications."""

    def __init__(self) -> None:
        self.did: list[tuple[str, str]] = []

    def note(self, text: str = "How are you?", *, title: str = "Lina", **fields: Any) -> Note:
        given: dict[str, Any] = {
            "picture": "",
            "sound": True,
            "opened": lambda token: self.did.append(("opened", token)),
            "read": lambda: self.did.append(("read", title)),
            "replied": lambda words: self.did.append(("replied", words)),
            "dismissed": lambda: self.did.append(("dismissed", title)),
        }
        return Note(title=title, text=text, **{**given, **fields})


def square(address: str) -> QImage:
    picture = QImage(2, 2, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor(255, 0, 0))
    return picture


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def notifier(loop: asyncio.AbstractEventLoop, session_bus: SessionBus) -> Iterator[DBusNotifier]:
    notifier = DBusNotifier(loop, session_bus, square)
    yield notifier
    notifier.close()
    turn(0.01)


@pytest.fixture
def start(private_bus: PrivateBus) -> Iterator[Callable[..., NotificationServer]]:
    with ExitStack() as ending:
        yield lambda *arguments: ending.enter_context(NotificationServer(private_bus, *arguments))


@pytest.fixture
def server(start: Callable[..., NotificationServer]) -> NotificationServer:
    return start()


def test_a_notification_says_what_it_is(
    server: NotificationServer, notifier: DBusNotifier, person: Person, until: Until
) -> None:
    notifier.show("lina", person.note("1 < 2 & <b>bold</b>", picture="image://avatar/x"))
    until(lambda: server.calls)
    shown = server.calls[0]
    assert (shown.title, shown.body) == ("Lina", "1 &lt; 2 &amp; &lt;b&gt;bold&lt;/b&gt;")
    assert shown.actions[::2] == ("default", "inline-reply", "mark-read")
    assert shown.hints["category"] == "im.received"
    assert shown.hints["sound-name"] == "message-new-instant"
    assert shown.hints["image-data"] == (2, 2, 8, True, 8, 4, b"\xff\x00\x00\xff" * 4)


def test_a_server_without_markup_and_buttons_gets_none(
    start: Callable[..., NotificationServer], notifier: DBusNotifier, person: Person, until: Until
) -> None:
    server = start(("body",))
    notifier.show("lina", person.note("1 < 2", sound=False))
    until(lambda: server.calls)
    assert server.calls[0].body == "1 < 2"
    assert server.calls[0].actions == ()
    assert server.calls[0].hints["suppress-sound"] is True
    assert "sound-name" not in server.calls[0].hints


def test_the_next_of_a_key_replaces_the_former(
    server: NotificationServer, notifier: DBusNotifier, person: Person, until: Until
) -> None:
    notifier.show("lina", person.note("one"))
    until(lambda: len(server.calls) == 1)
    notifier.show("sam", person.note("two", title="Sam"))
    until(lambda: len(server.calls) == 2)
    notifier.show("lina", person.note("three"))
    until(lambda: len(server.calls) == 3)
    assert server.calls[2].replaces == server.calls[0].id
    assert sorted(server.titles) == ["Lina", "Sam"]


def test_what_is_withdrawn_goes(
    server: NotificationServer, notifier: DBusNotifier, person: Person, until: Until
) -> None:
    notifier.show("lina", person.note())
    until(lambda: server.shown)
    notifier.withdraw("lina")
    until(lambda: not server.shown)
    notifier.show("lina", person.note("again"))
    until(lambda: server.shown)
    assert server.calls[1].replaces == 0


def test_what_is_withdrawn_before_the_server_has_answered_goes_too(
    server: NotificationServer, notifier: DBusNotifier, person: Person, until: Until
) -> None:
    notifier.show("before", person.note())
    until(lambda: server.shown)
    server.hang()
    notifier.show("lina", person.note("one", title="late"))
    turn(0.1)
    notifier.withdraw("lina")
    server.wake()
    until(lambda: len(server.calls) == 2)
    until(lambda: server.titles == ["Lina"])


def test_buttons_and_answers_reach_the_note(
    server: NotificationServer, notifier: DBusNotifier, person: Person, until: Until
) -> None:
    def shown(text: str) -> int:
        notifier.show("lina", person.note(text))
        until(lambda: any(each.body == text for each in server.shown.values()))
        return next(iter(server.shown))

    server.click(shown("one"), token="token-1")
    until(lambda: person.did == [("opened", "token-1")])
    server.click(shown("two"), "mark-read")
    until(lambda: person.did[1:] == [("read", "Lina")])
    server.reply(shown("three"), "Fine <3")
    until(lambda: person.did[2:] == [("replied", "Fine <3")])
    server.dismiss(shown("four"))
    until(lambda: person.did[3:] == [("dismissed", "Lina")])


def test_a_stranger_s_notification_means_nothing(
    server: NotificationServer, notifier: DBusNotifier, person: Person, until: Until
) -> None:
    notifier.show("lina", person.note())
    until(lambda: server.shown)
    server.click(4711)
    server.dismiss(4711)
    turn(0.1)
    assert person.did == []


def test_a_server_that_hangs_gets_only_the_last(
    server: NotificationServer, notifier: DBusNotifier, person: Person, until: Until
) -> None:
    notifier.show("lina", person.note("first"))
    until(lambda: server.shown)
    server.hang()
    for number in range(20):
        notifier.show("lina", person.note(f"message {number}"))
        turn(0.01)
    server.wake()
    until(lambda: [each.body for each in server.shown.values()] == ["message 19"])
    assert len(server.calls) <= 4


def test_a_server_that_dies_makes_room_for_the_next(
    server: NotificationServer,
    start: Callable[..., NotificationServer],
    notifier: DBusNotifier,
    person: Person,
    until: Until,
    loop: asyncio.AbstractEventLoop,
    session_bus: SessionBus,
) -> None:
    notifier.show("lina", person.note("one"))
    until(lambda: server.shown)
    server.hang()
    notifier.show("lina", person.note("lost with it"))
    turn(0.1)
    server.close()
    other = start(("body",))
    # The bus tells in order: who knows the new owner has heard of the end of the old one.
    asking = loop.create_task(session_bus.owner(NAME))
    until(asking.done)
    assert asking.result() == other.unique_name
    notifier.show("lina", person.note("two & more"))
    until(lambda: other.calls)
    assert other.calls[-1].body == "two & more"
    assert other.calls[-1].replaces == 0


def test_what_came_while_a_server_died_is_shown_by_the_next(
    server: NotificationServer,
    start: Callable[..., NotificationServer],
    notifier: DBusNotifier,
    person: Person,
    until: Until,
) -> None:
    notifier.show("lina", person.note("one"))
    until(lambda: server.shown)
    server.hang()
    notifier.show("lina", person.note("under way"))
    turn(0.1)
    notifier.show("lina", person.note("since then"))
    # It waits for the name, and has it as soon as the other one is gone.
    following = start()
    server.close()
    until(lambda: [each.body for each in following.calls] == ["since then"])


@pytest.mark.usefixtures("private_bus")
def test_no_server_at_all_is_no_trouble(notifier: DBusNotifier, person: Person) -> None:
    for _ in range(3):
        notifier.show("lina", person.note())
        turn(0.05)
    notifier.withdraw("lina")
    assert person.did == []


def test_no_bus_at_all_is_no_trouble(
    notifier: DBusNotifier, person: Person, monkeypatch: pytest.MonkeyPatch, session_bus: SessionBus
) -> None:
    monkeypatch.delenv(ADDRESS, raising=False)
    notifier.show("lina", person.note())
    turn(0.05)
    assert not session_bus.is_open


def test_a_bus_that_goes_is_no_trouble(
    private_bus: PrivateBus, server: NotificationServer, notifier: DBusNotifier, person: Person, until: Until
) -> None:
    notifier.show("lina", person.note())
    until(lambda: server.shown)
    server.hang()
    notifier.show("lina", person.note("lost"))
    private_bus.close()
    turn(0.2)
    notifier.show("lina", person.note("nobody listens"))
    turn(0.1)
    notifier.withdraw("lina")


def test_a_bus_that_never_answers_is_given_up(
    notifier: DBusNotifier,
    session_bus: SessionBus,
    person: Person,
    until: Until,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(session_bus_module, "PATIENCE", 0.2)
    path = Path("/tmp") / f"mute-{threading.get_ident()}"
    with socket.socket(socket.AF_UNIX) as mute:
        mute.bind(str(path))
        mute.listen()
        monkeypatch.setenv(ADDRESS, f"unix:path={path}")
        notifier.show("lina", person.note())
        turn(0.6)
        assert not session_bus.is_open
    path.unlink()


def test_what_a_server_says_in_one_breath_is_understood(
    server: NotificationServer, notifier: DBusNotifier, person: Person, until: Until
) -> None:
    server.answers_itself = "reply"
    for number in range(5):
        notifier.show(number, person.note())
    until(lambda: person.did == [("replied", "reply")] * 5)
