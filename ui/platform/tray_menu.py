"""`TrayMenu`: the menu of the tray's icon, as desktops ask for it (com.canonical.dbusmenu)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ui.platform.session_bus import Answer, Variant
from ui.viewmodels.tray import TrayState, TrayVerbs
from ui.viewmodels.wording import tray as wording

INTERFACE = "com.canonical.dbusmenu"

ROOT, WINDOW, NOTIFICATIONS, LINE, QUIT = range(5)
"""The items."""

Properties = dict[str, Variant]


class TrayMenu:
    """Implements `BusObject`.

    Arguments:
        verbs: what the items do.
        token: takes the desktop's token that lets a window come to the front.
    """

    def __init__(self, verbs: TrayVerbs, token: Callable[[], str]) -> None:
        self._verbs = verbs
        self._token = token
        self._state = TrayState()
        self._revision = 1

    @property
    def revision(self) -> int:
        """Grows with each change."""
        return self._revision

    def take(self, state: TrayState) -> bool:
        """Takes what the items say; returns whether that is something else than before."""
        changed = (state.open, state.notifies) != (self._state.open, self._state.notifies)
        self._state = state
        self._revision += changed
        return changed

    def properties(self, interface: str) -> Mapping[str, Variant]:
        if interface != INTERFACE:
            return {}
        return {
            "Version": ("u", 3),
            "Status": ("s", "normal"),
            "TextDirection": ("s", "ltr"),
            "IconThemePath": ("as", []),
        }

    def call(self, interface: str, method: str, arguments: tuple[Any, ...]) -> Answer | None:
        if interface != INTERFACE:
            return None
        match method:
            case "GetLayout":
                return Answer("u(ia{sv}av)", (self._revision, self._layout(arguments[0])))
            case "GetGroupProperties":
                asked = arguments[0] or list(self._items())
                known = [(each, self._items()[each]) for each in asked if each in self._items()]
                return Answer("a(ia{sv})", (known,))
            case "GetProperty":
                found = self._items().get(arguments[0], {}).get(arguments[1])
                return Answer("v", (found,)) if found is not None else None
            case "Event":
                self._event(arguments[0], arguments[1])
                return Answer()
            case "EventGroup":
                for item, event, *_ in arguments[0]:
                    self._event(item, event)
                return Answer("ai", ([],))
            case "AboutToShow":
                return Answer("b", (False,))
            case "AboutToShowGroup":
                return Answer("aiai", ([], []))
            case _:
                return None

    def _layout(self, parent: int) -> tuple[int, Properties, list[Variant]]:
        items = self._items()
        children = [each for each in items if each != ROOT] if parent == ROOT else []
        inner: list[Variant] = [("(ia{sv}av)", (each, items[each], [])) for each in children]
        return (parent, items.get(parent, {}), inner)

    def _items(self) -> dict[int, Properties]:
        return {
            ROOT: {"children-display": ("s", "submenu")},
            WINDOW: {"label": ("s", _label(wording.hide() if self._state.open else wording.show()))},
            NOTIFICATIONS: {
                "label": ("s", _label(wording.notifications())),
                "toggle-type": ("s", "checkmark"),
                "toggle-state": ("i", int(self._state.notifies)),
            },
            LINE: {"type": ("s", "separator")},
            QUIT: {"label": ("s", _label(wording.quit()))},
        }

    def _event(self, item: int, event: str) -> None:
        if event != "clicked":
            return
        match item:
            case 1 if self._state.open:
                self._verbs.hide()
            case 1:
                self._verbs.show(self._token())
            case 2:
                self._verbs.toggle_notifications()
            case 4:
                self._verbs.quit()


def _label(words: str) -> str:
    """An underscore would mark the key of an item."""
    return words.replace("_", "__")
