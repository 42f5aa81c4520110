"""`DeviceActions`: the sessions of this account on all devices."""

from __future__ import annotations

from client.actions.sender import Sender
from tdlib import functions as tf
from tdlib import types as td


class DeviceActions:
    """Every verb raises `TdError`."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def active_sessions(self) -> list[td.Session]:
        """Returns the sessions (getActiveSessions), this one first."""
        return (await self._sender.request(tf.GetActiveSessions())).sessions

    async def terminate(self, session_id: int) -> None:
        """Ends another session (terminateSession)."""
        await self._sender.request(tf.TerminateSession(session_id=session_id))

    async def terminate_others(self) -> None:
        """Ends all sessions but this one (terminateAllOtherSessions)."""
        await self._sender.request(tf.TerminateAllOtherSessions())

    async def confirm_qr(self, link: str) -> td.Session:
        """Signs in the device whose QR code has this link; returns its session (confirmQrCodeAuthentication)."""
        return await self._sender.request(tf.ConfirmQrCodeAuthentication(link=link))
