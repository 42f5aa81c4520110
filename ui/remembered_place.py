"""Where the window opens: as it was left, in the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QScreen

from client.settings import Geometry as SavedGeometry
from client.settings import Settings
from ui.viewmodels.window_place import Geometry, WindowPlace, fit

LIST_WIDTH = 340


def remembered_place(settings: Settings, screens: Sequence[QScreen], size: tuple[int, int] | None) -> WindowPlace:
    """Returns the window's place, which keeps itself in `settings`.

    Arguments:
        settings: where it was left.
        screens: those there are now.
        size: width and height for a picture, which are not kept; None for a window.
    """
    list_width = settings.column_width or LIST_WIDTH
    if size is not None:
        return WindowPlace(Geometry(None, None, *size), list_width)
    saved = settings.geometry
    wanted = Geometry(saved.x, saved.y, saved.width, saved.height, saved.maximized) if saved is not None else None

    def keep(geometry: Geometry, width: int) -> None:
        place = SavedGeometry(geometry.x or 0, geometry.y or 0, geometry.width, geometry.height, geometry.maximized)
        settings.set(geometry=place, column_width=width)

    return WindowPlace(fit(wanted, [screen.availableGeometry() for screen in screens]), list_width, keep)
