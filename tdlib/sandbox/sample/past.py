"""Histories too long to be kept: each message is made when it is asked for, always the same one."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.sample.script import formatted
from tdlib.sandbox.world.files import Media
from tdlib.sandbox.world.messages import SHARED, Forward, Message, Reply
from tdlib.sandbox.world.reacting import REACTIONS

EMOJI = list(REACTIONS)


@dataclass(eq=False)
class LongPast:
    """The first `count` messages of a supergroup or channel.

    Attributes:
        peer: the chat.
        authors: who writes; the chat itself for a channel.
        texts: marked texts, of which messages are made.
        media: photos and files that some messages show.
        first_date: when the first message was sent, Unix time.
        last_date: when the last one was sent.
        plain: nothing but texts in their order, as in a channel of short posts.
        views: how often the newest post was seen; older ones more often.
    """

    count: int
    peer: int
    authors: list[int]
    texts: list[str]
    media: list[Media]
    first_date: int
    last_date: int
    seed: int = 1
    plain: bool = False
    views: int = 0
    forwarded: list[int] = field(default_factory=list)

    def message(self, message_id: int) -> Message:
        """Makes the message with this number."""
        return self._make(message_id, whole=True)

    def _make(self, number: int, *, whole: bool) -> Message:
        chance = random.Random(self.seed * 1_000_003 + number)
        text, entities = self._text(number, chance)
        message = Message(
            peer=self.peer,
            author=self._author(number, chance),
            date=self._date(number),
            text=text,
            entities=list(entities),
            views=self.views + (self.count - number) % 977 if self.views else 0,
            ids={SHARED: number},
        )
        if whole and not self.plain:
            self._adorn(message, number, chance)
        return message

    def _text(self, number: int, chance: random.Random) -> tuple[str, tuple[TLObject, ...]]:
        if self.plain:
            return formatted(self.texts[number % len(self.texts)])
        chosen = [chance.choice(self.texts) for _ in range(chance.choice((1, 1, 1, 1, 2, 2, 3)))]
        return formatted(" ".join(chosen))

    def _author(self, number: int, chance: random.Random) -> int:
        """People write several messages in a row."""
        block = random.Random(self.seed * 7_919 + number // chance.choice((2, 3)))
        return block.choice(self.authors)

    def _date(self, number: int) -> int:
        share = number / max(1, self.count)
        return self.first_date + int((self.last_date - self.first_date) * share)

    def _adorn(self, message: Message, number: int, chance: random.Random) -> None:
        """Replies, photos, files, reactions, edits and forwards, each for some messages."""
        draw = chance.random()
        if draw < 0.16 and number > 30:
            message.reply = Reply(self._make(number - chance.randint(1, 25), whole=False))
        elif draw < 0.24 and self.media:
            message.media = chance.choice(self.media)
            if chance.random() < 0.5:
                message.text, message.entities = "", []
        elif draw < 0.27 and self.forwarded:
            message.forward = Forward(chance.choice(self.forwarded), message.date - 86_400)
        if chance.random() < 0.1:
            message.reactions = {chance.choice(self.authors): chance.choice(EMOJI)}
        if chance.random() < 0.04 and message.forward is None:
            message.edit_date = message.date + 120
