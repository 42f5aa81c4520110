"""`DesktopPresence`: what the desktop shows of the programme outside its window."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from client.settings import Settings
from ui.media.avatars import picture_at
from ui.platform.notifications import notifier
from ui.platform.session_bus import SessionBus

if TYPE_CHECKING:
    # They come with everything about chats, which the first frame does without.
    from client.session import Session
    from ui.viewmodels.chats_view import ChatsView
    from ui.viewmodels.notifications import NotificationChoices
    from ui.viewmodels.tasks import Tasks


class DesktopPresence:
    """Notifications of every account.

    Arguments:
        loop: the event loop.
        settings: what the person has chosen.
        to_front: shows the window, with the desktop's leave for it.
    """

    def __init__(
        self, loop: asyncio.AbstractEventLoop, settings: Settings, to_front: Callable[[str], None]
    ) -> None:
        self._settings = settings
        self._to_front = to_front
        self._bus = SessionBus(loop)
        self._notifier = notifier(loop, self._bus, picture_at)

    def follow(self, session: Session, tasks: Tasks, chats: ChatsView) -> None:
        """Tells of an account's news until the view of its chats is closed."""
        from ui.viewmodels.notifications import Notifications

        def open_chat(chat_id: int, message_id: int | None, token: str) -> None:
            self._to_front(token)
            chats.open(chat_id, message_id)

        notifications = Notifications(
            session, tasks, self._notifier, chats.avatars, self._choices, chats.has_in_view, open_chat, parent=chats
        )
        chats.closing.connect(notifications.close)

    def close(self) -> None:
        """Leaves the desktop; what it shows goes."""
        self._notifier.close()
        self._bus.close()

    def _choices(self) -> NotificationChoices:
        from ui.viewmodels.notifications import NotificationChoices

        chosen = self._settings.choices
        return NotificationChoices(chosen.notifications, chosen.notification_preview, chosen.notification_sound)
