"""Custom emoji: small stickers that stand in texts, each under a number that lasts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tdlib.sandbox import emoji_artwork
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.world import stickers
from tdlib.sandbox.world.files import Document, Photo, Picture

if TYPE_CHECKING:
    from tdlib.sandbox.world.world import World

FIRST = 5_210_000_000_000_000_000
SIDE = 100
STILL = 128


@dataclass(frozen=True)
class Kind:
    """One custom emoji.

    Attributes:
        alt: the emoji that stands in the text.
        moves: whether it is a moving one, with a still picture beside.
        takes_ink: whether clients draw it in the colour of the text around it.
    """

    alt: str
    moves: bool = False
    takes_ink: bool = False


PACK = (
    Kind("⭐"),
    Kind("🌿"),
    Kind("😻"),
    Kind("🔥", moves=True),
    Kind("✅", takes_ink=True),
)


def number(place: int) -> int:
    """Returns the number of the custom emoji at a place of the pack, counted from 0."""
    return FIRST + place


def entity(place: int, offset: int) -> tl.MessageEntityCustomEmoji:
    """Returns what marks the emoji at a UTF-16 offset of a text as a custom one of the pack."""
    length = len(PACK[place].alt.encode("utf-16-le")) // 2
    return tl.MessageEntityCustomEmoji(offset=offset, length=length, document_id=number(place))


def document(world: World, wanted: int) -> Document | None:
    """Returns the file of a custom emoji, drawn at the first request; None where there is no such one."""
    place = wanted - FIRST
    if not 0 <= place < len(PACK):
        return None
    return world.files.documents.get(wanted) or _keep(world, place)


def _keep(world: World, place: int) -> Document:
    kind = PACK[place]
    attribute = tl.DocumentAttributeCustomEmoji(
        alt=kind.alt, stickerset=tl.InputStickerSetEmpty(), free=True, text_color=kind.takes_ink or None
    )
    still = emoji_artwork.picture(place, STILL if kind.moves else SIDE, inked=kind.takes_ink)
    content = stickers.beating(emoji_artwork.colour(place)) if kind.moves else still
    side = stickers.SIDE if kind.moves else SIDE
    made = Document(
        number(place),
        number(place),
        world.now(),
        "application/x-tgsticker" if kind.moves else "image/webp",
        len(content),
        [tl.DocumentAttributeImageSize(w=side, h=side), attribute],
        content,
        # A picture with transparent parts has no preview.
        Photo(0, 0, world.now(), [Picture("m", STILL, STILL, len(still), still)], stripped=b"") if kind.moves else None,
    )
    world.files.documents[made.id] = made
    return made
