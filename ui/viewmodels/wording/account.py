"""Sentences for the moments in which an account shows nothing else."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from client import states


def tr(text: str) -> str:
    return QCoreApplication.translate("Account", text)


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
