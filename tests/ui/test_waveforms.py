"""Voice messages: the bars that show how loud they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication

from ui.media.waveforms import WaveformProvider
from ui.viewmodels.contents.file import BARS, heights


def packed(values: list[int]) -> bytes:
    whole = sum(value << 5 * place for place, value in enumerate(values))
    return whole.to_bytes((len(values) * 5 + 7) // 8, "little")


@given(st.lists(st.integers(0, 31), max_size=100))
def test_a_waveform_is_unpacked_into_bars(values: list[int]) -> None:
    found = [int(digit, 32) for digit in heights(packed(values))]
    assert len(found) <= BARS
    if len(values) < BARS:
        assert found[: len(values)] == values
    assert max(found, default=0) == max(values, default=0)


@given(st.binary(max_size=2_000))
def test_any_bytes_are_a_waveform(data: bytes) -> None:
    assert len(heights(data)) <= BARS


def test_each_bar_is_as_high_as_its_digit(qapp: QGuiApplication) -> None:
    image = WaveformProvider().requestImage("0v/ff0000", QSize(), QSize(40, 40))
    assert image.size() == QSize(40, 40)
    low, high = ([image.pixelColor(x, y).alpha() > 128 for y in range(40)] for x in (6, 26))
    assert sum(low) < 14
    assert sum(high) > 36
    assert image.pixelColor(26, 20) == QColor("red")
    assert image.pixelColor(16, 20).alpha() == 0
