"""`Unresponsive`: an earlier start that does not answer, and the ways on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.appearance import Appearance
from ui.viewmodels.wording import unresponsive as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Unresponsive(QObject):
    """What UnresponsiveWindow.qml shows.

    Arguments:
        process: the process id of the earlier start.
        appearance: the inputs of the theme.
        end: ends the earlier start.
        leave: ends this one.
    """

    changed = Signal()

    def __init__(
        self,
        process: int,
        appearance: Appearance,
        end: Callable[[], None],
        leave: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._process = process
        self._appearance = appearance
        self._end = end
        self._leave = leave
        self._ending = False

    @Property(Appearance, constant=True)
    def appearance(self) -> Appearance:
        return self._appearance

    @Property(str, constant=True)
    def title(self) -> str:
        return wording.title()

    @Property(str, notify=changed)
    def text(self) -> str:
        return wording.ending() if self._ending else wording.text(self._process)

    @Property(bool, notify=changed)
    def ending(self) -> bool:
        """Whether the earlier start is being ended."""
        return self._ending

    @Slot()
    def end(self) -> None:
        """Ends the earlier start, so that this one can go on."""
        if not self._ending:
            self._ending = True
            self.changed.emit()
            self._end()

    @Slot()
    def leave(self) -> None:
        """Gives this start up."""
        self._leave()
