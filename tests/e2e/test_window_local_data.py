"""Damaged data and a full disk: said in the window, over the real TDLib."""

from __future__ import annotations

from pathlib import Path

import pytest

from client.local_data import ENOUGH
from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.ui.screen import Role


def test_a_log_that_tdlib_has_cut_is_told_once(sandbox: Sandbox, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(sandbox)
    window.sign_in(sandbox)
    window.wait_for_row("Ridge walk")
    window.close()
    with (tmp_path / "profile" / "database" / "td.binlog").open("ab") as log:
        log.write(b"garbage of a disk that was torn off")
    again = open_window(sandbox)
    again.wait_for_words("Damaged local data was repaired.")
    again.click(Role.Button, "OK")
    again.until(lambda: not any("Damaged" in words for words in again.words()), "the line to go")
    again.close(complaint="Binlog.cpp")


def test_a_disk_that_fills_up_is_told_before_and_after_the_start(
    sandbox: Sandbox, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = [ENOUGH - 1]
    monkeypatch.setattr("client.local_data.free_bytes", lambda folder: free[0])
    window = open_window(sandbox)
    window.sign_in(sandbox)
    window.wait_for_words("are left on the disk. Free some.")
    window.close()
    free[0] = 1_000_000
    again = open_window(sandbox)
    again.wait_for(Role.Heading, "The disk is full")
    free[0] = 2 * ENOUGH
    again.click(Role.Button, "Try again")
    again.wait_for_row("Ridge walk")
    again.close()
