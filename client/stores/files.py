"""`Files`: how far each file is here or there; the newest state wins."""

from __future__ import annotations

from client.changes import Changes, Noun
from tdlib import types as td


class Files:
    """Files that have moved since the start; Noun.FILE.

    A file that has not is as the object that contains it says: TDLib tells about each change by an update.
    """

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._files: dict[int, td.File] = {}

    def get(self, file_id: int) -> td.File | None:
        """Returns the newest state of a file, None where it has not changed since its object was told."""
        return self._files.get(file_id)

    def downloading(self) -> list[td.File]:
        """Returns the files that come at this moment."""
        return [file for file in self._files.values() if file.local.is_downloading_active]

    def newest(self, file: td.File) -> td.File:
        """Returns the newest state of `file`."""
        return self._files.get(file.id, file)

    def on_file(self, update: td.UpdateFile) -> None:
        self.take(update.file)

    def take(self, file: td.File) -> None:
        """Takes in a file out of an answer."""
        if self._files.get(file.id) != file:
            self._files[file.id] = file
            self._changes.record(Noun.FILE, file.id, "file")
