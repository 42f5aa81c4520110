"""`DBusTray`: the icon as a StatusNotifierItem, which KDE, and GNOME and others by an extension, show."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtGui import QGuiApplication

from ui.platform.session_bus import PROPERTIES, Answer, BusError, SessionBus, Variant
from ui.platform.tray_icon import SIZES, pixels, tray_icon
from ui.platform.tray_menu import INTERFACE as MENU
from ui.platform.tray_menu import TrayMenu
from ui.viewmodels.tray import TrayState, TrayVerbs
from ui.viewmodels.wording import tray as wording

log = logging.getLogger(__name__)

WATCHER = "org.kde.StatusNotifierWatcher"
WATCHER_PATH = "/StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
ITEM_PATH = "/StatusNotifierItem"
MENU_PATH = "/MenuBar"

Pixmap = tuple[int, int, bytes]
Tip = tuple[str, list[Pixmap], str, str]


class DBusTray:
    """Implements `Tray` over the session bus.

    Arguments:
        loop: the event loop.
        bus: the session's D-Bus.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, bus: SessionBus) -> None:
        self._loop = loop
        self._bus = bus
        self._is_there = False
        self._state = TrayState()
        self._changed: Callable[[], None] = lambda: None
        self._item: _Item | None = None
        self._menu: TrayMenu | None = None
        self._name = f"{ITEM}-{os.getpid()}-1"
        self._looking: asyncio.Task[None] | None = None

    @property
    def is_there(self) -> bool:
        return self._is_there

    def start(self, verbs: TrayVerbs, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._item = _Item(verbs)
        self._menu = TrayMenu(verbs, self._item.take_token)
        self._look(self._begin())

    def show(self, state: TrayState) -> None:
        if self._item is None or self._menu is None or state == self._state:
            return
        before, self._state = self._state, state
        self._item.take(state)
        if self._menu.take(state):
            self._bus.emit(MENU_PATH, MENU, "LayoutUpdated", "ui", self._menu.revision, 0)
        if state.unread != before.unread:
            self._bus.emit(ITEM_PATH, ITEM, "NewIcon")
            self._bus.emit(ITEM_PATH, ITEM, "NewToolTip")

    def close(self) -> None:
        if self._looking is not None:
            self._looking.cancel()

    def _look(self, looking: Any) -> None:
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._loop.create_task(looking)

    async def _begin(self) -> None:
        """Makes the icon known on the bus, and waits for a tray."""
        assert self._item is not None
        assert self._menu is not None
        try:
            await self._bus.open()
            self._bus.export(ITEM_PATH, self._item)
            self._bus.export(MENU_PATH, self._menu)
            await self._bus.request_name(self._name)
            await self._bus.follow_owner(WATCHER, self._on_owner)
            await self._bus.listen(WATCHER, "StatusNotifierHostRegistered", self._on_host)
            await self._bus.listen(WATCHER, "StatusNotifierHostUnregistered", self._on_host)
            if await self._bus.owner(WATCHER):
                await self._register()
        except BusError as error:
            log.info("there is no tray: %s", error.name)

    async def _register(self) -> None:
        try:
            await self._bus.call(WATCHER, WATCHER_PATH, WATCHER, "RegisterStatusNotifierItem", "s", self._name)
            await self._ask_for_host()
        except BusError as error:
            log.info("there is no tray: %s", error.name)
            self._be_there(False)

    async def _ask_for_host(self) -> None:
        try:
            answer = await self._bus.call(
                WATCHER, WATCHER_PATH, PROPERTIES, "Get", "ss", WATCHER, "IsStatusNotifierHostRegistered"
            )
            self._be_there(bool(answer[0][1]))
        except BusError:
            self._be_there(False)

    def _on_owner(self, owner: str) -> None:
        if owner:
            self._look(self._register())
        else:
            self._be_there(False)

    def _on_host(self, *ignored: object) -> None:
        self._look(self._ask_for_host())

    def _be_there(self, is_there: bool) -> None:
        if is_there is not self._is_there:
            self._is_there = is_there
            self._changed()


class _Item:
    """Implements `BusObject`: the icon."""

    def __init__(self, verbs: TrayVerbs) -> None:
        self._verbs = verbs
        self._unread = 0
        self._token = ""
        self._pixmaps: list[Pixmap] = []
        self._drawn = -1

    def take(self, state: TrayState) -> None:
        """Takes what the icon says."""
        self._unread = state.unread

    def take_token(self) -> str:
        """Returns the desktop's last token, once."""
        token, self._token = self._token, ""
        return token

    def properties(self, interface: str) -> Mapping[str, Variant]:
        if interface != ITEM:
            return {}
        tip: Tip = (QGuiApplication.desktopFileName(), [], wording.programme(), wording.waiting(self._unread))
        return {
            "Category": ("s", "Communications"),
            "Id": ("s", QGuiApplication.desktopFileName()),
            "Title": ("s", wording.programme()),
            "Status": ("s", "Active"),
            "WindowId": ("i", 0),
            "IconName": ("s", ""),
            "IconPixmap": ("a(iiay)", self._drawing()),
            "OverlayIconName": ("s", ""),
            "OverlayIconPixmap": ("a(iiay)", []),
            "AttentionIconName": ("s", ""),
            "AttentionIconPixmap": ("a(iiay)", []),
            "AttentionMovieName": ("s", ""),
            "ToolTip": ("(sa(iiay)ss)", tip),
            "ItemIsMenu": ("b", False),
            "Menu": ("o", MENU_PATH),
        }

    def call(self, interface: str, method: str, arguments: tuple[Any, ...]) -> Answer | None:
        if interface != ITEM:
            return None
        match method:
            case "Activate" | "SecondaryActivate":
                self._verbs.activate(self.take_token())
                return Answer()
            case "ProvideXdgActivationToken":
                self._token = arguments[0]
                return Answer()
            case "ContextMenu" | "Scroll":
                return Answer()
            case _:
                return None

    def _drawing(self) -> list[Pixmap]:
        """The icon in every size, drawn anew when its number changes."""
        if self._drawn != self._unread:
            self._drawn = self._unread
            self._pixmaps = [(side, side, pixels(tray_icon(side, self._unread))) for side in SIZES]
        return self._pixmaps
