"""Pictures drawn by code: the photos, portraits and stickers of the sample people, and Telegram's stripped previews.

A picture is named by a number, its scene, and is the same wherever it is drawn; nothing is drawn before it is wanted.
"""

from __future__ import annotations

import io
import math
import random
from collections.abc import Callable
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFilter, ImageOps

Colour = tuple[int, int, int]

QUALITIES = (88, 80, 70, 60, 45, 30)
STRIPPED_QUALITY = 20
STRIPPED_SIDE = 40
PORTRAITS = 10_000
"""Scenes from here on are portraits and emblems: they look right in a circle."""

SKIES: list[tuple[Colour, Colour, Colour]] = [
    ((36, 48, 94), (233, 124, 96), (255, 209, 138)),
    ((22, 78, 138), (120, 184, 222), (238, 244, 236)),
    ((12, 16, 42), (48, 52, 110), (138, 98, 150)),
    ((84, 58, 120), (226, 128, 150), (255, 214, 180)),
    ((28, 96, 110), (134, 200, 188), (248, 236, 200)),
    ((60, 40, 60), (200, 92, 72), (250, 190, 110)),
    ((70, 130, 180), (176, 214, 232), (250, 250, 245)),
    ((18, 44, 60), (70, 128, 132), (226, 216, 170)),
]
PALETTES: list[list[Colour]] = [
    [(38, 70, 83), (42, 157, 143), (233, 196, 106), (244, 162, 97), (231, 111, 81)],
    [(29, 53, 87), (69, 123, 157), (168, 218, 220), (241, 250, 238), (230, 57, 70)],
    [(53, 80, 112), (109, 89, 122), (181, 101, 118), (229, 107, 111), (234, 172, 139)],
    [(96, 108, 56), (40, 54, 24), (254, 250, 224), (221, 161, 94), (188, 108, 37)],
    [(0, 48, 73), (214, 40, 40), (247, 127, 0), (252, 191, 73), (234, 226, 183)],
    [(43, 45, 66), (141, 153, 174), (237, 242, 244), (239, 35, 60), (217, 4, 41)],
]


def jpeg(scene: int, width: int, height: int, size: int) -> bytes:
    """A drawing as a JPEG file of exactly `size` bytes: what is left over follows the end mark, where readers stop."""
    image = draw(scene, width, height)
    packed = b""
    for quality in QUALITIES:
        packed = _jpeg(image, quality)
        if len(packed) <= size:
            return packed.ljust(size, b"\0")
    raise ValueError(f"scene {scene} at {width}x{height} does not fit in {size} bytes")


def size_of(scene: int, width: int, height: int) -> int:
    """A file size that the drawing surely fits in, known without drawing it."""
    return 6_000 + width * height // 8 + (scene * 7919) % 4_000


def stripped(scene: int, width: int, height: int) -> bytes:
    """The preview of a drawing in Telegram's stripped JPEG format."""
    return _stripped_drawing(scene, *_fit(width, height, STRIPPED_SIDE))


def strip(content: bytes) -> bytes:
    """The preview of a picture file in Telegram's stripped JPEG format; b"" for what is no picture."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            small = ImageOps.exif_transpose(image).convert("RGB")
    except (OSError, ValueError):
        return b""
    return _strip_header(small.resize(_fit(small.width, small.height, STRIPPED_SIDE), Image.Resampling.BILINEAR))


def dimensions(content: bytes) -> tuple[int, int] | None:
    """Width and height of a picture file, None for what is no picture."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            turned = image.getexif().get(0x0112, 1) >= 5
            return (image.height, image.width) if turned else (image.width, image.height)
    except (OSError, ValueError):
        return None


def scaled(content: bytes, width: int, height: int) -> bytes:
    """A picture file at another size, as JPEG."""
    with Image.open(io.BytesIO(content)) as image:
        small = ImageOps.exif_transpose(image).convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
    return _jpeg(small, 85)


def square(content: bytes, side: int) -> bytes:
    """The middle of a picture file as a square JPEG."""
    with Image.open(io.BytesIO(content)) as image:
        return _jpeg(ImageOps.fit(ImageOps.exif_transpose(image).convert("RGB"), (side, side)), 88)


def fitted(width: int, height: int, longest: int) -> tuple[int, int]:
    """A size with the same proportions whose longest side is at most `longest`."""
    return _fit(width, height, longest) if max(width, height) > longest else (width, height)


