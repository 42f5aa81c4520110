"""`Profile`: what lies in an account's folder beside TDLib's database, for one process at a time."""

from __future__ import annotations

import asyncio

from client.account_settings import AccountSettings
from client.database_key import database_key
from client.journal import ComposerJournal
from client.outbox import Outbox
from client.paths import Paths
from client.profile_lock import ProfileLock


class Profile:
    """The account's key, its journals and what is remembered of it.

    Arguments:
        paths: of the account.

    Attributes:
        kept: what is remembered of the account.
        key: of TDLib's database; empty until `open` has returned.
        journal: what is typed and not sent yet; there after `open`.
        outbox: what is sent and not confirmed yet; there after `open`.
    """

    key: bytes
    journal: ComposerJournal
    outbox: Outbox

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._lock = ProfileLock(paths.lock)
        self.kept = AccountSettings(paths.account_settings)
        self.is_open = False

    async def open(self) -> None:
        """Takes the folder for this process and reads what lies in it; does nothing where that was done.

        Raises:
            FolderUnusable
            InUse
            KeyUnusable
        """
        self._paths.prepare()
        self._lock.acquire()
        if self.is_open:
            return
        self.key = database_key(self._paths.database_key)
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

    def close(self) -> None:
        """Writes what is not written yet and lets go of the folder."""
        if self.is_open:
            self.journal.flush()
        self._lock.release()
