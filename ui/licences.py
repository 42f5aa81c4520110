"""What Heliograph is made of and under which licences, as the page about it says."""

from __future__ import annotations

import json
import re
from importlib import metadata
from pathlib import Path

BUNDLED = Path(__file__).parents[1] / "resources" / "licences.json"
"""A list of [name, version, licence], which a bundle brings: it has no package metadata."""

OWN = "heliograph"

WITHOUT_METADATA = [("TDLib", "", "BSL-1.0"), ("Noto Sans", "", "OFL-1.1")]
"""What comes inside a package or this repository and has no package of its own."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_CLASSIFIER = "License :: OSI Approved :: "


def licences() -> list[str]:
    """Returns a line for each part: name, version, licence; Heliograph's own first."""
    return [" · ".join(part for part in row if part) for row in _rows()]


def _rows() -> list[tuple[str, str, str]]:
    try:
        return [tuple(row) for row in json.loads(BUNDLED.read_text(encoding="utf-8"))]
    except (OSError, ValueError):
        return _installed()


def _installed() -> list[tuple[str, str, str]]:
    found: dict[str, tuple[str, str, str]] = {}
    waiting = [OWN]
    while waiting:
        name = waiting.pop(0)
        key = re.sub(r"[-_.]+", "-", name).lower()
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        if key in found:
            continue
        found[key] = (about["Name"], about["Version"], _licence(about))
        waiting += _needed(name)
    return [*found.values(), *WITHOUT_METADATA]


def _needed(name: str) -> list[str]:
    """The packages that `name` needs; those of its extras are left out."""
    needed = [each for each in metadata.requires(name) or () if "extra ==" not in each]
    return [match[0] for each in needed if (match := _NAME.match(each)) is not None]


def _licence(about: metadata.PackageMetadata) -> str:
    values = about.json
    expression = values.get("license_expression")
    if expression:
        return str(expression)
    classified = [each for each in values.get("classifier", ()) if each.startswith(_CLASSIFIER)]
    if classified:
        return ", ".join(each.removeprefix(_CLASSIFIER) for each in classified)
    return str(values.get("license", "")).strip().split("\n")[0][:60]
