"""Pictures cut round: right size, smooth and empty corners, nothing from what is broken or too big."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter

from tdlib import types as td
from ui.media.avatars import AvatarProvider, DiscProvider
from ui.viewmodels import picture_address

PREFIX = "image://avatar/"


def picture(width: int, height: int, color: str = "red") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


def encoded(image: QImage, kind: bytes = b"jpg") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, kind).write(image)
    return bytes(buffer.data().data())


def ask(address: str, side: int) -> QImage:
    return AvatarProvider().requestImage(address.removeprefix(PREFIX), QSize(), QSize(side, side))


@pytest.mark.parametrize(("width", "height"), [(160, 160), (640, 320), (30, 90)])
def test_a_file_becomes_a_disc(qapp: QGuiApplication, tmp_path: Path, width: int, height: int) -> None:
    path = tmp_path / "a photo of Ann & Bob 100%.jpg"
    path.write_bytes(encoded(picture(width, height)))
    image = ask(picture_address.of_file(str(path)), 100)
    assert (image.width(), image.height()) == (100, 100)
    assert image.pixelColor(50, 50).red() > 240
    assert [image.pixelColor(x, y).alpha() for x, y in ((0, 0), (99, 0), (0, 99), (99, 99))] == [0, 0, 0, 0]
    edge = {image.pixelColor(x, 14).alpha() for x in range(20)}
    assert edge - {0, 255}, "the edge is smooth"


def test_the_middle_of_a_wide_picture_is_shown(qapp: QGuiApplication, tmp_path: Path) -> None:
    wide = picture(300, 100, "blue")
    for x in range(100, 200):
        for y in range(100):
            wide.setPixelColor(x, y, QColor("lime"))
    path = tmp_path / "wide.png"
    path.write_bytes(encoded(wide, b"png"))
    image = ask(picture_address.of_file(str(path)), 60)
    assert {image.pixelColor(x, 30).name() for x in range(4, 56)} == {"#00ff00"}


def test_a_thumbnail_has_round_corners(qapp: QGuiApplication) -> None:
    small = td.Minithumbnail(width=40, height=40, data=encoded(picture(40, 40)))
    image = ask(picture_address.of_thumbnail(small, picture_address.CORNERS), 50)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(25, 0).alpha() == 255
    assert picture_address.of_thumbnail(None) == ""


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize("data", [b"", b"no picture", encoded(picture(9, 9))[:60], b"GIF89a\xff\xff\xff\xff"])
def test_what_is_no_picture_shows_nothing(qapp: QGuiApplication, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(data)
    assert ask(picture_address.of_file(str(path)), 50).isNull()
    assert ask(f"round/data/{base64.urlsafe_b64encode(data).decode()}", 50).isNull()
    assert ask("round/data/%%%", 50).isNull()
    assert ask(picture_address.of_file(str(tmp_path / "absent.jpg")), 50).isNull()


def test_a_picture_larger_than_any_avatar_is_not_read(qapp: QGuiApplication, tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    path.write_bytes(encoded(picture(5_000, 10), b"png"))
    assert ask(picture_address.of_file(str(path)), 50).isNull()


def test_the_latest_pictures_are_kept_up_to_a_number_of_bytes(qapp: QGuiApplication, tmp_path: Path) -> None:
    provider = AvatarProvider()
    path = tmp_path / "one.png"
    path.write_bytes(encoded(picture(64, 64), b"png"))
    address = picture_address.of_file(str(path)).removeprefix(PREFIX)
    first = provider.requestImage(address, QSize(), QSize(100, 100))
    path.unlink()
    assert provider.requestImage(address, QSize(), QSize(100, 100)) == first
    other = tmp_path / "other.png"
    other.write_bytes(encoded(picture(64, 64), b"png"))
    for number in range(20):
        provider.requestImage(f"{number}/file/{other}", QSize(), QSize(512, 512))
    assert provider.requestImage(address, QSize(), QSize(100, 100)).isNull()


def test_a_disc_has_a_smooth_edge(qapp: QGuiApplication) -> None:
    image = DiscProvider().requestImage("3568b2", QSize(), QSize(50, 50))
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(25, 48).name() == "#3568b2" or abs(image.pixelColor(25, 48).blue() - 0xB2) < 6
    assert {image.pixelColor(x, 7).alpha() for x in range(12)} - {0, 255}
