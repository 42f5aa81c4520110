"""`FileItem`: one file on screen: how far it is here or there, and the verbs for it."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Noun
from client.session import Session
from tdlib import types as td
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import files

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

PRIORITY_SEEN = 16
PRIORITY_ASKED = 32


@dataclass(frozen=True)
class Shown:
    """What a file looks like at the moment.

    Attributes:
        state: "absent", "downloading", "here" or "uploading".
        progress: 0–1; below 0 where it is unknown.
        key: the whole file's path in URL-safe base64, for the image provider `picture`; empty until it is here.
        size: for reading; while it moves "1.2 MB of 3 MB".
    """

    state: str = "absent"
    progress: float = -1.0
    key: str = ""
    size: str = ""


@QmlElement
class FileItem(QObject):
    """A file of a message.

    Arguments:
        file: as the message has it.
        session: starts and stops its download.
        tasks: runs the verbs.
    """

    changed = Signal()

    def __init__(self, file: td.File, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._session = session
        self._tasks = tasks
        self._shown = shown(file)

    state = Property(str, lambda self: self._shown.state, notify=changed)
    progress = Property(float, lambda self: self._shown.progress, notify=changed)
    key = Property(str, lambda self: self._shown.key, notify=changed)
    size = Property(str, lambda self: self._shown.size, notify=changed)

    @property
    def path(self) -> Path | None:
        """Where the whole file is, if it is here."""
        there = self._shown.state in ("here", "uploading") and self._file.local.path
        return Path(self._file.local.path) if there else None

    def apply(self, file: td.File) -> None:
        """Takes a newer state of the file."""
        self._file = file
        now = shown(file)
        if now != self._shown:
            self._shown = now
            self.changed.emit()

    @Slot()
    def wanted(self) -> None:
        """Says that the file is on screen: it is fetched if it is not here."""
        self._fetch(PRIORITY_SEEN)

    @Slot()
    def start(self) -> None:
        """Fetches the file because a person asked for it."""
        self._fetch(PRIORITY_ASKED)

    @Slot()
    def cancel(self) -> None:
        """Stops fetching the file."""
        if self._shown.state == "downloading":
            self._tasks.start(self._session.downloading.cancel(self._file.id))

    def _fetch(self, priority: int) -> None:
        if self._shown.state == "absent" and self._file.local.can_be_downloaded:
            self._tasks.start(self._session.downloading.start(self._file.id, priority))


class FileItems:
    """The files of one open chat, by id; all follow one subscription."""

    def __init__(self, session: Session, tasks: Tasks, parent: QObject) -> None:
        self._session = session
        self._tasks = tasks
        self._parent = parent
        self._items: dict[int, FileItem] = {}
        self._subscription = session.changes.subscribe(Noun.FILE, self._on_files)

    def item(self, file: td.File) -> FileItem:
        """Returns the item of `file`; the same one for the same file."""
        found = self._items.get(file.id)
        if found is None:
            newest = self._session.files.get(file.id) or file
            found = self._items[file.id] = FileItem(newest, self._session, self._tasks, self._parent)
        return found

    def close(self) -> None:
        """Ends the subscription; the items go with their parent."""
        self._subscription.close()

    def _on_files(self, changes: Mapping[int, frozenset[str]]) -> None:
        for file_id in changes:
            item = self._items.get(file_id)
            file = self._session.files.get(file_id) if item is not None else None
            if item is not None and file is not None:
                item.apply(file)


def shown(file: td.File) -> Shown:
    """Returns what `file` looks like."""
    whole = file.size or file.expected_size
    if file.remote.is_uploading_active:
        done = file.remote.uploaded_size
        return Shown("uploading", _share(done, whole), path_key(file.local.path), files.progress(done, whole))
    if file.local.is_downloading_completed:
        return Shown("here", 1.0, path_key(file.local.path), files.size(whole))
    if file.local.is_downloading_active:
        done = file.local.downloaded_size
        return Shown("downloading", _share(done, whole), "", files.progress(done, whole))
    return Shown("absent", 0.0, "", files.size(whole) if whole else "")


def path_key(path: str) -> str:
    """Returns `path` in URL-safe base64, as the image provider `picture` reads it."""
    return base64.urlsafe_b64encode(path.encode()).decode()


def _share(done: int, whole: int) -> float:
    return min(1.0, done / whole) if whole else -1.0


Items = Callable[[td.File], FileItem]
