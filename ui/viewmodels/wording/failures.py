"""Sentences for what keeps an account from running: the thing, and the way on."""

from __future__ import annotations

from dataclasses import dataclass

from client import failures
from client.states import Failure
from tdlib.errors import LibraryMismatch, LibraryUnusable
from ui.viewmodels.wording import files
from ui.viewmodels.wording.translation import translator

tr = translator("Failures")


@dataclass(frozen=True)
class FailureWords:
    """What the failed page says.

    Attributes:
        title: the thing.
        text: what is wrong with it, and the way on.
        details: what the system said, for a report; may be empty.
    """

    title: str
    text: str
    details: str = ""


def words(failure: Failure) -> FailureWords:
    """Returns what to tell a person about `failure`."""
    match failure:
        case LibraryMismatch():
            return _mismatch(failure)
        case LibraryUnusable():
            return _library(failure)
        case failures.FolderUnusable(path=path, reason=reason):
            text = tr(
                "Heliograph can't use the folder %s. Give yourself the right to read and write it, or choose "
                "another with --profile."
            )
            return FailureWords(tr("The profile's folder can't be used"), text % path, reason)
        case failures.DiskFull(path=path, needed=needed):
            text = tr(
                "There is hardly any room left on the disk of %s. Free some, at least %s, and try again; "
                "nothing is lost."
            )
            return FailureWords(tr("The disk is full"), text % (path, files.size(needed)))
        case failures.InUse(path=path):
            text = tr(
                "Another Heliograph has the profile %s open. Go on in its window, or start this one with another "
                "profile: --profile FOLDER."
            )
            return FailureWords(tr("Heliograph is already running"), text % path)
        case failures.KeyUnusable(path=path, reason=reason):
            text = tr(
                "The key of the local database can't be read from %s. Put the file back from a backup, or start "
                "anew with --profile FOLDER; your messages stay at Telegram."
            )
            return FailureWords(tr("The database's key can't be read"), text % path, reason)
        case failures.KeyringUnusable(backend=backend, reason=reason):
            text = tr(
                "The key of the local database is in the system's keyring, which does not give it. Unlock the keyring, "
                "or start the one that was in use before, and try again. Nothing has been deleted."
            )
            return FailureWords(tr("The keyring does not give the key"), text, f"{backend} {reason}".strip())
        case failures.DatabaseRefused(path=path, wrong_key=True, message=message):
            text = tr(
                "The key does not fit the local database in %s. Put both back from the same backup, or start anew "
                "with --profile FOLDER; your messages stay at Telegram."
            )
            return FailureWords(tr("The local database can't be opened"), text % path, message)
        case failures.DatabaseRefused(path=path, message=message):
            text = tr(
                "Telegram's library can't open the local database in %s. Check that the disk is not full; or start "
                "anew with --profile FOLDER. Nothing has been deleted, and your messages stay at Telegram."
            )
            return FailureWords(tr("The local database can't be opened"), text % path, message)
        case failures.EngineAborted(last_words=last_words, code=code):
            text = tr(
                "It ended twice within a minute. The disk may be full, or the memory. Free some and try again; "
                "nothing is lost at Telegram."
            )
            return FailureWords(
                tr("Telegram's library keeps stopping"), text, last_words or tr("It left with code %d.") % code
            )
        case failures.ProxyRefused(server=server, message=message):
            text = tr(
                "Telegram's library does not take the proxy %s. Check its address and secret, or start without --proxy."
            )
            return FailureWords(tr("The proxy can't be used"), text % server, message)
        case failures.StartRefused(message=message):
            text = tr("Telegram's library refused to start. Try again; if it stays so, report what stands below.")
            return FailureWords(tr("Heliograph can't start"), text, message)


def _library(failure: LibraryUnusable) -> FailureWords:
    title = tr("Telegram's library can't be used")
    if not failure.reason:
        text = tr("There is no file %s. Install Heliograph again, or name a libtdjson with --tdlib.")
        return FailureWords(title, text % failure.path)
    text = tr("The file %s can't be loaded. Install Heliograph again, or name another libtdjson with --tdlib.")
    return FailureWords(title, text % failure.path, failure.reason)


def _mismatch(failure: LibraryMismatch) -> FailureWords:
    text = tr(
        "The file %s is TDLib %s, but this Heliograph needs %s. Leave out --tdlib to use the one that came with it."
    )
    return FailureWords(
        tr("Telegram's library has another version"), text % (failure.path, failure.found, failure.wanted)
    )
