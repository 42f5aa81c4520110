"""The countries of phone numbers: search by name, by code, by the country's letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from tdlib import types as td
from ui.viewmodels.countries import Countries


def _country(code: str, name: str, *calling_codes: str, hidden: bool = False) -> td.CountryInfo:
    return td.CountryInfo(
        country_code=code,
        name=name,
        english_name=name,
        flag_emoji="",
        is_hidden=hidden,
        calling_codes=list(calling_codes),
    )


@pytest.fixture
def countries(qapp: object) -> Countries:
    """Some countries, out of order."""
    model = Countries()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.fill(
        [
            _country("US", "United States", "1"),
            _country("GB", "United Kingdom", "44"),
            _country("FR", "France", "33"),
            _country("PR", "Puerto Rico", "1787", "1939"),
            _country("FT", "Fragment", "888", hidden=True),
        ]
    )
    return model


def _names(model: Countries) -> list[str]:
    roles = {bytes(name.data()).decode(): role for role, name in model.roleNames().items()}
    return [model.data(model.index(row, 0, QModelIndex()), roles["name"]) or "" for row in range(model.rowCount())]


def test_they_stand_in_order_one_row_for_each_code(countries: Countries) -> None:
    assert _names(countries) == ["France", "Puerto Rico", "Puerto Rico", "United Kingdom", "United States"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("united", ["United Kingdom", "United States"]),
        ("KING", ["United Kingdom"]),
        ("+1", ["Puerto Rico", "Puerto Rico", "United States"]),
        ("1787", ["Puerto Rico"]),
        ("fr", ["France"]),
        ("us", ["United States"]),
        ("nited", []),
        ("", ["France", "Puerto Rico", "Puerto Rico", "United Kingdom", "United States"]),
    ],
)
def test_the_search_finds_beginnings_of_words_and_codes(countries: Countries, words: str, found: list[str]) -> None:
    countries.find(words)
    assert _names(countries) == found


def test_a_row_that_is_not_there_is_no_country(countries: Countries) -> None:
    assert countries.at(-1) is None
    assert countries.at(99) is None
    assert countries.by_code("xx") is None
    france = countries.by_code("fr")
    assert france is not None
    assert france.calling_code == "33"
