"""The version resource of the executable on Windows: what its properties and the task manager show."""

from __future__ import annotations

from pathlib import Path

STRINGS = {
    "CompanyName": "The Heliograph authors",
    "FileDescription": "Heliograph",
    "InternalName": "heliograph",
    "LegalCopyright": "GPL-3.0-or-later",
    "OriginalFilename": "heliograph.exe",
    "ProductName": "Heliograph",
}

ENGLISH, UNICODE = 0x0409, 1200


def write(version: str, path: Path) -> str:
    """Writes the resource of `version`, such as "0.1.0", as PyInstaller reads it, and returns the file's path."""
    numbers = tuple([*map(int, version.split(".")), 0, 0, 0][:4])
    strings = {**STRINGS, "FileVersion": version, "ProductVersion": version}
    told = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=["
        f"StringFileInfo([StringTable('{ENGLISH:04X}{UNICODE:04X}', [{told}])]), "
        f"VarFileInfo([VarStruct('Translation', [{ENGLISH}, {UNICODE}])])])\n",
        encoding="utf-8",
    )
    return str(path)
