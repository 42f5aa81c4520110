"""Sizes of files, how far they are, and lengths of sounds and films."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from ui.viewmodels.wording.translation import translator

tr = translator("Files")


def size(number: int) -> str:
    """Returns a size of `number` bytes: 512 B, 3.4 MB."""
    if number < 1_024:
        return tr("%d B") % number
    amount = number / 1_024
    for unit in (tr("%s KB"), tr("%s MB"), tr("%s GB")):
        if amount < 1_000:
            return unit % _three_digits(amount)
        amount /= 1_024
    return tr("%s TB") % _three_digits(amount)


def progress(done: int, whole: int) -> str:
    """Returns how many of `whole` bytes are there: 1.2 MB of 3.4 MB; the size alone before the first."""
    return tr("{done} of {whole}").format(done=size(done), whole=size(whole)) if 0 < done < whole else size(whole)


def duration(seconds: int) -> str:
    """Returns the length of a recording: 0:07, 3:25, 1:02:03."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _three_digits(amount: float) -> str:
    return QLocale().toString(amount, "f", 0 if amount >= 100 or amount == int(amount) else 1)
