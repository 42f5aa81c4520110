"""What Heliograph says it is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui import components
from ui.components import Component


def test_installed_packages_tell_their_licences() -> None:
    found = components.licences()
    assert found[0].startswith("heliograph · ")
    assert found[0].endswith("GPL-3.0-or-later")
    assert any(line.startswith("PySide6_Essentials · ") and "LGPL" in line for line in found)
    assert "TDLib · BSL-1.0" in found
    assert "Noto Sans · OFL-1.1" in found
    assert [line for line in found if "\n" in line] == []


def test_packages_bring_the_texts() -> None:
    asked = components.components()
    assert "GNU GENERAL PUBLIC LICENSE" in asked[0].text
    assert [each.name for each in asked if not each.licence] == []


def test_a_text_that_is_listed_and_not_installed_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = tmp_path / "one-1.0.egg-info"
    info.mkdir()
    (info / "PKG-INFO").write_text("Metadata-Version: 2.1\nName: one\nVersion: 1.0\nLicense: MIT\n")
    (info / "SOURCES.txt").write_text("LICENSE.txt\none.egg-info/PKG-INFO\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert components.component("one") == Component("one", "1.0", "MIT", "")


def test_the_bundle_brings_its_own_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not components.COLLECTED.exists()
    path = tmp_path / "licences.json"
    components.write([Component("One", "1.0", "MIT", "May be used."), Component("Two", "", "BSL-1.0", "")], path)
    monkeypatch.setattr(components, "COLLECTED", path)
    assert components.licences() == ["One · 1.0 · MIT", "Two · BSL-1.0"]
    assert components.components()[0].text == "May be used."
