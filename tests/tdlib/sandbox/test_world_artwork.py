"""Drawn pictures and Telegram's stripped previews."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, ImageStat

from tdlib.sandbox import artwork


def rebuilt(stripped: bytes) -> Image.Image:
    """A preview as clients rebuild it: the header that all previews share, with the two sides filled in."""
    stream = io.BytesIO()
    Image.new("RGB", (stripped[2], stripped[1])).save(stream, "JPEG", quality=20, subsampling="4:2:0")
    blank = stream.getvalue()
    start = blank.index(b"\xff\xda")
    header = blank[: start + 2 + int.from_bytes(blank[start + 2 : start + 4], "big")]
    image = Image.open(io.BytesIO(header + stripped[3:] + b"\xff\xd9"))
    image.load()
    return image


@pytest.mark.parametrize("scene", [*range(14), artwork.PORTRAITS + 1, artwork.PORTRAITS + 2])
def test_a_drawing_is_a_picture_of_exactly_the_promised_size(scene: int) -> None:
    size = artwork.size_of(scene, 640, 480)
    content = artwork.jpeg(scene, 640, 480, size)
    assert len(content) == size
    with Image.open(io.BytesIO(content)) as image:
        image.load()
        assert image.size == (640, 480)
        assert max(ImageStat.Stat(image.convert("L")).stddev) > 5


def test_a_drawing_is_the_same_wherever_it_is_drawn() -> None:
    assert artwork.jpeg(3, 320, 240, 20_000) == artwork.jpeg(3, 320, 240, 20_000)
    assert artwork.jpeg(3, 320, 240, 20_000) != artwork.jpeg(10, 320, 240, 20_000)


@pytest.mark.parametrize(("width", "height", "expected"), [(1280, 853, (40, 27)), (853, 1280, (27, 40))])
def test_a_preview_shows_the_drawing(width: int, height: int, expected: tuple[int, int]) -> None:
    preview = rebuilt(artwork.stripped(1, width, height))
    assert preview.size == expected
    drawn = artwork.draw(1, width, height).resize(expected)
    difference = ImageStat.Stat(ImageChops.difference(preview.convert("RGB"), drawn.convert("RGB"))).mean
    assert max(difference) < 25


def test_previews_have_the_header_that_clients_know() -> None:
    stripped = artwork.stripped(1, 400, 300)
    assert stripped[0] == 1
    assert (stripped[2], stripped[1]) == (40, 30)
    assert b"\xff\xd8" not in stripped[:5]


def test_what_is_no_picture_has_no_preview_and_no_size() -> None:
    assert artwork.strip(b"not a picture") == b""
    assert artwork.dimensions(b"not a picture") is None
