"""Coroutines of the interface: their errors reach the one who asked, or the window, or nobody."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from tdlib.errors import Silent, TdError, TooManyRequests
from ui.viewmodels.tasks import Tasks


async def _fail(error: Exception) -> None:
    await asyncio.sleep(0)
    raise error


@pytest.fixture
def shown() -> list[str]:
    """The sentences that reached the window."""
    return []


@pytest.fixture
def tasks(loop: asyncio.AbstractEventLoop, shown: list[str]) -> Tasks:
    """Tasks whose window is `shown`."""
    return Tasks(loop, shown.append)


def test_an_unclaimed_error_becomes_a_sentence(tasks: Tasks, shown: list[str], until: Callable[..., None]) -> None:
    tasks.start(_fail(TdError(400, "CHAT_WRITE_FORBIDDEN", "sendMessage")))
    until(lambda: tasks.idle)
    assert shown == ["You can't write in this chat."]


def test_a_claimed_error_does_not_reach_the_window(tasks: Tasks, shown: list[str], until: Callable[..., None]) -> None:
    claimed: list[TdError] = []
    error = TdError(400, "PHONE_CODE_INVALID", "checkAuthenticationCode")
    tasks.start(_fail(error), on_error=claimed.append)
    until(lambda: tasks.idle)
    assert claimed == [error]
    assert shown == []


def test_a_silent_error_reaches_nobody(tasks: Tasks, shown: list[str], until: Callable[..., None]) -> None:
    claimed: list[TdError] = []
    tasks.start(_fail(Silent(406, "FLOOD_PREMIUM", "sendMessage")), on_error=claimed.append)
    tasks.start(_fail(Silent(406, "FLOOD_PREMIUM", "sendMessage")))
    until(lambda: tasks.idle)
    assert claimed == []
    assert shown == []


def test_a_mistake_of_our_own_is_logged_and_told(
    tasks: Tasks, shown: list[str], until: Callable[..., None], caplog: pytest.LogCaptureFixture
) -> None:
    tasks.start(_fail(ZeroDivisionError("oops")))
    until(lambda: tasks.idle)
    assert shown == ["Something went wrong inside Heliograph. Its log has the details."]
    assert "oops" in caplog.text


def test_a_pause_that_telegram_wants_is_told_in_its_unit(
    tasks: Tasks, shown: list[str], until: Callable[..., None]
) -> None:
    tasks.start(_fail(TooManyRequests(429, "Too Many Requests: retry after 125", "sendMessage")))
    until(lambda: tasks.idle)
    assert "3 minute" in shown[0]


def test_closing_cancels_what_still_runs(
    tasks: Tasks, loop: asyncio.AbstractEventLoop, until: Callable[..., None]
) -> None:
    task = tasks.start(asyncio.sleep(3600))
    assert not tasks.idle
    closing = loop.create_task(tasks.close())
    until(closing.done)
    assert task.cancelled()
    assert tasks.idle
