"""The self-test: every check passes here, and fails where what it looks for is not there or broken."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from client.paths import Paths
from ui import selftest
from ui.options import parse
from ui.selftest import CheckFailed

SURROUNDINGS = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}


def _examine(*arguments: str) -> tuple[int, dict[str, tuple[str, str]]]:
    """Runs the self-test as a person does; returns its code, and verdict and words of each line by its name."""
    command = [sys.executable, "-m", "ui.app", "--selftest", *arguments]
    done = subprocess.run(command, env=SURROUNDINGS, capture_output=True, text=True, timeout=100, check=False)
    assert done.stderr == ""
    lines = [line.split(maxsplit=2) for line in done.stdout.splitlines()]
    return done.returncode, {name: (verdict, told) for verdict, name, told in lines}


def test_a_whole_installation(tmp_path: Path) -> None:
    code, lines = _examine("--profile", str(tmp_path / "profile"))
    assert {name: told for name, (verdict, told) in lines.items() if verdict != "ok"} == {}
    assert code == 0
    assert list(lines) == list(selftest.checks(parse([])))
    assert str(tmp_path / "profile") in lines["folders"][1]


def test_a_failed_check_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    library = tmp_path / "libtdjson.so"
    profile = tmp_path / "profile"
    profile.write_text("in the way")
    code, lines = _examine("--tdlib", str(library), "--profile", str(profile))
    assert code == 1
    failed = {name: told for name, (verdict, told) in lines.items() if verdict == "FAILED"}
    assert set(failed) == {"TDLib", "folders"}
    assert str(library) in failed["TDLib"]
    assert str(profile) in failed["folders"]


def test_a_mistake_of_a_check_is_a_failure_of_one_line() -> None:
    def stumble() -> str:
        raise ValueError("one\ntwo")

    output = io.StringIO()
    assert selftest.report({"first": stumble, "second": lambda: "fine"}, output) == 1
    assert output.getvalue() == "FAILED  first          ValueError: one two\nok      second         fine\n"


def test_modules_that_cannot_be_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "incomplete_here"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "part.py").write_text("import nothing_of_that_name")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ImportError, match="nothing_of_that_name"):
        selftest.check_modules(("incomplete_here",))


def test_a_library_that_is_none(tmp_path: Path) -> None:
    library = tmp_path / "libtdjson.so"
    library.write_text("no library")
    with pytest.raises(CheckFailed, match=str(library)):
        selftest.check_library(library)


def test_a_window_plugin_that_is_missing(qapp: QGuiApplication) -> None:
    with pytest.raises(CheckFailed, match="nonsense"):
        selftest.check_plugins(("nonsense", "folly"))
    assert selftest.check_plugins(("offscreen", "nonsense")).startswith("offscreen, not nonsense: ")


def test_a_picture_that_no_plugin_reads(qapp: QGuiApplication) -> None:
    with pytest.raises(CheckFailed, match="nonsense"):
        selftest.check_pictures(("png", "nonsense"), ())
    with pytest.raises(CheckFailed, match="svg can't be written"):
        selftest.check_pictures((), ("png", "svg"))


@pytest.mark.qt_log_ignore(".*")
def test_fonts_that_are_missing_or_broken(qapp: QGuiApplication, tmp_path: Path) -> None:
    with pytest.raises(CheckFailed, match="no font"):
        selftest.check_fonts(tmp_path)
    (tmp_path / "broken.ttf").write_text("no font")
    with pytest.raises(CheckFailed, match=r"broken\.ttf"):
        selftest.check_fonts(tmp_path)


@pytest.mark.qt_log_ignore(".*")
def test_icons_that_are_missing_or_broken(qapp: QGuiApplication, tmp_path: Path) -> None:
    with pytest.raises(CheckFailed, match="no icon"):
        selftest.check_icons(tmp_path)
    (tmp_path / "broken.svg").write_text("no drawing")
    with pytest.raises(CheckFailed, match=r"broken\.svg"):
        selftest.check_icons(tmp_path)


def test_translations_are_none_or_whole(qapp: QGuiApplication, tmp_path: Path) -> None:
    assert selftest.check_translations(tmp_path) == "English alone"
    (tmp_path / "heliograph_xx.qm").write_text("no translation")
    with pytest.raises(CheckFailed, match=r"heliograph_xx\.qm"):
        selftest.check_translations(tmp_path)


def test_a_screen_that_does_not_compile(qapp: QGuiApplication, tmp_path: Path) -> None:
    with pytest.raises(CheckFailed, match="no screen"):
        selftest.check_screens(tmp_path)
    (tmp_path / "Wrong.qml").write_text("import QtQuick\nItem { nonsense: 1 }\n")
    with pytest.raises(CheckFailed, match=r"Wrong\.qml:2.*nonsense"):
        selftest.check_screens(tmp_path)


def test_codecs_that_this_build_does_without() -> None:
    assert selftest.check_codecs(("nothing_of_that_name", "nothing.of.that.name")) == "none in this build"


def test_folders_that_others_can_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Paths, "prepare", lambda self: None)
    paths = Paths(tmp_path)
    for folder in (paths.cache, paths.state, paths.runtime):
        folder.mkdir()
        folder.chmod(0o755)
    with pytest.raises(CheckFailed, match="755"):
        selftest.check_folders(paths)
