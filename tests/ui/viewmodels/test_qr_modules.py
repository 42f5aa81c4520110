"""The QR code's path has exactly the modules of the code, but for the clear middle."""

from __future__ import annotations

import re

import segno

from ui.viewmodels.qr_modules import CLEAR, qr_modules

LINK = "tg://login?token=AQJd3mN8-4bJm0yZ1uKcQwRfVxT7hG2sLpE9oIaB6nD5kC"


def _cells(path: str) -> set[tuple[int, int]]:
    """The modules of the path: each begins with a move to its top left corner, or half a module to the right of it."""
    return {(int(float(row)), int(float(column))) for column, row in re.findall(r"M([\d.]+) ([\d.]+)", path)}


def test_every_dark_module_is_drawn_and_no_other() -> None:
    matrix = [list(row) for row in segno.make(LINK, error="q", micro=False).matrix]
    count = len(matrix)
    middle = range((count - CLEAR) // 2, (count + CLEAR) // 2)
    dark = {
        (row, column)
        for row in range(count)
        for column in range(count)
        if matrix[row][column] and not (row in middle and column in middle)
    }
    modules = qr_modules(LINK)
    assert modules.count == count
    assert _cells(modules.path) == dark


def test_what_the_mark_covers_can_be_brought_back() -> None:
    """Level Q restores a quarter of the code's words; the middle is well below that."""
    assert CLEAR**2 / qr_modules(LINK).count ** 2 < 0.07


def test_another_link_is_another_code() -> None:
    assert qr_modules(LINK).path != qr_modules(LINK + "x").path
