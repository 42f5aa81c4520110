"""`Connection`: how the line to Telegram is."""

from __future__ import annotations

from collections.abc import Callable

from client.changes import Changes, Noun, Subscription
from tdlib import types as td


class Connection:
    """The state of the connection; Noun.CONNECTION.

    Attributes:
        state: waiting for a network before TDLib has said anything.
    """

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self.state: td.ConnectionState = td.ConnectionStateWaitingForNetwork()

    def subscribe(self, callback: Callable[[], None]) -> Subscription:
        """Has `callback` called whenever `state` was replaced."""
        return self._changes.subscribe(Noun.CONNECTION, lambda changed: callback())

    @property
    def is_ready(self) -> bool:
        """Whether everything that happened meanwhile has been told."""
        return isinstance(self.state, td.ConnectionStateReady)

    def on_state(self, update: td.UpdateConnectionState) -> None:
        self.state = update.state
        self._changes.record(Noun.CONNECTION, None, "state")
