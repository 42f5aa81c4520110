"""`Notifier`: what view models ask of the desktop's notifications; `ui.platform.notifications` has them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, eq=False)
class Note:
    """A notification.

    Attributes:
        title: who or where it is from, as plain text.
        text: what it says, as plain text.
        picture: the address of a picture as QML has it; empty for none.
        sound: whether it may be heard.
        opened: called when the person chooses it, with the desktop's token that lets a window come to the front.
        read: called when the person wants it marked as read; None where that makes no sense.
        replied: called with an answer typed into it; None where none can be given.
        dismissed: called when the person puts it away.
    """

    title: str
    text: str
    picture: str
    sound: bool
    opened: Callable[[str], None]
    read: Callable[[], None] | None = None
    replied: Callable[[str], None] | None = None
    dismissed: Callable[[], None] | None = None


class Notifier(Protocol):
    """Shows notifications; no call waits for the desktop or fails."""

    def show(self, key: Hashable, note: Note) -> None:
        """Shows `note` in place of the one shown for `key`."""
        ...

    def withdraw(self, key: Hashable) -> None:
        """Takes the notification of `key` away, if there is one."""
        ...

    def close(self) -> None:
        """Waits for the desktop no more; to be called once, at the end."""
        ...
