"""Starting with the desktop: which of the ways to do it this system has."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from ui.viewmodels.autostart import Autostart


class NoAutostart:
    """Implements `Autostart` where nobody starts programmes."""

    is_possible = False
    is_on = False
    is_hidden = False

    def set(self, on: bool, hidden: bool) -> bool:
        return False


def autostart(application_id: str, arguments: Sequence[str]) -> Autostart:
    """Returns this system's way.

    Arguments:
        application_id: in reverse DNS.
        arguments: what else stands on the command line, such as the profile.
    """
    if not sys.platform.startswith("linux"):
        return NoAutostart()
    from ui.platform.autostart_xdg import XdgAutostart

    return XdgAutostart(application_id, [*command(), *arguments])


def command() -> list[str]:
    """Returns how this programme was started, without arguments: the image, the bundle, or Python's script."""
    image = os.environ.get("APPIMAGE")
    if image:
        return [image]
    if getattr(sys, "frozen", False):
        return [_lasting(Path(sys.executable))]
    script = Path(sys.executable).parent / "heliograph"
    return [str(script)] if script.is_file() else [sys.executable, "-m", "ui.app"]


def _lasting(executable: Path) -> str:
    """Returns a command that leads to `executable`, and to the next version where that comes into another folder."""
    commands = [shutil.which("heliograph"), Path.home() / ".local" / "bin" / "heliograph"]
    found = (Path(command) for command in commands if command is not None)
    return str(next((each for each in found if each.resolve() == executable.resolve()), executable))
