"""`LoadedAside`: an image provider whose pictures are made on Qt Quick's own loading thread."""

from __future__ import annotations

import threading
from abc import abstractmethod

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

FIRST = "first"
"""An address that every such provider has: a picture of nothing."""


class LoadedAside(QQuickImageProvider):
    """Leaves the window alone while it makes its pictures.

    Attributes:
        asked: set when the loading thread has asked for a first picture.
    """

    def __init__(self) -> None:
        kind, flag = QQuickImageProvider.ImageType.Image, QQuickImageProvider.Flag.ForceAsynchronousImageLoading
        super().__init__(kind, flag)
        self.asked = threading.Event()

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        self.asked.set()
        if id == FIRST:
            return QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        return self.make(id, requestedSize)

    @abstractmethod
    def make(self, address: str, wanted: QSize) -> QImage:
        """Returns the picture at `address`; `wanted`, in pixels, is invalid or empty where no size is asked for."""
