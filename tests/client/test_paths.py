"""The folders of a profile and its lock."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from client.failures import FolderUnusable, InUse
from client.paths import Paths
from client.profile_lock import ProfileLock


def test_a_profile_holds_everything_for_its_owner_alone(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "profile")
    paths.prepare()
    paths.prepare()
    folders = [paths.config, paths.data, paths.cache, paths.state, paths.runtime]
    assert all(tmp_path / "profile" in (folder, *folder.parents) for folder in folders)
    assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o700}
    assert list(paths.cache.iterdir()) == []


def test_without_a_profile_the_system_has_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    paths = Paths()
    assert all("heliograph" in str(folder) for folder in (paths.config, paths.data, paths.cache, paths.state))
    assert len({paths.config, paths.data, paths.cache, paths.state}) == 4
    paths.prepare()
    assert {path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")} == {0o700}


@pytest.mark.parametrize(("before", "after"), [(0o755, 0o700), (0o777, 0o700), (0o550, 0o500), (0o500, 0o500), (0, 0)])
def test_rights_are_taken_from_others_and_given_to_nobody(tmp_path: Path, before: int, after: int) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    profile.chmod(before)
    is_usable = after == 0o700 or os.geteuid() == 0
    with nullcontext() if is_usable else pytest.raises(FolderUnusable):
        Paths(profile).prepare()
    mode = profile.stat().st_mode & 0o777
    # The folder is removed after the test.
    profile.chmod(0o700)
    assert mode == after


@pytest.mark.parametrize("name", ["cache", "log", "run"])
def test_a_file_in_the_way_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    with pytest.raises(FolderUnusable) as unusable:
        Paths(tmp_path).prepare()
    assert unusable.value.path == tmp_path / name
    assert unusable.value.reason == "Not a directory"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderUnusable) as unusable:
        Paths(tmp_path / "file" / "profile").prepare()
    assert unusable.value.path == tmp_path / "file" / "profile"


def test_a_lock_is_held_by_one_and_lifted_with_its_process(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    script = f"""
from pathlib import Path
from client.profile_lock import ProfileLock
ProfileLock(Path({str(path)!r})).acquire() or print("held", flush=True)
input()
"""
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        mine = ProfileLock(path)
        with pytest.raises(InUse) as in_use:
            mine.acquire()
        assert in_use.value.path == tmp_path
        other.kill()
        other.wait(10)
    mine.acquire()
    mine.acquire()
    mine.release()
    mine.release()


def test_a_lock_file_left_behind_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("4711")
    lock = ProfileLock(tmp_path / "lock")
    lock.acquire()
    lock.release()
