"""Where libtdjson is: python-telegram's wheel carries one, of the version that `tdlib.types` was generated for."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path


class LibraryMissing(Exception):
    """The installed python-telegram carries no libtdjson, as on Windows.

    Attributes:
        path: the path it should have.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: no such file")
        self.path = path


def library_path() -> Path:
    """Returns the absolute path of the libtdjson that python-telegram's wheel carries.

    python-telegram by itself prefers a library of the system, whose version is anyone's guess.

    Raises:
        LibraryMissing: where the installed python-telegram carries none.
    """
    name = "libtdjson.dylib" if sys.platform == "darwin" else "libtdjson.so"
    path = python_telegram_folder() / "lib" / name
    if not path.is_file():
        raise LibraryMissing(path)
    return path


def python_telegram_folder() -> Path:
    """Returns the absolute path of python-telegram's package, which need not be imported for it."""
    package = importlib.util.find_spec("telegram")
    folders = list(package.submodule_search_locations or []) if package is not None else []
    return Path(folders[0] if folders else "telegram").absolute()
