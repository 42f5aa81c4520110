"""What every test shares: no desktop around it, and cycles of references are collected between tests alone."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator

import pytest

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
