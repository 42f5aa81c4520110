"""What of Qt goes into the bundle: the QML modules and plugins that are used, and the libraries that all of it needs.

PyInstaller collects every QML module there is, and with them every library of Qt. What is used is found out anew at
each build: Qt's own scanner reads the imports of `ui/qml`, and the libraries follow from what the rest links to.
"""

from __future__ import annotations

import json
import posixpath
import re
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""One of PyInstaller's: the name in the bundle, the file on this machine, the kind."""

SYMLINK = "SYMLINK"
"""The kind of an entry that leads to another of the bundle."""

STYLES_LEFT_OUT = {"FluentWinUI3", "Fusion", "Imagine", "Material", "Universal", "Windows", "iOS", "macOS"}
"""Styles of Qt Quick Controls: all but Basic, which the dialog for files has where the desktop brings none of its own.
Every control of Heliograph draws itself."""

PLUGINS_LEFT_OUT = {
    "assetimporters": "3D models",
    "designer": "Qt Designer",
    "egldeviceintegrations": "full-screen devices without a desktop",
    "generic": "touch screens and tablets without a desktop",
    "networkinformation": "TDLib alone speaks to the network",
    "platforms/libqeglfs": "full-screen devices without a desktop",
    "platforms/libqlinuxfb": "full-screen devices without a desktop",
    "platforms/libqminimal": "draws nothing",
    "platforms/libqminimalegl": "draws nothing",
    "platforms/libqvkkhrdisplay": "full-screen devices without a desktop",
    "platforms/libqvnc": "a server for remote screens",
    "platforms/libqdirect2d": "an experiment beside qwindows",
    "printsupport": "nothing is printed",
    "qmllint": "a tool of developers",
    "qmlls": "a tool of developers",
    "qmltooling": "QML debugging and profiling",
    "sceneparsers": "3D models",
    "sqldrivers": "no database of Qt is used",
    "tls": "TDLib alone speaks to the network",
    "vectorimageformats": "Lottie for Qt Quick's VectorImage, which is not used",
    "wayland-graphics-integration-server": "belongs to a Wayland compositor",
    "imageformats/libqpdf": "no PDF is drawn",
}
"""Folders and files of Qt's plugins that the bundle does without, and why."""

CATALOGUES = ("qtbase", "qtdeclarative")
"""Translations of dialogs and keys; the rest are Qt Designer's, Linguist's, the compositor's and so on."""

_NOT_READ = ("/RECORD", "/INSTALLER", "/REQUESTED", "/direct_url.json", ".cdx.json", ".pyi")
"""Ends of the names of files that only installers and developers' tools read."""

_QML = "PySide6/Qt/qml/"
_WINDOWS_QML = "PySide6/qml/"
_PLUGINS = ("PySide6/Qt/plugins/", "PySide6/plugins/")
_TRANSLATIONS = ("PySide6/Qt/translations/", "PySide6/translations/")


def qml_modules(scanner: Path, sources: Path, modules: Path) -> set[str]:
    """Returns the folders, relative to Qt's QML folder, of the modules that the QML in `sources` imports.

    Arguments:
        scanner: Qt's `qmlimportscanner`.
        sources: a folder of QML files.
        modules: the folder of Qt's own modules.
    """
    command = [scanner, "-rootPath", sources, "-importPath", modules, "-importPath", sources]
    done = subprocess.run([str(part) for part in command], capture_output=True, check=True, text=True)
    found = json.loads(done.stdout)
    within = [Path(module["path"]) for module in found if module.get("type") == "module" and module.get("path")]
    folders = {path.relative_to(modules).as_posix() for path in within if path.is_relative_to(modules)}
    return {folder for folder in folders if not _is_of_style_left_out(folder)}


def kept(entries: Iterable[Entry], modules: set[str], languages: set[str]) -> list[Entry]:
    """Returns `entries` without what of Qt is not used.

    Arguments:
        entries: the bundle's files.
        modules: the QML modules to keep, as `qml_modules` returns them.
        languages: codes of the languages that Heliograph speaks beside English.
    """
    return [entry for entry in entries if _is_kept(_slashes(entry[0]), modules, languages)]


def needed(
    entries: list[Entry], links: Callable[[str], Iterable[str]], is_of_host: Callable[[str], bool] = lambda name: False
) -> list[Entry]:
    """Returns `entries` without the libraries that nothing else in the bundle links to.

    Arguments:
        entries: the bundle's binaries.
        links: returns the names of the libraries that the file of a path is linked to.
        is_of_host: whether the library of a name is left to the system that the bundle runs on.
    """
    paths = {_last(name): path for name, path, kind in entries if kind != SYMLINK and _is_library(name)}
    wanted = [path for name, path, kind in entries if kind != SYMLINK and not _is_library(name)]
    reached: set[str] = set()
    while wanted:
        names = {_last(link) for link in links(wanted.pop())}
        found = {name for name in names & paths.keys() if name not in reached and not is_of_host(name)}
        reached |= found
        wanted += [paths[name] for name in found]
    return [entry for entry in entries if not _is_library(entry[0]) or _last(entry[0]) in reached]


def _is_of_style_left_out(folder: str) -> bool:
    parts = folder.split("/")
    return parts[:2] == ["QtQuick", "Controls"] and len(parts) > 2 and parts[2] in STYLES_LEFT_OUT


def leading_somewhere(entries: Iterable[Entry], files: set[str]) -> list[Entry]:
    """Returns `entries` without the links that lead to none of `files` or of the entries themselves."""
    entries = list(entries)
    targets = files | {name for name, _, kind in entries if kind != SYMLINK}
    return [entry for entry in entries if entry[2] != SYMLINK or _target(entry) in targets]


def _target(link: Entry) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(link[0]), link[1]))


def _is_kept(name: str, modules: set[str], languages: set[str]) -> bool:
    for root in (_QML, _WINDOWS_QML):
        if name.startswith(root):
            return _is_of_module(name.removeprefix(root), modules)
    for root in _PLUGINS:
        if name.startswith(root):
            return not any(_is_within(name.removeprefix(root), left_out) for left_out in PLUGINS_LEFT_OUT)
    for root in _TRANSLATIONS:
        if name.startswith(root):
            return name.removeprefix(root) in {f"{part}_{code}.qm" for part in CATALOGUES for code in languages}
    return not name.endswith(_NOT_READ)


def _is_of_module(name: str, modules: set[str]) -> bool:
    """Whether a file belongs to one of `modules` and is read; descriptions of types are for tools alone."""
    path = PurePosixPath(name)
    if path.suffix == ".qmltypes":
        return False
    return path.parent.as_posix() in modules


def _is_within(name: str, left_out: str) -> bool:
    return name.startswith((f"{left_out}/", f"{left_out}.", f"{left_out}-")) or name == left_out


def _is_library(name: str) -> bool:
    """Whether it is a library that others link to: one of Qt's own, or one of the system that builds the bundle."""
    path = PurePosixPath(_slashes(name))
    if path.name.startswith("libpython"):
        # The executable loads it by its name.
        return False
    match path.parent.as_posix():
        case ".":
            return re.match(r"lib[\w.+-]+\.so", path.name) is not None
        case "PySide6/Qt/lib":
            return True
        case "PySide6":
            return re.match(r"Qt6\w+\.dll", path.name) is not None
    return False


def _last(name: str) -> str:
    return PurePosixPath(_slashes(name)).name


def _slashes(name: str) -> str:
    return name.replace("\\", "/")
