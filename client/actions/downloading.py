"""`DownloadActions`: fetches files."""

from __future__ import annotations

from client.actions.sender import Sender
from client.stores.files import Files
from tdlib import functions as tf


class DownloadActions:
    """Starts and stops downloads; how they go is told by `Files`."""

    def __init__(self, sender: Sender, files: Files) -> None:
        self._sender = sender
        self._files = files

    async def start(self, file_id: int, priority: int = 16) -> None:
        """Begins or goes on with a download (downloadFile); returns when it has begun.

        Arguments:
            priority: 1–32; the higher, the sooner.

        Raises:
            TdError
        """
        await self._sender.request(tf.DownloadFile(file_id=file_id, priority=priority), apply=self._files.take)

    async def cancel(self, file_id: int) -> None:
        """Stops a download (cancelDownloadFile); what is here stays."""
        await self._sender.request(tf.CancelDownloadFile(file_id=file_id))
