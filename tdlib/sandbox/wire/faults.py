"""What tests make go wrong on purpose, and what is written down of every call."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

ANY = "*"
FOREVER = -1


@dataclass(frozen=True)
class Request:
    """One call that came, without what it said.

    Attributes:
        method: its name as the schema spells it.
        at: Unix time.
        user_id: who was signed in on the calling device, None where nobody was.
        device: the id of the device's key.
    """

    method: str
    at: float
    user_id: int | None
    device: int


@dataclass
class Plan:
    """One fault that waits for its call.

    Attributes:
        times: how many calls it still meets, `FOREVER` for all.
        skip: how many calls it lets pass before.
        code, message: the error to answer with.
        seconds: how long to wait.
        forget: the server also forgets the session, as after a restart.
    """

    times: int = 1
    skip: int = 0
    code: int = 0
    message: str = ""
    seconds: float = 0.0
    forget: bool = False


@dataclass
class Faults:
    """The plans by kind and method, and the log.

    Attributes:
        requests: every call in the order in which it came.
        missing: methods that were called and do not exist here → how often.
        failures: tracebacks of methods that broke.
        watchers: are called after each call was written down.
    """

    requests: list[Request] = field(default_factory=list)
    missing: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    watchers: list[Callable[[], None]] = field(default_factory=list)
    _plans: dict[tuple[str, str], list[Plan]] = field(default_factory=dict)

    def plan(self, kind: str, method: str, plan: Plan) -> None:
        """Lets `plan` meet the next calls of `method`, `ANY` for all methods."""
        self._plans.setdefault((kind, method), []).append(plan)

    def clear(self) -> None:
        """Drops every plan; the log stays."""
        self._plans.clear()

    def take(self, kind: str, method: str) -> Plan | None:
        """Returns the plan of `kind` that this call of `method` meets, and counts it."""
        for name in (method, ANY):
            plans = self._plans.get((kind, name), [])
            for plan in plans:
                if plan.skip:
                    plan.skip -= 1
                    continue
                if plan.times != FOREVER:
                    plan.times -= 1
                if plan.times == 0:
                    plans.remove(plan)
                return plan
        return None

    def note(self, method: str, user_id: int | None, device: int) -> None:
        """Writes a call down."""
        self.requests.append(Request(method, time.time(), user_id, device))
        for watcher in list(self.watchers):
            watcher()
