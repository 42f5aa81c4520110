"""Starting with the desktop: which of the ways to do it this system has."""

from __future__ import annotations

import os
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
        return [sys.executable]
    script = Path(sys.executable).parent / "heliograph"
    return [str(script)] if script.is_file() else [sys.executable, "-m", "ui.app"]
