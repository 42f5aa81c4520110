"""Keeps the catalogues in `resources/translations`: finds what there is to translate, and compiles what was translated.

python packaging/translations.py      (make translations) brings every .ts up to date with the source and makes its .qm

A catalogue begins as an empty file heliograph_LANGUAGE.ts; `pyside6-linguist` is made to fill it in.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
CATALOGUES = ROOT / "resources" / "translations"
TOOLS = Path(PySide6.__file__).parent

FORMS = {"de": 2}
"""How many forms a language has of what is counted; Qt's order of them."""


@dataclass(frozen=True, order=True)
class Message:
    """Something to translate.

    Attributes:
        context: the QML file or the subject of the wording.
        source: in English, the plural where it counts.
        counts: whether it has forms for numbers.
    """

    context: str
    source: str
    counts: bool


def messages() -> set[Message]:
    """Returns everything that the programme says."""
    return {*_of_qml(), *(message for path in (ROOT / "ui").rglob("*.py") for message in _of_python(path))}


def read(path: Path) -> dict[Message, list[str]]:
    """Returns the translations in a catalogue; a text that does not count has one form."""
    if not path.read_text(encoding="utf-8").strip():
        return {}
    found: dict[Message, list[str]] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for each in context.iter("message"):
            counts = each.get("numerus") == "yes"
            message = Message(context.findtext("name", ""), each.findtext("source", ""), counts)
            translation = each.find("translation")
            if translation is not None:
                forms = [form.text or "" for form in translation.iter("numerusform")]
                found[message] = forms if counts else [translation.text or ""]
    return found


def write(path: Path, translations: Mapping[Message, list[str]]) -> None:
    """Writes a catalogue."""
    root = ElementTree.Element("TS", version="2.1", language=language(path), sourcelanguage="en")
    contexts: dict[str, ElementTree.Element] = {}
    for message in sorted(translations):
        context = contexts.get(message.context)
        if context is None:
            context = contexts[message.context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(context, "name").text = message.context
        each = ElementTree.SubElement(context, "message", {"numerus": "yes"} if message.counts else {})
        ElementTree.SubElement(each, "source").text = message.source
        translation = ElementTree.SubElement(each, "translation")
        forms = translations[message]
        if not all(forms):
            translation.set("type", "unfinished")
        if message.counts:
            for form in forms:
                ElementTree.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0]
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def language(path: Path) -> str:
    """Returns the code of a catalogue's language."""
    return path.stem.removeprefix("heliograph_")


def _of_qml() -> Iterator[Message]:
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.ts"
        files = [str(path) for path in sorted((ROOT / "ui" / "qml").rglob("*.qml"))]
        command = [str(TOOLS / "lupdate"), "-silent", "-no-obsolete", *files, "-ts", str(found)]
        subprocess.run(command, check=True, capture_output=True)
        yield from read(found)


def _of_python(path: Path) -> Iterator[Message]:
    """The calls of what `translator` and `plurals` have returned; a text that stands in a table is found there."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    made = {name: made for node in tree.body for name, made in _made(node)}
    tables = {name: value for node in tree.body for name, value in _assigned(node)}
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id not in made:
            continue
        maker, context = made[call.func.id]
        sources = _texts(call.args[1 if maker == "plurals" else 0], tables)
        if not sources:
            raise ValueError(f"{path}:{call.lineno}: what is translated must be a text, or stand in a table above")
        for source in sources:
            yield Message(context, source, maker == "plurals")


def _made(node: ast.stmt) -> Iterator[tuple[str, tuple[str, str]]]:
    for name, value in _assigned(node):
        match value:
            case ast.Call(func=ast.Name(id="translator" | "plurals" as maker), args=[ast.Constant(value=str(context))]):
                yield name, (maker, context)


def _assigned(node: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            yield name, value
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
            yield name, value


def _texts(text: ast.expr, tables: Mapping[str, ast.expr]) -> set[str]:
    match text:
        case ast.Constant(value=str(source)):
            return {source} - {""}
        case ast.Dict(values=values):
            return {source for value in values for source in _texts(value, tables)}
        case ast.Name(id=name) if name in tables:
            return _texts(tables[name], tables)
        case ast.Subscript(value=table):
            return _texts(table, tables)
        case ast.Call(func=ast.Attribute(value=table, attr="get"), args=[_, otherwise]):
            return _texts(table, tables) | _texts(otherwise, tables)
        case _:
            return set()


def main() -> None:
    for path in sorted(CATALOGUES.glob("heliograph_*.ts")):
        old = read(path)
        forms = FORMS[language(path)]
        write(path, {each: old.get(each, [""] * (forms if each.counts else 1)) for each in messages()})
        command = [str(TOOLS / "lrelease"), "-silent", str(path), "-qm", str(path.with_suffix(".qm"))]
        subprocess.run(command, check=True)
        missing = [each for each, forms_of_it in read(path).items() if not all(forms_of_it)]
        sys.stdout.write(f"{path.name}: {len(missing)} missing\n")


if __name__ == "__main__":
    main()
