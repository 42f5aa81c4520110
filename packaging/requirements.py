"""The modules of all packages that Heliograph and its demo need."""

from __future__ import annotations

from importlib import metadata

from ui.components import PROJECT, normal, packages

NO_MODULES = {"Shiboken", "tests"}
"""Top-level folders of packages that hold type descriptions, or tests that were installed by mistake."""


def modules() -> list[str]:
    """Returns the top-level modules of all packages but Heliograph's own, for some are imported by name only."""
    inside = {normal(name) for name in packages()} - {PROJECT}
    owners = metadata.packages_distributions()
    found = {module for module, names in owners.items() if any(normal(name) in inside for name in names)}
    return sorted(found - NO_MODULES)
