"""The pages of the contact sheet: real rows and delegates, each message under the name of its kind."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem

from tdlib import types as td
from tests.ui.fake_session import ME, make_message, make_user
from tests.ui.open_chat_window import CHAT, OpenChatWindow

WIDTH, HEIGHT, COLUMNS = 460, 1200, 4
FIRST_AUTHOR = 1000
LOADING = 2
"""QQuickImageBase::Loading."""

Until = Callable[..., None]


class Sheet:
    """A chat in a window whose messages are one content of each kind.

    Arguments:
        loop: runs the tasks.
        folder: for what belongs to the account.
        messages: what is shown, oldest first.
        dark: whether in the dark colours.
        width: of the window.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        folder: Path,
        messages: Sequence[td.Message],
        *,
        dark: bool,
        width: int = WIDTH,
    ) -> None:
        self.window = OpenChatWindow(loop, folder)
        for message in messages:
            sender = message.sender_id
            if isinstance(sender, td.MessageSenderUser) and sender.user_id >= FIRST_AUTHOR:
                name = type(message.content).__name__.removeprefix("Message")
                user = make_user(sender.user_id, name, color=sender.user_id)
                self.window.session.users.objects[sender.user_id] = user
        self.window.session.fill(list(messages))
        self.window.show(width, HEIGHT)
        # The theme belongs to the engine: each sheet has one of its own.
        theme = self.window.engine.singletonInstance("Theme", "Theme")
        assert isinstance(theme, QObject)
        theme.setProperty("dark", dark)

    def delegates(self) -> Iterator[tuple[td.Message, QQuickItem]]:
        """The messages that have a row on screen or near it, in no order."""
        keys = self.window.opened_chat.messages.row_model.keys
        for item in self.window.list.property("contentItem").childItems():
            index = item.property("index")
            if item.property("pooled") or not isinstance(index, int) or not 0 <= index < len(keys):
                continue
            key = keys[index]
            message = self.window.session.messages.get(CHAT, key) if isinstance(key, int) else None
            if message is not None:
                yield message, item

    def pages(self, until: Until) -> Iterator[QImage]:
        """Turns over the chat from its end to its beginning, one picture a page."""
        listed = self.window.list
        while True:
            until(lambda: not any(_loads(item) for item in items(self.window.view.contentItem())), "the pictures")
            yield self.window.view.grabWindow()
            if listed.property("atYBeginning"):
                return
            before = float(listed.property("contentY"))
            step = listed.height() - 80
            listed.setProperty("contentY", max(before - step, float(listed.property("originY"))))
            until(lambda before=before: float(listed.property("contentY")) != before, "the next page")

    def close(self) -> None:
        self.window.close()


def labelled(contents: Sequence[td.MessageContent], *, own: bool = False) -> list[td.Message]:
    """Returns a message for each content, each by an author of its own."""
    return [
        make_message(number + 1, content, sender=ME if own else FIRST_AUTHOR + number)
        for number, content in enumerate(contents)
    ]


def items(parent: QQuickItem) -> Iterator[QQuickItem]:
    """Every visible item under `parent`."""
    for child in parent.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child
            yield from items(child)


def montage(pages: Sequence[QImage]) -> QImage:
    """Returns up to `COLUMNS` pages side by side."""
    width = max((page.width() for page in pages), default=1)
    height = max((page.height() for page in pages), default=1)
    sheet = QImage(width * len(pages), height, QImage.Format.Format_RGB32)
    sheet.fill(0)
    painter = QPainter(sheet)
    for number, page in enumerate(pages):
        painter.drawImage(QPoint(number * width, 0), page)
    painter.end()
    return sheet


def _loads(item: QQuickItem) -> bool:
    if not item.inherits("QQuickImageBase"):
        return False
    # WORKAROUND: the type of Image.status has no converter to Python; QML itself can read it.
    return bool(QQmlExpression(QQmlEngine.contextForObject(item), item, f"status === {LOADING}").evaluate()[0])
