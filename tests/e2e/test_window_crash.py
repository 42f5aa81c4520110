"""Trouble is explained once: the next start offers the report, and everything is where it was."""

from __future__ import annotations

import os
import signal
import stat
from pathlib import Path

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.e2e.test_window_reopening import engines, open_and_type
from tests.ui.screen import Role

TITLE = "Heliograph had trouble last time"


def test_the_end_of_the_engine_is_told_once(sandbox: Sandbox, open_window: OpenWindow, tmp_path: Path) -> None:
    log = tmp_path / "profile" / "log"
    first = open_window(sandbox)
    first.sign_in(sandbox)
    open_and_type(first, "not lost")
    (engine,) = engines()
    os.kill(engine, signal.SIGABRT)
    first.wait_for_words("Telegram's library had stopped and was started again. Nothing is lost.")
    first.clear()
    second = open_window(sandbox)
    second.wait_for_words(TITLE)
    second.wait_for_words(f"code {-signal.SIGABRT}")
    (report,) = log.glob("crash-*.txt")
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    second.click(Role.Button, "Close")
    second.until(lambda: second.find(Role.Button, "Delete report") is None, "the box gone")
    second.until(lambda: second.open_title().startswith("Lina Hale"), "the chat that was open")
    second.until(lambda: second.composed() == "not lost", "what was typed")
    second.clear()
    third = open_window(sandbox)
    third.until(lambda: third.open_title().startswith("Lina Hale"), "the chat that was open")
    assert TITLE not in third.words()
    third.clear()
    assert not list(log.glob("crash.txt"))


def test_a_report_can_be_deleted(sandbox: Sandbox, open_window: OpenWindow, tmp_path: Path) -> None:
    log = tmp_path / "profile" / "log"
    log.mkdir(parents=True)
    (log / "crash.txt").write_text("Fatal Python error: Segmentation fault\n")
    window = open_window(sandbox)
    window.wait_for_words("Segmentation fault")
    window.click(Role.Button, "Delete report")
    window.wait_for_words("Report deleted.")
    assert list(log.glob("crash*")) == []
    window.close()
