"""Text offsets in UTF-16 units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.text import Offsets, Run, part, segments, trimmed, utf16_length, utf16_slice
from tdlib import types as td

BOLD = td.TextEntityTypeBold()
ITALIC = td.TextEntityTypeItalic()
CODE = td.TextEntityTypeCode()

letters = st.text(alphabet="aé\u4f60\U0001f600\U0001d54f ", max_size=30)


def entity(offset: int, length: int, kind: td.TextEntityType = BOLD) -> td.TextEntity:
    return td.TextEntity(offset=offset, length=length, type=kind)


@pytest.mark.parametrize(("text", "length"), [("", 0), ("abc", 3), ("é", 1), ("😀", 2), ("a😀b", 4), ("👩‍👧", 5)])
def test_length(text: str, length: int) -> None:
    assert utf16_length(text) == length


@given(letters)
def test_length_is_that_of_the_encoding(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@given(letters, st.data())
def test_offsets_and_indexes_are_inverse(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    offsets = Offsets(text)
    assert offsets.offset(index) == utf16_length(text[:index])
    assert offsets.index(offsets.offset(index)) == index


def test_an_offset_inside_a_pair_belongs_to_the_next_letter() -> None:
    assert Offsets("a😀b").index(2) == 2
    assert utf16_slice("a😀b", 1, 2) == "😀"
    assert utf16_slice("a😀b", 3, 99) == "b"


def test_runs_split_where_entities_begin_and_end() -> None:
    text = td.FormattedText(text="a😀bcd", entities=[entity(1, 4), entity(3, 3, ITALIC)])
    assert segments(text) == [
        Run("a", ()),
        Run("😀", (BOLD,)),
        Run("bc", (BOLD, ITALIC)),
        Run("d", (ITALIC,)),
    ]


def test_the_wider_entity_comes_first() -> None:
    text = td.FormattedText(text="abcd", entities=[entity(0, 2, ITALIC), entity(0, 4)])
    assert segments(text) == [Run("ab", (BOLD, ITALIC)), Run("cd", (BOLD,))]


def test_impossible_entities_do_no_harm() -> None:
    entities = [entity(9, 4), entity(-3, 4), entity(1, -1), entity(0, 0), entity(1, 99, CODE)]
    text = td.FormattedText(text="ab", entities=entities)
    assert segments(text) == [Run("a", (BOLD,)), Run("b", (CODE,))]


spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from([BOLD, ITALIC, CODE])), max_size=6
)


@given(letters, spans)
def test_runs_are_the_whole_text_and_each_letter_has_its_entities(
    text: str, chosen: list[tuple[int, int, td.TextEntityType]]
) -> None:
    entities = [entity(offset, length, kind) for offset, length, kind in chosen]
    runs = segments(td.FormattedText(text=text, entities=entities))
    assert "".join(run.text for run in runs) == text
    assert all(run.text for run in runs) or not text
    offsets = Offsets(text)
    at = 0
    for run in runs:
        for _ in run.text:
            over = [
                each.type
                for each in entities
                if offsets.index(each.offset) <= at < offsets.index(each.offset + each.length)
            ]
            assert sorted(map(repr, run.entities)) == sorted(map(repr, over))
            at += 1


def test_trimming_moves_entities_along() -> None:
    text = td.FormattedText(text=" \n😀 word \n", entities=[entity(2, 2), entity(4, 7, ITALIC)])
    assert trimmed(text) == td.FormattedText(text="😀 word", entities=[entity(0, 2), entity(2, 5, ITALIC)])
    assert trimmed(td.FormattedText(text="  ")) == td.FormattedText(text="")


def test_a_part_keeps_what_lies_in_it() -> None:
    text = td.FormattedText(text="0123456789", entities=[entity(0, 4), entity(8, 2, ITALIC)])
    assert part(text, 2, 4) == td.FormattedText(text="2345", entities=[entity(0, 2)])
