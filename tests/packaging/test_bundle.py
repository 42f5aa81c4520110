"""The bundle by itself: whole, small, and without a need of what it was built from."""

from __future__ import annotations

import importlib
import json
import os
import platform
import re
import signal
import subprocess
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage

from tdlib import types as td
from tests.packaging.display import Display
from tests.packaging.installed import API, HIDDEN, OF_LOCALE, PATIENCE, Installed, files_in_use, runs_engine, until
from tests.packaging.scripts import script

pytestmark = pytest.mark.timeout(400)

MOST = 200 * 2**20
"""Bytes that everything may take."""

MOST_WITHOUT_DEMO = 200 * 10**6
"""Bytes that it may take without the local Telegram of `--demo`."""

OF_DEMO = re.compile(r"_internal/(PIL|pillow\.libs|tgcrypto|tdlib/sandbox)\b|(PIL|pyrogram|tdlib\.sandbox)(\.|$)")
"""Files of the demo alone, and modules of its in the executable's archive."""

GLIBC = (2, 36)
"""Debian 12's."""

elf = script("elf")
host_libraries = script("host_libraries")


def test_the_versions(bundle: Installed) -> None:
    done = bundle.run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"heliograph {metadata.version('heliograph')}",
        f"TDLib {td.TDLIB_VERSION} ({td.TDLIB_COMMIT})",
        f"Qt {qVersion()}",
        f"Python {platform.python_version()}",
    ]


def test_the_self_test_finds_everything_inside(bundle: Installed, folder: Path) -> None:
    done = bundle.run("--selftest")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    lines = [line.split(maxsplit=2) for line in done.stdout.splitlines()]
    assert {verdict for verdict, _, _ in lines} == {"ok"}
    told = {name: words for _, name, words in lines}
    assert str(folder) in told["TDLib"]
    assert str(folder) in told["Qt"]
    assert told["windows"] == "xcb, wayland"
    assert str(bundle.home) in told["folders"]
    assert told["demo"] == "the local Telegram"


def test_the_self_test_finds_what_is_missing(folder: Path, tmp_path: Path) -> None:
    """Everything but one file of the bundle, which is a link to the whole one."""
    broken = tmp_path / "broken"
    subprocess.run(["cp", "-al", str(folder), str(broken)], check=True)
    inside = broken / "_internal"
    (inside / "ui" / "qml" / "Theme" / "qmldir").unlink()
    (inside / "telegram" / "lib" / "libtdjson.so").unlink()
    (inside / "PySide6" / "Qt" / "plugins" / "imageformats" / "libqwebp.so").unlink()
    done = Installed(broken / "heliograph", tmp_path / "home").run("--selftest")
    assert done.returncode == 1
    failed = {line.split()[1] for line in done.stdout.splitlines() if line.startswith("FAILED")}
    assert failed == {"TDLib", "pictures", "screens"}


def test_a_picture_of_the_demo(bundle: Installed, tmp_path: Path) -> None:
    path = tmp_path / "window.png"
    done = bundle.run("--demo", "--screenshot", str(path), "--chat", "Lina Hale", "--size", "1000x700")
    assert (done.returncode, done.stderr) == (0, "")
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (1000, 700)
    colors = {picture.pixel(x, y) for x in range(5, 1000, 12) for y in range(5, 700, 12)}
    assert len(colors) > 50
    assert "Traceback" not in bundle.log()


def test_nothing_is_loaded_from_where_it_was_built(bundle: Installed, folder: Path, screen: Display) -> None:
    with bundle.started("--demo", around={"DISPLAY": screen.name}) as process:
        screen.wait_for_window()
        until(lambda: runs_engine(process.pid), "an engine")
        outside = {path for path in files_in_use(process.pid) if not path.is_relative_to(folder)}
    built_from = [place for place in HIDDEN if place != "/usr"]
    assert {path for path in outside if any(path.is_relative_to(place) for place in built_from)} == set()
    assert {path for path in outside if re.match(r"lib(python|Qt6|pyside|shiboken|icu)", path.name)} == set()


def test_it_is_small(folder: Path) -> None:
    whole = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    demo = sum(
        path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and OF_DEMO.match(path.relative_to(folder).as_posix())
    )
    demo += sum(size for name, size in _modules(folder / "heliograph") if OF_DEMO.match(name))
    assert whole <= MOST
    assert whole - demo <= MOST_WITHOUT_DEMO


def _modules(executable: Path) -> Iterator[tuple[str, int]]:
    """The modules in the executable, and the bytes that each takes."""
    readers = importlib.import_module("PyInstaller.archive.readers")
    package = readers.CArchiveReader(str(executable))
    archive = package.open_embedded_archive(next(name for name in package.toc if name.startswith("PYZ")))
    return ((name, length) for name, (_, _, length) in archive.toc.items())


