"""Sentences for the moments in which an account shows nothing else."""

from __future__ import annotations

from client import states
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Account")
plural = plurals("Account")


def starting() -> str:
    return tr("Starting…")


def waiting(state: states.AccountState) -> str:
    """Returns what is going on while `state` lasts."""
    match state:
        case states.Recovering():
            return tr("Telegram's library stopped and is being started again. Nothing is lost.")
        case states.LoggingOut(reason=reason):
            return _logging_out(reason)
        case _:
            return starting()


def unreachable() -> str:
    """Returns what can be done where Telegram can't be told that a session ends."""
    return tr(
        "Telegram can't be reached, so it still lists this computer among your devices. You can remove what is kept "
        "here now, and end the session later on another device, in Settings → Devices."
    )


def nobody() -> str:
    """Returns the name of an account that nobody has signed in to yet."""
    return tr("New account")


def status(state: states.AccountState) -> str:
    """Returns what keeps an account from being used, in a word or two; empty for nothing."""
    match state:
        case states.SignedIn():
            return ""
        case states.SigningIn() | states.NeedsCredentials():
            return tr("Not signed in")
        case states.LoggingOut() | states.Left():
            return tr("Logging out…")
        case states.Failed():
            return tr("Can't be opened")
        case _:
            return starting()


def row(name: str, status: str, unread: int, *, is_open: bool) -> str:
    """Returns what a screen reader says of an account in the list."""
    parts = [name]
    parts += [plural("%n unread message", "%n unread messages", unread)] if unread else []
    parts += [status] if status else []
    parts += [tr("on the screen")] if is_open else []
    return ", ".join(parts)


def way_back() -> str:
    return tr("Back to your other account")


def signed_in_already(name: str) -> str:
    return tr("%s is signed in here already.") % name


def recovered() -> str:
    return tr("Telegram's library had stopped and was started again. Nothing is lost.")


def ended(reason: str) -> str:
    """Returns why a session has ended; `reason` is Telegram's name for it, such as "SESSION_REVOKED"."""
    if reason in ("AUTH_KEY_DUPLICATED", "AUTH_KEY_UNREGISTERED"):
        return tr("Telegram ended this session. Sign in again.")
    if reason == "USER_DEACTIVATED" or reason == "USER_DEACTIVATED_BAN":
        return tr("This account has been deleted or banned.")
    return tr("This session was ended from another device. Sign in again.")


def _logging_out(reason: str) -> str:
    return tr("Logging out…") if reason == "" else tr("This session was ended. Cleaning up…")
