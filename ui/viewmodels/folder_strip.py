"""`FolderStrip`: the folders above the chat list, with how many unread chats each holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Noun
from tdlib import types as td
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.wording import chat_line, names, numbers

if TYPE_CHECKING:
    from client.session import Session

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

# The key of the list of all chats; folders of Telegram count from 2.
ALL_CHATS = 0


@QmlElement
class FolderRow(QObject):
    """A folder, or the list of all chats."""

    changed = Signal()

    def __init__(self, choose: Callable[[], None]) -> None:
        super().__init__()
        self._choose = choose
        self._name = ""
        self._unread = 0
        self._muted_only = False
        self._selected = False

    def update(self, name: str, unread: int, *, muted_only: bool, selected: bool) -> None:
        """Takes what the folder says from now on."""
        self._name, self._unread, self._muted_only, self._selected = name, unread, muted_only, selected
        self.changed.emit()

    @Property(str, notify=changed)
    def name(self) -> str:
        return names.isolate(self._name)

    @Property(str, notify=changed)
    def unread(self) -> str:
        return numbers.badge(self._unread)

    @Property(bool, notify=changed)
    def muted(self) -> bool:
        """Whether all of its unread chats are muted."""
        return self._muted_only

    @Property(bool, notify=changed)
    def selected(self) -> bool:
        return self._selected

    @Property(str, notify=changed)
    def spoken(self) -> str:
        return chat_line.folder_spoken(self._name, self._unread)

    @Slot()
    def choose(self) -> None:
        self._choose()


@QmlElement
class FolderStrip(QObject):
    """The folders in the person's order, among them "All chats"; empty where there are no folders.

    Arguments:
        session: the account.
        choose: shows the list of a folder, or all chats.
    """

    changed = Signal()

    def __init__(self, session: Session, choose: Callable[[td.ChatList], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._choose = choose
        self._selected: td.ChatList = td.ChatListMain()
        self._rows: RowModel[int, FolderRow] = RowModel(self._make_row, self)
        self._subscriptions = [
            session.changes.subscribe(Noun.FOLDERS, lambda _: self._folders_changed()),
            session.changes.subscribe(Noun.UNREAD_COUNTS, lambda _: self._refresh()),
        ]
        self._folders_changed()

    def close(self) -> None:
        """Ends following the account."""
        for subscription in self._subscriptions:
            subscription.close()

    def select(self, chat_list: td.ChatList) -> None:
        """Marks the folder that is shown."""
        self._selected = chat_list
        self._refresh()
        self.changed.emit()

    @property
    def any(self) -> bool:
        """Whether there are folders."""
        return self._rows.rowCount() > 1

    @Property(RowModel, constant=True)
    def rows(self) -> RowModel[Any, Any]:
        return self._rows

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self.any

    @Property(int, notify=changed)
    def current(self) -> int:
        """The position of the chosen folder; -1 while the archive is shown."""
        return self._position()

    @Slot(int)
    def chooseAt(self, position: int) -> None:
        """Shows the folder at `position`, counted from 0; a position without a folder does nothing."""
        if 0 <= position < self._rows.rowCount():
            self._choose(_list(self._rows.keys[position]))

    @Slot(int)
    def step(self, by: int) -> None:
        """Shows the folder `by` places further."""
        self.chooseAt(max(0, self._position() + by))

    def _position(self) -> int:
        wanted = _key(self._selected)
        return self._rows.position(wanted) if wanted in self._rows else -1

    def _folders_changed(self) -> None:
        folders = self._session.folders
        keys = [folder.id for folder in folders.folders]
        if keys:
            keys.insert(min(folders.main_chat_list_position, len(keys)), ALL_CHATS)
        self._rows.set_keys(keys)
        self._refresh()
        self.changed.emit()
        if isinstance(self._selected, td.ChatListFolder) and self._position() < 0:
            # The folder that is shown has been deleted, here or on another device.
            self._choose(td.ChatListMain())

    def _make_row(self, key: int) -> FolderRow:
        row = FolderRow(lambda: self._choose(_list(key)))
        self._describe(key, row)
        return row

    def _refresh(self) -> None:
        for key, row in self._rows.made():
            self._describe(key, row)

    def _describe(self, key: int, row: FolderRow) -> None:
        counts = self._session.unread_counts.chats(_list(key))
        muted, selected = counts.unread_unmuted_count == 0, _key(self._selected) == key
        row.update(self._name(key), counts.unread_count, muted_only=muted, selected=selected)

    def _name(self, key: int) -> str:
        for folder in self._session.folders.folders:
            if folder.id == key:
                return names.plain(folder.name.text.text)
        return chat_line.all_chats()


def _list(key: int) -> td.ChatList:
    return td.ChatListMain() if key == ALL_CHATS else td.ChatListFolder(chat_folder_id=key)


def _key(chat_list: td.ChatList) -> int:
    match chat_list:
        case td.ChatListMain():
            return ALL_CHATS
        case td.ChatListFolder(chat_folder_id=number):
            return number
        case _:
            return -1
