"""The languages: which one is spoken, and that catalogues say the same as the English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from tests.packaging.scripts import ROOT, script
from ui.languages import CATALOGUES, languages, speak, spoken

translations = script("translations")

FILES = sorted(CATALOGUES.glob("heliograph_*.ts"))

PLACES = re.compile(r"%(?:n|\d+(?![\dd])|\d*[sd])|\{\w*\}")
"""Where something is filled in."""


@pytest.fixture
def ending() -> Iterator[ExitStack]:
    with ExitStack() as ending:
        yield ending


def test_there_is_english_and_german() -> None:
    assert languages()[0] == "en"
    assert "de" in languages()


@pytest.mark.parametrize(
    ("choice", "wanted", "language"),
    [
        ("system", ["de-CH", "fr"], "de"),
        ("system", ["de_DE"], "de"),
        ("system", ["en-GB", "de"], "en"),
        ("system", ["fr", "de"], "de"),
        ("system", ["fr"], "en"),
        ("system", [], "en"),
        ("de", ["en"], "de"),
        ("en", ["de"], "en"),
        ("xx", ["de"], "en"),
    ],
)
def test_the_language_that_is_spoken(choice: str, wanted: list[str], language: str) -> None:
    assert spoken(choice, wanted, ["en", "de"]) == language


def test_everything_is_said_in_the_chosen_language_until_the_end(qapp: QGuiApplication) -> None:
    before = QLocale()
    with ExitStack() as ending:
        speak(qapp, "de", ending)
        assert QCoreApplication.translate("Tray", "Quit") == "Beenden"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
        assert QCoreApplication.translate("Times", "%n days", "", 1) == "1 Tag"
        assert QCoreApplication.translate("Times", "%n days", "", 2) == "2 Tage"
        assert QLocale().language() == QLocale.Language.German
    assert QCoreApplication.translate("Tray", "Quit") == "Quit"
    assert QLocale() == before


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_place_is_filled_in(path: Path) -> None:
    wrong = [
        f"{message.source!r}: {form!r}"
        for message, forms in translations.read(path).items()
        for number, form in enumerate(forms)
        if form and not _has_places_of(message.source, form, without_number=message.counts and number == 0)
    ]
    assert wrong == []


def _has_places_of(source: str, form: str, *, without_number: bool) -> bool:
    """The one thing that is counted may go without its number, and names may come in another order."""
    wanted, found = PLACES.findall(source), PLACES.findall(form)
    if without_number and "%n" not in found:
        wanted = [place for place in wanted if place != "%n"]
    in_order = [place for place in wanted if place[-1] in "sd"]
    return sorted(wanted) == sorted(found) and in_order == [place for place in found if place[-1] in "sd"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_ends_are_the_same(path: Path) -> None:
    wrong = [
        f"{message.source!r}: {form!r}"
        for message, forms in translations.read(path).items()
        for form in forms
        if form and (_ends(message.source) != _ends(form))
    ]
    assert wrong == []


def _ends(text: str) -> tuple[str, ...]:
    last = text.rstrip()[-1:]
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :], last if last in "…?:" else ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_catalogue_is_compiled_anew_when_it_changes(qapp: QGuiApplication, path: Path) -> None:
    compiled = QTranslator()
    assert compiled.load(str(path.with_suffix(".qm")))
    for message, forms in translations.read(path).items():
        # German's two forms: of one, and of any other number.
        said = [compiled.translate(message.context, message.source, "", number) for number in (1, 2)[: len(forms)]]
        if not message.counts:
            said = [compiled.translate(message.context, message.source)]
        if all(forms):
            assert said == forms, "make translations"


def test_nothing_is_translated_before_the_language_is_known() -> None:
    """A sentence that a module builds while it is imported would stay English."""
    early = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in (ROOT / "ui" / "viewmodels").rglob("*.py")
        for call in _calls_at_import(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call.func, ast.Name) and call.func.id in ("tr", "plural")
    ]
    assert early == []


def _calls_at_import(node: ast.AST) -> Iterator[ast.Call]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _calls_at_import(child)
