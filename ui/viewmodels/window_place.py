"""`WindowPlace`: where the window stood last, kept on the screens there are now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, QRect, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

SMALLEST = (360, 480)
USUAL = (1100, 740)

SHOWN = 80
"""Pixels of the window's top edge that must lie on a screen, so that it can be taken hold of."""


@dataclass(frozen=True)
class Geometry:
    """A window's rectangle in device-independent pixels; x and y are None where the system may choose."""

    x: int | None
    y: int | None
    width: int
    height: int
    maximized: bool = False


def fit(wanted: Geometry | None, screens: list[QRect]) -> Geometry:
    """Returns `wanted`, no larger than the largest screen, and placed by the system where no screen shows enough of it.

    Arguments:
        wanted: the last window's; None for the first start.
        screens: what of each screen is free for windows.
    """
    most = (
        max((screen.width() for screen in screens), default=10_000),
        max((screen.height() for screen in screens), default=10_000),
    )
    width, height = (wanted.width, wanted.height) if wanted is not None else USUAL
    width = max(SMALLEST[0], min(width, most[0]))
    height = max(SMALLEST[1], min(height, most[1]))
    maximized = wanted is not None and wanted.maximized
    if wanted is None or wanted.x is None or wanted.y is None:
        return Geometry(None, None, width, height, maximized)
    edge = QRect(wanted.x, wanted.y, width, 32)
    for screen in screens:
        common = screen.intersected(edge)
        if common.width() >= SHOWN and common.height() > 0:
            return Geometry(wanted.x, wanted.y, width, height, maximized)
    return Geometry(None, None, width, height, maximized)


@QmlElement
class WindowPlace(QObject):
    """Read once by the window when it opens, and told when it moves.

    Arguments:
        geometry: where to open.
        list_width: how wide the list of chats is, in pixels.
        keep: remembers both for the next start.
    """

    def __init__(
        self,
        geometry: Geometry,
        list_width: int,
        keep: Callable[[Geometry, int], None] = lambda geometry, list_width: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._geometry = geometry
        self._list_width = list_width
        self._keep = keep

    @Property(bool, constant=True)
    def placed(self) -> bool:
        """Whether `x` and `y` mean something; otherwise the system places the window."""
        return self._geometry.x is not None

    @Property(int, constant=True)
    def x(self) -> int:
        return self._geometry.x or 0

    @Property(int, constant=True)
    def y(self) -> int:
        return self._geometry.y or 0

    @Property(int, constant=True)
    def width(self) -> int:
        return self._geometry.width

    @Property(int, constant=True)
    def height(self) -> int:
        return self._geometry.height

    @Property(bool, constant=True)
    def maximized(self) -> bool:
        return self._geometry.maximized

    @Property(int, constant=True)
    def listWidth(self) -> int:
        return self._list_width

    @Slot(int, int, int, int, bool)
    def moved(self, x: int, y: int, width: int, height: int, maximized: bool) -> None:
        """Takes where the window stands; while it is maximized, only that counts."""
        if maximized:
            known = self._geometry
            self._geometry = Geometry(known.x, known.y, known.width, known.height, True)
        else:
            self._geometry = Geometry(x, y, width, height)
        self._keep(self._geometry, self._list_width)

    @Slot(int)
    def resizeList(self, width: int) -> None:
        self._list_width = width
        self._keep(self._geometry, self._list_width)
