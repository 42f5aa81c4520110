"""What is made from the schema at run time is what the stubs promise."""

from __future__ import annotations
import __future__

import subprocess
import sys
import threading
from pathlib import Path
from types import UnionType
from typing import Any, get_args

import msgspec
import pytest

import tdlib
from tdlib import functions as tf
from tdlib import types as td
from tdlib.structs import SCALARS, Structs, tag

Facts = dict[str, tuple[str, str, Any]]
WORDS = {kind: kind.__name__ for kind, _ in SCALARS.values()}

SCHEMA = """
shapeDot
 list_ Circle?
 id int64
shapeLine
 from_ vector<vector<int53>>
 inside vector<Shape>
circle
 radius double
 edge Shape
Shape
 shapeDot
 shapeLine
"""


class Base(msgspec.Struct, frozen=True, tag_field="@type", tag=tag):
    """Stands for `TdObject`."""


def structs() -> Structs:
    return Structs(SCHEMA, Base, {"__name__": __name__})


def facts(kind: type[msgspec.Struct]) -> Facts:
    """Returns field → (annotation, name in JSON, default) of a Struct."""
    fields = kind.__struct_fields__
    defaults = (msgspec.NODEFAULT,) * (len(fields) - len(kind.__struct_defaults__)) + kind.__struct_defaults__
    return {
        name: (_words(kind.__annotations__[name]), encoded, getattr(default, "factory", default))
        for name, encoded, default in zip(fields, kind.__struct_encode_fields__, defaults, strict=True)
    }


def _words(annotation: Any) -> str:
    return annotation if isinstance(annotation, str) else WORDS.get(annotation, str(annotation))


def promised(stub: str) -> dict[str, Any]:
    """Runs a stub, which is Python but for its order."""
    path = Path(tdlib.__file__).parent / stub
    code = compile(path.read_text(encoding="utf-8"), stub, "exec", __future__.annotations.compiler_flag)
    namespace: dict[str, Any] = {"__name__": "stub"}
    exec(code, namespace)
    return namespace


@pytest.mark.parametrize(("stub", "module", "prefix"), [("types.pyi", td, ""), ("functions.pyi", tf, "td.")])
def test_the_stub_says_what_there_is(stub: str, module: Any, prefix: str) -> None:
    names = promised(stub)
    kinds = {name: kind for name, kind in names.items() if isinstance(kind, type) and issubclass(kind, msgspec.Struct)}
    assert len(kinds) > 1000
    for name, kind in kinds.items():
        made = getattr(module, name)
        stated = {field: (words.replace(prefix, ""), *rest) for field, (words, *rest) in facts(kind).items()}
        assert {field: (words, *rest) for field, (words, *rest) in facts(made).items()} == stated, name
        assert made.__struct_config__.tag in (None, tag(name))


def test_the_classes_are_those_of_the_stub() -> None:
    unions = {name: union for name, union in promised("types.pyi").items() if isinstance(union, UnionType)}
    assert len(unions) > 100
    for name, union in unions.items():
        assert [kind.__name__ for kind in get_args(getattr(td, name))] == [kind.__name__ for kind in get_args(union)]


def test_a_struct_is_made_once_and_with_what_it_holds_when_asked() -> None:
    namespace: dict[str, Any] = {"__name__": __name__}
    made = Structs(SCHEMA, Base, namespace)
    circle = made.get("Circle")
    assert set(namespace) == {"__name__", "Circle"}
    made.complete(circle)
    assert set(namespace) == {"__name__", "Circle", "Shape", "ShapeDot", "ShapeLine"}
    assert made.get("Circle") is made.constructor("circle") is circle


def test_names_are_those_of_the_schema_exactly() -> None:
    made = structs()
    for name in ("Square", "circle", "shapeDot", "", "list_ Circle?", "__path__", "Circle\n radius double"):
        with pytest.raises(AttributeError):
            made.get(name)
    for name in ("square", "Circle", "shape", "Shape", "", "list_ Circle?"):
        assert made.constructor(name) is None


def test_threads_get_the_same_struct() -> None:
    made = structs()
    found: list[Any] = []
    start = threading.Barrier(8)

    def ask() -> None:
        start.wait()
        found.append(made.get("Circle"))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1


def test_a_decoder_can_be_made_of_every_constructor() -> None:
    kinds = [kind for name in promised("types.pyi") if (kind := td.constructor(tag(name))) is not None]
    assert len(kinds) > 2000
    for kind in kinds:
        td.complete(kind)
        msgspec.json.Decoder(kind)


TOGETHER = """
import contextlib, sys, threading
from tdlib.decode import Decoder, UnknownObject
sys.setswitchinterval(1e-6)
FRAMES = [
    b'{"@type":"updateNewMessage","message":{"@type":"message","content":{"@type":"messageText"}}}',
    b'{"@type":"updateNewChat","chat":{"@type":"chat"}}',
    b'{"@type":"updateChatLastMessage"}',
    b'{"@type":"updateUser","user":{"@type":"user"}}',
    b'{"@type":"updateSupergroupFullInfo"}',
]
begin = threading.Barrier(4)
def read():
    decoder = Decoder()
    begin.wait()
    for frame in FRAMES:
        with contextlib.suppress(UnknownObject):
            decoder.decode(frame)
threads = [threading.Thread(target=read) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""


def test_accounts_may_meet_their_first_objects_at_once() -> None:
    """msgspec crashes where two threads have it look at a Struct for the first time."""
    for _ in range(3):
        command = [sys.executable, "-c", TOGETHER]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert (done.returncode, done.stderr) == (0, "")
