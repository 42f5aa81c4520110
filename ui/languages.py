"""The languages of the programme: which there are, and which one a start speaks.

Qt is imported where it is needed: the command line asks which languages there are before there is Qt.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

CATALOGUES = Path(__file__).parents[1] / "resources" / "translations"

SYSTEM = "system"
"""The choice of the system's language."""

ENGLISH = "en"
"""What everything is written in, and what is spoken where there is no catalogue."""


def languages() -> list[str]:
    """Returns the codes of the languages that there are."""
    return [ENGLISH, *sorted(path.stem.removeprefix("heliograph_") for path in CATALOGUES.glob("heliograph_*.qm"))]


def spoken(choice: str, wanted: Sequence[str], there: Sequence[str]) -> str:
    """Returns the code of the language that is spoken.

    Arguments:
        choice: a code, or `SYSTEM`.
        wanted: what the system's owner reads, such as "de-CH", the best first.
        there: codes of the languages that there are.
    """
    if choice != SYSTEM:
        return choice if choice in there else ENGLISH
    codes = (each.replace("_", "-").partition("-")[0] for each in wanted)
    return next((code for code in codes if code in there), ENGLISH)


def speak(application: QGuiApplication, choice: str, ending: ExitStack) -> None:
    """Has everything that is said from now on be said in a language, dates and numbers too.

    Arguments:
        application: Qt's.
        choice: a code, or `SYSTEM`.
        ending: takes what must be undone at the end.
    """
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    before = QLocale()
    language = spoken(choice, QLocale.system().uiLanguages(), languages())
    if choice != SYSTEM and QLocale(language).language() != before.language():
        QLocale.setDefault(QLocale(language))
        ending.callback(QLocale.setDefault, before)
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", of_qt), ("qtdeclarative", of_qt), ("heliograph", str(CATALOGUES))):
        translator = QTranslator(application)
        if language != ENGLISH and translator.load(f"{name}_{language}", folder):
            application.installTranslator(translator)
            ending.callback(application.removeTranslator, translator)
