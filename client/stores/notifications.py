"""`NotificationSettings`: what holds for chats without settings of their own, per kind of chat."""

from __future__ import annotations

from client.changes import Changes, Noun
from tdlib import types as td

Scope = type[td.NotificationSettingsScope]


class NotificationSettings:
    """Settings per scope; Noun.SCOPE_NOTIFICATIONS with the scope's class as key."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._scopes: dict[Scope, td.ScopeNotificationSettings] = {}

    def scope(self, scope: Scope) -> td.ScopeNotificationSettings:
        """Returns what holds in a scope."""
        return self._scopes.get(scope, td.ScopeNotificationSettings(show_preview=True))

    def of(self, chat_type: td.ChatType) -> td.ScopeNotificationSettings:
        """Returns what holds for a chat of a type that has no settings of its own."""
        return self.scope(scope_of(chat_type))

    def on_scope(self, update: td.UpdateScopeNotificationSettings) -> None:
        scope = type(update.scope)
        self._scopes[scope] = update.notification_settings
        self._changes.record(Noun.SCOPE_NOTIFICATIONS, scope, "settings")


def scope_of(chat_type: td.ChatType) -> Scope:
    """Returns the scope that chats of a type belong to."""
    match chat_type:
        case td.ChatTypePrivate() | td.ChatTypeSecret():
            return td.NotificationSettingsScopePrivateChats
        case td.ChatTypeSupergroup(is_channel=True):
            return td.NotificationSettingsScopeChannelChats
        case _:
            return td.NotificationSettingsScopeGroupChats
