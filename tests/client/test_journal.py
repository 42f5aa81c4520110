"""What is typed outlives the programme, and damage costs one line."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from client import journal as module
from client.journal import ComposerJournal, Typed
from tdlib import types as td
from tests.client.timers import Timers

BOLD = td.TextEntity(offset=0, length=3, type=td.TextEntityTypeBold())
QUOTE = td.InputTextQuote(text=td.FormattedText(text="red tent", entities=[BOLD]), position=12)


def opened(path: Path) -> tuple[ComposerJournal, Timers]:
    timers = Timers()
    return ComposerJournal(path, timers.call_later), timers


def test_typing_is_written_once_after_a_pause_of_at_most_half_a_second(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal, timers = opened(path)
    for text in ("h", "he", "hel"):
        journal.put(1, text)
    assert not path.exists()
    assert [timer.seconds <= 0.5 for timer in timers.waiting] == [True]
    timers.run_out()
    assert path.read_bytes().strip().count(b"\n") == 0
    assert opened(path)[0].get(1) == Typed(1, "hel")
    assert path.stat().st_mode & 0o077 == 0


def test_each_chat_has_its_own_text_and_reply(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal, _ = opened(path)
    journal.put(1, "one\nline")
    journal.put(-1001234567890, "two", reply_to=55)
    journal.flush()
    again, _ = opened(path)
    assert again.get(1) == Typed(1, "one\nline")
    assert again.get(-1001234567890) == Typed(-1001234567890, "two", 55)
    assert again.get(3) == Typed(3)
    assert sorted(again.chat_ids) == [-1001234567890, 1]


def test_what_is_quoted_is_kept_with_its_style(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal, _ = opened(path)
    journal.put(1, "this one", 55, QUOTE)
    journal.flush()
    assert opened(path)[0].get(1) == Typed(1, "this one", 55, QUOTE)


def test_what_was_sent_is_forgotten_at_once(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal, timers = opened(path)
    journal.put(1, "text")
    timers.run_out()
    journal.clear(1)
    assert opened(path)[0].get(1) == Typed(1)
    assert timers.waiting == []


def test_a_long_journal_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMPACT_AT", 2000)
    path = tmp_path / "journal"
    journal, _ = opened(path)
    for number in range(500):
        journal.put(number % 3, f"text {number}")
        journal.flush()
    assert path.stat().st_size < 3000
    assert [opened(path)[0].get(chat).text for chat in range(3)] == ["text 498", "text 499", "text 497"]


def test_a_torn_line_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal, _ = opened(path)
    journal.put(1, "kept")
    journal.flush()
    with path.open("ab") as file:
        file.write(b'\n{"chat_id":2,"te')
    journal.put(3, "after")
    journal.flush()
    again, _ = opened(path)
    assert (again.get(1).text, again.get(2).text, again.get(3).text) == ("kept", "", "after")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.binary(max_size=120))
def test_garbage_never_keeps_it_from_working(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "journal"
    path.write_bytes(data)
    journal, _ = opened(path)
    journal.put(1, "text")
    journal.flush()
    assert opened(path)[0].get(1).text == "text"


def test_a_file_that_cannot_be_written_is_tried_again(tmp_path: Path) -> None:
    folder = tmp_path / "later"
    journal, _ = opened(folder / "journal")
    journal.put(1, "text")
    journal.flush()
    folder.mkdir()
    journal.flush()
    assert opened(folder / "journal")[0].get(1).text == "text"


def test_text_outlives_a_killed_process(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    script = f"""
        import asyncio, os, signal
        from pathlib import Path
        from client.journal import ComposerJournal

        async def main():
            loop = asyncio.get_running_loop()
            journal = ComposerJournal(Path({str(path)!r}), loop.call_later)
            journal.put(1, "typed before the end")
            while not Path({str(path)!r}).exists():
                await asyncio.sleep(0.01)
            os.kill(os.getpid(), signal.SIGKILL)

        asyncio.run(main())
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], timeout=30, check=False)
    assert ended.returncode == -9
    assert opened(path)[0].get(1).text == "typed before the end"
