"""Changes are gathered and told once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from client.changes import Changes, Noun


def test_changes_are_told_together_at_the_flush() -> None:
    changes = Changes()
    told: list[Any] = []
    changes.subscribe(Noun.CHAT, told.append)
    changes.record(Noun.CHAT, 1, "title")
    changes.record(Noun.CHAT, 1, "photo", "title")
    changes.record(Noun.CHAT, 2, "title")
    changes.record(Noun.USER, 1, "status")
    assert told == []
    changes.flush()
    changes.flush()
    assert told == [{1: frozenset({"title", "photo"}), 2: frozenset({"title"})}]


def test_a_change_made_while_telling_is_told_at_the_next_flush() -> None:
    scheduled: list[Callable[[], None]] = []
    changes = Changes(scheduled.append)
    told: list[Any] = []

    def on_chat(_: object) -> None:
        changes.record(Noun.USER, 5, "status")

    changes.subscribe(Noun.CHAT, on_chat)
    changes.subscribe(Noun.USER, told.append)
    changes.record(Noun.CHAT, 1, "title")
    assert len(scheduled) == 1
    scheduled.pop()()
    assert told == []
    scheduled.pop()()
    assert told == [{5: frozenset({"status"})}]


def test_a_closed_subscription_is_not_called_even_in_the_flush_that_closes_it() -> None:
    changes = Changes()
    told: list[str] = []

    def on_first(_: object) -> None:
        told.append("first")
        second.close()

    first = changes.subscribe(Noun.CHAT, on_first)
    second = changes.subscribe(Noun.CHAT, lambda _: told.append("second"))
    changes.record(Noun.CHAT, 1, "title")
    changes.flush()
    first.close()
    first.close()
    changes.record(Noun.CHAT, 1, "title")
    changes.flush()
    assert told == ["first"]


def test_a_failing_subscriber_costs_nobody_else_the_call(caplog: pytest.LogCaptureFixture) -> None:
    changes = Changes()
    told: list[Any] = []

    def fail(_: object) -> None:
        raise ValueError("broken")

    changes.subscribe(Noun.CHAT, fail)
    changes.subscribe(Noun.CHAT, told.append)
    changes.record(Noun.CHAT, 1, "title")
    changes.flush()
    assert told == [{1: frozenset({"title"})}]
    assert "a subscriber failed" in caplog.text


def test_chats_wait_for_their_pace_while_histories_are_told_with_the_drain() -> None:
    soon: list[Callable[[], None]] = []
    paced: list[Callable[[], None]] = []
    changes = Changes(soon.append, paced.append)
    told: list[Any] = []
    changes.subscribe(Noun.CHAT, told.append)
    changes.subscribe(Noun.HISTORY, told.append)
    changes.record(Noun.CHAT, 1, "title")
    changes.record(Noun.HISTORY, 2, "ids")
    changes.flush_pressing()
    assert told == [{2: frozenset({"ids"})}]
    changes.record(Noun.CHAT, 1, "photo")
    assert (len(soon), len(paced)) == (1, 1)
    paced.pop()()
    assert told[1:] == [{1: frozenset({"title", "photo"})}]
