"""Photos and stickers that are drawn when somebody downloads them."""

from __future__ import annotations

from tdlib.sandbox import artwork
from tdlib.sandbox.world.files import LIMITS, Photo, Picture
from tdlib.sandbox.world.world import World

PORTRAIT_SIDES = {"a": 160, "c": 640}


def drawn_photo(world: World, scene: int, width: int, height: int, date: int) -> Photo:
    """A photo that shows a scene, in the usual sizes."""
    longest = max(width, height)
    pictures = []
    for kind, limit in LIMITS.items():
        if kind == "s":
            continue
        size = artwork.fitted(width, height, limit)
        pictures.append(Picture(kind, *size, artwork.size_of(scene, *size)))
        if longest <= limit:
            break
    return _keep(world, Photo(world.take_id(), world.take_hash(), date, pictures, scene))


def portrait(world: World, scene: int, date: int) -> Photo:
    """A profile photo: square, in two sizes."""
    drawn = artwork.PORTRAITS + scene
    pictures = [Picture(kind, side, side, artwork.size_of(drawn, side, side)) for kind, side in PORTRAIT_SIDES.items()]
    return _keep(world, Photo(world.take_id(), world.take_hash(), date, pictures, drawn))


def _keep(world: World, photo: Photo) -> Photo:
    world.files.photos[photo.id] = photo
    return photo
