"""What must be right before Qt starts: a display, Qt's system libraries, the renderer.

It speaks plain English, for there are no translations without Qt.
"""

from __future__ import annotations

import builtins
import importlib
import os
import re
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from types import ModuleType
from typing import cast

from ui.options import Options
from ui.refused import Refused

APT_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Which package of Debian and Ubuntu brings a system library that Qt needs."""

USUAL = "libegl1 libgl1 libglib2.0-0 libxkbcommon0 libfontconfig1 libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0"
"""Packages that bring everything Qt needs on a small Debian or Ubuntu."""

QT_MODULES = ("PySide6.QtGui", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSvg")

GARBAGE_MILLISECONDS = "2"
"""How long QML's collector may stop the window at a time."""

NO_DISPLAY = (
    "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). "
    "Start Heliograph in a desktop session, or draw the window into a file: heliograph --demo --screenshot window.png"
)

_MISSING = re.compile(r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object file")


SOFTWARE = ("QT_QUICK_BACKEND", "software")
"""What has Qt draw by the processor, without OpenGL."""


class StartRefused(Refused):
    """Heliograph can't start."""


class StartsAnew(Exception):
    """The programme has ended for another start in its place."""


class GraphicsFailed(StartsAnew):
    """The graphics driver that there is draws nothing; a start with `SOFTWARE` does without it."""


def prepare(options: Options, environment: MutableMapping[str, str]) -> None:
    """Sets what Qt reads from `environment`; raises `StartRefused` where no window can be opened."""
    if options.screenshot is not None:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    elif not has_display(environment):
        raise StartRefused(NO_DISPLAY)
    # Qt's own dialog for files is the only one that has a style; a desktop's may be for another Qt.
    environment["QT_QUICK_CONTROLS_STYLE"] = "Basic"
    if options.scale is not None:
        environment["QT_SCALE_FACTOR"] = str(options.scale)
    # Of its collector's rounds, which would take half of a frame, no part may take longer.
    environment.setdefault("QV4_GC_TIMELIMIT", GARBAGE_MILLISECONDS)
    if _draws_without_gpu(environment):
        environment.setdefault(*SOFTWARE)


def load_qt() -> None:
    """Imports the parts of Qt that the first frame needs; raises `StartRefused` that names a missing system library.

    WORKAROUND: PySide puts a function of its own in the place of `import`. It reads the source of every module that is
    imported from then on, and keeps it, to see whether the module might want PySide's methods under other names: 7 MB
    and a sixth of the start. Nothing here wants that.
    """
    plain_import = builtins.__import__
    try:
        for name in QT_MODULES:
            importlib.import_module(name)
    except ImportError as error:
        raise StartRefused(missing_library(str(error))) from error
    finally:
        builtins.__import__ = plain_import


def load_asyncio() -> None:
    """Imports asyncio without what it knows of TLS: OpenSSL would take 3 MB, and TDLib alone speaks to the network.

    WORKAROUND: asyncio does without on a Python that has no `ssl`, so it is given one.
    """
    if "ssl" not in sys.modules:
        sys.modules["ssl"] = cast(ModuleType, None)
        try:
            importlib.import_module("asyncio")
        finally:
            del sys.modules["ssl"]


def missing_library(words: str) -> str:
    """Returns the sentence for the system's `words` about a library that it can't load."""
    found = _MISSING.search(words)
    if found is None:
        return f"Qt can't be loaded: {words}. Install Heliograph again: pip install --force-reinstall heliograph"
    library = found[1]
    first = APT_PACKAGES.get(library)
    packages = USUAL if first is None or first in USUAL.split() else f"{first} {USUAL}"
    return (
        f"Qt needs the system library {library}, which is not installed. "
        f"On Debian and Ubuntu: sudo apt install {packages}"
    )


def no_window(words: str) -> str:
    """Returns the sentence for Qt's last `words` when it can't open a window on the display there is."""
    if "xcb-cursor" in words:
        return missing_library("libxcb-cursor.so.0: cannot open shared object file")
    if _MISSING.search(words):
        return missing_library(words)
    display = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY", "")
    return (
        f"No window can be opened on the display {display!r}. Check that it is there and that you may use it; if so, "
        f"libraries may be missing. On Debian and Ubuntu: sudo apt install {USUAL}\n"
        "Without a display: heliograph --demo --screenshot window.png"
    )


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether there may be a display to open a window on."""
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _draws_without_gpu(environment: MutableMapping[str, str]) -> bool:
    """Whether OpenGL would be drawn by the processor, which Qt's own software renderer does in less time and memory."""
    if environment.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal", "vnc")):
        return True
    return sys.platform.startswith("linux") and not any(Path("/dev").glob("dri/renderD*"))
