"""`Tray`: what the programme shows in the desktop's tray; `ui.platform.tray` has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class TrayState:
    """What the icon and its menu say.

    Attributes:
        unread: messages that wait in chats that are not muted, of all accounts.
        notifies: whether there are notifications.
        open: whether the window is on the screen.
    """

    unread: int = 0
    notifies: bool = True
    open: bool = True


@dataclass(frozen=True)
class TrayVerbs:
    """What a person does with the icon and its menu.

    Attributes:
        activate: a click on the icon; takes the desktop's token that lets a window come to the front.
        show: brings the window to the front, with a token.
        hide: takes the window from the screen.
        toggle_notifications: turns them on or off.
        quit: ends the programme.
    """

    activate: Callable[[str], None]
    show: Callable[[str], None]
    hide: Callable[[], None]
    toggle_notifications: Callable[[], None]
    quit: Callable[[], None]


class Tray(Protocol):
    """An icon in the tray, if the desktop has one; no call waits for the desktop or fails."""

    @property
    def is_there(self) -> bool:
        """Whether somebody shows the icon: only then may the window hide in it."""
        ...

    def start(self, verbs: TrayVerbs, changed: Callable[[], None]) -> None:
        """Looks for a tray, now and whenever one comes; `changed` is called whenever `is_there` changes."""
        ...

    def show(self, state: TrayState) -> None:
        """Has the icon say `state`."""
        ...

    def close(self) -> None:
        """Takes the icon away; to be called once, at the end."""
        ...
