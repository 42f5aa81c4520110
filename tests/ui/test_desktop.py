"""What the desktop is asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

from ui.platform.desktop import QtDesktop


def test_a_picture_from_the_clipboard_becomes_a_file_of_its_own(qapp: QGuiApplication, tmp_path: Path) -> None:
    copied = QImage(7, 5, QImage.Format.Format_RGB32)
    copied.fill(0x336699)
    QGuiApplication.clipboard().setImage(copied)
    desktop = QtDesktop(tmp_path / "pictures")
    first, second = desktop.picture_from_clipboard(), desktop.picture_from_clipboard()
    assert first is not None
    assert second is not None
    assert first != second
    assert desktop.picture_size(first) == (7, 5)
    QGuiApplication.clipboard().clear()
    assert desktop.picture_from_clipboard() is None
