"""`make bench`: prints figures of speed and memory, and telegram-desktop's next to them where it is installed.

    python -m tests.bench [--runs N] [--only PART …]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator

import msgspec

from tests.bench import startup
from tests.bench.figures import Figure, table


def _apart(module: str) -> Callable[[int], Iterator[Figure]]:
    """Returns a part that runs in a process of its own and prints its figures as one JSON line."""

    def part(runs: int) -> Iterator[Figure]:
        done = subprocess.run([sys.executable, "-m", module, str(runs)], stdout=subprocess.PIPE, check=True)
        yield from msgspec.json.decode(done.stdout.splitlines()[-1], type=list[Figure])

    return part


PARTS: dict[str, Callable[[int], Iterator[Figure]]] = {
    "start": startup.sign_in_window,
    "list": startup.chat_list,
    "updates": _apart("tests.bench.updates"),
    "history": _apart("tests.bench.history"),
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
        try:
            figures += PARTS[name](options.runs)
        except (RuntimeError, subprocess.CalledProcessError) as error:
            failures.append(f"{name}: {error}")
    sys.stdout.write(table(figures) + "\n")
    for failure in failures:
        sys.stderr.write(f"not measured: {failure}\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
