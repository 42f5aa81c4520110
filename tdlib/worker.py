"""Processes of Heliograph's own beside the window: the same executable, from Python and from a frozen bundle alike."""

from __future__ import annotations

import sys

ENGINE_ARGUMENT = "--engine"
"""The hidden first argument by which a bundle's only executable becomes an engine; libtdjson's path follows."""

WORKER_ARGUMENT = "--worker"
"""The hidden first argument by which it becomes another of its processes; the name of a module follows."""

SANDBOX = "tdlib.sandbox"

KEYRING = "ui.platform.keyring_worker"

WORKERS = frozenset({SANDBOX, KEYRING})
"""The modules that may be run in that way: a command line can name nothing else."""


def worker_command(module: str) -> list[str]:
    """Returns the beginning of the command that runs `module`, one of `WORKERS`; its arguments follow."""
    assert module in WORKERS, module
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_ARGUMENT, module]
    return [sys.executable, "-m", module]
