"""`heliograph`: the command line, and the one place where the programme is put together."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from typing import NoReturn

from tdlib.starting import SpareEngine
from ui import connection
from ui.options import Options, again, parse
from ui.platform.single_instance import Answered, First, Silent
from ui.refused import Refused
from ui.start_once import sentence, start_once
from ui.startup import SOFTWARE, GraphicsFailed, StartsAnew, has_display, load_asyncio, load_qt, no_window, prepare

SWITCH_INTERVAL = 0.0005
"""Seconds a busy thread keeps Python from the thread that draws."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs Heliograph; returns the exit code: 0, 1 where it can't start, 2 for a wrong command line."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = parse(given)
    if options.selftest:
        return _examine(options)
    sys.setswitchinterval(SWITCH_INTERVAL)
    try:
        return _start(options)
    except GraphicsFailed:
        if os.environ.get(SOFTWARE[0]) != SOFTWARE[1]:
            # Qt settles once for all windows of a process how it draws.
            os.environ.update([SOFTWARE])
            _start_anew(given)
        sys.stderr.write(f"heliograph: {no_window('')}\n")
        return 1
    except StartsAnew:
        _start_anew(again(given))
    except Refused as refused:
        sys.stderr.write(f"heliograph: {refused.sentence}\n")
        return refused.code
    except KeyboardInterrupt:
        return 130


def _start(options: Options) -> int:
    """Runs the programme, or has the one that runs already do what is asked."""
    start = start_once(options, os.environ)
    if isinstance(start, Silent):
        sys.stderr.write(f"heliograph: {sentence(start.process)}\n")
        if not start.process or not has_display(os.environ):
            return 1
        prepare(options, os.environ)
        load_qt()
        from ui.unresponsive import ask

        start = ask(options, start)
    if isinstance(start, Answered):
        return 0
    if isinstance(start, Silent):
        return 1
    with start or nullcontext():
        prepare(options, os.environ)
        # The demo's engine needs the library that the local Telegram makes.
        with nullcontext() if options.demo else SpareEngine(options.tdlib or connection.library()) as spare:
            load_qt()
            load_asyncio()
            return _run(options, start, spare)


def _start_anew(given: list[str]) -> NoReturn:
    """Becomes a start with the command line `given`, in the same process."""
    # Without -P a folder of another name for `ui` could stand in for it.
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "ui.app"]
    os.execv(sys.executable, [*command, *given])


def _run(options: Options, first: First | None, spare: SpareEngine | None) -> int:
    from ui.composition import run
    from ui.platform.qt_messages import log_qt_messages

    log_qt_messages(no_window)
    return run(options, first, spare)


def _examine(options: Options) -> int:
    from ui import selftest

    return selftest.run(options, sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
