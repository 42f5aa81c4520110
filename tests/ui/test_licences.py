"""The list of what is inside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui import licences


def test_everything_that_is_installed_has_a_licence() -> None:
    found = licences.licences()
    assert found[0].startswith("heliograph · ")
    names = [line.split(" · ")[0].lower().replace("_", "-") for line in found]
    assert {"pyside6-essentials", "python-telegram", "msgspec", "tdlib"} <= set(names)
    assert "pytest" not in names
    assert all(len(line.split(" · ")) >= 2 for line in found)


def test_a_bundle_brings_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "licences.json"
    monkeypatch.setattr(licences, "BUNDLED", path)
    path.write_text(json.dumps([["heliograph", "1.0", "GPL-3.0-or-later"], ["Qt", "", "LGPL-3.0-only"]]))
    assert licences.licences() == ["heliograph · 1.0 · GPL-3.0-or-later", "Qt · LGPL-3.0-only"]
    path.write_text("{")
    assert len(licences.licences()) > 2
