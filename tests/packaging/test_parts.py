"""How the build decides what goes into the bundle."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from tests.packaging.scripts import script
from ui.components import packages

qt_parts = script("qt_parts")
host_libraries = script("host_libraries")
requirements = script("requirements")
start = script("start")
windows_version = script("windows_version")

QML = "PySide6/Qt/qml/"


def test_qml_that_is_imported_goes_in_with_what_that_imports(tmp_path: Path) -> None:
    (tmp_path / "Main.qml").write_text("import QtQuick.Shapes\nimport QtQuick.Controls\nItem {}\n")
    scanner = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibraryExecutablesPath)) / "qmlimportscanner"
    modules = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.QmlImportsPath))
    found = qt_parts.qml_modules(scanner, tmp_path, modules)
    assert {"QtQuick/Shapes", "QtQuick/Controls/Basic", "QtQuick"} <= found
    styles = {"QtQuick/Controls/Fusion", "QtQuick/Controls/Material", "QtQuick/Controls/Imagine/impl"}
    assert not {*styles, "QtTest", "Qt/labs/animation"} & found


@pytest.mark.parametrize(
    ("name", "is_kept"),
    [
        (QML + "QtQuick/Shapes/qmldir", True),
        (QML + "QtQuick/Shapes/plugins.qmltypes", False),
        (QML + "QtQuick/Shapes/DesignHelpers/qmldir", False),
        (QML + "QtTest/qmldir", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("PySide6/Qt/translations/designer_de.qm", False),
        ("msgspec-1.0.dist-info/METADATA", True),
        ("msgspec-1.0.dist-info/RECORD", False),
    ],
)
def test_what_is_kept_of_qt(name: str, is_kept: bool) -> None:
    entries = [(name, "/from", "DATA")]
    assert qt_parts.kept(entries, {"QtQuick/Shapes"}, {"de"}) == (entries if is_kept else [])


def test_libraries_go_in_where_something_links_to_them() -> None:
    links = {
        "/module": ["libQt6Gui.so.6", "libX11.so.6", "libc.so.6"],
        "/gui": ["libQt6Core.so.6", "libhelp.so.1"],
        "/core": [],
        "/help": [],
        "/python": [],
    }
    entries = [
        ("PySide6/QtGui.abi3.so", "/module", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "/gui", "BINARY"),
        ("PySide6/Qt/lib/libQt6Core.so.6", "/core", "BINARY"),
        ("libhelp.so.1", "/help", "BINARY"),
        ("libpython3.11.so.1.0", "/python", "BINARY"),
    ]
    idle = [("PySide6/Qt/lib/libQt6Widgets.so.6", "/core", "BINARY"), ("libX11.so.6", "/help", "BINARY")]
    assert qt_parts.needed([*entries, *idle], links.__getitem__, host_libraries.is_of_host) == entries


def test_links_to_what_was_left_out_go_too() -> None:
    alive, dead = ("libA.so", "PySide6/Qt/lib/libA.so", "SYMLINK"), ("libB.so", "PySide6/Qt/lib/libB.so", "SYMLINK")
    assert qt_parts.leading_somewhere([alive, dead], {"PySide6/Qt/lib/libA.so"}) == [alive]


def test_everything_that_heliograph_needs_is_named() -> None:
    assert packages()[0] == "heliograph"
    assert {"Kurigram", "msgspec", "pillow", "PySide6_Essentials"} <= set(packages())
    assert not {"pytest", "mypy", "pyinstaller"} & set(packages())
    assert {"pyrogram", "PIL", "qasync", "msgspec"} <= set(requirements.modules())


def test_what_pyinstaller_sets_is_undone_for_the_programmes_that_are_started() -> None:
    surroundings = {
        "HOME": "/home/x",
        "LD_LIBRARY_PATH": "/bundle",
        "LD_LIBRARY_PATH_ORIG": "/opt/mine",
        "QT_PLUGIN_PATH": "/bundle/plugins",
        "QML2_IMPORT_PATH": "/bundle/qml",
        "_PYI_ARCHIVE_FILE": "/bundle/heliograph",
    }
    start.forget_the_bundle(surroundings)
    assert surroundings == {"HOME": "/home/x", "LD_LIBRARY_PATH": "/opt/mine"}


def test_a_module_that_is_there_is_not_stood_in_for() -> None:
    there = sys.modules["pytest"]
    start.stand_in(("pytest", "nowhere.at_all"))
    assert sys.modules["pytest"] is there
    assert vars(sys.modules.pop("nowhere.at_all"))["__name__"] == "nowhere.at_all"


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_start_without_a_terminal_can_write(monkeypatch: pytest.MonkeyPatch, stream: str) -> None:
    monkeypatch.setattr(sys, stream, None)
    start.give_streams()
    getattr(sys, stream).write("somewhere")
    getattr(sys, stream).close()


def test_the_version_resource_of_windows(tmp_path: Path) -> None:
    text = Path(windows_version.write("1.2.3", tmp_path / "version.txt")).read_text()
    assert "filevers=(1, 2, 3, 0)" in text
    assert "StringStruct('ProductVersion', '1.2.3')" in text
    compile(text, "version.txt", "eval")


def test_a_package_with_a_newer_screen_has_a_newer_date(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Qt would go on with the screens of the version before, which it keeps compiled and knows by their dates."""
    linux_packages = script("linux_packages")
    (tmp_path / "History").mkdir()
    for date, name in ((1_000, "Main.qml"), (3_000, "History/Row.qml"), (2_000, "ChatList.qml")):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (date, date))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert linux_packages.epoch(tmp_path) == 3_000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4000")
    assert linux_packages.epoch(tmp_path) == 4_000
