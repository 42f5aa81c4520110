"""`Options`: TDLib's options by name."""

from __future__ import annotations

from typing import TypeVar

from client.changes import Changes, Noun
from tdlib import types as td

OptionContent = bool | int | str
Default = TypeVar("Default", bool, int, str)


class Options:
    """Values as Python has them; Noun.OPTION with "value"."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._values: dict[str, OptionContent] = {}

    def get(self, name: str, default: Default) -> Default:
        """Returns an option's value; `default` where it is not set or of another type."""
        value = self._values.get(name)
        return value if type(value) is type(default) else default

    def on_option(self, update: td.UpdateOption) -> None:
        if isinstance(update.value, td.OptionValueEmpty):
            self._values.pop(update.name, None)
        else:
            self._values[update.name] = update.value.value
        self._changes.record(Noun.OPTION, update.name, "value")
