"""Where the pictures of an album stand: rows as wide as the bubble whose pictures keep their shape as far as may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

NARROWEST, WIDEST = 0.6, 2.2
"""Shapes beyond are cropped to these, as width by height."""

TALLEST, LOWEST = 1.25, 0.22
"""Heights of the whole and of one row that a mosaic should keep to, as parts of its width."""

IDEAL = 0.8
MOST_IN_A_ROW = 4


@dataclass(frozen=True)
class Place:
    """Where one picture stands; all as parts of the mosaic's width."""

    x: float
    y: float
    width: float
    height: float


@lru_cache(maxsize=256)
def places(ratios: tuple[float, ...]) -> tuple[Place, ...]:
    """Returns a place for each picture.

    Arguments:
        ratios: width by height of each picture, in their order.
    """
    shapes = [max(NARROWEST, min(WIDEST, ratio)) for ratio in ratios]
    beside = _beside(shapes)
    if beside is not None:
        return beside
    sums = list(accumulate(shapes, initial=0.0))
    best = min(_partitions(len(shapes)), key=lambda rows: _cost(_heights(sums, rows)), default=())
    return tuple(_rows(shapes, best, _heights(sums, best)))


def _beside(shapes: Sequence[float]) -> tuple[Place, ...] | None:
    """An upright picture at the left of the others above each other."""
    if len(shapes) not in (3, 4) or shapes[0] > 0.95:
        return None
    right = 1 / (1 + shapes[0] * sum(1 / shape for shape in shapes[1:]))
    left = 1 - right
    height = left / shapes[0]
    if height > TALLEST or right < 0.25:
        return None
    found = [Place(0, 0, left, height)]
    y = 0.0
    for shape in shapes[1:]:
        found.append(Place(left, y, right, right / shape))
        y += right / shape
    return tuple(found)


@lru_cache(maxsize=16)
def _partitions(number: int) -> tuple[tuple[int, ...], ...]:
    """Every way to put `number` pictures into rows, as the lengths of the rows."""
    if number == 0:
        return ((),)
    firsts = range(1, min(MOST_IN_A_ROW, number) + 1)
    return tuple((first, *rest) for first in firsts for rest in _partitions(number - first))


def _heights(sums: Sequence[float], rows: Sequence[int]) -> list[float]:
    """The heights of rows, from the sums of the shapes before each picture."""
    heights = []
    start = 0
    for length in rows:
        heights.append(1 / (sums[start + length] - sums[start]))
        start += length
    return heights


def _cost(heights: Sequence[float]) -> float:
    whole = sum(heights)
    uneven = max(heights) - min(heights) if heights else 0.0
    low = sum(max(0.0, LOWEST - height) for height in heights)
    return abs(whole - IDEAL) + 4 * max(0.0, whole - TALLEST) + 6 * low + 0.4 * uneven


def _rows(shapes: Sequence[float], rows: Sequence[int], heights: Sequence[float]) -> Iterator[Place]:
    start, y = 0, 0.0
    for length, height in zip(rows, heights, strict=True):
        x = 0.0
        for shape in shapes[start : start + length]:
            yield Place(x, y, shape * height, height)
            x += shape * height
        start += length
        y += height
