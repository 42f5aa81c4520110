"""The window opens where it was left, as far as the screens of today allow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from ui.viewmodels.window_place import SMALLEST, USUAL, Geometry, WindowPlace, fit

LAPTOP = QRect(0, 0, 1440, 900)
BESIDE = QRect(1440, 0, 2560, 1440)


def test_the_first_start_has_the_usual_size_and_no_place() -> None:
    assert fit(None, [LAPTOP]) == Geometry(None, None, *USUAL)


def test_a_window_on_a_screen_stays() -> None:
    left = Geometry(1500, 100, 1200, 800)
    assert fit(left, [LAPTOP, BESIDE]) == left


def test_a_window_of_a_screen_that_is_gone_comes_back() -> None:
    assert fit(Geometry(1500, 100, 1200, 800), [LAPTOP]) == Geometry(None, None, 1200, 800)


@pytest.mark.parametrize("place", [(1400, 100), (-1150, 0), (100, 890 + 40), (100, -100)])
def test_a_window_that_cannot_be_taken_hold_of_comes_back(place: tuple[int, int]) -> None:
    assert fit(Geometry(*place, 1200, 800), [LAPTOP]).x is None


def test_a_size_fits_the_screens() -> None:
    huge = fit(Geometry(0, 0, 9000, 9000), [LAPTOP])
    assert (huge.width, huge.height) == (1440, 900)
    tiny = fit(Geometry(0, 0, 1, 1), [LAPTOP])
    assert (tiny.width, tiny.height) == SMALLEST


def test_maximizing_keeps_the_size_that_comes_after_it(qapp: object) -> None:
    kept: list[tuple[Geometry, int]] = []
    place = WindowPlace(Geometry(10, 20, 800, 600), 340, lambda geometry, width: kept.append((geometry, width)))
    place.moved(0, 0, 1440, 900, True)
    assert kept[-1] == (Geometry(10, 20, 800, 600, True), 340)
    place.moved(30, 40, 900, 700, False)
    assert kept[-1] == (Geometry(30, 40, 900, 700), 340)
    place.resizeList(300)
    assert kept[-1] == (Geometry(30, 40, 900, 700), 300)
