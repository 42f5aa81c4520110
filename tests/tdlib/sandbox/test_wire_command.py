"""`python -m tdlib.sandbox`: what it says, what it takes, when it ends."""

from __future__ import annotations

import json
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tdlib import functions as tf
from tdlib import types as td
from tests.helpers.tdlib_client import TdlibClient


class Command:
    """The running command."""

    def __init__(self, *options: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tdlib.sandbox", "--no-actors", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def line(self, timeout: float = 60.0) -> dict[str, Any]:
        """Returns the next line; raises `queue.Empty` where none comes."""
        content: dict[str, Any] = json.loads(self._lines.get(timeout=timeout))
        return content

    def say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def do(self, **command: Any) -> dict[str, Any]:
        self.say(json.dumps(command))
        return self.line()

    def end(self) -> int:
        """Ends its input and returns its exit code."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        return self._process.wait(60)

    def terminate(self) -> int:
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(60)

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None and not stream.closed:
                stream.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)


@pytest.fixture
def command() -> Iterator[Command]:
    running = Command()
    yield running
    running.close()


def test_it_says_where_everything_is_and_ends_with_its_input(command: Command) -> None:
    first = command.line()
    assert Path(first["library"]).is_file()
    assert first["proxy"].startswith("socks5://127.0.0.1:")
    assert all(set(user) == {"name", "phone", "password"} for user in first["users"])
    assert first["users"]
    assert command.end() == 0


def test_it_ends_on_a_signal_and_keeps_the_state(tmp_path: Path) -> None:
    state = tmp_path / "state"
    running = Command("--state", str(state))
    try:
        running.line()
        assert running.terminate() == 0
    finally:
        running.close()
    assert state.stat().st_mode & 0o077 == 0


def test_without_a_proxy_it_says_so() -> None:
    running = Command("--no-proxy")
    try:
        assert running.line()["proxy"] is None
    finally:
        running.close()


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "{}",
        '{"verb": 5}',
        '{"verb": "close"}',
        '{"verb": "fail"}',
        '{"verb": "user"}',
        '{"verb": "user", "name": "Nobody At All", "do": "send"}',
        '{"verb": "user", "name": "Nobody At All", "do": "__init__"}',
    ],
)
def test_a_wrong_line_is_answered_with_an_error_and_the_next_is_taken(command: Command, line: str) -> None:
    command.line()
    command.say(line)
    assert command.line()["error"]
    assert command.do(verb="missing_methods", id=7) == {"verb": "missing_methods", "id": 7, "result": {}}


def test_any_client_signs_in_with_what_it_says(command: Command, tmp_path: Path) -> None:
    first = command.line()
    user = next(user for user in first["users"] if not user["password"])
    other = next(each for each in first["users"] if each != user)
    with TdlibClient(Path(first["library"]), first["proxy"], tmp_path) as client:
        client.wait_for_state(td.AuthorizationStateWaitPhoneNumber)
        assert command.do(verb="fail", method="auth.signIn", code=400, message="PHONE_CODE_INVALID")["result"] is None
        client.request(tf.SetAuthenticationPhoneNumber(phone_number=user["phone"]))
        client.wait_for_state(td.AuthorizationStateWaitCode)
        assert command.line() == {"service": f"Login code for {user['phone']}: {first['code']}"}
        with pytest.raises(Exception, match="PHONE_CODE_INVALID"):
            client.request(tf.CheckAuthenticationCode(code=first["code"]))
        client.request(tf.CheckAuthenticationCode(code=first["code"]))
        client.settle()
        sent = command.do(verb="user", name=other["name"], do="send", arguments=[user["name"], "over the line"])
        assert sent["result"] > 0
        client.wait_for_text("over the line")
        asked = command.do(verb="requests", method="auth.signIn")["result"]
        assert [request["method"] for request in asked] == ["auth.signIn"] * 2
        assert command.do(verb="failures")["result"] == []


def test_what_cannot_be_served_is_said_in_a_sentence(tmp_path: Path) -> None:
    foreign = tmp_path / "letter.txt"
    foreign.write_text("Dear Ann")
    assert refused("--state", str(foreign)) == (
        1, f"python -m tdlib.sandbox: {foreign} is not a state file of this sandbox; name another file or remove it"
    )  # fmt: skip
    code, sentence = refused("--state", str(tmp_path / "nowhere" / "state"))
    assert (code, sentence.endswith(f"--state: there is no folder {tmp_path / 'nowhere'}")) == (2, True)
    code, sentence = refused("--port", "80000")
    assert (code, sentence.endswith("'80000' is not a number from 0 to 65535")) == (2, True)


def refused(*options: str) -> tuple[int, str]:
    """Returns the exit code and the last line that was said."""
    command = [sys.executable, "-m", "tdlib.sandbox", *options]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr.splitlines()[-1]