def sticker(scene: int, size: int) -> bytes:
    """A sticker as a WebP file, 512 pixels high; bytes after the picture fill it up to `size`."""
    return _sticker(scene).ljust(size, b"\0")


@lru_cache(maxsize=64)
def draw(scene: int, width: int, height: int) -> Image.Image:
    """Draws a scene."""
    chance = random.Random(scene * 1_000_003)
    if scene >= PORTRAITS:
        return _emblem(chance, width, height)
    return SCENES[scene % len(SCENES)](chance, width, height)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality, subsampling="4:2:0")
    return stream.getvalue()


def _fit(width: int, height: int, longest: int) -> tuple[int, int]:
    factor = longest / max(width, height, 1)
    return max(1, round(width * factor)), max(1, round(height * factor))


@lru_cache(maxsize=2048)
def _stripped_drawing(scene: int, width: int, height: int) -> bytes:
    return _strip_header(draw(scene, width, height))


def _strip_header(image: Image.Image) -> bytes:
    """The format: 1, height, width, then the scan of a quality-20 JPEG, whose tables every client knows."""
    packed = _jpeg(image, STRIPPED_QUALITY)
    start = packed.index(b"\xff\xda")
    scan = packed[start + 2 + int.from_bytes(packed[start + 2 : start + 4], "big") : -2]
    return bytes([1, image.height, image.width]) + scan


