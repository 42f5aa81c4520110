"""`python -m ui.platform.keyring_worker`: asks the system's keyring one thing, and ends.

In a process of its own a keyring that hangs can be ended, and the library, which is heavy, is gone with it. The
question comes as JSON on the standard input and the answer goes to the standard output: no secret is on a command line.
"""

from __future__ import annotations

import base64
import json
import sys
from typing import Protocol

SERVICE = "Heliograph"

BACKENDS = {"linux": "Secret Service", "darwin": "Keychain", "win32": "Credential Locker"}
"""The only backend on each system; a plaintext or null one that somebody has configured is never taken."""


class Backend(Protocol):
    """What is needed of a backend of the library."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


def system_backend() -> Backend:
    """Returns the backend of this system."""
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring

        return WinVaultKeyring()
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as Keychain

        return Keychain()
    from keyring.backends.SecretService import Keyring

    service: type[Backend] = Keyring
    return service()


def answer(question: dict[str, str], keyring: Backend) -> dict[str, str]:
    """Returns what `keyring` says to a question."""
    verb, entry = question["verb"], question["entry"]
    if verb == "write":
        keyring.set_password(SERVICE, entry, question["secret"])
        return {}
    if verb == "delete":
        keyring.delete_password(SERVICE, entry)
        return {}
    found = keyring.get_password(SERVICE, entry)
    return {} if found is None else {"secret": found}


def encoded(secret: bytes) -> str:
    """Returns a secret as keyrings keep it: text."""
    return base64.b64encode(secret).decode()


def decoded(text: str) -> bytes:
    """Returns the secret that `encoded` made a text of; raises ValueError for another text."""
    return base64.b64decode(text, validate=True)


def main() -> None:
    question = json.load(sys.stdin)
    try:
        said = answer(question, system_backend())
    except Exception as error:
        # The words of an error may hold what it was about.
        said = {"failure": type(error).__name__}
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()
