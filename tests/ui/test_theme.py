"""The tokens of the look: text can be read on everything it stands on, in all four appearances."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from ui.window import QML

GROUNDS = [
    "canvas",
    "surface",
    "surfaceRaised",
    "field",
    "hover",
    "pressed",
    "selected",
    "bubbleIn",
    "bubbleOut",
    "accentSoft",
]
TEXT = {
    "text": GROUNDS,
    "textSecondary": GROUNDS,
    "accent": [ground for ground in GROUNDS if ground != "pressed"],
    "danger": ["canvas", "surface", "surfaceRaised", "field", "hover", "pressed"],
    "accentInk": ["accent", "accentHover", "accentPressed"],
    "flashInk": ["flash"],
    "mutedBadgeInk": ["mutedBadge"],
    "dangerInk": ["danger", "dangerHover"],
}
SIGNS = {"success": ["surface", "hover", "selected"], "outline": ["canvas", "surface", "surfaceRaised", "field"]}
COLORED = 7
PROBE = "\n".join(
    [
        "import QtQuick",
        "import Theme",
        "QtObject {",
        "property QtObject theme: Theme",
        *(f"property color sender{index}: Theme.senderColor({index})" for index in range(COLORED)),
        *(f"property color avatar{index}: Theme.avatarColor({index})" for index in range(COLORED)),
        "}",
    ]
)
APPEARANCES = list(product((False, True), (False, True)))


def contrast(one: QColor, other: QColor) -> float:
    """Returns the contrast of two colours as WCAG 2 counts it, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = (_linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


@pytest.fixture(
    params=APPEARANCES, ids=lambda value: f"{'dark' if value[0] else 'light'}{'-contrast' if value[1] else ''}"
)
def theme(qapp: QGuiApplication, request: pytest.FixtureRequest) -> Iterator[QObject]:
    """The singleton `Theme` in one of its appearances."""
    engine = QQmlEngine()
    engine.addImportPath(str(QML))
    component = QQmlComponent(engine)
    component.setData(PROBE.encode(), "")
    root = component.create()
    theme: QObject = root.property("theme")
    theme.setProperty("probe", root)
    theme.setProperty("dark", request.param[0])
    theme.setProperty("highContrast", request.param[1])
    yield theme
    del root, component, engine


@pytest.mark.parametrize(("ink", "ground"), [(ink, ground) for ink, grounds in TEXT.items() for ground in grounds])
def test_text_can_be_read(theme: QObject, ink: str, ground: str) -> None:
    assert contrast(theme.property(ink), theme.property(ground)) >= 4.5


@pytest.mark.parametrize(("sign", "ground"), [(sign, ground) for sign, grounds in SIGNS.items() for ground in grounds])
def test_signs_can_be_seen(theme: QObject, sign: str, ground: str) -> None:
    assert contrast(theme.property(sign), theme.property(ground)) >= 3


def test_names_and_letters_in_a_persons_colour_can_be_read(theme: QObject) -> None:
    probe: QObject = theme.property("probe")
    for index in range(COLORED):
        name, avatar = probe.property(f"sender{index}"), probe.property(f"avatar{index}")
        assert min(contrast(name, theme.property(ground)) for ground in ("bubbleIn", "canvas", "surface")) >= 4.5
        assert contrast(avatar, theme.property("avatarInk")) >= 4.5
