"""`Sender`: what actions need of `TdClient`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from tdlib import functions as tf
from tdlib.client import DEADLINE

Result = TypeVar("Result")


class Sender(Protocol):
    """Sends requests; `tdlib.client.TdClient` is one."""

    async def request(
        self,
        request: tf.Request[Result],
        *,
        apply: Callable[[Result], None] | None = None,
        deadline: float = DEADLINE,
    ) -> Result: ...
