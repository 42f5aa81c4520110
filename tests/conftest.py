"""What every test shares: no desktop around it, the same examples each time, no collector of cycles during a test."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, Phase, settings

# Every run plays the same examples, and none fails because the machine is slow. A failure is told as it was met:
# `--hypothesis-profile=searching --timeout=0` makes it short, and looks for new ones.
settings.register_profile(
    "repeatable",
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "searching", database=None, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("repeatable")

# The desktop that the tests run on is left alone; a test that needs a bus brings its own.
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Collects what a test leaves behind on the thread that ran it.

    By itself Python collects on whichever thread allocates, such as the one of a sandbox; an object of Qt that an
    earlier test left in a cycle would be destroyed there, and Qt complains in the middle of a test that is not to
    blame. What is older than the test is left out: going through it each time takes long.
    """
    gc.disable()
    gc.freeze()
    try:
        return (yield)
    finally:
        gc.collect()
