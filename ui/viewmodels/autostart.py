"""`Autostart`: whether the desktop starts the programme when somebody logs in; `ui.platform.autostart` does it."""

from __future__ import annotations

from typing import Protocol


class Autostart(Protocol):
    """The truth is with the desktop, where a person may change it too."""

    @property
    def is_possible(self) -> bool:
        """Whether this system has a place for it."""
        ...

    @property
    def is_on(self) -> bool:
        """Whether the programme starts with the desktop."""
        ...

    @property
    def is_hidden(self) -> bool:
        """Whether it then starts in the tray."""
        ...

    def set(self, on: bool, hidden: bool) -> bool:
        """Has the programme start with the desktop, or no more; returns whether that was possible."""
        ...
