"""Figures and the table they are printed in."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured quantity.

    Attributes:
        name: what was measured.
        value: the median of its runs.
        unit: of the value.
        aim: what we want it to be, in words; empty where there is no aim.
        peer: the same of telegram-desktop in the same run, None where it was not measured.
    """

    name: str
    value: float
    unit: str
    aim: str = ""
    peer: float | None = None


def median(values: Sequence[float]) -> float:
    """Returns the middle value."""
    return statistics.median(values)


def percentile(values: Sequence[float], part: float) -> float:
    """Returns the value that `part` (0–1) of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(part * (len(ordered) - 1)))]


def table(figures: Sequence[Figure]) -> str:
    """Returns the figures as lines of text, ready for a README."""
    lines = ["| what | Heliograph | telegram-desktop | ratio | aim |", "|---|---:|---:|---:|---|"]
    for figure in figures:
        peer = f"{figure.peer:,.3g} {figure.unit}" if figure.peer is not None else ""
        ratio = f"{figure.value / figure.peer:.2f}" if figure.peer else ""
        lines.append(f"| {figure.name} | {_written(figure.value)} {figure.unit} | {peer} | {ratio} | {figure.aim} |")
    return "\n".join(lines)


def _written(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
