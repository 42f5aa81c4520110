"""`Paths`: where everything of one profile lives."""

from __future__ import annotations

import contextlib
import copy
import errno
import os
from pathlib import Path

import platformdirs

from client.failures import FolderUnusable

_NAME = "heliograph"


class Paths:
    """The folders and files of one profile, and of one account in it.

    Arguments:
        profile: the folder that holds everything; None for the places the system has for each kind.

    Attributes:
        account: the account's name; empty for the first one, whose folder is the profile's own.
        config: settings.
        data: the account: database, key, journals. For its owner alone (0700).
        accounts: the folders of the other accounts.
        order: the file that says which account stands where.
        cache: what can be made again.
        state: logs.
        runtime: what lives as long as the programme runs.
    """

    def __init__(self, profile: Path | None = None) -> None:
        if profile is None:
            self.config = platformdirs.user_config_path(_NAME, appauthor=False)
            self.data = platformdirs.user_data_path(_NAME, appauthor=False)
            self.cache = platformdirs.user_cache_path(_NAME, appauthor=False)
            self.state = platformdirs.user_log_path(_NAME, appauthor=False)
            self.runtime = self.data / "run"
        else:
            profile = profile.absolute()
            self.config = profile
            self.data = profile
            self.cache = profile / "cache"
            self.state = profile / "log"
            self.runtime = profile / "run"
        self.account = ""
        self.accounts = self.data / "accounts"
        self.order = self.data / "accounts.json"

    def of_account(self, name: str) -> Paths:
        """Returns the paths of another account of the profile; `name` is that of its folder."""
        paths = copy.copy(self)
        paths.account = name
        paths.data = self.accounts / name if name else self.accounts.parent
        return paths

    @property
    def account_settings(self) -> Path:
        return self.data / "account.json"

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"

    @property
    def database(self) -> Path:
        return self.data / "database"

    @property
    def files(self) -> Path:
        return self.data / "files"

    @property
    def database_key(self) -> Path:
        return self.data / "database.key"

    @property
    def database_key_record(self) -> Path:
        """Says where in the system's keyring the key is."""
        return self.data / "database.keyring"

    @property
    def composer_journal(self) -> Path:
        return self.data / "composer.journal"

    @property
    def outbox(self) -> Path:
        return self.data / "outbox.journal"

    @property
    def lock(self) -> Path:
        return self.data / "lock"

    @property
    def instance_lock(self) -> Path:
        """Held by the first start on the profile, from before it opens anything."""
        return self.runtime / "instance.lock"

    @property
    def account_files(self) -> list[Path]:
        """Every file of the account beside TDLib's folders, the key and the lock."""
        return [self.account_settings, self.composer_journal, self.outbox]

    def prepare(self) -> None:
        """Makes the folders that are missing and closes those that there are to others.

        What the owner may not do in a folder stays so: somebody has decided that.

        Raises:
            FolderUnusable: naming the first folder that cannot be made, read and written.
        """
        for folder in (self.config, self.accounts.parent, self.data, self.cache, self.state, self.runtime):
            _prepare(folder)


def make_folder(folder: Path) -> None:
    """Makes a folder, with those above it, where it is missing: for its owner alone, as XDG's specification wants."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def _prepare(folder: Path) -> None:
    try:
        make_folder(folder)
        # A folder of another owner keeps its mode; whether it can be used is found out by using it.
        with contextlib.suppress(PermissionError):
            folder.chmod(folder.stat().st_mode & 0o700)
        probe = folder / f".probe-{os.getpid()}"
        probe.touch(mode=0o600)
        probe.unlink()
        next(folder.iterdir(), None)
    except FileExistsError as error:
        raise FolderUnusable(folder, os.strerror(errno.ENOTDIR)) from error
    except OSError as error:
        raise FolderUnusable(folder, error.strerror or str(error)) from error
