"""What differs between two states of one object."""

from __future__ import annotations

from tdlib import types as td


def different_fields(old: td.TdObject | None, new: td.TdObject) -> list[str]:
    """Returns the names of fields that differ; all of them where there was nothing before."""
    names = type(new).__struct_fields__
    if old is None:
        return list(names)
    return [name for name in names if getattr(old, name) != getattr(new, name)]
