"""Every kind of message as it is drawn: in its bubble, in light and dark, whatever a peer put into it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF

from tdlib import types as td
from tests.contact_sheet.drawings import Drawings
from tests.contact_sheet.looking import is_drawn, marked_up, outside
from tests.contact_sheet.samples import KINDS, sample
from tests.contact_sheet.sheet import Sheet, labelled
from tests.contact_sheet.variants import variants

Until = Callable[..., None]


def look(
    loop: asyncio.AbstractEventLoop,
    until: Until,
    folder: Path,
    messages: Sequence[td.Message],
    *,
    dark: bool = False,
    draws: bool = True,
) -> None:
    """Turns all pages and looks at every row; each message must have been seen.

    Arguments:
        dark: whether in the dark colours.
        draws: whether each message has something to see.
    """
    sheet = Sheet(loop, folder, messages, dark=dark)
    try:
        missing = {message.id for message in messages}
        wrong: set[str] = set()
        for page in sheet.pages(until):
            for message, delegate in sheet.delegates():
                name = type(message.content).__name__
                wrong.update(f"{name}: {each}" for each in (*outside(delegate), *marked_up(delegate)))
                top = delegate.mapToScene(delegate.boundingRect().topLeft()).y()
                if draws and message.id in missing and 60 < top < page.height() - 60 - delegate.height():
                    assert is_drawn(page, delegate), f"there is nothing to see of {name}"
                missing.difference_update(sheet.window.opened_chat.messages.album_ids(message.id))
        assert not wrong
        assert not missing, "some messages have no row"
    finally:
        sheet.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("own", [False, True], ids=["others", "own"])
def test_every_kind_is_drawn_inside_its_bubble(
    loop: asyncio.AbstractEventLoop, until: Until, tmp_path: Path, dark: bool, own: bool
) -> None:
    drawings = Drawings(tmp_path)
    assert len(KINDS) == 104
    look(loop, until, tmp_path, labelled([sample(kind, drawings) for kind in KINDS], own=own), dark=dark)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_variant_is_drawn_inside_its_bubble(
    loop: asyncio.AbstractEventLoop, until: Until, tmp_path: Path, dark: bool
) -> None:
    look(loop, until, tmp_path, variants(Drawings(tmp_path), "", first_id=1), dark=dark)


def test_every_row_can_be_let_go_of(loop: asyncio.AbstractEventLoop, until: Until, tmp_path: Path) -> None:
    """A delegate on screen asks for its row anew; one that waits for reuse loses it, and complains of nothing."""
    drawings = Drawings(tmp_path)
    messages = labelled([sample(kind, drawings) for kind in KINDS])
    messages += variants(drawings, "", first_id=len(messages) + 1)
    sheet = Sheet(loop, tmp_path, messages, dark=False)
    try:
        history = sheet.window.opened_chat.messages
        rows = history.row_model
        for page in sheet.pages(until):
            had = [row for _, row in rows.made()]
            rows.keep(0, -1, lambda row: False)
            assert not set(had) & {row for _, row in rows.made()}
            for message, item in sheet.delegates():
                on_screen = 0 < item.mapToScene(QPointF(0, item.height())).y() < page.height()
                assert not on_screen or history.row(message.id) is not None
            assert sheet.window.view.grabWindow().size() == page.size()
            for _ in had:
                rows.release_retired()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        sheet.close()
