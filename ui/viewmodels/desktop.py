"""`Desktop`: what view models ask of the system around the window; `ui.platform.desktop` does it with Qt."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject


class Desktop(Protocol):
    """The clipboard, the system's way to open things, and the order of windows."""

    def bring_to_front(self, window: QObject) -> None:
        """Shows a window (QWindow) in front of the others and gives it the keyboard."""
        ...

    def open_link(self, url: str) -> bool:
        """Opens `url`, of a scheme in `links.SAFE_SCHEMES`, in the programme for it; returns whether there is one."""
        ...

    def open_file(self, path: Path) -> bool:
        """Opens a local file in the programme for its kind; returns whether there is one."""
        ...

    def show_in_folder(self, path: Path) -> bool:
        """Opens the folder of `path`."""
        ...

    def copy(self, text: str) -> None:
        """Puts `text` on the clipboard."""
        ...

    def picture_from_clipboard(self) -> Path | None:
        """Writes the clipboard's picture into a file and returns it; None where there is no picture."""
        ...

    def picture_size(self, path: Path) -> tuple[int, int] | None:
        """Returns the width and height of the picture in a file, as it is seen; None where it holds none."""
        ...
