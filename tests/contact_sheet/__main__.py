"""Writes the contact sheet as PNG pages."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from asyncio.events import _set_running_loop
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from PySide6.QtGui import QGuiApplication

from tests.contact_sheet.drawings import Drawings
from tests.contact_sheet.samples import KINDS, sample
from tests.contact_sheet.sheet import COLUMNS, Sheet, labelled, montage
from tests.contact_sheet.variants import variants
from tests.ui.conftest import turn
from ui.event_loop import event_loop

PATIENCE = 20.0


def main() -> int:
    """Draws the pages and names them."""
    parser = argparse.ArgumentParser(prog="contact_sheet", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pages are written")
    parser.add_argument("--only", default="", help="draws the kinds alone whose name contains this")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    loop = event_loop(QGuiApplication(sys.argv[:1]))
    asyncio.set_event_loop(loop)
    _set_running_loop(loop)
    with tempfile.TemporaryDirectory() as folder:
        for dark in (False, True):
            _draw(loop, Path(folder), options.folder, options.only, dark=dark)
    _set_running_loop(None)
    loop.close()
    return 0


def _draw(loop: asyncio.AbstractEventLoop, scratch: Path, folder: Path, only: str, *, dark: bool) -> None:
    drawings = Drawings(scratch)
    kinds = [kind for kind in reversed(KINDS) if only.lower() in kind.__name__.lower()]
    messages = labelled([sample(kind, drawings) for kind in kinds])
    messages += variants(drawings, only, first_id=len(messages) + 1)
    if not messages:
        raise SystemExit(f"there is no kind with {only!r} in its name")
    sheet = Sheet(loop, scratch, messages, dark=dark)
    pages = list(sheet.pages(_until))
    for number in range(0, len(pages), COLUMNS):
        path = folder / f"{'dark' if dark else 'light'}-{number // COLUMNS + 1}.png"
        montage(pages[number : number + COLUMNS]).save(str(path))
        sys.stdout.write(f"{path}\n")
    sheet.close()


def _until(condition: Callable[[], object], what: str = "the condition") -> None:
    end = time.monotonic() + PATIENCE
    turn(0.3)
    while not condition():
        assert time.monotonic() < end, f"{what} did not come true"
        turn(0.05)


sys.exit(main())
