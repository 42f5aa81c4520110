"""The keyring's process: what it is asked and says, and keyrings that hang, die or are not there. Without any D-Bus."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from client.database_key import KeyringFailed
from tdlib.worker import KEYRING, worker_command
from ui.platform.keyring import SystemKeyring, system_keyring
from ui.platform.keyring_worker import answer, decoded, encoded

KEY = bytes(range(32))

ON_DISK = """
import json, pathlib, sys
from ui.platform.keyring_worker import answer
class OnDisk:
    def __init__(self, folder): self.folder = pathlib.Path(folder)
    def get_password(self, service, name):
        path = self.folder / name
        return path.read_text() if path.exists() else None
    def set_password(self, service, name, password): (self.folder / name).write_text(password)
    def delete_password(self, service, name): (self.folder / name).unlink()
json.dump(answer(json.load(sys.stdin), OnDisk(sys.argv[1])), sys.stdout)
"""


def python(script: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", script, *arguments]


def test_what_is_written_is_read_and_deleted(tmp_path: Path) -> None:
    async def scenario() -> None:
        keyring = SystemKeyring(python(ON_DISK, str(tmp_path)))
        assert await keyring.read("a key", 20) is None
        await keyring.write("a key", KEY)
        assert await keyring.read("a key", 20) == KEY
        await keyring.delete("a key")
        assert await keyring.read("a key", 20) is None

    asyncio.run(scenario())


def test_a_keyring_that_hangs_is_ended(tmp_path: Path) -> None:
    script = "import os, pathlib, sys, time; pathlib.Path(sys.argv[1]).write_text(str(os.getpid())); time.sleep(600)"

    async def scenario() -> None:
        with pytest.raises(KeyringFailed) as failed:
            await SystemKeyring(python(script, str(tmp_path / "id"))).read("a key", 3)
        assert failed.value.reason == "it does not answer"

    asyncio.run(scenario())
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "id").read_text()), 0)


@pytest.mark.parametrize("script", ["import sys; sys.exit(3)", "import os; os.abort()", "print('not JSON')"])
def test_a_keyring_that_dies_or_babbles_has_failed(script: str) -> None:
    with pytest.raises(KeyringFailed):
        asyncio.run(SystemKeyring(python(script)).read("a key", 20))


def test_something_that_is_no_key_has_failed() -> None:
    script = "print('{\"secret\": \"not base64!\"}')"
    with pytest.raises(KeyringFailed):
        asyncio.run(SystemKeyring(python(script)).read("a key", 20))


def test_the_real_process_without_a_bus_says_that_it_failed() -> None:
    question = json.dumps({"verb": "read", "entry": "a key"})
    nowhere = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
    done = subprocess.run(
        worker_command(KEYRING), input=question, capture_output=True, text=True, check=True, env=nowhere
    )
    assert list(json.loads(done.stdout)) == ["failure"]


def test_without_a_bus_there_is_no_keyring() -> None:
    assert system_keyring({}) is None or not sys.platform.startswith("linux")
    found = system_keyring({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/somewhere"})
    assert found is not None
    assert found.backend


def test_a_secret_is_kept_as_text() -> None:
    class Memory:
        def __init__(self) -> None:
            self.kept: dict[tuple[str, str], str] = {}

        def get_password(self, service: str, username: str) -> str | None:
            return self.kept.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            self.kept[service, username] = password

        def delete_password(self, service: str, username: str) -> None:
            del self.kept[service, username]

    memory = Memory()
    assert answer({"verb": "write", "entry": "e", "secret": encoded(KEY)}, memory) == {}
    assert list(memory.kept) == [("Heliograph", "e")]
    assert decoded(answer({"verb": "read", "entry": "e"}, memory)["secret"]) == KEY
    answer({"verb": "delete", "entry": "e"}, memory)
    assert answer({"verb": "read", "entry": "e"}, memory) == {}
