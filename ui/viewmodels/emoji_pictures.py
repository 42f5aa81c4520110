"""`EmojiPictures`: the still pictures of custom emoji, as far as they are here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set

from client.changes import Noun
from client.session import Session
from tdlib import types as td
from ui.viewmodels.contents.picture import still_file
from ui.viewmodels.emoji_picture import EmojiPicture
from ui.viewmodels.file_item import PRIORITY_SEEN, path_key
from ui.viewmodels.tasks import Tasks


class EmojiPictures:
    """The pictures of one chat; asks for each that is looked at, first for its sticker, then for its file.

    Arguments:
        session: the signed-in account.
        tasks: runs what must be awaited.
        changed: is told the numbers of those that look different now.
    """

    def __init__(self, session: Session, tasks: Tasks, changed: Callable[[Set[int]], None]) -> None:
        self._session = session
        self._tasks = tasks
        self._changed = changed
        self._numbers: dict[int, int] = {}
        self._subscriptions = [
            session.changes.subscribe(Noun.CUSTOM_EMOJI, self._on_stickers),
            session.changes.subscribe(Noun.FILE, self._on_files),
        ]

    def close(self) -> None:
        """Ends the subscriptions."""
        for subscription in self._subscriptions:
            subscription.close()

    def picture(self, number: int) -> EmojiPicture:
        """Returns what is drawn of a custom emoji now; the rest of it comes."""
        sticker = self._session.custom_emoji.get(number)
        if sticker is None:
            self._session.emoji_asking.want(number)
            return EmojiPicture()
        file = still_file(sticker)
        kind = sticker.full_type
        takes_ink = isinstance(kind, td.StickerFullTypeCustomEmoji) and kind.needs_repainting
        return EmojiPicture(self._path(number, file) if file is not None else "", takes_ink, sticker.emoji)

    def _path(self, number: int, file: td.File) -> str:
        newest = self._session.files.get(file.id) or file
        if newest.local.is_downloading_completed:
            return path_key(newest.local.path)
        if file.id not in self._numbers:
            self._numbers[file.id] = number
            self._tasks.start(
                self._session.downloading.start(file.id, PRIORITY_SEEN), on_error=lambda error: self._forget(file.id)
            )
        return ""

    def _forget(self, file_id: int) -> None:
        self._numbers.pop(file_id, None)

    def _on_stickers(self, changes: Mapping[int, frozenset[str]]) -> None:
        self._changed(changes.keys())

    def _on_files(self, changes: Mapping[int, frozenset[str]]) -> None:
        here = {self._numbers[file_id] for file_id in changes if file_id in self._numbers and self._is_here(file_id)}
        if here:
            self._changed(here)

    def _is_here(self, file_id: int) -> bool:
        file = self._session.files.get(file_id)
        return file is not None and file.local.is_downloading_completed
