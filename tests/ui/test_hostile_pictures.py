"""Files that a peer sends as a photo or a sticker: read as plain pictures or not at all, at a bounded cost."""

from __future__ import annotations

import base64
import gzip
import io
import json
import struct
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage

from ui.media import avatars
from ui.media.pictures import PictureProvider

LONGEST = 2.0
"""Seconds of the processor that one file may take."""

MOST_MEMORY = 100_000_000

# Whatever a file has wrong, its reader says so in words of its own.
pytestmark = pytest.mark.qt_log_ignore(".")


def encoded(kind: str, size: tuple[int, int] = (48, 32), mode: str = "RGB", **options: object) -> bytes:
    stream = io.BytesIO()
    Image.effect_mandelbrot(size, (-2, -1.2, 1, 1.2), 60).convert(mode).save(stream, kind, **options)
    return stream.getvalue()


def animated(kind: str, frames: int) -> bytes:
    stream = io.BytesIO()
    pictures = [Image.new("RGB", (8, 8), (number % 256, number // 256, 0)) for number in range(frames)]
    pictures[0].save(stream, kind, save_all=True, append_images=pictures[1:])
    return stream.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_bomb(side: int) -> bytes:
    """Returns a PNG of a few kilobytes that is `side` pixels wide and high."""
    packer = zlib.compressobj(9)
    rows = packer.compress(bytes((1 + side // 8) * side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg_of_size(width: int, height: int) -> bytes:
    """Returns a small JPEG whose head says that it is as large as that."""
    data = bytearray(encoded("JPEG"))
    place = data.index(b"\xff\xc0")
    data[place + 5 : place + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def webp_of_size(width: int, height: int) -> bytes:
    data = bytearray(encoded("WEBP", lossless=True))
    place = data.index(b"VP8L") + 9
    bits = int.from_bytes(data[place : place + 4], "little") >> 28 << 28 | (width - 1) | (height - 1) << 14
    data[place : place + 4] = bits.to_bytes(4, "little")
    return bytes(data)


SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='50' height='50'><rect width='50' height='50' fill='red'/></svg>"
LAUGHS = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'ha'>%s]><svg width='9' height='9'>&k;</svg>" % b"".join(
    b"<!ENTITY %c '%s'>" % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("l"))
)
LOTTIE = {"v": "5.5.2", "fr": 60, "ip": 0, "op": 2**31, "w": 2**31, "h": 2**31, "layers": [{"ty": 4}] * 20_000}

FOREIGN = {
    "SVG": SVG,
    "SVG that multiplies": LAUGHS,
    "packed SVG": gzip.compress(SVG),
    "TIFF": encoded("TIFF"),
    "TGA": encoded("TGA"),
    "ICO": encoded("ICO"),
    "XPM": b'/* XPM */ static char*x[]={"9 9 1 1","a c red"};',
    "moving sticker": gzip.compress(json.dumps(LOTTIE).encode()),
    "moving sticker that unpacks without an end": gzip.compress(bytes(50_000_000)),
    "moving sticker with half a JSON": gzip.compress(b'{"v": "5.5.2", "layers": ['),
    "moving sticker that is cut": gzip.compress(json.dumps(LOTTIE).encode())[:900],
    "video sticker": b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm" + bytes(999),
    "nothing": b"",
    "one byte": b"\xff",
    "words": b"hello, this is a letter",
}

BROKEN = {
    "PNG bomb": png_bomb(16_000),
    "PNG of no size": b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 0, 0, 8, 2, 0, 0, 0)),
    "JPEG of any size": jpeg_of_size(65_500, 65_500),
    "JPEG that is not as wide as it says": jpeg_of_size(1, 20_000),
    "WebP of any size": webp_of_size(16_384, 16_384),
    "WebP that is not as large as it says": webp_of_size(4_000, 4_000),
    "PNG that is cut": encoded("PNG")[:90],
    "JPEG that is cut": encoded("JPEG", (600, 400))[:700],
    "WebP that is cut": encoded("WEBP")[:60],
    "GIF that is cut": encoded("GIF")[:40],
}

TURNED = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00"

ODD = {
    "CMYK JPEG": encoded("JPEG", mode="CMYK"),
    "16 bits": encoded("PNG", mode="I;16"),
    "progressive JPEG": encoded("JPEG", progressive=True),
    "GIF of a thousand pictures": animated("GIF", 1_000),
    "WebP of a hundred pictures": animated("WEBP", 100),
    "one bit": encoded("PNG", mode="1"),
    "turned by EXIF": encoded("JPEG", exif=TURNED),
}


@pytest.fixture
def provider(qapp: QGuiApplication) -> PictureProvider:
    return PictureProvider()


@pytest.fixture
def bounded() -> Iterator[None]:
    """What happens costs neither the processor nor the memory much."""
    before, began = psutil.Process().memory_info().rss, time.process_time()
    yield
    assert time.process_time() - began < LONGEST
    assert psutil.Process().memory_info().rss - before < MOST_MEMORY


def read(provider: PictureProvider, path: Path, source: str = "file") -> QImage:
    data = str(path).encode() if source == "file" else path.read_bytes()
    place = base64.urlsafe_b64encode(data).decode()
    return provider.requestImage(f"{source}/24x16/0-0-0-0/{place}", QSize(), QSize(48, 32))


def is_grey(image: QImage) -> bool:
    return image.pixelColor(24, 16).getRgb() == (128, 128, 128, 64)


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_no_plain_picture_is_not_read(provider: PictureProvider, tmp_path: Path, name: str) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(FOREIGN[name])
    assert is_grey(read(provider, path))
    if FOREIGN[name]:
        assert is_grey(read(provider, path, "miniature"))
    assert avatars.read(f"file/{path}", 40).isNull()
    assert avatars.read("data/" + base64.urlsafe_b64encode(FOREIGN[name]).decode(), 40).isNull()


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("name", BROKEN)
def test_bombs_and_halves_cost_little(provider: PictureProvider, tmp_path: Path, name: str) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(BROKEN[name])
    assert read(provider, path).size() == QSize(48, 32)
    assert read(provider, path, "miniature").size() == QSize(48, 32)
    avatars.read(f"file/{path}", 40)


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("name", ODD)
def test_odd_pictures_are_shown(provider: PictureProvider, tmp_path: Path, name: str) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(ODD[name])
    image = read(provider, path)
    assert image.size() == QSize(48, 32)
    assert image.pixelColor(24, 16).alpha() == 255


SEEDS = [*(encoded(kind) for kind in ("JPEG", "PNG", "WEBP", "GIF")), ODD["progressive JPEG"], animated("WEBP", 3)]
_CHANGES = st.lists(st.tuples(st.integers(0, 4_000), st.integers(0, 255), st.integers(-3, 3)), min_size=1, max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(seed=st.sampled_from(SEEDS), changes=_CHANGES)
def test_mutations_break_nothing(
    provider: PictureProvider, tmp_path: Path, seed: bytes, changes: list[tuple[int, int, int]]
) -> None:
    """Bytes are changed, cut out and doubled."""
    data = bytearray(seed)
    for place, value, length in changes:
        at = place % len(data) if data else 0
        if length == 0:
            data[at : at + 1] = bytes([value])
        elif length > 0:
            data[at:at] = data[at : at + length * 8]
        else:
            del data[at : at - length]
    path = tmp_path / "photo.webp"
    path.write_bytes(bytes(data))
    began = time.process_time()
    assert read(provider, path).size() == QSize(48, 32)
    avatars.read(f"file/{path}", 40)
    assert time.process_time() - began < LONGEST
