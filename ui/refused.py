"""`Refused`: something that was asked for on the command line can't be done."""

from __future__ import annotations


class Refused(Exception):
    """Ends the programme.

    Attributes:
        sentence: why, and the way on.
        code: the exit code.
    """

    def __init__(self, sentence: str, code: int = 1) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code
