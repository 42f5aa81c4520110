"""What a person types, reads and is called stays out of every log; and every file is for its owner alone."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from PySide6.QtCore import Qt

from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.ui.screen import Role

WORDS = "canary of the composer"
NAME = "canary of the file"
ANSWER = "canary of the other one"


def test_a_whole_scenario_leaves_no_canary_in_any_log(
    sandbox: Sandbox, open_window: OpenWindow, tmp_path: Path
) -> None:
    vera = sandbox.user("Vera")
    password = next(str(user["password"]) for user in sandbox.users if str(user["name"]).startswith("Vera"))
    window = open_window(sandbox, "--log-level", "debug", once=True)
    window.leave_qr_code()
    window.type_number(vera.phone)
    window.press(Qt.Key.Key_Return)
    window.wait_for(Role.EditableText, f"Code of {len(sandbox.code)} digits")
    window.type(sandbox.code)
    window.wait_for(Role.EditableText, "Password")
    window.type("not the password")
    window.press(Qt.Key.Key_Return)
    window.until(lambda: sandbox.requests("auth.checkPassword"), "the refusal")
    window.until(lambda: not window.find(Role.ProgressBar, "In progress"), "the field again")
    window.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    window.type(password)
    window.press(Qt.Key.Key_Return)
    window.wait_for(Role.List, "Chats")
    window.click_row("Robin Hale")
    window.wait_for_field()
    window.type(WORDS)
    window.press(Qt.Key.Key_Return)
    window.wait_for_row(WORDS)
    sandbox.user("Robin").send_document("Vera", b"x" * 100, f"{NAME}.txt", ANSWER)
    window.wait_for_row(ANSWER)
    sandbox.cut()
    sandbox.fail("messages.sendMessage", 400, "PEER_FLOOD")
    window.type(WORDS)
    window.press(Qt.Key.Key_Return)
    window.until(lambda: len(sandbox.requests("messages.sendMessage")) > 1, "the refused message")
    window.close()
    logs = [path for path in (tmp_path / "profile").rglob("*.log*") if path.is_file()]
    assert logs
    canaries = [vera.phone.lstrip("+"), sandbox.code, password, "not the password", WORDS, NAME, ANSWER, "0" * 32]
    written = "".join(path.read_text(encoding="utf-8") for path in logs)
    # TDLib's numbers of sessions are so long that a code may be part of one.
    assert [canary for canary in canaries if re.search(rf"(?<!\d){canary}(?!\d)", written)] == []
    assert len(written.splitlines()) > 3
    _is_private(tmp_path / "profile")


def _is_private(profile: Path) -> None:
    """Nothing of a profile is open to a group or to others."""
    modes = {path: stat.S_IMODE(path.lstat().st_mode) for path in [profile, *profile.rglob("*")]}
    assert {str(path.relative_to(profile)): oct(mode) for path, mode in modes.items() if mode & 0o077} == {}