def test_no_link_leads_nowhere(folder: Path) -> None:
    links = [path for path in folder.rglob("*") if path.is_symlink()]
    assert links
    assert [path for path in links if not path.exists() or not path.resolve().is_relative_to(folder)] == []


def test_everything_it_links_to_is_inside_or_the_systems_own(folder: Path) -> None:
    files = list(elf.files(folder))
    inside = {path.name for path in folder.rglob("*")}
    asked = {name for path in files for name in elf.links(path)}
    assert {name for name in asked - inside if not host_libraries.is_of_host(name)} == set()
    assert {name for name in inside if host_libraries.is_of_host(name)} == set()
    assert elf.numbers(elf.asked(files, "GLIBC")) <= GLIBC


def test_no_path_of_the_builder_is_looked_for_libraries(folder: Path) -> None:
    for path in elf.files(folder):
        told = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True).stdout
        for places in re.findall(r"^ +(?:RPATH|RUNPATH) +(\S*)$", told, re.MULTILINE):
            assert all(place.startswith("$ORIGIN") for place in places.split(":")), path


def test_no_file_of_developers_is_inside(folder: Path) -> None:
    names = {str(path.relative_to(folder)) for path in folder.rglob("*")}
    unwanted = re.compile(r"\.(py|pyi|qmltypes)$|/tests(/|$)|api\.json$|/(qmltooling|designer)/")
    assert [name for name in names if unwanted.search(name)] == []


def test_every_part_has_its_licence(folder: Path) -> None:
    told = json.loads((folder / "_internal" / "resources" / "licences.json").read_text(encoding="utf-8"))
    names = [each["name"] for each in told]
    assert names[0] == "heliograph"
    assert {"Qt", "TDLib", "Python", "Noto Sans", "pillow", "Kurigram", "PySide6_Essentials"} <= set(names)
    assert [each["name"] for each in told if not each["licence"] and not each["text"]] == []
    assert [each["name"] for each in told if len(each["text"]) < 300] == []


@pytest.mark.parametrize("arguments", [("--worker", "os"), ("--engine",), ("--nonsense",)])
def test_the_hidden_arguments_run_nothing_else(bundle: Installed, arguments: tuple[str, ...]) -> None:
    done = bundle.run(*arguments)
    assert done.returncode == 2
    assert "unrecognized arguments" in done.stderr or "usage" in done.stderr


def test_an_engine_says_what_is_wrong_with_its_library(bundle: Installed, tmp_path: Path) -> None:
    missing = tmp_path / "libtdjson.so"
    done = subprocess.run(
        [str(bundle.executable), "--engine", str(missing)],
        env=bundle.surroundings(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1
    assert os.fsencode(missing) in done.stdout


def test_a_second_start_hands_over_to_the_first(bundle: Installed, screen: Display) -> None:
    around = {"DISPLAY": screen.name, **API}
    with bundle.started(around=around) as process:
        screen.wait_for_window()
        until(lambda: runs_engine(process.pid), "an engine")
        second = bundle.run("--", "tg://resolve?domain=bob", around=around)
        assert (second.returncode, OF_LOCALE.sub("", second.stderr)) == (0, "")
        assert process.poll() is None


def test_a_first_start_that_hangs_is_named(bundle: Installed, screen: Display) -> None:
    around = {"DISPLAY": screen.name, **API}
    with bundle.started(around=around) as process:
        screen.wait_for_window()
        until(lambda: runs_engine(process.pid), "an engine")
        process.send_signal(signal.SIGSTOP)
        second = bundle.run(around=API)
        process.send_signal(signal.SIGCONT)
        assert second.returncode == 1
        assert f"kill -KILL {process.pid}" in second.stderr


def test_what_killed_it_is_in_a_report_of_its_owner(bundle: Installed, screen: Display) -> None:
    around = {"DISPLAY": screen.name, **API}
    with bundle.killed(signal.SIGSEGV, around=around) as process:
        screen.wait_for_window()
        until(lambda: runs_engine(process.pid), "an engine")
    with bundle.started(around=around):
        screen.wait_for_window()
        (report,) = (bundle.home / ".local" / "state" / "heliograph").rglob("crash-*.txt")
        assert "Segmentation fault" in report.read_text()
        assert report.stat().st_mode & 0o777 == 0o600


def test_of_two_starts_at_once_one_window_stays(bundle: Installed, screen: Display) -> None:
    around = {"DISPLAY": screen.name, **API}
    with bundle.started(around=around) as one, bundle.started(around=around) as other:
        until(lambda: (one.poll(), other.poll()) != (None, None), "the end of one")
        screen.wait_for_window()
        (runs,) = (each for each in (one, other) if each.poll() is None)
        until(lambda: runs_engine(runs.pid), "an engine")
        assert len(screen.windows()) == 1
