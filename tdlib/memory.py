"""`give_back`: free memory for the system."""

from __future__ import annotations

import sys
from ctypes import CDLL


def give_back() -> None:
    """Gives the system back what memory is free: the C library keeps it by itself, tens of megabytes after a long read.

    Only that of Linux takes such a word, and not each one there.
    """
    if sys.platform != "linux":
        return
    trim = getattr(CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
