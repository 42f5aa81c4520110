"""Waiting in tests without a clock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

TURNS = 10_000


async def until(condition: Callable[[], object]) -> None:
    """Lets the event loop turn until `condition` holds.

    Raises:
        AssertionError: it does not after `TURNS` turns, by which everything that can go on has gone on.
    """
    for _ in range(TURNS):
        if condition():
            return
        await asyncio.sleep(0)
    raise AssertionError("the condition does not come true")
