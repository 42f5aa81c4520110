"""`--selftest`: whether everything Heliograph consists of is here and works, one line each.

It is for people who package or repair an installation, so it speaks plain English; no display and no network is needed.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import importlib.util
import logging
import os
import pkgutil
import platform
import sqlite3
import stat
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import TextIO

from client.failures import FolderUnusable
from client.paths import Paths
from tdlib import functions as tf
from tdlib import types as td
from tdlib.client import Stopped, TdClient
from tdlib.library import library_path
from tdlib.worker import SANDBOX, worker_command
from ui.options import Options
from ui.startup import load_qt, missing_library
from ui.versions import qt_version

RESOURCES = Path(__file__).parents[1] / "resources"
QML = Path(__file__).parent / "qml"

PATIENCE = 120.0
"""Seconds that another process gets to answer."""

PLATFORMS = {"linux": ("xcb", "wayland"), "darwin": ("cocoa",), "win32": ("windows",)}
"""Qt's plugins that open windows."""

PICTURES = ("gif", "jpeg", "png", "svg", "webp")
"""Kinds of pictures that people send, and the icons'."""

WRITABLE = ("jpeg", "png", "webp")
"""Those of them that are tried by writing one and reading it back."""

CODECS = ("PySide6.QtMultimedia", "av", "rlottie_python")
"""Modules that play sounds, videos and animated stickers."""

OWN = ("client", "resources", "tdlib", "ui")

OTHERS = (".sandbox", ".generate", "__main__")
"""Parts of the names of modules that run by themselves, in a process of their own."""


class CheckFailed(Exception):
    """Something is missing or does not work; the message says what."""


Check = Callable[[], str]


def run(options: Options, output: TextIO) -> int:
    """Carries out every check and writes a line for each to `output`; returns 0 when all went well, else 1."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # What TDLib notes in passing belongs into no line of this.
    logging.getLogger("tdlib").addHandler(logging.NullHandler())
    return report(checks(options), output)


def report(wanted: dict[str, Check], output: TextIO) -> int:
    """Carries out the checks `wanted`, by their names; returns 0 when all went well, else 1."""
    code = 0
    for name, check in wanted.items():
        try:
            verdict, told = "ok", check()
        except Exception as error:
            verdict, told, code = "FAILED", _words(error), 1
        output.write(f"{verdict:8}{name:15}{' '.join(told.split())}\n")
        output.flush()
    return code


def checks(options: Options) -> dict[str, Check]:
    """Returns every check of an installation, by name, in the order in which one builds on another."""
    return {
        "modules": lambda: check_modules(OWN),
        "TDLib": lambda: check_library(options.tdlib or library_path()),
        "Qt": check_qt,
        "windows": lambda: check_plugins(PLATFORMS.get(sys.platform, ())),
        "pictures": lambda: check_pictures(PICTURES, WRITABLE),
        "fonts": lambda: check_fonts(RESOURCES / "fonts"),
        "icons": lambda: check_icons(RESOURCES / "icons"),
        "translations": lambda: check_translations(RESOURCES / "translations"),
        "screens": lambda: check_screens(QML),
        "SQLite": check_sqlite,
        "codecs": lambda: check_codecs(CODECS),
        "folders": lambda: check_folders(Paths(options.profile)),
        "demo": check_demo,
    }


def check_modules(packages: tuple[str, ...]) -> str:
    """Imports every module of `packages`, and with them every package that they need."""
    names = [name for package in packages for name in _modules(package)]
    for name in names:
        importlib.import_module(name)
    return f"{len(names)} of {' '.join(packages)} {metadata.version('heliograph')}, Python {platform.python_version()}"


def check_library(library: Path) -> str:
    """Starts and closes an engine with `library`, which must be the very TDLib that the types describe."""
    stopped = asyncio.run(_start_and_close(library))
    if stopped.failure is not None:
        raise CheckFailed(str(stopped.failure))
    if not stopped.closed or stopped.code != 0:
        raise CheckFailed(f"the engine ended with code {stopped.code}: {stopped.last_words}")
    return f"{td.TDLIB_VERSION} ({td.TDLIB_COMMIT}) in {library}; its engine started and closed"


def check_qt() -> str:
    """Loads Qt and starts an application without a window."""
    load_qt()
    _application()
    from PySide6.QtCore import QLibraryInfo

    return f"{qt_version()}, plugins in {QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)}"


def check_plugins(names: tuple[str, ...]) -> str:
    """Loads the plugins of `names`, one of which must be able to open a window."""
    from PySide6.QtCore import QLibraryInfo, QPluginLoader

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    loaders = {name: QPluginLoader(str(folder / _file_of_plugin(name))) for name in names}
    failed = {name: _reason(loader.errorString()) for name, loader in loaders.items() if not loader.load()}
    loaded = [name for name in names if name not in failed]
    told = ", ".join([*loaded, *(f"not {name}: {reason}" for name, reason in failed.items())])
    if not loaded:
        raise CheckFailed(told)
    return told


def check_pictures(readable: tuple[str, ...], writable: tuple[str, ...]) -> str:
    """Looks for a reader of every kind in `readable`; those in `writable` are written and read back."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
    from PySide6.QtGui import QImage, QImageReader, QImageWriter

    supported = {bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()}
    missing = [kind for kind in readable if kind not in supported]
    if missing:
        raise CheckFailed(f"no plugin reads {', '.join(missing)}")
    drawn = QImage(16, 16, QImage.Format.Format_RGB32)
    drawn.fill(0x336699)
    for kind in writable:
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        written = QImageWriter(buffer, QByteArray(kind.encode())).write(drawn)
        if not written or QImage.fromData(content.data()).size() != QSize(16, 16):
            raise CheckFailed(f"{kind} can't be written and read back")
    return ", ".join(readable)


