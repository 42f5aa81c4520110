"""Python's collector on Qt's thread."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from ui.platform import garbage
from ui.platform.garbage import Garbage

Until = Callable[..., None]


class Knot:
    """Refers to itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def collector(qapp: QCoreApplication) -> Iterator[Garbage]:
    made = Garbage()
    yield made
    made.close()


def test_a_cycle_goes_in_the_next_round(collector: Garbage, until: Until) -> None:
    knot = weakref.ref(Knot())
    assert not gc.isenabled()
    until(lambda: knot() is None)


def test_a_cycle_that_has_grown_old_goes_too(collector: Garbage, until: Until, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "FULL_ROUND", 0.0)
    monkeypatch.setattr(garbage, "QUIET", 60.0)
    monkeypatch.setattr(garbage, "QUIET_ROUNDS", 1)
    monkeypatch.setattr(garbage, "MUCH", 1)
    knot = Knot()
    seen = weakref.ref(knot)
    gc.collect(1)
    del knot
    until(lambda: seen() is None)


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_given_back_as_it_was(qapp: QCoreApplication, enabled: bool) -> None:
    before = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        made = Garbage()
        assert not gc.isenabled()
        made.close()
        assert gc.isenabled() == enabled
        assert gc.get_freeze_count() == 0
    finally:
        (gc.enable if before else gc.disable)()
