"""`heliograph`: the command line, and the one place where the programme is put together."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from ui.options import Options, parse
from ui.startup import StartRefused, load_qt, no_window, prepare

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
        prepare(options, os.environ)
        load_qt()
        return _run(options)
    except StartRefused as refused:
        sys.stderr.write(f"heliograph: {refused.sentence}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def _run(options: Options) -> int:
    from ui.composition import run
    from ui.platform.qt_messages import log_qt_messages

    log_qt_messages(no_window)
    return run(options)


def _examine(options: Options) -> int:
    from ui import selftest

    return selftest.run(options, sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
