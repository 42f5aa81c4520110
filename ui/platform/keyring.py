"""`SystemKeyring`: the keyring of the desktop, asked through a process that can be ended when it hangs."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Mapping

from client.database_key import KeyringFailed
from tdlib.worker import KEYRING, worker_command
from ui.platform.keyring_worker import BACKENDS, decoded, encoded

WRITING = 60.0
"""Seconds for a write or a removal, before which a person may have to unlock the keyring."""


class SystemKeyring:
    """Implements `client.database_key.Keyring`.

    Attributes:
        backend: the library's backend.
    """

    def __init__(self, command: list[str] | None = None) -> None:
        self.backend = BACKENDS[sys.platform]
        self._command = command or worker_command(KEYRING)

    async def read(self, entry: str, patience: float) -> bytes | None:
        said = await self._ask({"verb": "read", "entry": entry}, patience)
        try:
            return decoded(said["secret"]) if "secret" in said else None
        except ValueError as error:
            raise KeyringFailed("what it gives is no key") from error

    async def write(self, entry: str, secret: bytes) -> None:
        await self._ask({"verb": "write", "entry": entry, "secret": encoded(secret)}, WRITING)

    async def delete(self, entry: str) -> None:
        await self._ask({"verb": "delete", "entry": entry}, WRITING)

    async def _ask(self, question: dict[str, str], patience: float) -> dict[str, str]:
        process = self._process()
        try:
            said, _ = await asyncio.wait_for(
                asyncio.to_thread(process.communicate, json.dumps(question)), timeout=patience
            )
            answer: dict[str, str] = json.loads(said)
        except TimeoutError as error:
            raise KeyringFailed("it does not answer") from error
        except ValueError as error:
            raise KeyringFailed("it ended without an answer") from error
        finally:
            if process.poll() is None:
                process.kill()
        if "failure" in answer:
            raise KeyringFailed(answer["failure"])
        return answer

    def _process(self) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        return subprocess.Popen(self._command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True)


def system_keyring(environment: Mapping[str, str]) -> SystemKeyring | None:
    """Returns the keyring of this desktop; None where there can't be one."""
    if sys.platform not in BACKENDS:
        return None
    if sys.platform.startswith("linux") and not environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return None
    return SystemKeyring()
