"""Who may import whom: the table of docs/architecture.md as tests."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_archon import archrule

from tdlib.library import python_telegram_folder

ROOT = Path(__file__).parent.parent
QT_BEYOND_CORE = [
    f"PySide6.{module}"
    for module in ("QtGui", "QtWidgets", "QtQuick", "QtQuickControls2", "QtSvg", "QtNetwork", "QtDBus", "QtMultimedia")
]
UI_STRUCTURE = "ui*"


def test_the_wire_knows_nothing_of_the_application() -> None:
    (
        archrule("tdlib")
        .match("tdlib*")
        .exclude("tdlib.sandbox*")
        .should_not_import("client*", "ui*", "PySide6*", "qasync*", "tdlib.sandbox*")
        .check("tdlib")
    )


def test_one_module_imports_python_telegram() -> None:
    rule = archrule("binding").match("tdlib*").exclude("tdlib.binding", "tdlib.engine")
    rule.should_not_import("telegram*").check("tdlib")
    for package in ("client", "ui"):
        archrule("binding").match(f"{package}*").should_not_import("telegram*").check(package)


def test_the_engine_imports_next_to_nothing() -> None:
    asked = "import sys, tdlib.engine; print(*sys.modules, sep='\\n')"
    folders = [str(ROOT), str(python_telegram_folder().parent)]
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path += {folders!r}; {asked}"]
    modules = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    ours = {name for name in modules if name.split(".")[0] in ("client", "tdlib", "ui")}
    assert ours == {"tdlib", "tdlib.binding", "tdlib.engine", "tdlib.frames", "tdlib.memory"}
    assert {"argparse", "asyncio", "msgspec", "site"}.isdisjoint(modules)


def test_the_sandbox_stands_alone() -> None:
    (
        archrule("sandbox")
        .match("tdlib.sandbox*")
        .should_not_import("client*", "ui*", "PySide6*", "qasync*")
        .should_not_import("tdlib.types", "tdlib.functions", "tdlib.client", "tdlib.engine", "tdlib.decode")
        .check("tdlib")
    )
    for package in ("client", "ui"):
        archrule("nobody imports the sandbox").match(f"{package}*").should_not_import("tdlib.sandbox*").check(package)


def test_the_meaning_knows_no_screen() -> None:
    (
        archrule("client")
        .match("client*")
        .should_not_import("ui*", "PySide6*", "qasync*", "telegram*", "tdlib.binding", "tdlib.engine", "tdlib.sandbox*")
        .check("client")
    )


def test_a_store_cannot_send() -> None:
    (
        archrule("stores")
        .match("client.stores*")
        .should_not_import("tdlib.functions", "tdlib.client", "client.actions*", "client.account", "client.session")
        .check("client")
    )


def test_only_actions_and_the_account_send() -> None:
    (
        archrule("senders")
        .match("client*")
        .exclude("client.actions*", "client.account", "client.auth", "client.engine_life", "client.session")
        .should_not_import("tdlib.functions")
        .check("client", only_direct_imports=True)
    )


def test_view_models_know_no_screen_and_no_wire() -> None:
    (
        archrule("view models")
        .match("ui.viewmodels*")
        .should_not_import(*QT_BEYOND_CORE, "tdlib.functions", "tdlib.client", "ui.app", "ui.media*", "ui.platform*")
        .check("ui", only_direct_imports=True)
    )


@pytest.mark.parametrize("package", ["tdlib", "client", "ui", "resources"])
def test_a_package_says_what_it_is(package: str) -> None:
    for init in (ROOT / package).rglob("__init__.py"):
        text = init.read_text(encoding="utf-8").strip()
        assert re.fullmatch(r'"""[^"]+"""', text), f"{init.relative_to(ROOT)} is more or less than one docstring"
        assert "import" in text, f"{init.relative_to(ROOT)} does not say what it may import"


def test_the_top_level_is_fixed() -> None:
    wanted = {"client", "docs", "packaging", "resources", "tdlib", "tests", "ui"}
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    assert folders - {"build", "dist"} <= wanted


def test_no_source_file_is_too_long() -> None:
    generated = {"tdlib/schema.py"}
    tops = [ROOT / "client", ROOT / "ui", ROOT / "tdlib"]
    sources = [path for top in tops for pattern in ("*.py", "*.qml") for path in top.rglob(pattern)]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in sources}
    assert {name: length for name, length in lengths.items() if length > 400 and name not in generated} == {}


def test_no_property_of_qt_is_set_by_a_keyword_with_i() -> None:
    """PySide makes `setInterval` of `interval` by the locale's capital letters, and Turkish has another I."""
    wrong = [
        f"{path.relative_to(ROOT)}: {call}"
        for path in sorted((ROOT / "ui").rglob("*.py"))
        for call in re.findall(r"\bQ[A-Z]\w+\([^\n]*\bi\w*=", path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


QML = sorted((ROOT / "ui" / "qml").rglob("*.qml"))


@pytest.mark.parametrize("path", QML, ids=lambda path: path.name)
def test_qml_keeps_to_its_side(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "@type" not in text
    assert "setContextProperty" not in text
    assert not re.search(r"\b(real|int|double) \w*(chat|message|user|file)Id\b", text), "ids are no numbers in QML"
    if path.parent.name != "Theme":
        assert not re.search(r'"#[0-9A-Fa-f]{3,8}"', text), "colours come from Theme"
        assert not re.search(r"\bcolor: *\"(?!transparent)\w", text), "colours come from Theme"


@pytest.mark.parametrize("path", QML, ids=lambda path: path.name)
def test_texts_are_plain_unless_our_own_markup(path: Path) -> None:
    """Every Text says its format; markup is only drawn where our own escaping has built it."""
    text = path.read_text(encoding="utf-8")
    for block in re.findall(r"\b(?:Text|Label)\s*\{(.*?)\n\s*\}", text, re.DOTALL):
        if "textFormat" not in block:
            raise AssertionError(f"a Text without textFormat: {block[:80]!r}")
