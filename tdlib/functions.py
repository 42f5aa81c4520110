"""TDLib's functions: one request per function, typed by what it returns.

The stub beside this file says what there is; `tdlib.structs` makes it from the schema when it is first asked for.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from msgspec import Struct

from tdlib import schema
from tdlib.structs import Structs, tag

Result = TypeVar("Result")


class Request(Struct, Generic[Result], frozen=True, gc=False, omit_defaults=True, tag_field="@type", tag=tag):
    """The base of every request; `Result` is the type of its answer."""


__getattr__ = Structs(schema.FUNCTIONS, Request, globals()).get
