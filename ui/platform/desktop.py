"""`QtDesktop`: the clipboard and the programmes that open links and files, through Qt."""

from __future__ import annotations

import itertools
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImageIOHandler, QImageReader, QWindow

from ui.platform import raising


class QtDesktop:
    """Implements `ui.viewmodels.desktop.Desktop`.

    Arguments:
        pictures: a folder of this account's own for pictures from the clipboard.
    """

    def __init__(self, pictures: Path) -> None:
        self._pictures = pictures

    def bring_to_front(self, window: QObject) -> None:
        assert isinstance(window, QWindow)
        raising.bring_to_front(window)

    def open_link(self, url: str) -> bool:
        return QDesktopServices.openUrl(QUrl(url))

    def open_file(self, path: Path) -> bool:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def show_in_folder(self, path: Path) -> bool:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def picture_from_clipboard(self) -> Path | None:
        picture = QGuiApplication.clipboard().image()
        if picture.isNull():
            return None
        self._pictures.mkdir(mode=0o700, parents=True, exist_ok=True)
        paths = (self._pictures / f"picture-{number}.png" for number in itertools.count(1))
        path = next(path for path in paths if not path.exists())
        return path if picture.save(str(path)) else None

    def picture_size(self, path: Path) -> tuple[int, int] | None:
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        size = reader.size()
        if not size.isValid():
            return None
        turned = reader.transformation().value & QImageIOHandler.Transformation.TransformationRotate90.value
        return (size.height(), size.width()) if turned else (size.width(), size.height())
