"""Turns TDLib's schema into `tdlib/schema.py` and the stubs `tdlib/types.pyi` and `tdlib/functions.pyi`.

    python -m tdlib.generate PATH/TO/td_api.tl --commit SHA [--version X.Y.Z] [--check]

The stubs are for type checkers and readers. At run time `tdlib.structs` makes the same classes from `schema.py`, each
when it is first asked for. Names and types are taken from the schema, its sentences are not. `--check` writes nothing
and exits 1 when a committed file differs from what the schema gives.
"""

from __future__ import annotations

import argparse
import hashlib
import keyword
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SCALARS = {
    "double": "float",
    "string": "str",
    "int32": "int",
    "int53": "int",
    "int64": "int",
    "bytes": "bytes",
    "Bool": "bool",
}
SHADOWING = {"list", *SCALARS.values()}
DEFAULTS = {"float": "0.0", "str": '""', "int": "0", "bytes": 'b""', "bool": "False"}
BUILT_IN = {"double", "string", "int32", "int53", "int64", "bytes", "boolFalse", "boolTrue", "vector"}

DEFINITION = re.compile(r"^(?P<name>\w+)(?P<fields>(?: \w+:[\w<>]+)*) = (?P<result>\w+);$")
COMMENT_FIELD = re.compile(r"@(\w+) ([^@]*)")
NULLABLE = re.compile(r"\bmay be null\b|\bpass null\b|\bnull if\b|\bis null\b", re.IGNORECASE)


@dataclass(frozen=True)
class Field:
    """One field of a constructor or function: its schema name and type, and whether TDLib may leave it out."""

    name: str
    type: str
    nullable: bool


@dataclass(frozen=True)
class Definition:
    """One line of the schema: a constructor of class `result`, or a function that returns it."""

    name: str
    fields: tuple[Field, ...]
    result: str

    @property
    def class_name(self) -> str:
        return class_name(self.name)


@dataclass(frozen=True)
class Schema:
    """A parsed td_api.tl and where it comes from."""

    constructors: tuple[Definition, ...]
    functions: tuple[Definition, ...]
    sha256: str
    commit: str
    version: str

    def unions(self) -> dict[str, list[Definition]]:
        """Returns class name → its constructors, for the classes that are not one constructor of the same name."""
        members: dict[str, list[Definition]] = {}
        for constructor in self.constructors:
            members.setdefault(constructor.result, []).append(constructor)
        return {name: found for name, found in members.items() if [one.class_name for one in found] != [name]}


class SchemaError(ValueError):
    """The schema holds a line that this generator does not understand."""


def parse(text: str, *, commit: str, version: str) -> Schema:
    """Parses the text of a td_api.tl.

    Arguments:
        text: the schema.
        commit: TDLib's commit the schema belongs to, hexadecimal.
        version: TDLib's version, such as `1.8.66`.

    Raises:
        SchemaError: for a line that is neither comment nor definition.
    """
    head, _, tail = text.partition("---functions---")
    return Schema(
        constructors=tuple(_definitions(head)),
        functions=tuple(_definitions(tail)),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        commit=commit,
        version=version,
    )


def _definitions(text: str) -> Iterator[Definition]:
    comment = ""
    for line in text.splitlines():
        if line.startswith("//"):
            comment += " " + line[2:].removeprefix("-")
            continue
        if not line.strip():
            continue
        name = line.split(" ", 1)[0]
        if name not in BUILT_IN:
            yield _definition(line, comment)
        comment = ""


def _definition(line: str, comment: str) -> Definition:
    match = DEFINITION.match(line)
    if match is None:
        raise SchemaError(f"not a definition of the schema: {line!r}")
    said = {name.removeprefix("param_"): sentence for name, sentence in COMMENT_FIELD.findall(comment)}
    fields = []
    for pair in match["fields"].split():
        name, _, type_name = pair.partition(":")
        fields.append(Field(name, type_name, bool(NULLABLE.search(said.get(name, "")))))
    return Definition(match["name"], tuple(fields), match["result"])


def class_name(name: str) -> str:
    """Returns the Python class of a schema name: `messageText` → `MessageText`."""
    return name[0].upper() + name[1:]


def annotation(type_name: str, prefix: str = "") -> str:
    """Returns the Python annotation of a schema type: `vector<int53>` → `list[int]`."""
    if type_name.startswith("vector<"):
        return f"list[{annotation(type_name[len('vector<') : -1], prefix)}]"
    scalar = SCALARS.get(type_name)
    return scalar if scalar is not None else prefix + class_name(type_name)


def _field_line(field: Field, prefix: str) -> str:
    written = annotation(field.type, prefix)
    if field.type.startswith("vector<"):
        return _assign(field.name, written, f"field(default_factory=list{_rename(field.name)})", "[]")
    if written in DEFAULTS:
        default = DEFAULTS[written]
        return _assign(field.name, written, f"field(default={default}{_rename(field.name)})", default)
    if field.nullable:
        return _assign(field.name, f"{written} | None", f"field(default=None{_rename(field.name)})", "None")
    if _clashes(field.name):
        return f'    {_safe(field.name)}: {written} = field(name="{field.name}")'
    return f"    {field.name}: {written}"


def _assign(name: str, written: str, renamed: str, plain: str) -> str:
    return f"    {_safe(name)}: {written} = {renamed if _clashes(name) else plain}"


def _safe(name: str) -> str:
    return name + "_" if _clashes(name) else name


