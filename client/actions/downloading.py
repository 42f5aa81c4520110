"""`DownloadActions`: fetches files."""

from __future__ import annotations

from client.actions.sender import Sender
from client.local_data import LocalData
from client.stores.files import Files
from tdlib import functions as tf
from tdlib.errors import Silent


class DownloadActions:
    """Starts and stops downloads; how they go is told by `Files`."""

    def __init__(self, sender: Sender, files: Files, local_data: LocalData) -> None:
        self._sender = sender
        self._files = files
        self._local_data = local_data

    async def start(self, file_id: int, priority: int = 16) -> None:
        """Begins or goes on with a download (downloadFile); returns when it has begun.

        Arguments:
            priority: 1–32; the higher, the sooner.

        Raises:
            Silent: the disk is nearly full, which the window says anyway.
            TdError
        """
        if not self._local_data.takes_downloads:
            raise Silent(507, "the disk is nearly full", "downloadFile")
        await self._sender.request(tf.DownloadFile(file_id=file_id, priority=priority), apply=self._files.take)

    async def stop(self) -> None:
        """Stops every download that goes on; what is here stays.

        Raises:
            TdError
        """
        for file in self._files.downloading():
            await self.cancel(file.id)

    async def cancel(self, file_id: int) -> None:
        """Stops a download (cancelDownloadFile); what is here stays."""
        await self._sender.request(tf.CancelDownloadFile(file_id=file_id))
