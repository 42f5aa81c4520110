"""The one event loop of Qt and asyncio."""

from __future__ import annotations

import asyncio
import importlib
import sys
from types import ModuleType
from typing import Any, cast

from PySide6.QtGui import QGuiApplication

WIDGETS = "PySide6.QtWidgets"


def event_loop(application: QGuiApplication) -> asyncio.AbstractEventLoop:
    """Returns a loop for asyncio that is `application`'s own; it runs while Qt's does."""
    return cast(asyncio.AbstractEventLoop, _qasync().QEventLoop(application))


def _qasync() -> Any:
    """Imports qasync, which has no types; this is the only place that touches it.

    WORKAROUND: qasync imports QtWidgets for the name `QApplication` alone, which costs a Qt Quick window 7 MB and some
    of its start. Where nobody has imported it yet, a module with that one name stands in during the import.
    """
    if WIDGETS in sys.modules:
        return importlib.import_module("qasync")
    stand_in = ModuleType(WIDGETS)
    stand_in.__dict__["QApplication"] = QGuiApplication
    sys.modules[WIDGETS] = stand_in
    try:
        return importlib.import_module("qasync")
    finally:
        del sys.modules[WIDGETS]
        # The import has made it an attribute of the package too.
        vars(sys.modules["PySide6"]).pop("QtWidgets", None)
