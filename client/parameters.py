"""What TDLib is told about the programme and the computer it runs on."""

from __future__ import annotations

import locale
import platform
from typing import NamedTuple

from client.version import VERSION


class Computer(NamedTuple):
    """How a session shows itself in the list of a person's devices."""

    language: str
    device: str
    system: str
    application_version: str


def computer() -> Computer:
    """Returns what is known of this computer; no field is ever empty."""
    language = (locale.getlocale()[0] or "en").replace("_", "-")
    system = " ".join(part for part in (platform.system(), platform.release()) if part)
    return Computer(language, platform.machine() or "Desktop", system or "unknown", VERSION)
