"""`messages.*Reactions*` that say which reactions there are."""

from __future__ import annotations

import hashlib

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.media import tl_document
from tdlib.sandbox.rpc import Call, TLObject, method
from tdlib.sandbox.world import stickers
from tdlib.sandbox.world.reacting import REACTIONS
from tdlib.sandbox.world.world import World

GOLD = (0.95, 0.68, 0.16)
WORD = (1 << 64) - 1


@method("messages.getAvailableReactions")
async def get_available_reactions(call: Call, request: TLObject) -> TLObject:
    """The emoji that may be given, each with pictures."""
    if request.hash == len(REACTIONS):
        return tl.messages.AvailableReactionsNotModified()
    shown = [_reaction(call.world, emoji, title, place) for place, (emoji, title) in enumerate(REACTIONS.items())]
    return tl.messages.AvailableReactions(hash=len(REACTIONS), reactions=shown)


@method("messages.getTopReactions", "messages.getRecentReactions", "messages.getDefaultTagReactions")
async def get_reactions(call: Call, request: TLObject) -> TLObject:
    """The reactions to offer first."""
    chosen = list(REACTIONS)[: getattr(request, "limit", 0) or len(REACTIONS)]
    if request.hash == _hash(chosen):
        return tl.messages.ReactionsNotModified()
    shown = [tl.ReactionEmoji(emoticon=emoji) for emoji in chosen]
    return tl.messages.Reactions(hash=_hash(chosen), reactions=shown)


def _reaction(world: World, emoji: str, title: str, place: int) -> TLObject:
    still, moving = _icons(world, emoji, place)
    return tl.AvailableReaction(
        reaction=emoji,
        title=title,
        static_icon=still,
        appear_animation=moving,
        select_animation=moving,
        activate_animation=moving,
        effect_animation=moving,
    )


def _icons(world: World, emoji: str, place: int) -> tuple[TLObject, TLObject]:
    """The pictures of a reaction, drawn on the first request."""
    known = world.reaction_icons.get(emoji)
    if known is None:
        known = world.reaction_icons[emoji] = (
            stickers.still(world, emoji, place).id,
            stickers.moving(world, emoji, GOLD).id,
        )
    still, moving = (tl_document(world.files.documents[each]) for each in known)
    return still, moving


def _hash(emojis: list[str]) -> int:
    """The hash over a list of reactions that clients compute too."""
    total = 0
    for emoji in emojis:
        digest = hashlib.md5(emoji.replace("\ufe0f", "").encode(), usedforsecurity=False).digest()
        for number in (0, int.from_bytes(digest[:4], "big", signed=True) & WORD):
            total ^= total >> 21
            total = (total ^ total << 35) & WORD
            total ^= total >> 4
            total = (total + number) & WORD
    return total - (1 << 64) if total >> 63 else total
