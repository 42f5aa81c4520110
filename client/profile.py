"""`Profile`: what lies in an account's folder beside TDLib's database, for one process at a time."""

from __future__ import annotations

import asyncio
import shutil

from client import local_data, storage
from client.account_settings import AccountSettings
from client.database_key import DatabaseKey, Keyring
from client.failures import DiskFull
from client.journal import ComposerJournal
from client.outbox import Outbox
from client.paths import Paths
from client.profile_lock import ProfileLock


class Profile:
    """The account's key, its journals and what is remembered of it.

    Arguments:
        paths: of the account.
        keyring: may have the key; None where there is none.

    Attributes:
        kept: what is remembered of the account.
        database_key: where the key of TDLib's database is.
        key: that key; there after `open`.
        journal: what is typed and not sent yet; there after `open`.
        outbox: what is sent and not confirmed yet; there after `open`.
    """

    key: bytes
    journal: ComposerJournal
    outbox: Outbox

    def __init__(self, paths: Paths, keyring: Keyring | None) -> None:
        self._paths = paths
        self.database_key = DatabaseKey(paths, keyring)
        self._lock = ProfileLock(paths.lock)
        self.kept = AccountSettings(paths.account_settings)
        self.is_open = False

    async def open(self) -> None:
        """Takes the folder for this process and reads what lies in it; does nothing where that was done.

        Raises:
            FolderUnusable
            DiskFull
            InUse
            KeyUnusable
            KeyringUnusable
        """
        self._paths.prepare()
        free = local_data.free_bytes(self._paths.data)
        if free < local_data.START:
            raise DiskFull(self._paths.data, free, local_data.START)
        self._lock.acquire()
        if self.is_open:
            return
        self.key = await self.database_key.open()
        self.outbox = Outbox(self._paths.outbox)
        self.journal = ComposerJournal(self._paths.composer_journal, asyncio.get_running_loop().call_later)
        self.is_open = True

    def begin(self, user_id: int, name: str) -> None:
        """Notes who is signed in; what somebody else has typed here is not for them."""
        if self.kept.user_id and self.kept.user_id != user_id:
            self.forget()
        self.kept.set(user_id=user_id, name=name)

    def forget(self) -> None:
        """Removes what a person has typed and what is remembered of them."""
        self.journal.forget()
        self.outbox.forget()
        self.kept.set(user_id=0, name="", last_chat=0)

    async def erase(self) -> None:
        """Removes everything, after `close`; what other programmes hold open stays."""
        await self.database_key.forget()
        await asyncio.to_thread(_remove, self._paths)

    def close(self) -> None:
        """Writes what is not written yet and lets go of the folder."""
        if self.is_open:
            self.journal.flush()
        self._lock.release()


def _remove(paths: Paths) -> None:
    """Removes what is kept of an account; what other programmes hold open stays for the next time."""
    if paths.account:
        shutil.rmtree(paths.data, ignore_errors=True)
        return
    for folder in (paths.database, paths.files):
        shutil.rmtree(folder, ignore_errors=True)
    for file in paths.account_files:
        storage.remove(file)
