"""Libraries without their names for debuggers: a Python that somebody has built is five times its size with them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

Entry = tuple[str, str, str]

WITH_NAMES = re.compile(r"libpython[\w.]+|python3\.\d+/lib-dynload/.*|PIL/_\w+.*\.so")
"""What is shipped unstripped by some; the libraries of Qt and TDLib come without such names already."""


def stripped(entries: list[Entry], folder: Path) -> list[Entry]:
    """Returns `entries` with stripped copies, in `folder`, of `WITH_NAMES`; as they are where `strip` is missing."""
    tool = shutil.which("strip") if sys.platform.startswith("linux") else None
    if tool is None:
        return entries
    return [
        (name, _copy(tool, Path(path), folder / name), kind) if WITH_NAMES.fullmatch(name) else (name, path, kind)
        for name, path, kind in entries
    ]


def _copy(tool: str, path: Path, target: Path) -> str:
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([tool, "--strip-unneeded", "-o", str(target), str(path)], check=True)
    return str(target)
