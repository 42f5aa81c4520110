"""Opens pictures that others have made, by the readers of a few plain formats alone.

By itself Qt tries every reader it has, whatever a file is called: also the one for SVG, which is a language that can
name other files and repeat itself without an end. A peer of a secret chat may send anything as a photo.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImageReader

LARGEST_PIXELS = 64_000_000
"""Of a JPEG, which is read at a fraction of its size."""

LARGEST_WHOLE = 25_000_000
"""Of the other formats, which take four bytes for each pixel while they are read."""

_LONGEST_BEGINNING = 12


def file_reader(path: str) -> QImageReader:
    """Returns what reads the picture in a file; its size is invalid where there is none, or too large a one."""
    try:
        with open(path, "rb") as file:
            found = _format_of(file.read(_LONGEST_BEGINNING))
    except (OSError, ValueError):
        found = ""
    return _bounded(QImageReader(path, QByteArray(found.encode())), found) if found else QImageReader()


def data_reader(device: QBuffer) -> QImageReader:
    """Returns what reads the picture in `device`, which must outlive it."""
    found = _format_of(bytes(device.data().left(_LONGEST_BEGINNING).data()))
    return _bounded(QImageReader(device, QByteArray(found.encode())), found) if found else QImageReader()


def _bounded(reader: QImageReader, found: str) -> QImageReader:
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    most = LARGEST_PIXELS if found == "jpeg" else LARGEST_WHOLE
    return reader if size.isValid() and size.width() * size.height() <= most else QImageReader()


def _format_of(beginning: bytes) -> str:
    if beginning.startswith(b"RIFF") and beginning[8:12] == b"WEBP":
        return "webp"
    return next((name for sign, name in _BEGINNINGS.items() if beginning.startswith(sign)), "")


_BEGINNINGS = {b"\xff\xd8": "jpeg", b"\x89PNG\r\n\x1a\n": "png", b"GIF8": "gif", b"BM": "bmp"}
