"""What threatens the account's data: a disk that fills up, and a log that TDLib has cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from client import states
from client.changes import Changes, Noun
from client.failures import DiskFull
from client.local_data import DOWNLOADS, ENOUGH, INTERVAL, START, LocalData, free_bytes
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import Silent
from tests.client.account_stage import Stage, failure, play
from tests.client.timers import Timers


class Disk:
    """A disk with as much room as the test says.

    Attributes:
        free: bytes.
    """

    def __init__(self) -> None:
        self.free = 2 * ENOUGH

    def measure(self, folder: Path) -> int:
        return self.free


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    disk = Disk()
    monkeypatch.setattr("client.local_data.free_bytes", disk.measure)
    return disk


def test_a_disk_that_fills_up_is_told_and_takes_no_downloads(disk: Disk, tmp_path: Path) -> None:
    changes, timers = Changes(), Timers()
    told: list[int | None] = []
    data = LocalData(changes, timers.call_later, tmp_path)
    changes.subscribe(Noun.LOCAL_DATA, lambda changed: told.append(data.free))
    data.start()
    assert data.takes_downloads
    assert [timer.seconds for timer in timers.waiting] == [INTERVAL]
    for disk.free in (ENOUGH - 1, DOWNLOADS - 1, ENOUGH):
        timers.run_out()
        changes.flush()
        assert data.takes_downloads == (disk.free >= DOWNLOADS)
    assert told == [ENOUGH - 1, DOWNLOADS - 1, None]
    data.close()
    assert timers.waiting == []


def test_a_disk_that_can_not_be_measured_is_no_hindrance(tmp_path: Path) -> None:
    assert free_bytes(tmp_path / "nowhere") >= ENOUGH
    assert free_bytes(tmp_path) > 0


def test_downloads_stop_while_the_disk_is_nearly_full(disk: Disk, tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        await stage.sign_in()
        session = (await stage.state(states.SignedIn)).session
        going = td.File(id=3, local=td.LocalFile(is_downloading_active=True), remote=td.RemoteFile())
        stage.engine.update(td.UpdateFile(file=going))
        disk.free = DOWNLOADS - 1
        with pytest.raises(Silent):
            await session.downloading.start(4)
        await stage.until(lambda: stage.engine.asked(tf.CancelDownloadFile))
        assert [request.file_id for request in stage.engine.asked(tf.CancelDownloadFile)] == [3]
        assert stage.engine.asked(tf.DownloadFile) == []

    play(tmp_path, scenario)


def test_a_full_disk_starts_no_engine_until_there_is_room(disk: Disk, tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        disk.free = START - 1
        await stage.start()
        found = failure(stage.account.state)
        assert isinstance(found, DiskFull)
        assert (found.free, found.needed) == (START - 1, START)
        assert stage.engines == []
        disk.free = START
        await (await stage.state(states.Failed)).retry()
        assert len(stage.engines) == 1

    play(tmp_path, scenario)


def test_a_log_that_was_cut_is_told_until_the_person_knows(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start()
        path = "[path:/x/td.binlog][old_size:400][new_size:96]"
        stage.engine.log(f"[ 1][t 1][1.2][Binlog.cpp:592][!BinlogActor]\tTruncate {path}")
        await stage.parameters()
        stage.engine.authorization(td.AuthorizationStateWaitPhoneNumber())
        await stage.sign_in()
        data = (await stage.state(states.SignedIn)).session.local_data
        assert data.was_cut
        data.forgive()
        assert not data.was_cut

    play(tmp_path, scenario)
