"""What is open stays open: over the end of the engine, and over the end of the programme."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow

CHAT = "Lina Hale"


def engines() -> list[int]:
    """The process ids of the engines that this process has started."""
    children = [int(child) for task in Path("/proc/self/task").iterdir() for child in _words(task / "children")]
    return [child for child in children if "tdlib.engine" in " ".join(_words(Path(f"/proc/{child}/cmdline"), "\0"))]


def _words(path: Path, separator: str | None = None) -> list[str]:
    return path.read_text().split(separator)


def open_and_type(window: HeliographWindow, words: str) -> None:
    window.click_row(CHAT)
    window.wait_for_field()
    window.type(words)
    assert window.composed() == words


def test_a_killed_engine_takes_neither_the_open_chat_nor_the_words(sandbox: Sandbox, open_window: OpenWindow) -> None:
    window = open_window(sandbox)
    window.sign_in(sandbox)
    open_and_type(window, "not lost")
    (engine,) = engines()
    os.kill(engine, signal.SIGKILL)
    window.wait_for_words("Telegram's library had stopped and was started again. Nothing is lost.")
    window.until(lambda: window.open_title().startswith(CHAT), "the chat that was open")
    window.until(lambda: window.composed() == "not lost", "what was typed")
    window.wait_for_field()
    window.type(" at all")
    assert window.composed() == "not lost at all"


def test_the_next_start_opens_the_chat_that_was_left(sandbox: Sandbox, open_window: OpenWindow) -> None:
    first = open_window(sandbox)
    first.sign_in(sandbox)
    open_and_type(first, "for later")
    first.close()
    second = open_window(sandbox)
    second.until(lambda: second.open_title().startswith(CHAT), "the chat that was open")
    second.until(lambda: second.composed() == "for later", "what was typed")
    second.close()
