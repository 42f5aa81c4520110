"""Settings outlive crashes, stray bytes and values of other types."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from client import storage
from client.settings import Choices, Geometry, Settings


def test_defaults_hold_until_something_is_set(tmp_path: Path) -> None:
    chosen = Settings(tmp_path / "settings.json")
    assert chosen.choices == Choices()
    assert (chosen.theme, chosen.geometry, chosen.api_id) == ("system", None, 0)
    assert list(tmp_path.iterdir()) == []


def test_what_is_set_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    Settings(path).set(theme="dark", geometry=Geometry(1, 2, 800, 600), last_chat=-1001234567890, api_hash="a" * 32)
    again = Settings(path)
    assert again.theme == "dark"
    assert again.geometry == Geometry(1, 2, 800, 600)
    assert again.last_chat == -1001234567890
    assert path.stat().st_mode & 0o077 == 0


def test_nothing_is_written_when_nothing_changes(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    chosen = Settings(path)
    chosen.set(theme="dark")
    path.unlink()
    chosen.set(theme="dark")
    assert not path.exists()


def test_a_wrong_value_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    chosen = Settings(tmp_path / "settings.json")
    with pytest.raises(msgspec.ValidationError):
        chosen.set(theme="pink")
    with pytest.raises(TypeError):
        chosen.set(colour="pink")
    assert chosen.choices == Choices()


def test_a_damaged_file_gives_way_to_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    chosen = Settings(path)
    chosen.set(theme="dark")
    chosen.set(theme="light")
    path.write_bytes(path.read_bytes()[:-5])
    assert Settings(path).theme == "dark"
    assert (tmp_path / "settings.json.bad").exists()


def test_a_crash_between_the_two_renames_loses_one_change_at_most(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    chosen = Settings(path)
    chosen.set(theme="dark")
    path.replace(storage.previous(path))
    assert Settings(path).theme == "dark"


def test_one_value_of_another_type_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "pink", "api_id": 7, "geometry": {"x": 1}, "later": [1]}))
    chosen = Settings(path)
    assert (chosen.theme, chosen.api_id, chosen.geometry) == ("system", 7, None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.binary(max_size=80))
def test_no_file_keeps_the_programme_from_starting(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    storage.previous(path).write_bytes(data)
    Settings(path).set(theme="light")
    assert Settings(path).theme == "light"


def test_a_folder_that_cannot_be_written_keeps_the_choice_for_this_run(tmp_path: Path) -> None:
    chosen = Settings(tmp_path / "missing" / "settings.json")
    chosen.set(theme="dark")
    assert chosen.theme == "dark"
