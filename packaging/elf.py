"""What the files of a bundle for Linux ask of the system that they run on."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

MAGIC = b"\x7fELF"


def files(folder: Path) -> Iterator[Path]:
    """Returns every executable and library in `folder`."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(len(MAGIC)) == MAGIC:
                    yield path


def links(path: Path | str) -> list[str]:
    """Returns the names of the libraries that the file is linked to."""
    return re.findall(r"^ +NEEDED +(\S+)$", _headers(path), re.MULTILINE)


def asked(paths: Iterable[Path], symbols: str) -> str:
    """Returns the newest version of `symbols`, such as "2.34" of GLIBC, that any file asks for; "0" where none does.

    It is the oldest version that all files run with, whatever the machine has that they were built on.
    """
    found = {version for path in paths for version in re.findall(rf"\b{symbols}_(\d+(?:\.\d+)+)\b", _headers(path))}
    return max(found, key=numbers, default="0")


def numbers(version: str) -> tuple[int, ...]:
    """Returns what versions are compared by."""
    return tuple(map(int, version.split(".")))


def _headers(path: Path | str) -> str:
    return subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True).stdout
