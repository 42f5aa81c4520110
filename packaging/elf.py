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


def glibc(paths: Iterable[Path]) -> str:
    """Returns the oldest version of glibc, such as "2.34", that all files run with."""
    found = {version for path in paths for version in re.findall(r"GLIBC_(\d+\.\d+)\b", _headers(path))}
    return max(found, key=lambda version: tuple(map(int, version.split("."))), default="2.0")


def _headers(path: Path | str) -> str:
    return subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True).stdout
