"""What Heliograph is made of: its packages, their versions and licences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

COLLECTED = Path(__file__).parents[1] / "resources" / "licences.json"
"""Where a bundle keeps the licences of all that is in it; the build writes it, and the repository has none."""

PROJECT = "heliograph"
EXTRA = "demo"
"""The demo's packages are told too, where they are installed; a bundle has them."""

_REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)[^;]*(?:;(?P<marker>.*))?")
_LICENCE_FILE = re.compile(r"(LICEN[CS]E|COPYING|NOTICE)[\w.-]*", re.IGNORECASE)
_LICENCE_CLASS = "License :: OSI Approved :: "


@dataclass(frozen=True)
class Component:
    """Something by others, or Heliograph itself.

    Attributes:
        name: as its authors write it.
        version: "" where it has none of its own.
        licence: its licence's name, an SPDX expression where its authors give one.
        text: the licence in full, or "" where it comes without.
    """

    name: str
    version: str
    licence: str
    text: str


WITHOUT_PACKAGE = (Component("TDLib", "", "BSL-1.0", ""), Component("Noto Sans", "", "OFL-1.1", ""))
"""What comes inside a package or this repository; a bundle names more of these, with their texts."""


def components() -> list[Component]:
    """Returns everything that Heliograph consists of, itself first."""
    if COLLECTED.is_file():
        return [Component(**values) for values in json.loads(COLLECTED.read_text(encoding="utf-8"))]
    return [*(component(name) for name in packages()), *WITHOUT_PACKAGE]


def licences() -> list[str]:
    """Returns a line for each part: name, version, licence; Heliograph's own first."""
    rows = ((each.name, each.version, each.licence) for each in components())
    return [" · ".join(part for part in row if part) for row in rows]


def write(found: list[Component], path: Path) -> None:
    """Writes `found` where `components` reads it in a bundle."""
    content = json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1)
    path.write_text(content + "\n", encoding="utf-8")


def component(package: str) -> Component:
    """Returns what the installed `package` says of itself."""
    distribution = metadata.distribution(package)
    told = distribution.metadata
    return Component(told["Name"], distribution.version, _licence(told), "\n\n".join(_texts(distribution)))


def packages() -> list[str]:
    """Returns the names of all packages inside, Heliograph first; those that are not installed here are left out."""
    found: dict[str, str] = {}
    wanted = [PROJECT]
    while wanted:
        name = wanted.pop()
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            # Its marker speaks of another system or Python.
            continue
        if normal(name) not in found:
            found[normal(name)] = distribution.metadata["Name"]
            wanted += _required(distribution)
    first, *others = found.values()
    return [first, *sorted(others, key=str.casefold)]


def normal(name: str) -> str:
    """Returns the name of a package as all its spellings are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _required(distribution: metadata.Distribution) -> Iterator[str]:
    for line in distribution.requires or []:
        match = _REQUIREMENT.match(line)
        assert match is not None, line
        extra = re.search(r"extra\s*==\s*['\"]([^'\"]+)['\"]", match["marker"] or "")
        if extra is None or (extra[1] == EXTRA and distribution.metadata["Name"] == PROJECT):
            yield match["name"]


def _licence(told: metadata.PackageMetadata) -> str:
    values = told.json
    if expression := values.get("license_expression"):
        return str(expression)
    lines = [line.removeprefix(_LICENCE_CLASS) for line in values.get("classifier", []) if _LICENCE_CLASS in line]
    named = str(values.get("license", "")).strip()
    return named.rpartition(":: ")[2] if named and "\n" not in named else ", ".join(lines)


def _texts(distribution: metadata.Distribution) -> Iterator[str]:
    for path in distribution.files or []:
        place = Path(str(path.locate()))
        # What an older pip has built itself lists the files of its source, which are not installed.
        if _LICENCE_FILE.fullmatch(path.name) and path.suffix not in (".py", ".pyc") and place.is_file():
            yield place.read_text(encoding="utf-8", errors="replace").strip()