def _mix(first: Colour, second: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def _gradient(width: int, height: int, colours: list[Colour]) -> Image.Image:
    """Colours from top to bottom, blended."""
    strip_image = Image.new("RGB", (1, len(colours)))
    strip_image.putdata(colours)
    steps = max(2, height)
    column = Image.new("RGB", (1, steps))
    last = len(colours) - 1
    for row in range(steps):
        place = row / (steps - 1) * last
        lower = min(int(place), last - 1)
        column.putpixel((0, row), _mix(colours[lower], colours[lower + 1], place - lower))
    return column.resize((width, height), Image.Resampling.BILINEAR)


def _ridge(chance: random.Random, width: int, base: float, swing: float) -> list[tuple[float, float]]:
    """The upper edge of a range of hills."""
    waves = [(chance.uniform(0.6, 5.0), chance.uniform(0, math.tau), chance.uniform(0.2, 1.0)) for _ in range(4)]
    points = []
    for step in range(97):
        turn = step / 96 * math.pi
        height = sum(math.sin(turn * speed + phase) * share for speed, phase, share in waves) / len(waves)
        points.append((step / 96 * width, base + height * swing))
    return points


def _disc(image: Image.Image, centre: tuple[float, float], radius: float, colour: Colour, glow: float) -> None:
    """A sun or a moon with its halo."""
    halo = Image.new("L", image.size, 0)
    x, y = centre
    spread = radius * 2.2
    ImageDraw.Draw(halo).ellipse((x - spread, y - spread, x + spread, y + spread), fill=round(110 * glow))
    halo = halo.filter(ImageFilter.GaussianBlur(max(1.0, radius * 0.9)))
    image.paste(colour, (0, 0), halo)
    ImageDraw.Draw(image).ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def _mountains(chance: random.Random, width: int, height: int) -> Image.Image:
    sky = chance.choice(SKIES)
    image = _gradient(width, height, [sky[0], sky[1], sky[2]])
    sun = (width * chance.uniform(0.2, 0.8), height * chance.uniform(0.25, 0.5))
    _disc(image, sun, min(width, height) * chance.uniform(0.04, 0.08), (255, 244, 220), 1.0)
    pen = ImageDraw.Draw(image)
    layers = chance.randint(4, 6)
    dark = _mix(sky[0], (8, 14, 20), 0.6)
    for layer in range(layers):
        share = (layer + 1) / layers
        edge = _ridge(chance, width, height * (0.45 + 0.45 * share), height * 0.22 * (1.1 - share * 0.5))
        pen.polygon([(0, height), *edge, (width, height)], fill=_mix(sky[1], dark, 0.2 + 0.8 * share))
    return image


def _sea(chance: random.Random, width: int, height: int) -> Image.Image:
    sky = chance.choice(SKIES)
    horizon = round(height * chance.uniform(0.45, 0.6))
    image = _gradient(width, height, [sky[0], sky[1], sky[2], sky[2]])
    sun = (width * chance.uniform(0.3, 0.7), horizon - height * chance.uniform(0.02, 0.18))
    radius = min(width, height) * chance.uniform(0.06, 0.11)
    _disc(image, sun, radius, (255, 236, 200), 1.0)
    water = _gradient(width, max(1, height - horizon), [_mix(sky[2], sky[0], 0.35), _mix(sky[0], (4, 14, 30), 0.4)])
    image.paste(water, (0, horizon))
    pen = ImageDraw.Draw(image)
    for row in range(horizon + 2, height, max(2, height // 70)):
        depth = (row - horizon) / max(1, height - horizon)
        reach = radius * (0.6 + depth * 2.2) * chance.uniform(0.4, 1.0)
        shift = chance.uniform(-1, 1) * radius * 0.5 * (1 + depth)
        tone = _mix((255, 226, 180), sky[0], 0.25 + depth * 0.5)
        pen.line((sun[0] + shift - reach, row, sun[0] + shift + reach, row), fill=tone, width=max(1, height // 240))
    return image


def _night(chance: random.Random, width: int, height: int) -> Image.Image:
    image = _gradient(width, height, [(6, 10, 34), (22, 34, 84), (88, 76, 132), (198, 124, 140)])
    pen = ImageDraw.Draw(image)
    for _ in range(160):
        x, y = chance.random() * width, chance.random() ** 1.5 * height * 0.75
        size = chance.uniform(0.3, 1.6) * max(width, height) / 800
        tone = chance.randint(150, 255)
        pen.ellipse((x - size, y - size, x + size, y + size), fill=(tone, tone, min(255, tone + 20)))
    moon = (width * chance.uniform(0.15, 0.85), height * chance.uniform(0.12, 0.3))
    _disc(image, moon, min(width, height) * 0.06, (250, 246, 226), 0.7)
    pen = ImageDraw.Draw(image)
    edge = _ridge(chance, width, height * 0.84, height * 0.1)
    pen.polygon([(0, height), *edge, (width, height)], fill=(10, 12, 26))
    for x, y in edge[::2]:
        tall = height * chance.uniform(0.03, 0.1)
        pen.polygon([(x - tall * 0.22, y + 4), (x, y - tall), (x + tall * 0.22, y + 4)], fill=(10, 12, 26))
    return image


def _city(chance: random.Random, width: int, height: int) -> Image.Image:
    sky = chance.choice(SKIES)
    image = _gradient(width, height, [sky[0], sky[1], sky[2]])
    _disc(image, (width * chance.random(), height * 0.4), min(width, height) * 0.09, (255, 232, 196), 0.9)
    pen = ImageDraw.Draw(image)
    for layer in range(3):
        tone = _mix(sky[1], (14, 18, 34), 0.35 + layer * 0.3)
        x = -width * 0.05
        while x < width:
            wide = width * chance.uniform(0.05, 0.12)
            top = height * chance.uniform(0.3 + layer * 0.14, 0.62 + layer * 0.12)
            pen.rectangle((x, top, x + wide, height), fill=tone)
            _windows(pen, random.Random(chance.random()), (x, top, x + wide, height), layer)
            x += wide * chance.uniform(0.9, 1.2)
    return image


def _windows(
    pen: ImageDraw.ImageDraw, chance: random.Random, wall: tuple[float, float, float, float], layer: int
) -> None:
    left, top, right, bottom = wall
    step = (right - left) / 5
    if layer == 0 or step < 2:
        return
    y = top + step
    while y < bottom:
        for column in range(4):
            if chance.random() < 0.4:
                x = left + step * (column + 0.5)
                pen.rectangle((x, y, x + step * 0.5, y + step * 0.6), fill=(255, 214, 140))
        y += step * 1.3


def _geometry(chance: random.Random, width: int, height: int) -> Image.Image:
    palette = chance.choice(PALETTES)
    image = Image.new("RGB", (width, height), palette[0])
    pen = ImageDraw.Draw(image)
    side = max(8, max(width, height) // chance.randint(4, 7))
    for row in range(height // side + 1):
        for column in range(width // side + 1):
            x, y = column * side, row * side
            pen.rectangle((x, y, x + side, y + side), fill=chance.choice(palette))
            corner = chance.choice([(x, y), (x + side, y), (x, y + side), (x + side, y + side)])
            box = (corner[0] - side, corner[1] - side, corner[0] + side, corner[1] + side)
            start = {(x, y): 0, (x + side, y): 90, (x + side, y + side): 180, (x, y + side): 270}[corner]
            pen.pieslice(box, start, start + 90, fill=chance.choice(palette))
    return image


def _waves(chance: random.Random, width: int, height: int) -> Image.Image:
    palette = chance.choice(PALETTES)
    image = _gradient(width, height, [palette[2], palette[3]])
    pen = ImageDraw.Draw(image)
    for layer in range(9):
        edge = _ridge(chance, width, height * (0.1 + layer * 0.1), height * 0.16)
        pen.polygon([(0, height), *edge, (width, height)], fill=_mix(palette[layer % 5], palette[3], 0.15))
    return image


def _meadow(chance: random.Random, width: int, height: int) -> Image.Image:
    image = _gradient(width, height, [(112, 178, 226), (206, 232, 240), (240, 244, 222)])
    pen = ImageDraw.Draw(image)
    for layer, tone in enumerate([(120, 160, 110), (92, 146, 78), (64, 122, 60)]):
        edge = _ridge(chance, width, height * (0.52 + layer * 0.13), height * 0.07)
        pen.polygon([(0, height), *edge, (width, height)], fill=tone)
    flowers = [(240, 90, 90), (250, 210, 80), (250, 250, 250), (180, 120, 220)]
    for _ in range(220):
        depth = chance.random()
        x, y = chance.random() * width, height * (0.72 + depth * 0.28)
        size = (0.8 + depth * 3.2) * max(width, height) / 800
        pen.ellipse((x - size, y - size, x + size, y + size), fill=chance.choice(flowers))
    return image


SCENES: list[Callable[[random.Random, int, int], Image.Image]] = [
    _mountains,
    _sea,
    _meadow,
    _night,
    _city,
    _geometry,
    _waves,
]


def _emblem(chance: random.Random, width: int, height: int) -> Image.Image:
    """A portrait: a figure before a plain ground, or a sign; good in a circle."""
    if chance.random() < 0.45:
        return chance.choice(SCENES)(chance, width, height)
    palette = chance.choice(PALETTES)
    ground = chance.choice(palette[1:])
    image = _gradient(width, height, [_mix(ground, (255, 255, 255), 0.35), _mix(ground, (0, 0, 0), 0.15)])
    pen = ImageDraw.Draw(image)
    middle, skin = width / 2, chance.choice([(255, 219, 190), (224, 172, 130), (160, 110, 80), (104, 70, 52)])
    hair, coat = chance.choice([(44, 32, 28), (120, 76, 40), (210, 170, 96), (90, 90, 100), (160, 60, 40)]), palette[0]
    pen.ellipse((width * 0.18, height * 0.68, width * 0.82, height * 1.5), fill=coat)
    pen.rectangle((width * 0.43, height * 0.55, width * 0.57, height * 0.74), fill=_mix(skin, (0, 0, 0), 0.12))
    if chance.random() < 0.5:
        pen.rounded_rectangle((width * 0.28, height * 0.2, width * 0.72, height * 0.72), width * 0.2, fill=hair)
    pen.ellipse((width * 0.32, height * 0.22, width * 0.68, height * 0.66), fill=skin)
    pen.chord((width * 0.29, height * 0.16, width * 0.71, height * 0.6), 180, 360, fill=hair)
    for eye in (middle - width * 0.075, middle + width * 0.075):
        pen.ellipse((eye - width * 0.018, height * 0.43, eye + width * 0.018, height * 0.47), fill=(36, 30, 34))
    smile = (width * 0.43, height * 0.46, width * 0.57, height * 0.57)
    pen.arc(smile, 25, 155, fill=(150, 60, 60), width=max(1, width // 60))
    return image


@lru_cache(maxsize=32)
def _sticker(scene: int) -> bytes:
    chance = random.Random(scene)
    image = Image.new("RGBA", (512, 512), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    body = chance.choice(chance.choice(PALETTES))
    pen.ellipse((40, 60, 472, 492), fill=(255, 255, 255, 255))
    pen.ellipse((58, 78, 454, 474), fill=body)
    for eye in (180, 330):
        pen.ellipse((eye - 34, 200, eye + 34, 268), fill=(255, 255, 255, 255))
        pen.ellipse((eye - 14, 222, eye + 18, 256), fill=(30, 30, 40, 255))
    pen.chord((170, 270, 342, 400), 10, 170, fill=(120, 30, 50, 255))
    stream = io.BytesIO()
    image.save(stream, "WEBP", quality=80)
    return stream.getvalue()
