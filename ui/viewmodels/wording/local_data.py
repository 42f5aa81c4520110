"""What threatens the account's data on this computer."""

from __future__ import annotations

from client.local_data import DOWNLOADS
from ui.viewmodels.wording import files
from ui.viewmodels.wording.translation import translator

tr = translator("LocalData")


def line(free: int | None, *, was_cut: bool) -> str:
    """Returns what the window says; empty where all is well.

    Arguments:
        free: bytes left on a disk that fills up; None where there is enough.
        was_cut: whether TDLib has cut its damaged log.
    """
    if free is not None and free < DOWNLOADS:
        return tr("Only %s are left on the disk: nothing is downloaded. Free some.") % files.size(free)
    if free is not None:
        return tr("Only %s are left on the disk. Free some.") % files.size(free)
    if was_cut:
        return tr("Damaged local data was repaired. Secret chats may have lost messages; all else comes from Telegram.")
    return ""
