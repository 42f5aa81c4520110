"""How sentences are translated: one translator a subject, plurals by number, names filled into named places."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale

_MOST = 2**31 - 1

Translate = Callable[[str], str]
Plural = Callable[[str, str, int], str]


def translator(context: str) -> Translate:
    """Returns the function that translates the sentences of `context`."""

    def tr(text: str) -> str:
        return QCoreApplication.translate(context, text)

    return tr


def plurals(context: str) -> Plural:
    """Returns the function that counts things of `context`.

    It takes the English singular and plural and the number, whose place in both is `%n`. Translators see the plural and
    give their language's own forms of it. Digits are grouped as the language does it: 9,341 subscribers.
    """

    def plural(one: str, many: str, number: int) -> str:
        # Qt counts in 32 bits.
        counted = min(number, _MOST)
        written = QLocale().toString(number)
        translated = QCoreApplication.translate(context, many, "", counted).replace(str(counted), written)
        if number == 1 and translated == many.replace("%n", written):
            return one.replace("%n", written)
        return translated

    return plural
