"""`CrashReport`: the report that an earlier start has left, offered once."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.desktop import Desktop
from ui.viewmodels.wording import crash_report as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

MOST_SHOWN = 20_000
"""Characters of a report that are shown; the file has the rest."""


@QmlElement
class CrashReport(QObject):
    """What CrashReportDialog.qml shows.

    Arguments:
        path: the report.
        desktop: has the clipboard and opens folders.
        show: shows a sentence at the window's foot.
    """

    def __init__(
        self, path: Path, desktop: Desktop, show: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._desktop = desktop
        self._show = show
        self._report = _read(path)

    title = Property(str, lambda self: wording.title(), constant=True)
    text = Property(str, lambda self: wording.text(), constant=True)
    report = Property(str, lambda self: self._report[:MOST_SHOWN], constant=True)

    @Slot()
    def copy(self) -> None:
        self._desktop.copy(self._report)
        self._show(wording.copied())

    @Slot()
    def showFolder(self) -> None:
        self._desktop.show_in_folder(self._path)

    @Slot()
    def remove(self) -> None:
        """Deletes the report."""
        with contextlib.suppress(OSError):
            self._path.unlink()
        self._show(wording.deleted())


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        return error.strerror or str(error)
