"""Which pages a long list of messages asks for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tdlib import types as td
from tests.client import objects
from ui.viewmodels.sparse_messages import PAGE, SparseMessages


def message(number: int) -> td.Message:
    """The message with a number, sent as many seconds after 1970."""
    return objects.message(number, date=number)


class Server:
    """Messages of one kind, the newest first, in pages of its own choosing."""

    def __init__(self, count: int, page: int) -> None:
        self.all = [message(1_000 + 7 * (count - place)) for place in range(count)]
        self._page = page
        self.pages = 0

    def page(self, message_id: int) -> list[td.Message]:
        self.pages += 1
        start = next(place for place, each in enumerate(self.all) if not message_id or each.id == message_id)
        return self.all[start:start + self._page]

    def positions(self, every: int) -> list[td.MessagePosition]:
        found = list(enumerate(self.all))[::every]
        return [td.MessagePosition(position=place, message_id=each.id, date=each.date) for place, each in found]


def load(messages: SparseMessages, server: Server, first: int, last: int) -> None:
    while (page := messages.next_page(first, last)) is not None:
        place, message_id = page
        messages.asked(place)
        messages.take(place, server.page(message_id))


@given(
    count=st.integers(1, 400),
    page=st.integers(2, PAGE),
    every=st.integers(1, 90),
    looks=st.lists(st.tuples(st.integers(0, 420), st.integers(0, 30)), min_size=1, max_size=8),
    told=st.booleans(),
)
def test_what_is_looked_at_is_there_and_in_its_place(
    count: int, page: int, every: int, looks: list[tuple[int, int]], told: bool
) -> None:
    server = Server(count, page)
    messages = SparseMessages(count)
    if told:
        messages.learn(server.positions(every))
    for first, length in looks:
        load(messages, server, first, first + length)
        for place in range(first, min(first + length + 1, count)):
            assert messages.get(place) == server.all[place]
    for place in range(count):
        assert messages.get(place) in (None, server.all[place])


def test_far_places_are_reached_without_what_lies_before() -> None:
    server = Server(20_000, PAGE)
    messages = SparseMessages(20_000)
    messages.learn(server.positions(100))
    load(messages, server, 15_170, 15_180)
    assert server.pages == 2
    assert messages.get(15_000 - 1) is None


def test_a_page_that_did_not_come_is_asked_for_again() -> None:
    messages = SparseMessages(10)
    messages.asked(0)
    assert messages.next_page(0, 5) is None
    messages.failed(0)
    assert messages.next_page(0, 5) == (0, 0)


def test_fewer_messages_than_counted_end_the_asking() -> None:
    server = Server(3, PAGE)
    messages = SparseMessages(10)
    load(messages, server, 0, 9)
    assert server.pages == 2
    assert messages.get(2) == server.all[2]
    assert messages.get(3) is None


def test_dates_are_known_before_the_messages() -> None:
    server = Server(500, PAGE)
    messages = SparseMessages(500)
    assert messages.date(300) == 0
    messages.learn(server.positions(100))
    assert messages.date(350) == server.all[300].date
    load(messages, server, 350, 350)
    assert messages.date(350) == server.all[350].date
