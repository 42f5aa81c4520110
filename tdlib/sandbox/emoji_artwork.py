"""The pictures of custom emoji, drawn by code."""

from __future__ import annotations

import io
import math
import random
from functools import lru_cache

from PIL import Image, ImageDraw

COLOURS = [(250, 190, 40), (70, 170, 90), (240, 130, 60), (230, 70, 60), (30, 30, 30)]
OVERSIZE = 4
"""Pictures are drawn larger and scaled down, for smooth edges."""


def colour(number: int) -> tuple[float, float, float]:
    """Returns the main colour of an emoji, each part from 0 to 1."""
    red, green, blue = COLOURS[number % len(COLOURS)]
    return red / 255, green / 255, blue / 255


@lru_cache(maxsize=32)
def picture(number: int, side: int, *, inked: bool = False) -> bytes:
    """Returns the emoji as a WebP file with transparent parts: a star with a face, or with holes where `inked`."""
    chance = random.Random(number)
    large = side * OVERSIZE
    image = Image.new("RGBA", (large, large), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    fill = COLOURS[number % len(COLOURS)]
    points = 5 + number
    pen.polygon(_star(large / 2, large * 0.48, points, chance.uniform(0.6, 0.75)), fill=(*fill, 255))
    hole = (0, 0, 0, 0) if inked else (40, 30, 30, 255)
    for eye in (0.4, 0.6):
        pen.ellipse((large * (eye - 0.05), large * 0.4, large * (eye + 0.05), large * 0.52), fill=hole)
    pen.chord((large * 0.36, large * 0.48, large * 0.64, large * 0.7), 15, 165, fill=hole)
    stream = io.BytesIO()
    image.resize((side, side), Image.Resampling.LANCZOS).save(stream, "WEBP", quality=85)
    return stream.getvalue()


def _star(middle: float, radius: float, points: int, depth: float) -> list[tuple[float, float]]:
    corners = []
    for corner in range(2 * points):
        reach = radius if corner % 2 == 0 else radius * depth
        angle = math.pi * corner / points - math.pi / 2
        corners.append((middle + reach * math.cos(angle), middle + reach * math.sin(angle)))
    return corners
