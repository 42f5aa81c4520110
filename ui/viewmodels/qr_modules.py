"""The modules of a QR code as the path of one shape, with rounded corners and a clear middle for the mark."""

from __future__ import annotations

from dataclasses import dataclass

CLEAR = 9
"""Modules across the middle that are left out; error correction Q brings them back."""

ROUND = 0.5
"""The radius of an outer corner, in modules."""


@dataclass(frozen=True)
class QrModules:
    """A QR code without its quiet zone.

    Attributes:
        count: modules along one side.
        path: the dark modules as SVG path data, one unit a module.
    """

    count: int
    path: str


def qr_modules(content: str) -> QrModules:
    """Returns the QR code of `content`."""
    # Most starts never draw one, and segno brings what writes files of all kinds.
    import segno

    matrix = [[bool(module) for module in row] for row in segno.make(content, error="q", micro=False).matrix]
    count = len(matrix)
    first, last = (count - CLEAR) // 2, (count + CLEAR) // 2

    def dark(row: int, column: int) -> bool:
        if not (0 <= row < count and 0 <= column < count):
            return False
        return matrix[row][column] and not (first <= row < last and first <= column < last)

    cells = [(row, column) for row in range(count) for column in range(count) if dark(row, column)]
    path = "".join(
        _cell(row, column, dark(row - 1, column), dark(row, column + 1), dark(row + 1, column), dark(row, column - 1))
        for row, column in cells
    )
    return QrModules(count, path)


def _cell(row: int, column: int, above: bool, right: bool, below: bool, left: bool) -> str:
    """One module; a corner is round where no neighbour touches it."""
    top_left = 0 if above or left else ROUND
    top_right = 0 if above or right else ROUND
    bottom_right = 0 if below or right else ROUND
    bottom_left = 0 if below or left else ROUND
    return (
        f"M{column + top_left} {row}"
        f"L{column + 1 - top_right} {row}{_corner(top_right, column + 1, row + top_right)}"
        f"L{column + 1} {row + 1 - bottom_right}{_corner(bottom_right, column + 1 - bottom_right, row + 1)}"
        f"L{column + bottom_left} {row + 1}{_corner(bottom_left, column, row + 1 - bottom_left)}"
        f"L{column} {row + top_left}{_corner(top_left, column + top_left, row)}Z"
    )


def _corner(radius: float, x: float, y: float) -> str:
    return f"A{radius} {radius} 0 0 1 {x} {y}" if radius else ""
