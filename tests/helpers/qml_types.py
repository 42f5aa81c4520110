"""What `qmllint` must know of the Python types that QML uses, read from their meta objects."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QByteArray, QMetaMethod, QMetaObject, QMetaProperty, QObject

UI = Path(__file__).parents[2] / "ui"


def write_module(folder: Path) -> None:
    """Writes the QML module `Heliograph` with every QObject of `ui` below `folder`, an import path for qmllint."""
    module = folder / "Heliograph"
    module.mkdir(parents=True)
    (module / "qmldir").write_text(
        "module Heliograph\ntypeinfo Heliograph.qmltypes\ndepends QtQuick\ndepends QtQml.Models\n", encoding="utf-8"
    )
    components = "\n".join(_component(kind) for kind in sorted(_types(), key=lambda kind: kind.__name__))
    (module / "Heliograph.qmltypes").write_text(
        f"import QtQuick.tooling 1.2\nModule {{\n{components}\n}}\n", encoding="utf-8"
    )


def _types() -> Iterator[type[QObject]]:
    for path in sorted(UI.rglob("*.py")):
        if "QML_IMPORT_NAME" not in path.read_text(encoding="utf-8"):
            continue
        name = ".".join(path.relative_to(UI.parent).with_suffix("").parts)
        for _, kind in inspect.getmembers(importlib.import_module(name), inspect.isclass):
            if issubclass(kind, QObject) and kind.__module__ == name:
                yield kind


def _component(kind: type[QObject]) -> str:
    meta: QMetaObject = vars(kind)["staticMetaObject"]
    parent = meta.superClass()
    lines = [f'name: "{meta.className()}"', 'accessSemantics: "reference"']
    lines += [f'prototype: "{parent.className()}"'] if parent is not None else []
    lines += [f'exports: ["Heliograph/{kind.__name__} 1.0"]', "exportMetaObjectRevisions: [256]"]
    # QML makes what is made of nothing.
    lines += [f'isCreatable: {"false" if "__init__" in vars(kind) else "true"}']
    lines += [_property(meta.property(index)) for index in range(meta.propertyOffset(), meta.propertyCount())]
    lines += [_method(meta.method(index)) for index in range(meta.methodOffset(), meta.methodCount())]
    return "Component {\n" + "\n".join(lines) + "\n}"


def _property(found: QMetaProperty) -> str:
    kind, name = _plain(_text(found.typeName())), _text(found.name())
    lines = [f'name: "{name}"', f'type: "{kind.rstrip("*")}"', f'read: "{name}"']
    lines += ["isPointer: true"] if kind.endswith("*") else []
    lines += [f'write: "{name}"'] if found.isWritable() else ["isReadonly: true"]
    lines += ["isPropertyConstant: true"] if found.isConstant() else []
    notify = _text(found.notifySignal().name())
    lines += [f'notify: "{notify}"'] if notify else []
    return "Property {\n" + "\n".join(lines) + "\n}"


def _method(found: QMetaMethod) -> str:
    word = "Signal" if found.methodType() is QMetaMethod.MethodType.Signal else "Method"
    returned = _plain(_text(found.typeName()))
    lines = [f'name: "{_text(found.name())}"']
    lines += [f'type: "{returned.rstrip("*")}"'] if returned != "void" else []
    lines += ["isPointer: true"] if returned.endswith("*") else []
    for kind in found.parameterTypes():
        plain = _plain(_text(kind))
        pointer = "; isPointer: true" if plain.endswith("*") else ""
        lines.append(f'Parameter {{ type: "{plain.rstrip("*")}"{pointer} }}')
    return word + " {\n" + "\n".join(lines) + "\n}"


def _plain(kind: str) -> str:
    return "QVariant" if kind in ("PyObject", "QVariantMap") else kind


def _text(name: object) -> str:
    if isinstance(name, QByteArray):
        name = bytes(name.data())
    return name.decode() if isinstance(name, bytes) else str(name)
