"""The licences of everything in the bundle, as one file in it."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable
from pathlib import Path

from tdlib import types as td
from ui.components import Component, component, packages, write
from ui.versions import qt_version

TEXTS = Path(__file__).parent / "licences"
ROOT = Path(__file__).parents[1]

WITHIN_QT = ("PySide6_Essentials", "shiboken6")
"""Packages that come without the text of their licence, which is Qt's."""


def collect(target: Path, system_libraries: Iterable[Path]) -> None:
    """Writes `target` for the page about Heliograph.

    Arguments:
        target: the JSON file.
        system_libraries: files of the system's own packages that were put into the bundle.
    """
    write([*_packages(), *_parts(), *_of_system(system_libraries)], target)


def _packages() -> list[Component]:
    qt = _text("LGPL-3.0")
    found = [component(name) for name in packages()]
    return [
        Component(each.name, each.version, each.licence, qt) if each.name in WITHIN_QT else each for each in found
    ]


def _parts() -> list[Component]:
    """What comes inside packages, in compiled form, or lies in the repository."""
    library = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    python = library.read_text(encoding="utf-8") if library.is_file() else ""
    fonts = (ROOT / "resources" / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    return [
        Component("Python", platform.python_version(), "PSF-2.0", python),
        Component("Qt", qt_version(), "LGPL-3.0-only", _text("LGPL-3.0")),
        Component("TDLib", td.TDLIB_VERSION, "BSL-1.0", _text("BSL-1.0")),
        Component("OpenSSL (in TDLib)", "", "Apache-2.0", _text("Apache-2.0")),
        Component("Noto Sans", "", "OFL-1.1", fonts),
    ]


def _of_system(paths: Iterable[Path]) -> list[Component]:
    """The packages of Debian, or of a system like it, that `paths` belong to; elsewhere the bare names of the files."""
    dpkg = shutil.which("dpkg-query")
    found: dict[str, Component] = {}
    for path in paths:
        name = _package(dpkg, path) if dpkg is not None else ""
        if name and dpkg is not None:
            found.setdefault(name, _described(dpkg, name))
        else:
            found.setdefault(path.name, Component(path.name, "", "", ""))
    return [found[name] for name in sorted(found)]


def _package(dpkg: str, path: Path) -> str:
    """Returns the package that has brought `path`; the merged /usr has two names for each library."""
    resolved = path.resolve()
    candidates = dict.fromkeys([resolved, path, *(Path(str(one).removeprefix("/usr")) for one in (resolved, path))])
    for candidate in candidates:
        done = subprocess.run([dpkg, "-S", str(candidate)], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    return ""


def _described(dpkg: str, name: str) -> Component:
    command = [dpkg, "-W", "-f", "${Version}\\n", name]
    version = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    notice = Path("/usr/share/doc") / name / "copyright"
    text = notice.read_text(encoding="utf-8", errors="replace") if notice.is_file() else ""
    named = dict.fromkeys(re.findall(r"^License: *(\S.*)$", text, re.MULTILINE))
    return Component(name, version.splitlines()[0], ", ".join(named), text)


def _text(name: str) -> str:
    return (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
