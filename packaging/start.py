"""The bundle's entry: its only executable is the window, and each process that the window starts.

An engine is to be light, so nothing is imported here that it does without.
"""

import os
import sys
from collections.abc import MutableMapping
from types import ModuleType

from tdlib.worker import ENGINE_ARGUMENT, WORKER_ARGUMENT, WORKERS

STOOD_IN_FOR = ("PySide6.QtNetwork", "PySide6.QtOpenGL")
"""Modules that the bundle is without; the libraries of Qt behind them are there."""


def main() -> int:
    """Becomes what the first argument says; returns the exit code."""
    give_streams()
    forget_the_bundle(os.environ)
    _hold_own_code()
    match sys.argv[1:]:
        case [argument, library] if argument == ENGINE_ARGUMENT:
            from tdlib.engine import serve

            serve(library)
        case [argument, module, *rest] if argument == WORKER_ARGUMENT and module in WORKERS:
            return _run(module, rest)
    stand_in(STOOD_IN_FOR)
    from ui.app import main as show

    return show()


def _run(module: str, arguments: list[str]) -> int:
    import runpy

    sys.argv[1:] = arguments
    runpy.run_module(module, run_name="__main__", alter_sys=True)
    return 0


def forget_the_bundle(environment: MutableMapping[str, str]) -> None:
    """Undoes what PyInstaller has set for this process, so that a browser that is started from here finds its own.

    The linker has read its path by now, and Qt finds its parts beside itself.
    """
    original = environment.pop("LD_LIBRARY_PATH_ORIG", None)
    environment.pop("LD_LIBRARY_PATH", None)
    if original:
        environment["LD_LIBRARY_PATH"] = original
    for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
        environment.pop(name, None)
    for name in [name for name in environment if name.startswith("_PYI_")]:
        del environment[name]


def stand_in(modules: tuple[str, ...]) -> None:
    """Lets modules be imported that are not there, as empty ones.

    WORKAROUND: PySide's QtQml and QtQuick import QtNetwork and QtOpenGL, 10 MB, for the types of a few methods that are
    never called, and do not look what they have got.
    """
    for name in modules:
        sys.modules.setdefault(name, ModuleType(name))


def _hold_own_code() -> None:
    """Reads modules from the executable that runs, also after an upgrade has put another in its place.

    WORKAROUND: PyInstaller opens its archive by name each time a module is imported; the modules of another version
    stand elsewhere in it, and where it has been removed PyInstaller ends the programme.
    """
    if sys.platform.startswith("linux") and getattr(sys, "frozen", False):
        archive = sys.modules["pyimod02_importers"].pyz_archive
        vars(archive)["_filename"] = "/proc/self/exe"


def give_streams() -> None:
    """Gives a windowed start on Windows, which has no terminal, somewhere to write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
