"""The packages that Heliograph and its demo consist of, as installed here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata

PROJECT = "heliograph"
EXTRA = "demo"
"""The bundle starts the demo, too."""

NO_MODULES = {"Shiboken", "tests"}
"""Top-level folders of packages that hold type descriptions, or tests that were installed by mistake."""

_REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)[^;]*(?:;(?P<marker>.*))?")


def packages() -> list[str]:
    """Returns the names of all packages inside, Heliograph first; those that this system does without are not named."""
    found: dict[str, str] = {}
    wanted = [PROJECT]
    while wanted:
        name = wanted.pop()
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            # Its marker speaks of another system, or of an extra that nobody asked for.
            continue
        if _normal(name) not in found:
            found[_normal(name)] = distribution.metadata["Name"]
            wanted += _required(distribution)
    return list(found.values())


def modules() -> list[str]:
    """Returns the top-level modules of all packages but Heliograph's own, for some are imported by name only."""
    inside = {_normal(name) for name in packages()} - {PROJECT}
    owners = metadata.packages_distributions()
    found = {module for module, names in owners.items() if any(_normal(name) in inside for name in names)}
    return sorted(module for module in found if module not in NO_MODULES)


def _required(distribution: metadata.Distribution) -> Iterator[str]:
    for line in distribution.requires or []:
        match = _REQUIREMENT.match(line)
        assert match is not None, line
        extra = re.search(r"extra\s*==\s*['\"]([^'\"]+)['\"]", match["marker"] or "")
        if extra is None or (extra[1] == EXTRA and distribution.metadata["Name"] == PROJECT):
            yield match["name"]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
