"""`CustomEmojiActions`: asks for the stickers behind custom emoji, many at a time."""

from __future__ import annotations

from client.actions.sender import Sender
from client.background import Background
from client.stores.custom_emoji import CustomEmoji
from tdlib import functions as tf

MOST = 200
"""Stickers that TDLib gives at a time."""


class CustomEmojiActions:
    """Gathers what is wanted within one turn of the loop; asks for it in one request.

    Arguments:
        sender: sends requests.
        store: takes what comes.
        background: runs the asking.
    """

    def __init__(self, sender: Sender, store: CustomEmoji, background: Background) -> None:
        self._sender = sender
        self._store = store
        self._background = background
        self._wanted: dict[int, None] = {}
        self._asked: set[int] = set()

    def want(self, number: int) -> None:
        """Asks for a custom emoji unless it is known or on its way (getCustomEmojiStickers).

        One that could not be got is asked for again when it is wanted the next time.
        """
        if self._store.knows(number) or number in self._asked:
            return
        self._asked.add(number)
        if not self._wanted:
            self._background.start(self._ask())
        self._wanted[number] = None

    async def _ask(self) -> None:
        wanted, self._wanted = list(self._wanted), {}
        try:
            for start in range(0, len(wanted), MOST):
                await self._ask_for(wanted[start : start + MOST])
        finally:
            self._asked.difference_update(wanted)

    async def _ask_for(self, numbers: list[int]) -> None:
        request = tf.GetCustomEmojiStickers(custom_emoji_ids=numbers)
        await self._sender.request(request, apply=lambda found: self._store.take(numbers, found.stickers))
