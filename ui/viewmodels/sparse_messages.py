"""`SparseMessages`: a long list of messages of which only those that were looked at are loaded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from tdlib import types as td

PAGE = 50
"""Messages asked for at once."""


class SparseMessages:
    """Messages by their place among all of their kind, 0 for the newest; where some of them stand is known beforehand.

    Attributes:
        count: how many there are, loaded or not.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self._messages: dict[int, td.Message] = {}
        self._known = [(0, 0, 0)]
        self._asked: set[int] = set()

    def learn(self, positions: Iterable[td.MessagePosition]) -> None:
        """Takes note of where some of the messages stand."""
        for each in positions:
            self._learn(each.position, each.message_id, each.date)

    def get(self, place: int) -> td.Message | None:
        """Returns the message at a place; None until it was loaded."""
        return self._messages.get(place)

    def date(self, place: int) -> int:
        """Returns about when the message at a place was sent, as Unix time; 0 where nothing near it is known."""
        message = self._messages.get(place)
        return message.date if message is not None else self._known[self._before(place)][2]

    def next_page(self, first: int, last: int) -> tuple[int, int] | None:
        """Returns what to ask for so that the places from `first` to `last` come to be known.

        Returns:
            The first place of a page and the message that stands there, 0 for the newest; None where all was asked for.
        """
        for place in range(max(0, first), min(last + 1, self.count)):
            if place in self._messages:
                continue
            at, message_id, _ = self._known[self._before(place)]
            if at not in self._asked:
                return at, message_id
        return None

    def asked(self, place: int) -> None:
        """Notes that the page from `place` on is on its way or has come."""
        self._asked.add(place)

    def failed(self, place: int) -> None:
        """Notes that the page from `place` on did not come; it can be asked for again."""
        self._asked.discard(place)

    def take(self, place: int, messages: Sequence[td.Message]) -> list[int]:
        """Keeps the messages that stand from `place` on.

        Returns:
            The places that came to be known.
        """
        fitting = messages[: max(0, self.count - place)]
        places = [at for at in range(place, place + len(fitting)) if at not in self._messages]
        self._messages.update(enumerate(fitting, place))
        if fitting:
            self._learn(place + len(fitting) - 1, fitting[-1].id, fitting[-1].date)
        return places

    def _learn(self, place: int, message_id: int, date: int) -> None:
        index = self._before(place)
        if self._known[index][0] != place:
            self._known.insert(index + 1, (place, message_id, date))
        elif not self._known[index][1]:
            self._known[index] = (place, message_id, date)

    def _before(self, place: int) -> int:
        """Returns the index of the last message known to stand at `place` or before it."""
        return bisect_right(self._known, place, key=lambda known: known[0]) - 1
