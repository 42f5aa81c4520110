"""`DBusNotifier`: notifications by the Desktop Notifications Specification (org.freedesktop.Notifications)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication, QImage

from ui.platform.session_bus import BusError, SessionBus, Variant
from ui.viewmodels.notifier import Note
from ui.viewmodels.wording import notifications as wording

log = logging.getLogger(__name__)

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"

DEFAULT, READ, REPLY = "default", "mark-read", "inline-reply"
"""The actions: what a click does, and the two buttons."""

BY_THE_SERVER = -1
"""Milliseconds that stand for "as long as the server thinks right"."""

DISMISSED = 2
"""Why a notification was closed: the person has put it away."""

NORMAL = 1
"""The urgency."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


@dataclass(eq=False)
class _Popup:
    """The notification of one key.

    Attributes:
        wanted: what is to be shown; None for nothing.
        shown: what the server shows, as far as it is known.
        id: the server's; 0 while it shows nothing.
        settling: whether somebody already waits for the server.
    """

    wanted: Note | None = None
    shown: Note | None = None
    id: int = 0
    settling: bool = False


class DBusNotifier:
    """Implements `Notifier` over the session bus.

    Each key has one call under way at most. While the server does not answer, only what is wanted last is remembered,
    so that a server that hangs makes nobody wait and leaves no crowd of notifications behind when it wakes up.

    Arguments:
        loop: the event loop.
        bus: the session's D-Bus.
        load: returns the picture at an address.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, bus: SessionBus, load: Callable[[str], QImage]) -> None:
        self._loop = loop
        self._bus = bus
        self._load = load
        self._popups: dict[Hashable, _Popup] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._capabilities: frozenset[str] | None = None
        self._meeting = asyncio.Lock()
        self._listens = False
        self._token = ""
        self._has_failed = False

    def show(self, key: Hashable, note: Note) -> None:
        self._popups.setdefault(key, _Popup()).wanted = note
        self._settle_soon(key)

    def withdraw(self, key: Hashable) -> None:
        popup = self._popups.get(key)
        if popup is None:
            return
        popup.wanted = None
        if popup.settling:
            return
        # At once and without a task, for the programme may be about to end.
        self._close(popup)
        del self._popups[key]

    def close(self) -> None:
        for task in self._tasks:
            task.cancel()

    def _settle_soon(self, key: Hashable) -> None:
        popup = self._popups[key]
        if popup.settling:
            return
        popup.settling = True
        task = self._loop.create_task(self._settle(key, popup))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _settle(self, key: Hashable, popup: _Popup) -> None:
        """Brings what is shown to what is wanted; what the server refuses is given up, but not what is wanted since."""
        try:
            while popup.wanted is not popup.shown:
                note = popup.wanted
                if note is None:
                    self._close(popup)
                    continue
                try:
                    await self._notify(popup, note)
                    self._has_failed = False
                except BusError as error:
                    self._fail(error)
                    popup.id, popup.shown = 0, None
                    popup.wanted = popup.wanted if popup.wanted is not note else None
        finally:
            popup.settling = False
            if popup.shown is None:
                self._popups.pop(key, None)

    async def _notify(self, popup: _Popup, note: Note) -> None:
        capabilities = await self._meet()
        signature = "susssasa{sv}i"
        answer = await self._bus.call(
            NAME,
            PATH,
            NAME,
            "Notify",
            signature,
            QGuiApplication.applicationDisplayName(),
            popup.id,
            QGuiApplication.desktopFileName(),
            note.title,
            _body(note.text, capabilities),
            _actions(note, capabilities),
            self._hints(note, capabilities),
            BY_THE_SERVER,
        )
        popup.id, popup.shown = answer[0], note

    async def _meet(self) -> frozenset[str]:
        """Returns what the server can do, once it is listened to."""
        async with self._meeting:
            await self._bus.open()
            if not self._listens:
                self._listens = True
                await self._bus.follow_owner(NAME, self._on_owner)
                await self._bus.listen(NAME, "ActionInvoked", self._on_action)
                await self._bus.listen(NAME, "ActivationToken", self._on_token)
                await self._bus.listen(NAME, "NotificationReplied", self._on_reply)
                await self._bus.listen(NAME, "NotificationClosed", self._on_closed)
            if self._capabilities is None:
                answer = await self._bus.call(NAME, PATH, NAME, "GetCapabilities")
                self._capabilities = frozenset(answer[0])
            return self._capabilities

    def _hints(self, note: Note, capabilities: frozenset[str]) -> dict[str, Variant]:
        hints: dict[str, Variant] = {
            "category": ("s", "im.received"),
            "desktop-entry": ("s", QGuiApplication.desktopFileName()),
            "urgency": ("y", NORMAL),
        }
        hints |= {"sound-name": ("s", "message-new-instant")} if note.sound else {"suppress-sound": ("b", True)}
        if note.replied is not None and REPLY in capabilities:
            hints["x-kde-reply-placeholder-text"] = ("s", wording.reply())
        picture = self._load(note.picture) if note.picture else QImage()
        if not picture.isNull():
            hints["image-data"] = ("(iiibiiay)", _pixels(picture))
        return hints

    def _close(self, popup: _Popup) -> None:
        if popup.id:
            self._bus.ask(NAME, PATH, NAME, "CloseNotification", "u", popup.id)
        popup.id, popup.shown = 0, None

    def _fail(self, error: BusError) -> None:
        if not self._has_failed:
            self._has_failed = True
            log.info("there are no notifications: %s", error.name)

    # What the server says.

    def _on_owner(self, owner: str) -> None:
        """The server went, or another came: what was shown is gone, and what it can do must be asked anew."""
        self._capabilities = None
        if not self._bus.is_open:
            self._listens = False
        for key, popup in list(self._popups.items()):
            if not popup.settling:
                del self._popups[key]
            popup.id = 0

    def _on_token(self, id: int, token: str) -> None:
        self._token = token

    def _on_action(self, id: int, action: str) -> None:
        token, self._token = self._token, ""
        _, popup = self._of(id)
        if popup is None or popup.shown is None:
            return
        if action == DEFAULT:
            popup.shown.opened(token)
        elif action == READ and popup.shown.read is not None:
            popup.shown.read()

    def _on_reply(self, id: int, text: str) -> None:
        _, popup = self._of(id)
        if popup is not None and popup.shown is not None and popup.shown.replied is not None:
            popup.shown.replied(text)

    def _on_closed(self, id: int, reason: int) -> None:
        key, popup = self._of(id)
        if popup is None:
            return
        shown, popup.shown, popup.id = popup.shown, None, 0
        if popup.settling:
            return
        del self._popups[key]
        if reason == DISMISSED and shown is not None and shown.dismissed is not None:
            shown.dismissed()

    def _of(self, id: int) -> tuple[Hashable, _Popup | None]:
        return next(((key, popup) for key, popup in self._popups.items() if popup.id == id), (None, None))


def _body(text: str, capabilities: frozenset[str]) -> str:
    return text.translate(_ESCAPES) if "body-markup" in capabilities else text


def _actions(note: Note, capabilities: frozenset[str]) -> list[str]:
    if "actions" not in capabilities:
        return []
    actions = [DEFAULT, wording.opens()]
    if note.replied is not None and REPLY in capabilities:
        actions += [REPLY, wording.reply()]
    if note.read is not None:
        actions += [READ, wording.read()]
    return actions


def _pixels(picture: QImage) -> tuple[int, int, int, bool, int, int, bytes]:
    image = picture.convertToFormat(QImage.Format.Format_RGBA8888)
    data = bytes(image.constBits())
    return (image.width(), image.height(), image.bytesPerLine(), True, 8, 4, data)
