"""`Users`: every person and bot TDLib has told about."""

from __future__ import annotations

import msgspec

from client.changes import Changes, Noun
from client.stores.difference import different_fields
from tdlib import types as td


class Users:
    """Users by id; Noun.USER with names of `td.User`'s fields, and "full_info"."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._users: dict[int, td.User] = {}
        self._full_infos: dict[int, td.UserFullInfo] = {}

    def get(self, user_id: int) -> td.User | None:
        """Returns the user, None where TDLib has not told about them."""
        return self._users.get(user_id)

    def full_name(self, user_id: int) -> str:
        """Returns first and last name; empty for a deleted or unknown user."""
        user = self._users.get(user_id)
        return f"{user.first_name} {user.last_name}".strip() if user else ""

    def full_info(self, user_id: int) -> td.UserFullInfo | None:
        """Returns what is told of a user on request."""
        return self._full_infos.get(user_id)

    def on_user(self, update: td.UpdateUser) -> None:
        self.take(update.user)

    def take(self, user: td.User) -> None:
        """Takes in a user out of an answer."""
        fields = different_fields(self._users.get(user.id), user)
        self._users[user.id] = user
        if fields:
            self._changes.record(Noun.USER, user.id, *fields)

    def on_status(self, update: td.UpdateUserStatus) -> None:
        user = self._users.get(update.user_id)
        if user is not None:
            self._users[update.user_id] = msgspec.structs.replace(user, status=update.status)
            self._changes.record(Noun.USER, update.user_id, "status")

    def on_full_info(self, update: td.UpdateUserFullInfo) -> None:
        self._full_infos[update.user_id] = update.user_full_info
        self._changes.record(Noun.USER, update.user_id, "full_info")
