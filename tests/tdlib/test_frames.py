"""Frames survive any cut of the stream."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tdlib.frames import Kind, Splitter, pack


@given(st.lists(st.tuples(st.sampled_from(Kind), st.binary(max_size=40))), st.lists(st.integers(1, 30)))
def test_frames_come_out_as_they_went_in(frames: list[tuple[Kind, bytes]], cuts: list[int]) -> None:
    stream = b"".join(pack(kind, payload) for kind, payload in frames)
    splitter = Splitter()
    out: list[tuple[Kind, bytes]] = []
    start = 0
    for cut in cuts:
        out += splitter.feed(stream[start : start + cut])
        start += cut
    out += splitter.feed(stream[start:])
    assert out == frames
