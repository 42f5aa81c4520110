"""What goes wrong is written down once, for its owner alone, without anything private."""

from __future__ import annotations

import asyncio
import logging
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ui.mistakes import Mistakes
from ui.platform import crash_reports
from ui.platform.crash_reports import RUNNING, CrashReports


@pytest.fixture
def reports(tmp_path: Path) -> Iterator[CrashReports]:
    found = CrashReports(tmp_path)
    yield found
    found.close()


def test_a_start_without_trouble_leaves_nothing(tmp_path: Path) -> None:
    reports = CrashReports(tmp_path)
    logging.getLogger("somewhere").error("no trouble of ours")
    reports.close()
    assert list(tmp_path.iterdir()) == []
    assert CrashReports(tmp_path).left is None


def test_trouble_is_offered_once_and_redacted(reports: CrashReports, tmp_path: Path) -> None:
    logging.getLogger("tdlib.engine").critical("Check failed for +9996612222")
    try:
        raise ValueError("no place for 'dear Vera'")
    except ValueError:
        logging.getLogger("somewhere").critical("while +9996612222 wrote", exc_info=True)
    reports.close()
    later = CrashReports(tmp_path)
    later.close()
    assert later.left is not None
    assert stat.S_IMODE(later.left.stat().st_mode) == 0o600
    text = later.left.read_text()
    assert "ValueError" in text
    assert "Check failed" in text
    assert "9996612222" not in text
    third = CrashReports(tmp_path)
    third.close()
    assert third.left is None
    assert later.left.exists()


def test_reports_do_not_pile_up(tmp_path: Path) -> None:
    for number in range(crash_reports.KEPT + 3):
        (tmp_path / f"crash-2026010{number}-000000.txt").touch()
    (tmp_path / RUNNING).write_text("trouble")
    reports = CrashReports(tmp_path)
    reports.close()
    assert len(list(tmp_path.iterdir())) == crash_reports.KEPT
    assert reports.left is not None
    assert reports.left.exists()


def test_a_report_has_an_end(reports: CrashReports, tmp_path: Path) -> None:
    for _ in range(40):
        logging.getLogger("somewhere").critical("word " * 10_000)
    assert (tmp_path / RUNNING).stat().st_size < 2 * crash_reports.LONGEST


def test_a_report_outlives_a_folder_that_goes(
    reports: CrashReports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    logging.getLogger("somewhere").critical("trouble")
    kept = reports.outlive()
    assert kept.parent == elsewhere
    assert "trouble" in kept.read_text()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


KILLED = """
import logging, os, sys
from pathlib import Path
from ui.platform.crash_reports import CrashReports
reports = CrashReports(Path(sys.argv[1]))
reports.watch_faults()
def the_guilty_one():
    os.kill(os.getpid(), int(sys.argv[2]))
the_guilty_one()
"""


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT])
def test_a_signal_leaves_the_places_of_the_threads(tmp_path: Path, number: signal.Signals) -> None:
    line = [sys.executable, "-c", KILLED, str(tmp_path), str(int(number))]
    assert subprocess.run(line, check=False).returncode == -number
    reports = CrashReports(tmp_path)
    reports.close()
    assert reports.left is not None
    assert "the_guilty_one" in reports.left.read_text()


def test_every_way_a_mistake_takes_is_written_down(
    reports: CrashReports, tmp_path: Path, loop: asyncio.AbstractEventLoop, until: Callable[..., None]
) -> None:
    said: list[str] = []
    mistakes = Mistakes(loop, said.append)

    def on_thread() -> None:
        raise RuntimeError("on a thread")

    async def in_the_loop() -> None:
        loop.call_soon(lambda: (_ for _ in ()).throw(RuntimeError("in the loop")))
        await asyncio.sleep(0)

    loop.create_task(in_the_loop())
    thread = threading.Thread(target=on_thread)
    thread.start()
    thread.join()
    slot = RuntimeError("in a slot")
    sys.excepthook(RuntimeError, slot, None)
    until(lambda: len(said) >= 3, "three sentences")
    mistakes.close()
    text = (tmp_path / RUNNING).read_text()
    assert all(words in text for words in ("on a thread", "in a slot"))
