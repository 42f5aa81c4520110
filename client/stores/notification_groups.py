"""`NotificationGroups`: what a person should be told of, as TDLib has it: it knows what is muted, mentioned or read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from client.changes import Changes, Noun
from tdlib import types as td


@dataclass(frozen=True)
class NotificationGroup:
    """The notifications of one kind in one chat.

    Attributes:
        id: TDLib's.
        chat_id: whose they are.
        type: ordinary messages, mentions, a new secret chat, or calls.
        total_count: of unread ones, also those that are not in `notifications`.
        notifications: active ones by id, oldest first.
        newest: id of the latest that came since the start; 0 where all were shown before it.
        sound_id: of what came last; 0 for none.
    """

    id: int
    chat_id: int
    type: td.NotificationGroupType
    total_count: int
    notifications: dict[int, td.Notification]
    newest: int = 0
    sound_id: int = -1


class NotificationGroups:
    """Groups as they are now; Noun.NOTIFICATION_GROUP with "notifications"."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._groups: dict[int, NotificationGroup] = {}

    def get(self, group_id: int) -> NotificationGroup | None:
        """Returns a group; None where it has no notification."""
        return self._groups.get(group_id)

    def of_chat(self, chat_id: int) -> list[NotificationGroup]:
        """Returns the groups of a chat that have notifications."""
        return [group for group in self._groups.values() if group.chat_id == chat_id]

    def on_active(self, update: td.UpdateActiveNotifications) -> None:
        for group in update.groups:
            known = {each.id: each for each in group.notifications}
            self._put(NotificationGroup(group.id, group.chat_id, group.type, group.total_count, known))

    def on_group(self, update: td.UpdateNotificationGroup) -> None:
        before = self._groups.get(update.notification_group_id)
        removed = set(update.removed_notification_ids)
        kept = before.notifications.items() if before is not None else ()
        notifications = {each_id: each for each_id, each in kept if each_id not in removed}
        notifications |= {each.id: each for each in update.added_notifications}
        newest = max([before.newest if before is not None else 0, *(each.id for each in update.added_notifications)])
        group = NotificationGroup(
            update.notification_group_id,
            update.chat_id,
            update.type,
            update.total_count,
            dict(sorted(notifications.items())),
            newest,
            update.notification_sound_id,
        )
        self._put(group)

    def on_notification(self, update: td.UpdateNotification) -> None:
        group = self._groups.get(update.notification_group_id)
        if group is None or update.notification.id not in group.notifications:
            return
        notifications = {**group.notifications, update.notification.id: update.notification}
        self._groups[group.id] = replace(group, notifications=notifications)
        self._changes.record(Noun.NOTIFICATION_GROUP, group.id, "notifications")

    def _put(self, group: NotificationGroup) -> None:
        if group.notifications:
            self._groups[group.id] = group
        else:
            self._groups.pop(group.id, None)
        self._changes.record(Noun.NOTIFICATION_GROUP, group.id, "notifications")
