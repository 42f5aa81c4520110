"""TDLib's objects: one frozen Struct per constructor, one tagged union per class.

The stub beside this file says what there is; `tdlib.structs` makes it from the schema when it is first asked for.
"""

from __future__ import annotations

from msgspec import Struct

from tdlib import schema
from tdlib.structs import Structs, tag

TDLIB_VERSION = schema.VERSION
TDLIB_COMMIT = schema.COMMIT


class TdObject(Struct, frozen=True, gc=False, omit_defaults=True, tag_field="@type", tag=tag):
    """The base of every object of the interface; its `@type` is the class name with a small first letter."""


_structs = Structs(schema.TYPES, TdObject, globals())

__getattr__ = _structs.get
constructor = _structs.constructor
complete = _structs.complete
decoder = _structs.decoder
