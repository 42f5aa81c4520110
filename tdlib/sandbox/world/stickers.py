"""Stickers drawn by code: still ones as WebP, moving ones as TGS (packed Lottie)."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.world.files import Document

if TYPE_CHECKING:
    from tdlib.sandbox.world.world import World

SIDE = 512
STILL_SIZE = 24_576


def still(world: World, emoji: str, scene: int) -> Document:
    """A still sticker."""
    document = Document(
        world.take_id(),
        world.take_hash(),
        world.now(),
        "image/webp",
        STILL_SIZE,
        [
            tl.DocumentAttributeImageSize(w=SIDE, h=SIDE),
            tl.DocumentAttributeSticker(alt=emoji, stickerset=tl.InputStickerSetEmpty()),
            tl.DocumentAttributeFilename(file_name="sticker.webp"),
        ],
        sticker_scene=scene,
    )
    world.files.documents[document.id] = document
    return document


def moving(world: World, emoji: str, colour: tuple[float, float, float], *, number: int = 0) -> Document:
    """A moving sticker; `number` is its id where it must be a certain one."""
    content = beating(colour)
    document = Document(
        number or world.take_id(),
        world.take_hash(),
        world.now(),
        "application/x-tgsticker",
        len(content),
        [
            tl.DocumentAttributeImageSize(w=SIDE, h=SIDE),
            tl.DocumentAttributeSticker(alt=emoji, stickerset=tl.InputStickerSetEmpty()),
            tl.DocumentAttributeFilename(file_name="AnimatedSticker.tgs"),
        ],
        content,
    )
    world.files.documents[document.id] = document
    return document


def beating(colour: tuple[float, float, float]) -> bytes:
    """Returns a TGS file: a disc that beats like a heart."""
    return gzip.compress(json.dumps(_lottie(colour)).encode(), mtime=0)


def _lottie(colour: tuple[float, float, float]) -> dict[str, object]:
    beat = [
        {"t": 0, "s": [80, 80], "i": {"x": [0.6], "y": [1]}, "o": {"x": [0.4], "y": [0]}},
        {"t": 30, "s": [100, 100], "i": {"x": [0.6], "y": [1]}, "o": {"x": [0.4], "y": [0]}},
        {"t": 60, "s": [80, 80]},
    ]
    still_value = {"a": 0, "k": 0}
    disc = {
        "ty": "gr",
        "it": [
            {"ty": "el", "p": {"a": 0, "k": [0, 0]}, "s": {"a": 0, "k": [380, 380]}},
            {"ty": "fl", "c": {"a": 0, "k": [*colour, 1]}, "o": {"a": 0, "k": 100}},
            {
                "ty": "tr",
                "p": {"a": 0, "k": [0, 0]},
                "a": {"a": 0, "k": [0, 0]},
                "s": {"a": 0, "k": [100, 100]},
                "r": still_value,
                "o": {"a": 0, "k": 100},
            },
        ],
    }
    layer = {
        "ddd": 0,
        "ind": 1,
        "ty": 4,
        "nm": "disc",
        "sr": 1,
        "ks": {
            "o": {"a": 0, "k": 100},
            "r": still_value,
            "p": {"a": 0, "k": [SIDE / 2, SIDE / 2, 0]},
            "a": {"a": 0, "k": [0, 0, 0]},
            "s": {"a": 1, "k": beat},
        },
        "ao": 0,
        "shapes": [disc],
        "ip": 0,
        "op": 60,
        "st": 0,
        "bm": 0,
    }
    clip: dict[str, object] = {"tgs": 1, "v": "5.5.2", "fr": 60, "ip": 0, "op": 60, "w": SIDE, "h": SIDE}
    return clip | {"nm": "", "ddd": 0, "assets": [], "layers": [layer]}
