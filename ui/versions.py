"""Which versions of everything this is, for `--version`, reports and the page about Heliograph."""

from __future__ import annotations

import platform
from importlib import metadata

from client.version import VERSION


def versions() -> dict[str, str]:
    """Returns the versions of Heliograph and of what it is made of, by name, Heliograph's first."""
    from tdlib import types as td

    return {
        "heliograph": VERSION,
        "TDLib": f"{td.TDLIB_VERSION} ({td.TDLIB_COMMIT})",
        "Qt": qt_version(),
        "Python": platform.python_version(),
    }


def qt_version() -> str:
    """Returns Qt's version; that of its package where Qt itself can't be loaded."""
    try:
        from PySide6.QtCore import qVersion
    except ImportError:
        return f"{metadata.version('PySide6-Essentials')} (can't be loaded)"
    return qVersion()
