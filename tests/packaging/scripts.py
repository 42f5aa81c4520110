"""The scripts of `packaging`, which is no package: its name is another's."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
DIST = ROOT / "dist"


def script(name: str) -> ModuleType:
    """Returns the module of packaging/`name`.py."""
    if str(PACKAGING) not in sys.path:
        sys.path.append(str(PACKAGING))
    return importlib.import_module(name)
