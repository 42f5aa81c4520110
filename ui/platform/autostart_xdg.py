"""`XdgAutostart`: a desktop file in ~/.config/autostart, by the Desktop Application Autostart Specification."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

HIDDEN = "--hidden"

RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")
"""Signs for which an argument needs quotes."""

ESCAPED = set('"`$\\')
"""Signs that need a backslash within them."""


class XdgAutostart:
    """Implements `Autostart`.

    Arguments:
        application_id: names the file.
        command: what starts the programme.
    """

    is_possible = True

    def __init__(self, application_id: str, command: Sequence[str]) -> None:
        self._command = command
        self._name = f"{application_id}.desktop"
        self._icon = application_id

    @property
    def is_on(self) -> bool:
        lines = self._lines()
        off = {"Hidden=true", "X-GNOME-Autostart-enabled=false"}
        return bool(lines) and not off.intersection(lines)

    @property
    def is_hidden(self) -> bool:
        return any(line.startswith("Exec=") and line.split()[-1] == HIDDEN for line in self._lines())

    def set(self, on: bool, hidden: bool) -> bool:
        try:
            if on:
                self._write(hidden)
            else:
                self._path().unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def _path(self) -> Path:
        base = os.environ.get("XDG_CONFIG_HOME", "")
        folder = Path(base) if os.path.isabs(base) else Path.home() / ".config"
        return folder / "autostart" / self._name

    def _lines(self) -> list[str]:
        try:
            return [line.strip() for line in self._path().read_text(encoding="utf-8").splitlines()]
        except (OSError, UnicodeDecodeError):
            return []

    def _write(self, hidden: bool) -> None:
        words = [*self._command, HIDDEN] if hidden else self._command
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            "Name=Heliograph",
            f"Exec={' '.join(_quoted(word) for word in words)}",
            f"Icon={self._icon}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
        ]
        path = self._path()
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".new")
        unfinished.write_text("\n".join(lines) + "\n", encoding="utf-8")
        unfinished.replace(path)


def _quoted(word: str) -> str:
    """Returns an argument as the key Exec wants it; a per cent sign begins a field code there."""
    word = word.replace("%", "%%")
    if not RESERVED.intersection(word) and word:
        return word
    inner = "".join(f"\\{sign}" if sign in ESCAPED else sign for sign in word)
    # The value of a key is a string, in which a backslash stands for itself only when it is doubled.
    return f'"{inner}"'.replace("\\", "\\\\")
