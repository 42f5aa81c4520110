"""What keeps a window from opening is said in a sentence, with the way on."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from tdlib import types as td
from ui.options import parse
from ui.startup import APT_PACKAGES, NO_DISPLAY, StartRefused, missing_library, no_window, prepare

WITHOUT_DISPLAY = {
    name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
}


def test_no_display_names_the_screenshot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.startup.sys.platform", "linux")
    with pytest.raises(StartRefused) as refused:
        prepare(parse([]), {})
    assert refused.value.sentence == NO_DISPLAY
    assert "--screenshot" in NO_DISPLAY


def test_a_screenshot_needs_no_display(tmp_path: Path) -> None:
    environment: dict[str, str] = {}
    prepare(parse(["--screenshot", str(tmp_path / "x.png"), "--scale", "2"]), environment)
    assert environment["QT_QPA_PLATFORM"] == "offscreen"
    assert environment["QT_QUICK_BACKEND"] == "software"
    assert environment["QT_SCALE_FACTOR"] == "2.0"


def test_the_persons_choice_of_a_renderer_stands(tmp_path: Path) -> None:
    environment = {"QT_QUICK_BACKEND": "rhi"}
    prepare(parse(["--screenshot", str(tmp_path / "x.png")]), environment)
    assert environment["QT_QUICK_BACKEND"] == "rhi"


@pytest.mark.parametrize("library", APT_PACKAGES)
def test_a_missing_library_comes_with_its_package(library: str) -> None:
    sentence = missing_library(f"{library}: cannot open shared object file: No such file or directory")
    assert library in sentence
    assert "sudo apt install" in sentence
    assert APT_PACKAGES[library] in sentence.split("sudo apt install")[1].split()


def test_any_other_trouble_with_qt_is_told() -> None:
    assert "undefined symbol" in missing_library("libQt6Gui.so.6: undefined symbol: x")


def test_qts_last_words_name_the_cursor_library() -> None:
    words = "From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb platform plugin."
    assert "libxcb-cursor0" in no_window(words)


def test_the_command_without_a_display_ends_with_a_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui.app"], env=WITHOUT_DISPLAY, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr == f"heliograph: {NO_DISPLAY}\n"


def test_a_display_that_is_not_there_is_named() -> None:
    environment = {**WITHOUT_DISPLAY, "DISPLAY": ":4711", "XDG_CONFIG_HOME": "", "HOME": "/nonexistent"}
    done = subprocess.run(
        [sys.executable, "-m", "ui.app"], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert ":4711" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_version_is_told_without_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui.app", "--version"],
        env=WITHOUT_DISPLAY,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    told = dict(line.split(maxsplit=1) for line in done.stdout.splitlines())
    assert list(told) == ["heliograph", "TDLib", "Qt", "Python"]
    assert told["TDLib"].startswith(td.TDLIB_VERSION)
    assert told["Python"] == platform.python_version()


def test_no_source_is_read_for_the_sake_of_pysides_names() -> None:
    programme = """
import linecache, sys
from ui.startup import load_asyncio, load_qt
load_qt()
load_asyncio()
import ui.composition, ui.viewmodels.chats_view
print(*linecache.cache)
"""
    done = subprocess.run([sys.executable, "-c", programme], capture_output=True, text=True, timeout=60, check=True)
    assert not [path for path in done.stdout.split() if path.endswith(("composition.py", "chats_view.py", "tasks.py"))]


def test_the_start_to_the_sign_in_imports_nothing_heavy() -> None:
    """Each of these was one to seven megabytes of every start, and came back by a single line."""
    programme = """
import importlib, sys
from ui.startup import load_asyncio, load_qt
load_qt()
load_asyncio()
import ui.composition
from ui.importing import BESIDE
for name in BESIDE:
    importlib.import_module(name)
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", programme], capture_output=True, text=True, timeout=60, check=True)
    heavy = {"_hashlib", "_ssl", "email", "html", "importlib.metadata", "segno", "urllib.request", "PySide6.QtWidgets"}
    assert heavy & set(done.stdout.split()) == set()
