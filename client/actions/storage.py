"""`StorageActions`: what TDLib keeps on this disk."""

from __future__ import annotations

from client.actions.sender import Sender
from tdlib import functions as tf
from tdlib import types as td

LONGEST = 600.0
"""Seconds that deleting many files may take."""

class StorageActions:
    """Every verb raises `TdError`."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def statistics(self) -> td.StorageStatisticsFast:
        """Returns how much is kept (getStorageStatisticsFast)."""
        return await self._sender.request(tf.GetStorageStatisticsFast())

    async def clear(self) -> None:
        """Deletes downloaded files; they are downloaded again when they are looked at (optimizeStorage).

        What came in secret chats stays, for Telegram does not have it.
        """
        kinds: list[td.FileType] = [
            td.FileTypeAnimation(),
            td.FileTypeAudio(),
            td.FileTypeDocument(),
            td.FileTypePhoto(),
            td.FileTypePhotoStory(),
            td.FileTypeUnknown(),
            td.FileTypeVideo(),
            td.FileTypeVideoNote(),
            td.FileTypeVideoStory(),
            td.FileTypeVoiceNote(),
        ]
        request = tf.OptimizeStorage(
            size=0,
            ttl=0,
            count=0,
            immunity_delay=0,
            file_types=kinds,
            return_deleted_file_statistics=True,
        )
        await self._sender.request(request, deadline=LONGEST)
