"""The messages of one chat in one box, in order: an index that pages like the real server's."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from tdlib.sandbox.world.messages import Message


class Past(Protocol):
    """A history too long to be kept: it makes message number 1 … `count` when it is asked for."""

    count: int

    def message(self, message_id: int) -> Message:
        """Makes the message with this number, always the same one."""
        ...


@dataclass(eq=False)
class History:
    """Ordered messages, the oldest first.

    Attributes:
        past: makes the messages 1 … past.count, for very long histories; None for ordinary ones.
        kept: messages by number; those of the past once they were read or changed.
        order: the numbers beyond the past, ascending.
        removed: the numbers of the past that were deleted, ascending.
    """

    past: Past | None = None
    kept: dict[int, Message] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return self._past_length + len(self.order)

    @property
    def last_id(self) -> int:
        """The newest message's number, 0 where there is none."""
        if self.order:
            return self.order[-1]
        return self.id_at(len(self) - 1) if len(self) else 0

    @property
    def last(self) -> Message | None:
        """The newest message."""
        number = self.last_id
        return self.kept.get(number) or self.get(number)

    def add(self, message_id: int, message: Message) -> None:
        """Puts a message under its number, which is beyond the past's."""
        self.kept[message_id] = message
        if not self.order or message_id > self.order[-1]:
            self.order.append(message_id)
        else:
            insort(self.order, message_id)

    def remove(self, message_id: int) -> Message | None:
        """Takes a message out; None where it was not there."""
        message = self.get(message_id)
        if message is None:
            return None
        self.kept.pop(message_id, None)
        if self.past and message_id <= self.past.count:
            insort(self.removed, message_id)
        else:
            del self.order[bisect_left(self.order, message_id)]
        return message

    def get(self, message_id: int) -> Message | None:
        """The message with this number, or None."""
        message = self.kept.get(message_id)
        if message is not None:
            return message
        if self.past is None or not 1 <= message_id <= self.past.count or self._is_removed(message_id):
            return None
        message = self.past.message(message_id)
        self.kept[message_id] = message
        return message

    def position(self, message_id: int) -> int:
        """How many messages have a smaller number."""
        if self.past is None or message_id <= 0:
            return bisect_left(self.order, message_id)
        among_past = min(message_id - 1, self.past.count)
        return among_past - bisect_left(self.removed, among_past + 1) + bisect_left(self.order, message_id)

    def id_at(self, position: int) -> int:
        """The number of the message at `position`, counted from the oldest."""
        if position >= self._past_length:
            return self.order[position - self._past_length]
        message_id = position + 1
        for removed in self.removed:
            if removed > message_id:
                break
            message_id += 1
        return message_id

    def page(self, offset_id: int, add_offset: int, limit: int, *, min_id: int = 0, max_id: int = 0) -> list[Message]:
        """A page, the newest first, as `messages.getHistory` cuts it.

        The page starts at the newest message older than `offset_id` (0: the newest of all), moved by `add_offset`
        messages: further back where it is positive, towards newer messages where it is negative.
        Only messages with min_id < number < max_id are in it; 0 means no bound.
        """
        before = self.position(offset_id) if offset_id > 0 else len(self)
        newest = before - 1 - add_offset
        positions = range(min(newest, len(self) - 1), max(newest - limit, -1), -1)
        ids = (self.id_at(position) for position in positions)
        return self.take([each for each in ids if each > min_id and (not max_id or each < max_id)])

    def newest_first(self) -> Iterator[Message]:
        """All messages, the newest first; those of a past are made one by one and not kept."""
        for position in range(len(self) - 1, -1, -1):
            message_id = self.id_at(position)
            message = self.kept.get(message_id)
            if message is None and self.past is not None:
                message = self.past.message(message_id)
            if message is not None:
                yield message

    def kept_newest_first(self) -> Iterator[Message]:
        """The messages that are kept, the newest first: without those of a past that nobody has touched."""
        for number in sorted(self.kept, reverse=True):
            yield self.kept[number]

    def ids_from(self, message_id: int) -> list[int]:
        """The numbers from `message_id` on, ascending."""
        return [self.id_at(position) for position in range(self.position(message_id), len(self))]

    def first_on(self, date: int) -> int:
        """The number of the first message not older than `date`, one past the newest where all are older."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            message = self.get(self.id_at(middle))
            if message is not None and message.date < date:
                low = middle + 1
            else:
                high = middle
        return self.id_at(low) if low < len(self) else self.last_id + 1

    def take(self, ids: list[int]) -> list[Message]:
        """The messages with these numbers, without the missing ones."""
        return [message for message in map(self.get, ids) if message is not None]

    @property
    def _past_length(self) -> int:
        return self.past.count - len(self.removed) if self.past else 0

    def _is_removed(self, message_id: int) -> bool:
        place = bisect_left(self.removed, message_id)
        return place < len(self.removed) and self.removed[place] == message_id
