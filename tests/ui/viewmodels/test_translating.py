"""How Telegram writes the languages that a person may read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from ui.viewmodels.translating import code


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("en_GB", "en"),
        ("de_CH", "de"),
        ("pt_BR", "pt-BR"),
        ("pt_PT", "pt"),
        ("zh_CN", "zh-Hans"),
        ("zh_TW", "zh-Hant"),
        ("nb_NO", "no"),
        ("he_IL", "iw"),
        ("C", "en"),
    ],
)
def test_the_code_of_a_language(locale: str, wanted: str) -> None:
    assert code(QLocale(locale)) == wanted
