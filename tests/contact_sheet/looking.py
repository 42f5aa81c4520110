"""What must hold for the picture of any message: everything stands inside its bubble, and there is something to see."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem

from tests.contact_sheet.sheet import items

FRAMES = ("bubble", "pill", "keyboard")
"""Names of the items that what a message says must stand in."""


def outside(delegate: QQuickItem) -> list[str]:
    """Returns what of a row's text stands outside its frame, or is wider than its place."""
    found = []
    for item in items(delegate):
        if item.inherits("QQuickText") and item.property("text"):
            found += _outside(item, _frame(item, delegate))
    return found


def marked_up(delegate: QQuickItem) -> list[str]:
    """Returns texts that are read as markup and have a tag in them that is none of our own."""
    rich = [item for item in items(delegate) if item.inherits("QQuickText") and not _is_plain(item)]
    return [text for item in rich if _TAGS.search(text := str(item.property("text")))]


def is_drawn(picture: QImage, delegate: QQuickItem) -> bool:
    """Returns whether the row's place in `picture` shows more than its ground."""
    box = delegate.mapRectToScene(delegate.boundingRect()).toRect().intersected(picture.rect())
    part = picture.copy(box)
    ground = part.pixel(part.width() - 1, 0)
    step = max(1, part.height() // 24)
    seen = {part.pixel(x, y) for y in range(0, part.height(), step) for x in range(0, part.width(), 3)}
    return len(seen - {ground}) > 3


# What `ui/viewmodels/rich_text.py` and the style sheet in front of its markup write.
_TAGS = re.compile(
    r"<(?!/?(?:b|i|u|s|a|br|style|span)\b|img src=\"image://emoji/[\w/=-]+\" )[a-z/!]|href=\"(?!\d+\"|spoiler\")",
    re.IGNORECASE,
)


def _is_plain(text: QQuickItem) -> bool:
    # WORKAROUND: the type of Text.textFormat has no converter to Python; QML itself can read it.
    expression = QQmlExpression(QQmlEngine.contextForObject(text), text, "textFormat === Text.PlainText")
    return bool(expression.evaluate()[0])


def _outside(text: QQuickItem, frame: QQuickItem) -> list[str]:
    words = text.property("text")[:40]
    drawn = QRectF(0, 0, text.property("contentWidth"), text.property("contentHeight"))
    if text.property("clip"):
        drawn = drawn.intersected(QRectF(0, 0, text.width(), text.height()))
    place = text.mapRectToItem(frame, drawn)
    if text.property("contentWidth") > text.width() + 1 and not text.property("truncated"):
        return [f"{words!r} is wider than its place"]
    if place.left() < -1 or place.right() > frame.width() + 1:
        return [f"{words!r} leaves its {frame.objectName() or 'row'} at the side: {place}, {frame.width()}"]
    if place.top() < -1 or place.bottom() > frame.height() + 2:
        return [f"{words!r} leaves its {frame.objectName() or 'row'} above or below: {place}, {frame.height()}"]
    return []


def _frame(item: QQuickItem, delegate: QQuickItem) -> QQuickItem:
    above: QQuickItem | None = item
    while above is not None and above is not delegate:
        if above.objectName() in FRAMES:
            return above
        above = above.parentItem()
    return delegate