def _clashes(name: str) -> bool:
    """Tells whether a field cannot keep its name: a keyword, or a type that its class's annotations need."""
    return keyword.iskeyword(name) or name in SHADOWING


def _rename(name: str) -> str:
    return f', name="{name}"'


def _class_lines(definition: Definition, base: str, prefix: str) -> list[str]:
    lines = [f"class {definition.class_name}({base}, frozen=True, kw_only=True):"]
    lines += [_field_line(field, prefix) for field in definition.fields] or ["    pass"]
    return [*lines, ""]


def _header(schema: Schema, docstring: str) -> list[str]:
    return [
        f'"""{docstring}',
        "",
        f"GENERATED by tdlib/generate.py from td_api.tl of TDLib {schema.version},",
        f"commit {schema.commit},",
        f"sha256 {schema.sha256}.",
        '"""',
        "",
    ]


def render_schema(schema: Schema) -> str:
    """Returns the text of `tdlib/schema.py`: the schema as `tdlib.structs` reads it."""
    lines = [
        *_header(schema, "TDLib's schema, as `tdlib.structs` reads it."),
        f'VERSION = "{schema.version}"',
        f'COMMIT = "{schema.commit}"',
        "",
        'TYPES = """',
        *(line for constructor in schema.constructors for line in _definition_lines(constructor)),
        *(line for name, members in schema.unions().items() for line in (name, *(f" {one.name}" for one in members))),
        '"""',
        "",
        'FUNCTIONS = """',
        *(line for function in schema.functions for line in _definition_lines(function)),
        '"""',
    ]
    return "\n".join(lines) + "\n"


def _definition_lines(definition: Definition) -> list[str]:
    """Writes the name, and below it each field with its type; `?` follows a class whose object may be left out."""
    lines = [definition.name]
    for one in definition.fields:
        optional = one.nullable and not one.type.startswith("vector<") and one.type not in SCALARS
        lines.append(f" {_safe(one.name)} {one.type}{'?' if optional else ''}")
    return lines


def render_types(schema: Schema) -> str:
    """Returns the text of `tdlib/types.pyi`: one Struct per constructor, one tagged union per class."""
    renames = any(_clashes(one.name) for constructor in schema.constructors for one in constructor.fields)
    lines = [
        *_header(schema, "TDLib's objects: one frozen Struct per constructor, one tagged union per class."),
        "from typing import TypeAlias, TypeVar",
        "",
        "from msgspec import Struct, field" if renames else "from msgspec import Struct",
        "from msgspec.json import Decoder",
        "",
        'Decoded = TypeVar("Decoded")',
        "",
        "TDLIB_VERSION: str",
        "TDLIB_COMMIT: str",
        "",
        "def constructor(name: str) -> type[TdObject] | None: ...",
        "def complete(kind: object) -> None: ...",
        "def decoder(kind: type[Decoded], *held: object) -> Decoder[Decoded]: ...",
        "",
        "class TdObject(Struct, frozen=True):",
        '    """The base of every object of the interface; its `@type` is the class name with a small first letter."""',
        "",
    ]
    for constructor in schema.constructors:
        lines += _class_lines(constructor, "TdObject", "")
    for name, members in schema.unions().items():
        lines += _union_lines(name, members)
    return "\n".join(lines) + "\n"


def _union_lines(name: str, members: list[Definition]) -> list[str]:
    if len(members) == 1:
        return [f"{name}: TypeAlias = {members[0].class_name}"]
    first, *others = (member.class_name for member in members)
    return [f"{name}: TypeAlias = (", f"    {first}", *(f"    | {other}" for other in others), ")"]


def render_functions(schema: Schema) -> str:
    """Returns the text of `tdlib/functions.pyi`: one typed request per function."""
    body: list[str] = []
    for function in schema.functions:
        body += _class_lines(function, f"Request[td.{class_name(function.result)}]", "td.")
    uses_field = any("field(" in line for line in body)
    lines = [
        *_header(schema, "TDLib's functions: one request per function, typed by what it returns."),
        "from typing import Generic, TypeVar",
        "",
        "from msgspec import Struct, field" if uses_field else "from msgspec import Struct",
        "",
        "import tdlib.types as td",
        "",
        'Result = TypeVar("Result")',
        "",
        "class Request(Struct, Generic[Result], frozen=True):",
        '    """The base of every request; `Result` is the type of its answer."""',
        "",
        *body,
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def main() -> int:
    """Writes or checks the generated modules; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tdlib.generate", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("schema", type=Path, help="path of td_api.tl")
    parser.add_argument("--commit", required=True, help="TDLib's commit that the schema belongs to")
    parser.add_argument("--version", default="1.8.66", help="TDLib's version (default: %(default)s)")
    parser.add_argument("--check", action="store_true", help="compare with the committed files instead of writing")
    arguments = parser.parse_args()
    try:
        schema = parse(arguments.schema.read_text(encoding="utf-8"), commit=arguments.commit, version=arguments.version)
    except (OSError, SchemaError) as error:
        sys.stderr.write(f"Cannot read the schema: {error}\n")
        return 2
    folder = Path(__file__).parent
    rendered = {
        folder / "schema.py": render_schema(schema),
        folder / "types.pyi": render_types(schema),
        folder / "functions.pyi": render_functions(schema),
    }
    stale = [path for path, text in rendered.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if not arguments.check:
        for path in stale:
            path.write_text(rendered[path], encoding="utf-8")
        return 0
    for path in stale:
        sys.stderr.write(f"{path.name} is not what the schema gives: run without --check and commit it\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
