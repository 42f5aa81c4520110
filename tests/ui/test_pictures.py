"""The image provider `picture`: the middle of a picture, its corners, and what can't be read."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage

from ui.media.pictures import MINIATURE_SIDE, PictureProvider
from ui.media.reading import LARGEST_PIXELS

RED, GREEN, BLUE = QColor(220, 0, 0), QColor(0, 200, 0), QColor(0, 0, 220)


def three_stripes(width: int, height: int) -> QImage:
    """Returns a picture that is red at the left, blue at the right and green in the middle half."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for x in range(width):
        color = RED if x < width // 4 else BLUE if x >= width - width // 4 else GREEN
        for y in range(height):
            image.setPixelColor(x, y, color)
    return image


@pytest.fixture
def provider(qapp: QGuiApplication) -> PictureProvider:
    return PictureProvider()


def saved(image: QImage, path: Path) -> bytes:
    assert image.save(str(path))
    return str(path).encode()


def address(source: str, data: bytes, size: tuple[int, int], radii: str = "0-0-0-0") -> str:
    return f"{source}/{size[0]}x{size[1]}/{radii}/{base64.urlsafe_b64encode(data).decode()}"


def asked(provider: PictureProvider, address: str, pixels: QSize | None = None) -> QImage:
    return provider.requestImage(address, QSize(), pixels or QSize())


def near(one: QColor, other: QColor) -> bool:
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(here - there) < 40 for here, there in parts)


@pytest.mark.parametrize("ending", ["png", "jpg", "bmp"])
@pytest.mark.parametrize("size", [(40, 20), (400, 300)])
def test_the_middle_is_shown(provider: PictureProvider, tmp_path: Path, ending: str, size: tuple[int, int]) -> None:
    path = saved(three_stripes(*size), tmp_path / f"stripes.{ending}")
    image = asked(provider, address("file", path, (10, 20)), QSize(30, 60))
    assert image.size() == QSize(30, 60)
    assert near(image.pixelColor(1, 30), GREEN)
    assert near(image.pixelColor(28, 30), GREEN)
    whole = asked(provider, address("file", path, (120, 60)))
    assert near(whole.pixelColor(4, 30), RED)
    assert near(whole.pixelColor(115, 30), BLUE)


def test_each_corner_has_its_radius(provider: PictureProvider, tmp_path: Path) -> None:
    path = saved(three_stripes(80, 60), tmp_path / "stripes.png")
    image = asked(provider, address("file", path, (40, 30), "10-0-4-8"), QSize(80, 60))
    corners = [(0, 0), (79, 0), (79, 59), (0, 59)]
    assert [image.pixelColor(x, y).alpha() == 0 for x, y in corners] == [True, False, True, True]
    # Twice as many pixels as units: the arc of 10 units passes (6, 6) from the corner, that of 4 units is within 3.
    assert image.pixelColor(4, 4).alpha() < 128 < image.pixelColor(8, 8).alpha()
    assert image.pixelColor(79 - 4, 59 - 4).alpha() == 255
    assert image.pixelColor(40, 0).alpha() == 255


def test_a_circle_is_cut_out_by_radii_that_are_too_large(provider: PictureProvider, tmp_path: Path) -> None:
    path = saved(three_stripes(80, 80), tmp_path / "stripes.png")
    image = asked(provider, address("file", path, (80, 80), "100-100-100-100"))
    assert image.pixelColor(40, 1).alpha() == 255
    assert image.pixelColor(10, 10).alpha() == 0
    assert image.pixelColor(40, 40) == GREEN


def test_a_miniature_is_blurred(provider: PictureProvider, tmp_path: Path) -> None:
    path = tmp_path / "small.jpg"
    saved(three_stripes(40, 30), path)
    image = asked(provider, address("miniature", path.read_bytes(), (400, 300)))
    assert image.size() == QSize(400, 300)
    assert near(image.pixelColor(5, 150), RED)
    assert near(image.pixelColor(200, 150), GREEN)
    between = [image.pixelColor(x, 150) for x in range(85, 116)]
    assert len({color.rgb() for color in between}) > 10


@pytest.mark.parametrize("data", [b"no picture at all", b"/nowhere/at/all.jpg"])
@pytest.mark.parametrize("source", ["file", "miniature"])
def test_what_cannot_be_read_is_a_grey_place(provider: PictureProvider, source: str, data: bytes) -> None:
    image = asked(provider, address(source, data, (30, 20), "5-5-5-5"))
    assert image.size() == QSize(30, 20)
    assert 0 < image.pixelColor(15, 10).alpha() < 128
    assert image.pixelColor(0, 0).alpha() == 0


def test_a_miniature_that_is_large_is_not_read(provider: PictureProvider, tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    saved(three_stripes(MINIATURE_SIDE + 10, 20), path)
    image = asked(provider, address("miniature", path.read_bytes(), (30, 20)))
    assert image.pixelColor(15, 10).alpha() < 128


def test_a_huge_picture_is_not_read(provider: PictureProvider, tmp_path: Path) -> None:
    side = int(LARGEST_PIXELS ** 0.5) + 10
    head = bytearray(saved_header(tmp_path))
    head[18:22], head[22:26] = side.to_bytes(4, "little"), side.to_bytes(4, "little")
    path = tmp_path / "huge.bmp"
    path.write_bytes(bytes(head))
    assert asked(provider, address("file", str(path).encode(), (30, 20))).pixelColor(15, 10).alpha() < 128


def saved_header(folder: Path) -> bytes:
    path = folder / "one.bmp"
    saved(three_stripes(4, 4), path)
    return path.read_bytes()


@pytest.mark.parametrize(
    "bad", ["", "nothing", "file/0x0/0-0-0-0/eA==", "film/3x3/0-0-0-0/eA==", "file/3x3/0-0/eA==", "file/3x3/0-0-0-0/"]
)
def test_an_address_that_is_malformed_costs_nothing_else(provider: PictureProvider, bad: str) -> None:
    assert not asked(provider, bad).isNull()
