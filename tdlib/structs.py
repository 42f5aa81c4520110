"""Structs from the text of a schema, each made when it is first asked for.

The schema defines more than 3,000 of them, of which a start needs a hundred and a day of use a quarter; all of them
would take 10 MB and a tenth of a second.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from types import GenericAlias
from typing import Any, Union, get_args

import msgspec

SCALARS: dict[str, tuple[type, Any]] = {
    "double": (float, 0.0),
    "string": (str, ""),
    "int32": (int, 0),
    "int53": (int, 0),
    "int64": (int, 0),
    "bytes": (bytes, b""),
    "Bool": (bool, False),
}
"""The schema's types that are Python's own, with what they are where TDLib leaves them out."""


def tag(class_name: str) -> str:
    """Returns the `@type` of a class: `MessageText` → `messageText`."""
    return class_name[0].lower() + class_name[1:]


class Structs:
    """The Structs of one schema. Any thread may ask for them.

    Arguments:
        text: definitions as `tdlib.generate` writes them: a name, and below it a line for each field, or, in the
            definition of a class, for each of its constructors.
        base: the class that they inherit from.
        namespace: of the module that they belong to; they are put there.
    """

    def __init__(self, text: str, base: type[msgspec.Struct], namespace: dict[str, Any]) -> None:
        self._text = text
        self._base = base
        self._namespace = namespace
        self._complete: set[type[msgspec.Struct]] = set()
        self._lock = threading.RLock()

    def get(self, name: str) -> Any:
        """Returns the Struct `name`, or the union of a class's constructors.

        Raises:
            AttributeError: where the schema has no such name.
        """
        found = self._namespace.get(name) or self._make(name)
        if found is None:
            raise AttributeError(f"module {self._namespace['__name__']!r} has no attribute {name!r}")
        return found

    def constructor(self, name: str) -> type[Any] | None:
        """Returns the Struct of the constructor or function `name`, such as `messageText`; None for an unknown one."""
        class_name = name[:1].upper() + name[1:]
        if tag(class_name or "?") != name:
            return None
        found = self._namespace.get(class_name) or self._make(class_name)
        return found if isinstance(found, type) else None

    def complete(self, kind: Any) -> None:
        """Makes every Struct that an object of `kind`, a Struct or a union, may hold: a decoder wants them all."""
        with self._lock:
            waiting = [*_members(kind)]
            while waiting:
                one = waiting.pop()
                if one not in self._complete:
                    self._complete.add(one)
                    waiting += self._held_by(one)

    def decoder(self, kind: Any, *held: Any) -> msgspec.json.Decoder[Any]:
        """Makes a decoder of JSON, one thread at a time.

        WORKAROUND: msgspec describes a Struct to itself once, for all threads, and calls Python for it. Another thread
        that makes a decoder meanwhile takes the half of a description that is there, and its decoder crashes.

        Arguments:
            kind: what is decoded.
            held: the Structs and unions in it, where it is no Struct of this schema.
        """
        with self._lock:
            for each in held or (kind,):
                self.complete(each)
            return msgspec.json.Decoder(kind, strict=False)

    def _held_by(self, kind: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
        for annotation in kind.__annotations__.values():
            # Everything else is of a type of Python's own.
            if isinstance(annotation, str):
                found = self.get(annotation.removesuffix(" | None").replace("list[", "").rstrip("]"))
                yield from _members(found)

    def _make(self, name: str) -> Any:
        if not name.isidentifier() or not name[0].isupper():
            return None
        with self._lock:
            if name in self._namespace:
                return self._namespace[name]
            lines = self._definition(tag(name))
            if lines is not None:
                made: Any = self._struct(name, lines)
            else:
                lines = self._definition(name)
                if lines is None:
                    return None
                made = Union.__getitem__(tuple(self.get(line[:1].upper() + line[1:]) for line in lines))
            self._namespace[name] = made
            return made

    def _definition(self, name: str) -> list[str] | None:
        """Returns the lines below `name`."""
        start = self._text.find(f"\n{name}\n")
        if start < 0:
            return None
        start += len(name) + 2
        end = start
        while self._text.startswith(" ", end):
            end = self._text.index("\n", end) + 1
        return [line[1:] for line in self._text[start:end].splitlines()]

    def _struct(self, name: str, lines: list[str]) -> type[msgspec.Struct]:
        return msgspec.defstruct(
            name,
            [_field(*line.split(" ")) for line in lines],
            bases=(self._base,),
            module=self._namespace["__name__"],
            frozen=True,
            kw_only=True,
        )


def _members(kind: Any) -> tuple[type[msgspec.Struct], ...]:
    return get_args(kind) or (kind,)


def _field(name: str, type_name: str) -> tuple[str, Any] | tuple[str, Any, Any]:
    annotation = _annotation(type_name)
    # A name that Python needs for itself has got an underscore.
    renamed = {"name": name[:-1]} if name.endswith("_") else {}
    if type_name.endswith("?"):
        return name, annotation, msgspec.field(default=None, **renamed)
    if type_name.startswith("vector<"):
        return name, annotation, msgspec.field(default_factory=list, **renamed)
    if type_name in SCALARS:
        return name, annotation, msgspec.field(default=SCALARS[type_name][1], **renamed)
    return (name, annotation, msgspec.field(**renamed)) if renamed else (name, annotation)


def _annotation(type_name: str) -> Any:
    """Returns a type of Python's own, or words about Structs that need not be made yet."""
    if type_name.endswith("?"):
        return f"{_annotation(type_name[:-1])} | None"
    if type_name.startswith("vector<"):
        inner = _annotation(type_name[len("vector<") : -1])
        return f"list[{inner}]" if isinstance(inner, str) else GenericAlias(list, inner)
    scalar = SCALARS.get(type_name)
    return scalar[0] if scalar is not None else type_name[0].upper() + type_name[1:]
