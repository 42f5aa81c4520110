"""Which objects have a meta object of their own."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject


def has_own(thing: QObject) -> bool:
    """Returns whether PySide has made a meta object for `thing` alone."""
    return "__METAOBJECT__" in vars(thing)


def with_own() -> list[str]:
    """Returns the classes of the programme of which an object has one."""
    # What the programme has frozen is looked at too, and must not be collected with the rest: that takes long.
    gc.unfreeze()
    try:
        return sorted({type(thing).__qualname__ for thing in gc.get_objects() if _is_ours(thing) and has_own(thing)})
    finally:
        gc.freeze()


def _is_ours(thing: object) -> bool:
    kind = type(thing)
    return kind.__module__.startswith("ui.") and issubclass(kind, QObject)
