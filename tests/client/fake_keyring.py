"""`FakeKeyring`: a keyring in memory that fails when the test says so."""

from __future__ import annotations

from client.database_key import KeyringFailed


class FakeKeyring:
    """A keyring in memory.

    Attributes:
        kept: its secrets.
        failure: what it fails with; "" while it works.
        garbles: whether it gives back something else than it was given.
        patience: how long it was given, for each reading.
    """

    def __init__(self, backend: str = "Fake Service") -> None:
        self.backend = backend
        self.kept: dict[str, bytes] = {}
        self.failure = ""
        self.garbles = False
        self.patience: list[float] = []

    async def read(self, entry: str, patience: float) -> bytes | None:
        self.patience.append(patience)
        self._fail()
        return b"?" * 32 if self.garbles else self.kept.get(entry)

    async def write(self, entry: str, secret: bytes) -> None:
        self._fail()
        self.kept[entry] = secret

    async def delete(self, entry: str) -> None:
        self._fail()
        self.kept.pop(entry)

    def _fail(self) -> None:
        if self.failure:
            raise KeyringFailed(self.failure)
