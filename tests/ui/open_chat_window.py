"""The open chat in a window of its own, over a `FakeSession`: for tests with keys, clicks and the wheel."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from client.journal import ComposerJournal
from client.session import Session
from tdlib import types as td
from tests.ui.conftest import turn
from tests.ui.fake_session import FakeSession, make_chat, make_user
from ui.viewmodels import chats_view
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.history import Place
from ui.viewmodels.open_chat import OpenChat
from ui.viewmodels.tasks import Tasks
from ui.window import QML, qml_engine

CHAT = 10
REGISTERED = chats_view.QML_IMPORT_NAME
"""Importing the module registers the types that QML names."""


def as_session(session: FakeSession) -> Session:
    """Returns `session` under the type of what it stands for."""
    return cast(Session, session)


class FakeDesktop:
    """Notes what it is asked to open and copy."""

    def __init__(self) -> None:
        self.links: list[str] = []
        self.files: list[Path] = []
        self.copied: list[str] = []
        self.picture: Path | None = None
        self.raised: list[QObject] = []

    def bring_to_front(self, window: QObject) -> None:
        self.raised.append(window)

    def open_link(self, url: str) -> bool:
        self.links.append(url)
        return True

    def open_file(self, path: Path) -> bool:
        self.files.append(path)
        return True

    def show_in_folder(self, path: Path) -> bool:
        self.files.append(path.parent)
        return True

    def copy(self, text: str) -> None:
        self.copied.append(text)

    def picture_from_clipboard(self) -> Path | None:
        return self.picture

    def picture_size(self, path: Path) -> tuple[int, int] | None:
        return (640, 480) if path.suffix in (".png", ".jpg") else None


class OpenChatBench:
    """A session with one chat, and what belongs to its being open.

    Arguments:
        loop: runs the tasks.
        folder: for the journal.
        kind: of the chat.
    """

    def __init__(
        self, loop: asyncio.AbstractEventLoop, folder: Path, kind: td.ChatType | None = None, **chat: object
    ) -> None:
        self.session = FakeSession()
        self.session.answers["parse_markdown"] = lambda text: text
        self.session.answers["properties"] = td.MessageProperties(
            can_be_replied=True, can_be_edited=True, can_be_copied=True, can_be_deleted_for_all_users=True
        )
        for user_id, name in ((2, "Ann"), (3, "Bob"), (4, "Cleo")):
            self.session.users.objects[user_id] = make_user(user_id, name, color=user_id)
        self.session.chats.objects[CHAT] = make_chat(
            CHAT, kind or td.ChatTypeBasicGroup(basic_group_id=1), "Walkers", **chat
        )
        self.shown: list[str] = []
        self.opened: list[tuple[int, int | None]] = []
        self.followed: list[str] = []
        self.desktop = FakeDesktop()
        self.tasks = Tasks(loop, self.shown.append)
        self.journal = ComposerJournal(folder / "journal", loop.call_later)
        self.avatars = Avatars(as_session(self.session), self.tasks)
        self.chat: OpenChat | None = None

    @property
    def opened_chat(self) -> OpenChat:
        """The open chat; there must be one."""
        assert self.chat is not None, "no chat is open"
        return self.chat

    def open(self, place: Place | None = None) -> OpenChat:
        """Makes the view models of the open chat and loads them."""
        self.chat = OpenChat(
            as_session(self.session),
            CHAT,
            self.tasks,
            self.avatars,
            self.desktop,
            self.journal,
            self.shown.append,
            self._note_opening,
            self.followed.append,
            place,
        )
        self.chat.start(None)
        return self.chat


    def _note_opening(self, chat_id: int, message_id: int | None) -> None:
        self.opened.append((chat_id, message_id))

    def close_chat(self) -> None:
        """Closes the chat and waits until nothing of it runs."""
        if self.chat is not None:
            self.tasks.start(self.chat.close())
            self.chat = None
        for _ in range(100):
            turn(0.01)
            if self.tasks.idle:
                return
        raise AssertionError("the chat did not close")


class OpenChatWindow(OpenChatBench):
    """The same with its window; arguments as of `OpenChatBench`."""

    def __init__(
        self, loop: asyncio.AbstractEventLoop, folder: Path, kind: td.ChatType | None = None, **chat: object
    ) -> None:
        super().__init__(loop, folder, kind, **chat)
        self.engine = qml_engine()
        self.view = QQuickView(self.engine, cast(QWindow, None))

    def show(self, width: int = 800, height: int = 700, place: Place | None = None) -> None:
        """Opens the chat and its window."""
        chat = self.open(place)
        self.view.setInitialProperties({"chat": chat})
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.view.resize(width, height)
        self.view.setSource(QUrl.fromLocalFile(str(QML / "History" / "OpenChatView.qml")))
        assert self.view.status() == QQuickView.Status.Ready, [error.toString() for error in self.view.errors()]
        self.view.show()

    @property
    def list(self) -> QQuickItem:
        """The list of messages."""
        return self.item("messages")

    def item(self, name: str) -> QQuickItem:
        """Returns the item whose objectName is `name`."""
        found = self.view.rootObject().findChild(QObject, name)
        assert isinstance(found, QQuickItem), f"there is no item {name}"
        return found

    def scroll_to(self, y: float) -> None:
        """Puts the list at `y`."""
        self.list.setProperty("contentY", y)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key."""
        QTest.keyClick(self.view, key, modifiers)

    def type(self, text: str) -> None:
        """Types `text`."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(self.view, event)

    def click(self, x: float, y: float, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Clicks into the window."""
        QTest.mouseClick(self.view, button, Qt.KeyboardModifier.NoModifier, QPoint(int(x), int(y)))

    def row_item(self, index: int) -> QQuickItem | None:
        """Returns the delegate of a row, if it exists."""
        for item in self.list.property("contentItem").childItems():
            if item.property("index") == index and not item.property("pooled"):
                found: QQuickItem = item
                return found
        return None

    def row_at(self, y: float) -> int:
        """Returns the row at `y` of the view."""
        keys = self.opened_chat.messages.row_model.keys
        at = y + float(self.list.property("contentY"))
        for index in range(len(keys)):
            item = self.row_item(index)
            if item is not None and item.y() <= at < item.y() + item.height():
                return index
        raise AssertionError(f"there is no row at {y}")

    def drawn(self) -> bool:
        """Draws the window anew, with everything in its place."""
        return not self.view.grabWindow().isNull()

    def close(self) -> None:
        """Takes the window away and closes the chat, as the programme does."""
        self.view.close()
        self.view.setSource(QUrl())
        self.close_chat()
        self.view.deleteLater()
