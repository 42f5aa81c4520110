"""The server's time, which a test may shift, and the numbers of messages, which are made of it."""

from __future__ import annotations

import time


class Clock:
    """The server's clock.

    Attributes:
        skew: by how many seconds it is ahead of this machine's.
    """

    def __init__(self) -> None:
        self.skew = 0.0
        self._last = 0

    def shift(self, seconds: float) -> None:
        """Sets the clock ahead of this machine's, or back; numbers start again from there."""
        self.skew = seconds
        self._last = 0

    def now(self) -> float:
        """Returns seconds since 1970."""
        return time.time() + self.skew

    def number(self, kind: int) -> int:
        """Returns the number for a new message: the time in units of 2⁻³² s, always higher than the last.

        Arguments:
            kind: the low bits: 1 for an answer, 3 for everything else.
        """
        self._last = max(int(self.now() * 2**32) & ~3, self._last + 4)
        return self._last | kind
