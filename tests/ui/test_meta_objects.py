"""No object that QML sees has a meta object of its own, beside the one of its class.

PySide makes one for a QObject when a signal is connected to a method of it that is no slot, and frees it with the
object. QML remembers what it has learned of a meta object by its address, which another object gets then: its signals
and methods are taken for those of the one before.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

import ui
from tests.helpers.meta_objects import has_own

PACKAGE = Path(next(iter(ui.__path__)))


class Careless(QObject):
    """Connects a method that is no slot."""

    rang = Signal()

    def __init__(self, *, slot: bool) -> None:
        super().__init__()
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.ring if slot else self.sound)

    def sound(self) -> None: ...

    @Slot()
    def ring(self) -> None: ...


def test_a_method_that_is_no_slot_makes_a_meta_object() -> None:
    assert has_own(Careless(slot=False))
    assert not has_own(Careless(slot=True))


def test_signals_are_connected_to_slots() -> None:
    wrong = [
        f"{name}.{method}"
        for path in PACKAGE.rglob("*.py")
        for name, method in connected(path)
        if is_qobject(path, name) and not is_slot_or_signal(inspect.getattr_static(class_of(path, name), method))
    ]
    assert not wrong, "methods that signals are connected to need @Slot"


def connected(path: Path) -> Iterator[tuple[str, str]]:
    """Yields class and method wherever a signal is connected to `self.method`."""
    for made in ast.walk(ast.parse(path.read_text())):
        if not isinstance(made, ast.ClassDef):
            continue
        for call in ast.walk(made):
            match call:
                case ast.Call(
                    func=ast.Attribute(attr="connect"),
                    args=[ast.Attribute(value=ast.Name(id="self"), attr=method), *_],
                ):
                    yield made.name, method


def is_slot_or_signal(member: object) -> bool:
    return isinstance(member, Signal) or hasattr(member, "_slots")


def is_qobject(path: Path, name: str) -> bool:
    return issubclass(class_of(path, name), QObject)


def class_of(path: Path, name: str) -> type:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    found = getattr(importlib.import_module(".".join(parts)), name)
    assert isinstance(found, type)
    return found
