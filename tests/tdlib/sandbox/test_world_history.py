"""Pages of a history, as `messages.getHistory` cuts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tdlib.sandbox.sample.past import LongPast
from tdlib.sandbox.world.history import History
from tdlib.sandbox.world.messages import SHARED, Message


def message(number: int) -> Message:
    return Message(1, 2, number * 10, str(number), ids={SHARED: number})


def history(*numbers: int) -> History:
    made = History()
    for number in numbers:
        made.add(number, message(number))
    return made


def numbers(messages: list[Message]) -> list[int]:
    return [each.ids[SHARED] for each in messages]


def past(count: int) -> LongPast:
    return LongPast(count, -5, [1, 2, 3], ["one", "two **three**"], [], 1_000, 1_000 + count * 60)


@pytest.mark.parametrize(
    ("offset_id", "add_offset", "limit", "expected"),
    [
        (0, 0, 3, [50, 40, 30]),
        (30, 0, 3, [20, 10]),
        (30, -1, 1, [30]),
        (30, -2, 4, [40, 30, 20, 10]),
        (30, -10, 100, [50, 40, 30, 20, 10]),
        (35, 0, 2, [30, 20]),
        (0, 2, 2, [30, 20]),
        (10, 0, 5, []),
        (1, -3, 3, [30, 20, 10]),
        (99, -1, 2, [50]),
    ],
)
def test_a_page_starts_below_the_offset_and_moves_with_add_offset(
    offset_id: int, add_offset: int, limit: int, expected: list[int]
) -> None:
    assert numbers(history(10, 20, 30, 40, 50).page(offset_id, add_offset, limit)) == expected


def test_bounds_are_exclusive() -> None:
    assert numbers(history(10, 20, 30, 40, 50).page(0, 0, 10, min_id=10, max_id=50)) == [40, 30, 20]


@given(st.sets(st.integers(1, 60)), st.integers(0, 70), st.integers(-20, 20), st.integers(0, 30))
def test_pages_of_any_history_are_windows_of_the_ordered_list(
    present: set[int], offset_id: int, add_offset: int, limit: int
) -> None:
    newest_first = sorted(present, reverse=True)
    start = sum(each >= offset_id for each in present) if offset_id else 0
    window = range(start + add_offset, start + add_offset + limit)
    expected = [newest_first[place] for place in window if 0 <= place < len(newest_first)]
    assert numbers(history(*present).page(offset_id, add_offset, limit)) == expected


def test_a_past_is_made_on_demand_and_always_the_same() -> None:
    long = History(past=past(100_000))
    assert len(long) == 100_000
    page = long.page(0, 0, 3)
    assert numbers(page) == [100_000, 99_999, 99_998]
    assert len(long.kept) == 3
    assert past(100_000).message(77).text == past(100_000).message(77).text
    assert long.page(78, 0, 1)[0].text == past(100_000).message(77).text


@given(st.sets(st.integers(1, 30)), st.lists(st.integers(31, 40), max_size=5, unique=True))
def test_a_past_with_removed_messages_pages_like_an_ordinary_history(removed: set[int], added: list[int]) -> None:
    long = History(past=past(30))
    for number in sorted(added):
        long.add(number, message(number))
    for number in removed:
        long.remove(number)
    left = [*(each for each in range(1, 31) if each not in removed), *sorted(added)]
    assert len(long) == len(left)
    assert [long.id_at(place) for place in range(len(left))] == left
    assert [long.position(number) for number in left] == list(range(len(left)))
    assert numbers(long.page(0, 0, 100)) == left[::-1]


def test_the_first_message_of_a_day_is_found() -> None:
    made = history(10, 20, 30)
    assert made.first_on(0) == 10
    assert made.first_on(150) == 20
    assert made.first_on(300) == 30
    assert made.first_on(301) == 31