def check_fonts(folder: Path) -> str:
    """Loads the fonts in `folder`, which the window falls back on."""
    from PySide6.QtGui import QFontDatabase

    _application()
    families: set[str] = set()
    for path in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise CheckFailed(f"{path} can't be loaded")
        families.update(QFontDatabase.applicationFontFamilies(number))
        QFontDatabase.removeApplicationFont(number)
    if not families:
        raise CheckFailed(f"there is no font in {folder}")
    return ", ".join(sorted(families))


def check_icons(folder: Path) -> str:
    """Reads every drawing in `folder`."""
    from PySide6.QtSvg import QSvgRenderer

    paths = sorted(folder.rglob("*.svg"))
    broken = [path.name for path in paths if not QSvgRenderer(str(path)).isValid()]
    if broken:
        raise CheckFailed(f"{', '.join(broken)} can't be drawn")
    if not paths:
        raise CheckFailed(f"there is no icon in {folder}")
    return f"{len(paths)} drawings"


def check_translations(folder: Path) -> str:
    """Loads every translation in `folder`, where there is one."""
    from PySide6.QtCore import QTranslator

    paths = sorted(folder.glob("*.qm"))
    broken = [path.name for path in paths if not QTranslator().load(str(path))]
    if broken:
        raise CheckFailed(f"{', '.join(broken)} can't be loaded")
    return ", ".join(path.stem for path in paths) or "English alone"


def check_screens(folder: Path) -> str:
    """Compiles every QML file in `folder` with all that it imports."""
    from PySide6.QtCore import QUrl
    from PySide6.QtQml import QQmlComponent

    _application()
    from ui.window import qml_engine

    paths = sorted(folder.rglob("*.qml"))
    engine = qml_engine()
    wrong = [
        error.toString()
        for path in paths
        for error in QQmlComponent(engine, QUrl.fromLocalFile(str(path))).errors()
    ]
    engine.deleteLater()
    if wrong:
        raise CheckFailed("; ".join(wrong[:3]))
    if not paths:
        raise CheckFailed(f"there is no screen in {folder}")
    return f"{len(paths)} files of QML"


def check_sqlite() -> str:
    """Writes and reads a row."""
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.execute("create table one (word text)")
        database.execute("insert into one values ('flash')")
        assert database.execute("select word from one").fetchall() == [("flash",)]
    return sqlite3.sqlite_version


def check_codecs(modules: tuple[str, ...]) -> str:
    """Imports those of `modules` that this build has."""
    present = [name for name in modules if _is_there(name)]
    for name in present:
        importlib.import_module(name)
    return ", ".join(present) or "none in this build"


def check_folders(paths: Paths) -> str:
    """Makes the folders of a profile and looks whether they can be written, by their owner alone."""
    try:
        paths.prepare()
    except FolderUnusable as error:
        raise CheckFailed(f"{error.path} can't be used: {error.reason}") from error
    folders = [paths.config, paths.data, paths.cache, paths.state, paths.runtime]
    if os.name == "posix":
        for folder in folders:
            if folder.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise CheckFailed(f"{folder} is open to others: its mode is {stat.S_IMODE(folder.stat().st_mode):o}")
    return ", ".join(dict.fromkeys(map(str, folders)))


def check_demo() -> str:
    """Starts the local Telegram of `--demo` as far as its own help, where this build has it."""
    if not _is_there("pyrogram"):
        return "not in this build"
    command = [*worker_command(SANDBOX), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if done.returncode != 0:
        raise CheckFailed((done.stderr.strip().splitlines() or ["it said nothing"])[-1])
    return "the local Telegram"


def _words(error: Exception) -> str:
    return str(error) if isinstance(error, CheckFailed) else f"{type(error).__name__}: {error}"


def _modules(package: str) -> Iterator[str]:
    found = importlib.import_module(package)
    yield package
    for module in pkgutil.walk_packages(found.__path__, f"{package}."):
        if not any(part in module.name for part in OTHERS):
            yield module.name


async def _start_and_close(library: Path) -> Stopped:
    """Waits for the first word of an engine, or its end, and closes it."""
    loop = asyncio.get_running_loop()
    spoken, ended = asyncio.Event(), loop.create_future()

    def stop(stopped: Stopped) -> None:
        ended.set_result(stopped)
        spoken.set()

    client = TdClient(library, on_update=lambda update: spoken.set(), on_stopped=stop)
    # TDLib speaks first only after it was spoken to.
    client.send(tf.GetOption(name="version"))
    await asyncio.wait_for(spoken.wait(), PATIENCE)
    await client.close()
    return await asyncio.wait_for(ended, PATIENCE)


def _application() -> object:
    """The application that fonts and screens need; one for the whole test."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.instance() or QGuiApplication(sys.argv[:1])


def _reason(words: str) -> str:
    return missing_library(words) if "cannot open shared object" in words else words


def _file_of_plugin(name: str) -> str:
    return {"darwin": f"libq{name}.dylib", "win32": f"q{name}.dll"}.get(sys.platform, f"libq{name}.so")


def _is_there(module: str) -> bool:
    with warnings.catch_warnings(action="ignore"), contextlib.suppress(ImportError):
        return importlib.util.find_spec(module) is not None
    return False
