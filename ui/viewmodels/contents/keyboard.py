"""`InlineKeyboard`: the buttons a bot put under its message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from tdlib import types as td
from ui.viewmodels.wording.names import isolate, on_one_line

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

Button = TypeVar("Button")

MOST_IN_A_ROW = 8
MOST = 100
"""Buttons a message may have."""

_LETTER, _AROUND = 8, 24
"""Widths of a letter and of the room around the words, roughly."""

_ICONS: dict[type[td.TdObject], str] = {
    td.InlineKeyboardButtonTypeUrl: "external",
    td.InlineKeyboardButtonTypeLoginUrl: "key",
    td.InlineKeyboardButtonTypeWebApp: "globe",
    td.InlineKeyboardButtonTypeSwitchInline: "forward",
    td.InlineKeyboardButtonTypeBuy: "invoice",
    td.InlineKeyboardButtonTypeUser: "person",
    td.InlineKeyboardButtonTypeCopyText: "copy",
    td.InlineKeyboardButtonTypeCallbackGame: "play",
}
STYLES: dict[type[td.TdObject], str] = {
    td.ButtonStylePrimary: "primary",
    td.ButtonStyleDanger: "danger",
    td.ButtonStyleSuccess: "success",
}


@QmlElement
class KeyboardKey(QObject):
    """One button.

    Arguments:
        text: what stands on it, as its author wrote it.
        icon: says what pressing does; empty for an answer to the bot.
        style: "", "primary", "danger" or "success".
        row, column: where it stands.
        columns: how many stand in its row.
        press: presses it.
    """

    def __init__(
        self,
        text: str,
        icon: str,
        style: str,
        row: int,
        column: int,
        columns: int,
        press: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = isolate(on_one_line(text))
        self._icon = icon
        self._style = style
        self._row, self._column, self._columns = row, column, columns
        self._press = press

    text = Property(str, lambda self: self._text, constant=True)
    icon = Property(str, lambda self: self._icon, constant=True)
    style = Property(str, lambda self: self._style, constant=True)
    row = Property(int, lambda self: self._row, constant=True)
    column = Property(int, lambda self: self._column, constant=True)
    columns = Property(int, lambda self: self._columns, constant=True)

    @property
    def place(self) -> tuple[int, int]:
        """Its row and column."""
        return self._row, self._column

    @Slot()
    def press(self) -> None:
        self._press()


@QmlElement
class InlineKeyboard(QObject):
    """Rows of buttons as one list, each with its place."""

    def __init__(
        self, markup: td.ReplyMarkupInlineKeyboard, press: Callable[[int, int], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        rows = drawn_rows(markup.rows)
        self._rows = len(rows)
        widths = [len(row) * max(_AROUND + _LETTER * len(button.text) for button in row) for row in rows]
        self._width = min(300, max(widths, default=0))
        self._keys = [
            KeyboardKey(
                button.text,
                _ICONS.get(type(button.type), ""),
                STYLES.get(type(button.style), ""),
                row,
                column,
                len(buttons),
                partial(press, row, column),
                self,
            )
            for row, buttons in enumerate(rows)
            for column, button in enumerate(buttons)
        ]

    keys = Property(list, lambda self: self._keys, constant=True)
    rows = Property(int, lambda self: self._rows, constant=True)
    # What its rows would like, in units of the layout.
    naturalWidth = Property(int, lambda self: self._width, constant=True)


def button_at(markup: td.ReplyMarkup | None, row: int, column: int) -> td.InlineKeyboardButton | None:
    """Returns the button that stands at a place of the drawn keyboard, None where there is none any more."""
    if not isinstance(markup, td.ReplyMarkupInlineKeyboard):
        return None
    rows = drawn_rows(markup.rows)
    if not 0 <= row < len(rows) or not 0 <= column < len(rows[row]):
        return None
    return rows[row][column]


def drawn_rows(given: Sequence[Sequence[Button]]) -> list[list[Button]]:
    """Returns the rows that are drawn: a message may not have more buttons than `MOST`."""
    rows: list[list[Button]] = []
    room = MOST
    for buttons in given:
        kept = list(buttons)[: min(MOST_IN_A_ROW, room)]
        room -= len(kept)
        if kept:
            rows.append(kept)
    return rows
