"""`CustomEmoji`: the stickers behind the custom emoji of texts."""

from __future__ import annotations

from collections.abc import Iterable

from client.changes import Changes, Noun
from tdlib import types as td


class CustomEmoji:
    """Stickers by the number of the custom emoji; Noun.CUSTOM_EMOJI."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._stickers: dict[int, td.Sticker | None] = {}

    def get(self, number: int) -> td.Sticker | None:
        """Returns a sticker, None where it is unknown or there is none."""
        return self._stickers.get(number)

    def knows(self, number: int) -> bool:
        """Returns whether the server was asked for this one: then there is a sticker, or none will ever be."""
        return number in self._stickers

    def take(self, asked: Iterable[int], stickers: Iterable[td.Sticker]) -> None:
        """Takes in what the server has answered.

        Arguments:
            asked: the numbers that were asked for.
            stickers: those of them that there are.
        """
        self._stickers.update(dict.fromkeys(asked))
        for sticker in stickers:
            if isinstance(sticker.full_type, td.StickerFullTypeCustomEmoji):
                number = sticker.full_type.custom_emoji_id
                self._stickers[number] = sticker
                self._changes.record(Noun.CUSTOM_EMOJI, number, "sticker")
