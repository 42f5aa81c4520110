"""The generator: what it makes of a schema, and that the committed modules are what the schema gives."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from tdlib import functions, generate, types

SCHEMA = """
double ? = Double;
int64 = Int64;
vector {t:Type} # [ t ] = Vector t;

//@class Shape @description A shape

//@description A dot @list Where it is listed; may be null @id Its id
shapeDot list:circle id:int64 = Shape;
shapeLine from:vector<vector<int53>> = Shape;

//@radius Radius @data Bytes
circle radius:double data:bytes = Circle;

---functions---

//@description Gets it @shape The shape; pass null to get any
getCircle shape:Shape name:string = Circle;
"""


def schema_path() -> Path | None:
    """Returns where td_api.tl is: named by the environment, or beside the repository on the founders' machines."""
    named = os.environ.get("HELIOGRAPH_SCHEMA")
    path = Path(named) if named else Path(__file__).parents[3] / "shared" / "schema" / "td_api.tl"
    return path if path.is_file() else None


def parsed() -> generate.Schema:
    return generate.parse(SCHEMA, commit="abc", version="1.0")


def test_types_are_structs_with_tags_and_unions() -> None:
    text = generate.render_types(parsed())
    assert "class ShapeDot(TdObject, frozen=True, kw_only=True):" in text
    assert '    list_: Circle | None = field(default=None, name="list")' in text
    assert '    from_: list[list[int]] = field(default_factory=list, name="from")' in text
    assert "    radius: float = 0.0\n    data: bytes = b\"\"" in text
    assert "Shape: TypeAlias = (\n    ShapeDot\n    | ShapeLine\n)" in text


def test_functions_are_typed_by_their_result() -> None:
    text = generate.render_functions(parsed())
    assert "class GetCircle(Request[td.Circle], frozen=True, kw_only=True):" in text
    assert "    shape: td.Shape | None = None" in text


def test_a_line_that_is_no_definition_is_named() -> None:
    with pytest.raises(generate.SchemaError, match="nonsense here"):
        generate.parse("nonsense here", commit="", version="")


def test_the_generated_modules_are_fresh() -> None:
    path = schema_path()
    folder = Path(generate.__file__).parent
    if path is None:
        for name in ("types.pyi", "functions.pyi"):
            assert types.TDLIB_COMMIT in (folder / name).read_text(encoding="utf-8"), f"{name} is of another schema"
        return
    schema = generate.parse(path.read_text(encoding="utf-8"), commit=types.TDLIB_COMMIT, version=types.TDLIB_VERSION)
    assert (folder / "schema.py").read_text(encoding="utf-8") == generate.render_schema(schema)
    assert (folder / "types.pyi").read_text(encoding="utf-8") == generate.render_types(schema)
    assert (folder / "functions.pyi").read_text(encoding="utf-8") == generate.render_functions(schema)


def test_a_request_is_tdlibs_json() -> None:
    request = functions.AddChatToList(chat_id=-1001234567890123, chat_list=types.ChatListFolder(chat_folder_id=3))
    assert msgspec.json.decode(msgspec.json.encode(request)) == {
        "@type": "addChatToList",
        "chat_id": -1001234567890123,
        "chat_list": {"@type": "chatListFolder", "chat_folder_id": 3},
    }
