"""`make bench`: prints figures of speed and memory, and telegram-desktop's next to them where it is installed.

    python -m tests.bench [--runs N] [--only PART …]

Each part takes a minute or two. A part that fails is named at the end; the others are measured all the same.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator

import msgspec

from tests.bench import startup
from tests.bench.bundle import bundle
from tests.bench.figures import Figure, table
from tests.bench.processes import end

LONGEST = 300.0
"""Seconds a part in a process of its own may take."""


def _apart(module: str) -> Callable[[int], Iterator[Figure]]:
    """Returns a part that runs in a process of its own and prints its figures as one JSON line."""

    def part(runs: int) -> Iterator[Figure]:
        command = [sys.executable, "-m", module, str(runs)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
        try:
            said, _ = process.communicate(timeout=LONGEST)
        except subprocess.TimeoutExpired as error:
            raise RuntimeError(f"not done within {LONGEST} s") from error
        finally:
            end(process)
        if process.returncode:
            raise RuntimeError(f"ended with {process.returncode}")
        yield from msgspec.json.decode(said.splitlines()[-1], type=list[Figure])

    return part


PARTS: dict[str, Callable[[int], Iterator[Figure]]] = {
    "start": startup.sign_in_window,
    "list": startup.chat_list,
    "updates": _apart("tests.bench.updates"),
    "history": _apart("tests.bench.history"),
    "visible": _apart("tests.bench.visible"),
    "reorder": _apart("tests.bench.reorder"),
    "reading": _apart("tests.bench.reading"),
    "bundle": bundle,
}


def main() -> int:
    """Runs the parts and prints their table; returns 1 where a part could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures speed and memory.")
    parser.add_argument("--runs", type=int, default=5, help="runs of each measurement; the median counts")
    parser.add_argument("--only", nargs="*", choices=list(PARTS), default=list(PARTS), help="measure these parts alone")
    options = parser.parse_args()
    figures: list[Figure] = []
    failures: list[str] = []
    for name in options.only:
        sys.stderr.write(f"measuring: {name}\n")
        try:
            for figure in PARTS[name](options.runs):
                figures.append(figure)
        except RuntimeError as error:
            failures.append(f"{name}: {error}")
        except Exception:
            # Whatever it is, the figures of the other parts have been worth their minutes.
            failures.append(f"{name}: {traceback.format_exc()}")
    sys.stdout.write(table(figures) + "\n")
    for failure in failures:
        sys.stderr.write(f"not measured: {failure}\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
