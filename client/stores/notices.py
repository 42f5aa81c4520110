"""`Notices`: what Telegram wants a person to see or decide, whatever they are doing."""

from __future__ import annotations

from client.changes import Changes, Noun
from tdlib import types as td


class Notices:
    """What waits to be shown; Noun.SERVICE_NOTIFICATION, TERMS_OF_SERVICE, UNCONFIRMED_SESSION and FREEZE.

    Attributes:
        service_notifications: in order; each must be shown in a pop-up and then dismissed. One whose type begins with
            "AUTH_KEY_DROP_" needs the answers "cancel" and "log out".
        terms_of_service: new terms to accept, None where there are none.
        unconfirmed_session: a sign-in that the person has not confirmed, None where there is none.
        freeze: when and until when the account can only read; None where it is free.
    """

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self.service_notifications: list[td.UpdateServiceNotification] = []
        self.terms_of_service: td.UpdateTermsOfService | None = None
        self.unconfirmed_session: td.UnconfirmedSession | None = None
        self.freeze: td.UpdateFreezeState | None = None

    def dismiss(self, notification: td.UpdateServiceNotification) -> None:
        """Forgets a service notification that was shown."""
        self.service_notifications = [each for each in self.service_notifications if each is not notification]
        self._changes.record(Noun.SERVICE_NOTIFICATION, None, "dismissed")

    def clear_terms(self) -> None:
        """Forgets terms of service that were accepted."""
        self.terms_of_service = None
        self._changes.record(Noun.TERMS_OF_SERVICE, None, "terms_of_service")

    def on_service_notification(self, update: td.UpdateServiceNotification) -> None:
        self.service_notifications = [*self.service_notifications, update]
        self._changes.record(Noun.SERVICE_NOTIFICATION, None, "new")

    def on_terms_of_service(self, update: td.UpdateTermsOfService) -> None:
        self.terms_of_service = update
        self._changes.record(Noun.TERMS_OF_SERVICE, None, "terms_of_service")

    def on_unconfirmed_session(self, update: td.UpdateUnconfirmedSession) -> None:
        self.unconfirmed_session = update.session
        self._changes.record(Noun.UNCONFIRMED_SESSION, None, "session")

    def on_freeze(self, update: td.UpdateFreezeState) -> None:
        self.freeze = update if update.is_frozen else None
        self._changes.record(Noun.FREEZE, None, "freeze")
