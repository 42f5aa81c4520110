"""`NotificationServer`: a desktop's notifications, which are recorded in place of being shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.helpers.private_bus import BusProgramme, PrivateBus

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
EVERYTHING = ("body", "body-markup", "actions", "inline-reply", "persistence")


@dataclass(frozen=True)
class Shown:
    """One call of Notify.

    Attributes:
        id: what the server has given it.
        replaces: the id that the caller wants replaced; 0 for none.
        hints: without their signatures.
    """

    id: int
    replaces: int
    title: str
    body: str
    actions: tuple[str, ...]
    hints: dict[str, Any]


class NotificationServer(BusProgramme):
    """Records what is shown.

    Arguments:
        bus: where it is.
        capabilities: what it says it can do.

    Attributes:
        calls: every notification and replacement, in order.
        shown: what a person sees now, by id.
        answers_itself: is typed as an answer into each notification as soon as it is shown; empty for none.
    """

    def __init__(self, bus: PrivateBus, capabilities: tuple[str, ...] = EVERYTHING) -> None:
        self.calls: list[Shown] = []
        self.shown: dict[int, Shown] = {}
        self._capabilities = capabilities
        self._last = 0
        self.answers_itself = ""
        super().__init__(bus, NAME, self._serve)

    @property
    def titles(self) -> list[str]:
        """The titles of what is seen."""
        return [each.title for each in self.shown.values()]

    def click(self, id: int, action: str = "default", token: str = "") -> None:
        """Chooses an action, and closes the notification as most servers do."""
        if token:
            self.signal(PATH, NAME, "ActivationToken", "us", id, token)
        self.signal(PATH, NAME, "ActionInvoked", "us", id, action)
        self._close(id, 3)

    def reply(self, id: int, text: str) -> None:
        """Types an answer into the notification."""
        self.signal(PATH, NAME, "NotificationReplied", "us", id, text)
        self._close(id, 3)

    def dismiss(self, id: int) -> None:
        """Puts the notification away."""
        self._close(id, 2)

    def _replied(self, method: str) -> None:
        if method == "Notify" and self.answers_itself:
            self.reply(self.calls[-1].id, self.answers_itself)

    def _serve(self, interface: str, method: str, arguments: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        match method:
            case "GetCapabilities":
                return "as", (list(self._capabilities),)
            case "Notify":
                return "u", (self._show(*arguments),)
            case "CloseNotification":
                self._close(arguments[0], 3)
                return "", ()
            case _:
                return None

    def _show(
        self,
        programme: str,
        replaces: int,
        icon: str,
        title: str,
        body: str,
        actions: list[str],
        hints: dict[str, tuple[str, Any]],
        timeout: int,
    ) -> int:
        if replaces not in self.shown:
            self._last += 1
        id = replaces if replaces in self.shown else self._last
        values = {name: value for name, (_, value) in hints.items()}
        call = Shown(id, replaces, title, body, tuple(actions), values)
        self.calls.append(call)
        self.shown[id] = call
        return id

    def _close(self, id: int, reason: int) -> None:
        if self.shown.pop(id, None) is not None:
            self.signal(PATH, NAME, "NotificationClosed", "uu", id, reason)
