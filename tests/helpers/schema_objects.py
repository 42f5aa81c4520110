"""Objects of TDLib's schema made from their types alone: any constructor, in several fillings."""

from __future__ import annotations

import types
import typing
from typing import Any, Literal

import msgspec

from tdlib import types as td

Filling = Literal["bare", "first", "last"]
FILLINGS: tuple[Filling, ...] = ("bare", "first", "last")
_DEEPEST = 6


def members(union: Any) -> tuple[type[td.TdObject], ...]:
    """Returns the constructors of one of TDLib's classes."""
    return typing.get_args(union)


def build(kind: type[td.TdObject], filling: Filling = "first", depth: int = 0) -> Any:
    """Returns an object of `kind`.

    Arguments:
        kind: a constructor.
        filling: "bare" leaves out all that may be left out, "first" and "last" fill everything in and choose the first
            or the last constructor of each class, with yes or no for each flag.
    """
    td.complete(kind)
    hints = typing.get_type_hints(kind)
    values: dict[str, Any] = {}
    for field in msgspec.structs.fields(kind):
        needed = field.default is msgspec.NODEFAULT and field.default_factory is msgspec.NODEFAULT
        if needed or (filling != "bare" and depth < _DEEPEST):
            values[field.name] = _value(hints[field.name], field.name, filling, depth)
    return kind(**values)


def _value(hint: Any, name: str, filling: Filling, depth: int) -> Any:
    if hint is bool:
        return filling == "first"
    if hint in (int, float):
        return hint(3)
    if hint is str:
        return f"a {name.replace('_', ' ')}"
    if hint is bytes:
        return b"data"
    origin = typing.get_origin(hint)
    if origin is list:
        return [] if filling == "bare" else [_value(typing.get_args(hint)[0], name, filling, depth + 1)]
    if origin in (types.UnionType, typing.Union):
        choices = [choice for choice in typing.get_args(hint) if choice is not type(None)]
        simple = depth + 1 >= _DEEPEST or filling != "last"
        return _value(choices[0 if simple else -1], name, filling, depth)
    return build(hint, filling, depth + 1)
