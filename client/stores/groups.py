"""`Groups`: what is known of basic groups, supergroups and channels, and secret chats beside their chats."""

from __future__ import annotations

from client.changes import Changes, Noun
from client.stores.difference import different_fields
from tdlib import types as td


class Groups:
    """Groups by their own ids, not by those of their chats; Noun.BASIC_GROUP, SUPERGROUP and SECRET_CHAT."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._basic_groups: dict[int, td.BasicGroup] = {}
        self._basic_group_infos: dict[int, td.BasicGroupFullInfo] = {}
        self._supergroups: dict[int, td.Supergroup] = {}
        self._supergroup_infos: dict[int, td.SupergroupFullInfo] = {}
        self._secret_chats: dict[int, td.SecretChat] = {}

    def basic_group(self, basic_group_id: int) -> td.BasicGroup | None:
        return self._basic_groups.get(basic_group_id)

    def basic_group_full_info(self, basic_group_id: int) -> td.BasicGroupFullInfo | None:
        return self._basic_group_infos.get(basic_group_id)

    def supergroup(self, supergroup_id: int) -> td.Supergroup | None:
        return self._supergroups.get(supergroup_id)

    def supergroup_full_info(self, supergroup_id: int) -> td.SupergroupFullInfo | None:
        return self._supergroup_infos.get(supergroup_id)

    def secret_chat(self, secret_chat_id: int) -> td.SecretChat | None:
        return self._secret_chats.get(secret_chat_id)

    def on_basic_group(self, update: td.UpdateBasicGroup) -> None:
        group = update.basic_group
        fields = different_fields(self._basic_groups.get(group.id), group)
        self._basic_groups[group.id] = group
        self._changes.record(Noun.BASIC_GROUP, group.id, *fields)

    def on_basic_group_full_info(self, update: td.UpdateBasicGroupFullInfo) -> None:
        self._basic_group_infos[update.basic_group_id] = update.basic_group_full_info
        self._changes.record(Noun.BASIC_GROUP, update.basic_group_id, "full_info")

    def on_supergroup(self, update: td.UpdateSupergroup) -> None:
        group = update.supergroup
        fields = different_fields(self._supergroups.get(group.id), group)
        self._supergroups[group.id] = group
        self._changes.record(Noun.SUPERGROUP, group.id, *fields)

    def on_supergroup_full_info(self, update: td.UpdateSupergroupFullInfo) -> None:
        self._supergroup_infos[update.supergroup_id] = update.supergroup_full_info
        self._changes.record(Noun.SUPERGROUP, update.supergroup_id, "full_info")

    def on_secret_chat(self, update: td.UpdateSecretChat) -> None:
        chat = update.secret_chat
        fields = different_fields(self._secret_chats.get(chat.id), chat)
        self._secret_chats[chat.id] = chat
        self._changes.record(Noun.SECRET_CHAT, chat.id, *fields)
