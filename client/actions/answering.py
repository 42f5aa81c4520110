"""`NoticeActions`: a person's answers to what Telegram wants them to decide."""

from __future__ import annotations

from client.actions.sender import Sender
from client.stores.notices import Notices
from tdlib import functions as tf


class NoticeActions:
    """Every verb raises `TdError`."""

    def __init__(self, sender: Sender, notices: Notices) -> None:
        self._sender = sender
        self._notices = notices

    async def accept_terms(self) -> None:
        """Accepts the new terms of service (acceptTermsOfService), if there are any."""
        terms = self._notices.terms_of_service
        if terms is not None:
            request = tf.AcceptTermsOfService(terms_of_service_id=terms.terms_of_service_id)
            await self._sender.request(request, apply=lambda _: self._notices.clear_terms())

    async def confirm_session(self, session_id: int) -> None:
        """Says that a new sign-in was the person's own (confirmSession)."""
        await self._sender.request(tf.ConfirmSession(session_id=session_id))
