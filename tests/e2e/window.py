"""The whole programme with its window offscreen, driven by keys, clicks and the wheel as a person drives it."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWheelEvent
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QAbstractItemModelTester

from tdlib.sandbox.sandbox import Sandbox
from tests.helpers.meta_objects import with_own
from tests.ui.conftest import Watchdog, turn
from tests.ui.screen import Role, Screen
from ui.composition import Programme
from ui.options import Options, parse
from ui.platform.single_instance import First
from ui.start_once import start_once

PATIENCE = 60.0
"""Seconds a condition may take to come true: behind the window are the real TDLib and a server."""

HARMLESS = (" INFO ", " DEBUG ", " WARNING tdlib.engine: ")
"""What marks a line of the log as nothing to worry about."""

DIRECTIONS = dict.fromkeys((0x2068, 0x2069))
"""The marks around names whose script may run the other way."""

FARTHEST = 40
"""Notches of the wheel after which a row is given up."""

NOTCH = 120
"""What one notch of a wheel turns it by, in eighths of a degree."""


def line(sandbox: Sandbox, profile: Path) -> list[str]:
    """Returns the command line that leads a window to `sandbox`."""
    return ["--tdlib", str(sandbox.library), "--proxy", sandbox.proxy or "", "--profile", str(profile)]


def options(sandbox: Sandbox, profile: Path, *more: str) -> Options:
    """Returns what is asked for by the command line that leads a window to `sandbox`."""
    return parse([*line(sandbox, profile), "--theme", "light", *more])


class HeliographWindow(Screen):
    """One start of the programme, composed as `heliograph` composes it.

    Arguments:
        options: the command line.
        application: Qt's.
        loop: the event loop of Qt and asyncio.
        watchdog: measures the turns of the loop from the moment the window is there.
        examine: whether every list model in the window is under `QAbstractItemModelTester`, whose complaints are Qt
            warnings and fail the test. It reads every row at each change, so a long list is left alone by it.
        beside: another start whose window is open.
        once: whether it answers later starts on its profile, as the first one does.
    """

    def __init__(
        self,
        options: Options,
        application: QGuiApplication,
        loop: asyncio.AbstractEventLoop,
        watchdog: Watchdog,
        *,
        examine: bool,
        beside: HeliographWindow | None = None,
        once: bool = False,
    ) -> None:
        self._examine = False
        self._handlers = list(logging.getLogger().handlers)
        self._level = logging.getLogger().level
        self._excepthook = sys.excepthook
        self._log = (options.profile or Path()) / "log" / "heliograph.log"
        self._ending = ExitStack()
        first = start_once(options, {}) if once else None
        assert first is None or isinstance(first, First)
        if first is not None:
            self._ending.callback(first.close)
        self._running = loop.create_task(Programme(options, application, loop, self._ending, first).run())
        self._watchdog = watchdog
        self._until(lambda: _opened(application, beside) or self._running.done(), "the window")
        super().__init__(_opened(application, beside)[0], self._until)
        self._until(self.window.isActive, "the window to be active")
        self._examine = examine
        watchdog.forgive()

    def close(self, *, complaint: str = "") -> None:
        """Closes the window as its frame's button does, and waits until TDLib has closed.

        Arguments:
            complaint: what TDLib complains of with good reason; empty for nothing.
        """
        self._examine = False
        assert with_own() == [], "these can be taken for others by QML: a signal is connected to what is no slot"
        if not self._running.done():
            self.window.close()
        self.wait_for_end(complaint=complaint)

    def wait_for_end(self, *, complaint: str = "") -> None:
        """Waits until the programme has ended by itself; fails where it ended badly or left a complaint in its log."""
        self._examine = False
        self._until(self._running.done, "the end of the programme")
        assert self._running.result() == 0
        complaints = [line for line in self.complaints() if not complaint or complaint not in line]
        assert complaints == [], "\n".join(complaints)

    def clear(self) -> None:
        """Leaves nothing behind, however the test went."""
        self._examine = False
        if not self._running.done():
            self.window.close()
            self._until(self._running.done, "the end of the programme")
        self._ending.close()
        sys.excepthook = self._excepthook
        self._restore_log()

    def complaints(self) -> list[str]:
        """Every line of the log that is a warning or worse, but for what TDLib says of itself."""
        if not self._log.parent.is_dir():
            return []
        lines = self._log.read_text().splitlines()
        return [line for line in lines if not any(harmless in line for harmless in HARMLESS)]

    def sign_in(self, sandbox: Sandbox, name: str = "Robin") -> None:
        """Signs one of the sample people in by phone number and code, and waits for the chats."""
        self.leave_qr_code()
        self.type_number(sandbox.user(name).phone)
        self.press(Qt.Key.Key_Return)
        self.wait_for(Role.EditableText, f"Code of {len(sandbox.code)} digits")
        self.type(sandbox.code)
        self.wait_for(Role.List, "Chats")

    def leave_qr_code(self) -> None:
        """Goes from the QR code, once it is there, to the page of the phone number."""
        self.wait_for(Role.Graphic, "QR code to sign in with another device")
        self.click(Role.Button, "Sign in by phone number")
        self.wait_for(Role.EditableText, "Phone number")

    def type_number(self, number: str) -> None:
        """Replaces what stands in the field of the phone number, once the country has been filled in."""
        field = self.wait_for(Role.EditableText, "Phone number")
        self.until(lambda: field.property("text"), "the country's code")
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(f"+{number}")
        self.until(lambda: digits(field.property("text")) == number, f"the number, not {field.property('text')}")

    # What is on the screen.

    def named(self, name: str) -> QQuickItem | None:
        """Returns the visible item whose objectName is `name`."""
        return next((item for item in self._visible(self.window.contentItem()) if item.objectName() == name), None)

    def spoken(self, role: Role = Role.ListItem) -> list[str]:
        """What a screen reader says of the visible items of `role`, from the top down, without marks of direction."""
        found = [(item, self.heard(item)) for item in self._visible(self.window.contentItem())]
        heard = [(_top(item), name) for item, (heard_role, name) in found if heard_role == role]
        return [name for _, name in sorted(heard)]

    def open_title(self) -> str:
        """The title of the open chat, "" where none is open."""
        return next(iter(self.spoken(Role.Heading)), "")

    def row(self, words: str) -> QQuickItem | None:
        """Returns the row of any list that a screen reader speaks with `words`."""
        for item in self._visible(self.window.contentItem()):
            role, name = self.heard(item)
            if role == Role.ListItem and words in name:
                return item
        return None

    def wait_for_row(self, words: str) -> QQuickItem:
        self.until(lambda: self.row(words), f"a row with {words!r}; there are {self.spoken()}")
        found = self.row(words)
        assert found is not None
        return found

    def messages(self) -> QQuickItem:
        """Waits for the message view and returns it."""
        self.until(lambda: self.named("messages"), "the message view")
        found = self.named("messages")
        assert found is not None
        return found

    def message_ids(self) -> list[int]:
        """The messages in the view's window by the server's numbers, oldest first."""
        keys = self.messages().property("model").keys
        return [key >> 20 for key in reversed(keys) if isinstance(key, int)]

    def composed(self) -> str:
        """What the composer's field says."""
        text: str = self.wait_for(Role.EditableText, "Message").property("text")
        return text

    def wait_for_field(self) -> QQuickItem:
        """Waits for the composer's field and until it has the keyboard: what is typed before goes elsewhere."""
        self.until(lambda: self.focus() == (Role.EditableText, "Message"), "the focus on the composer's field")
        return self.wait_for(Role.EditableText, "Message")

    # Hands. What the programme does under them counts for the watchdog; what the test does in between does not.

    def tap(self, place: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        with self._watchdog.watching():
            super().tap(place, button)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        with self._watchdog.watching():
            super().press(key, modifier)

    def type(self, text: str) -> None:
        for sign in text:
            with self._watchdog.watching():
                super().type(sign)

    def click_row(self, words: str, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Clicks the row with `words`, once it has come to rest."""
        self._bring_into_view(words)
        # A press on a list that moves stops it and opens nothing.
        self.until(self._rests, "the lists at rest")
        self.tap(self._center(self.wait_for_row(words)), button)

    def click_link(self, words: str) -> None:
        """Clicks the middle of the link that says `words`, in whichever message it stands."""
        self.until(lambda: self._link_place(words), f"a link that says {words!r}")
        place = self._link_place(words)
        assert place is not None
        self.tap(place)

    def wheel(self, item: QQuickItem, notches: int) -> None:
        """Turns the wheel over `item`; a positive number looks further up."""
        place = QPointF(self._center(item))
        event = QWheelEvent(
            place,
            place,
            QPoint(),
            QPoint(0, notches * NOTCH),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        event.setTimestamp(int(time.monotonic() * 1000))
        with self._watchdog.watching():
            QGuiApplication.sendEvent(self.window, event)

    def _link_place(self, words: str) -> QPoint | None:
        for item in self._visible(self.window.contentItem()):
            if not item.property("rich") or words not in str(item.property("text")):
                continue
            for y in range(6, int(item.height()), 6):
                for x in range(2, int(item.width()), 6):
                    asked = QQmlExpression(QQmlEngine.contextForObject(item), item, f"linkAt({x}, {y})")
                    if asked.evaluate()[0]:
                        return item.mapToScene(QPointF(x + 6, y)).toPoint()
        return None

    def _bring_into_view(self, words: str) -> None:
        chats = self.wait_for(Role.List, "Chats")
        for _ in range(FARTHEST):
            row = self.wait_for_row(words)
            place = row.mapToItem(chats, QPointF(0, 0)).y()
            if place >= 0 and place + row.height() <= chats.height():
                return
            self.wheel(chats, 1 if place < 0 else -1)
            self.turn(0.05)
        raise AssertionError(f"the row with {words!r} can't be brought into view")

    # Looking again.

    def turn(self, seconds: float) -> None:
        """Lets the programme work for `seconds`, under the watchdog's eye."""
        with self._watchdog.watching():
            turn(seconds)

    def _until(self, condition: Callable[[], object], what: str = "the condition") -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"{what} did not come true"
            assert not self._running.done() or condition(), f"{what} did not come true: the programme has ended"
            self.turn(0.02)
            if self._examine:
                self._examine_models()

    def _rests(self) -> bool:
        return not any(item.property("moving") for item in self._visible(self.window.contentItem()))

    def _examine_models(self) -> None:
        for item in self._visible(self.window.contentItem()):
            model = _model(item)
            if isinstance(model, QAbstractItemModel) and not model.property("examined"):
                model.setProperty("examined", True)
                QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)

    def _restore_log(self) -> None:
        root = logging.getLogger()
        for handler in [each for each in root.handlers if each not in self._handlers]:
            root.removeHandler(handler)
            handler.close()
        root.setLevel(self._level)

    def heard(self, item: QQuickItem) -> tuple[Role | None, str]:
        """Role and name of an item as a screen reader has them."""
        heard = QAccessible.queryAccessibleInterface(item)
        # A delegate that waits for reuse is out of sight without being invisible.
        if heard is None or item.property("index") == -1:
            return None, ""
        return heard.role(), heard.text(QAccessible.Text.Name).translate(DIRECTIONS)

    def _center(self, item: QQuickItem) -> QPoint:
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def _opened(application: QGuiApplication, beside: HeliographWindow | None) -> list[QQuickWindow]:
    windows = [each for each in application.topLevelWindows() if isinstance(each, QQuickWindow) and each.isVisible()]
    return [each for each in windows if beside is None or each is not beside.window]


def _model(item: QQuickItem) -> object:
    # WORKAROUND: the model of an open menu has no converter to Python, and is none of the programme's.
    try:
        return item.property("model")
    except RuntimeError:
        return None


def digits(text: str) -> str:
    """Returns the digits in `text`, such as of a formatted phone number."""
    return "".join(sign for sign in text if sign.isdigit())


def _top(item: QQuickItem) -> float:
    return item.mapToScene(QPointF(0, 0)).y()
