"""Whether one may write in a chat, and if not, why and what can be done."""

from __future__ import annotations

from dataclasses import dataclass

from client.session import Session
from tdlib import types as td
from ui.viewmodels.wording import composer as wording


@dataclass(frozen=True)
class Obstacle:
    """Why nothing can be written.

    Attributes:
        reason: a sentence.
        action: the way on: "mute", "unmute", "join", "unblock" or "".
    """

    reason: str
    action: str = ""


def obstacle(session: Session, chat: td.Chat) -> Obstacle | None:
    """Returns what keeps one from writing in `chat`, or None."""
    match chat.type:
        case td.ChatTypePrivate(user_id=user_id) | td.ChatTypeSecret(user_id=user_id):
            return _private(session, chat, user_id)
        case td.ChatTypeBasicGroup(basic_group_id=group_id):
            group = session.groups.basic_group(group_id)
            return None if group is None else _basic_group(chat, group)
        case td.ChatTypeSupergroup(supergroup_id=group_id):
            supergroup = session.groups.supergroup(group_id)
            return None if supergroup is None else _supergroup(session, chat, supergroup)


def _private(session: Session, chat: td.Chat, user_id: int) -> Obstacle | None:
    user = session.users.get(user_id)
    if user is not None and isinstance(user.type, td.UserTypeDeleted):
        return Obstacle(wording.deleted_account())
    if isinstance(chat.block_list, td.BlockListMain):
        return Obstacle(wording.blocked(), "unblock")
    return None


def _basic_group(chat: td.Chat, group: td.BasicGroup) -> Obstacle | None:
    if group.upgraded_to_supergroup_id or not group.is_active:
        return Obstacle(wording.group_upgraded())
    return _member(chat, group.status)


def _supergroup(session: Session, chat: td.Chat, group: td.Supergroup) -> Obstacle | None:
    if not group.is_channel:
        joins = isinstance(group.status, td.ChatMemberStatusLeft)
        if joins and (group.usernames is not None or group.has_linked_chat) and not group.join_to_send_messages:
            return None
        return Obstacle(wording.not_a_member(channel=False), "join") if joins else _member(chat, group.status)
    match group.status:
        case td.ChatMemberStatusCreator():
            return None
        case td.ChatMemberStatusAdministrator(rights=rights) if rights.can_post_messages:
            return None
        case td.ChatMemberStatusLeft():
            return Obstacle(wording.not_a_member(channel=True), "join")
    muted = session.chats.is_muted(chat.id)
    return Obstacle(wording.channel_readers_only(), "unmute" if muted else "mute")


def _member(chat: td.Chat, status: td.ChatMemberStatus) -> Obstacle | None:
    match status:
        case td.ChatMemberStatusCreator() | td.ChatMemberStatusAdministrator():
            return None
        case td.ChatMemberStatusBanned():
            return Obstacle(wording.banned())
        case td.ChatMemberStatusLeft():
            return Obstacle(wording.left())
        case td.ChatMemberStatusRestricted(permissions=permissions, restricted_until_date=until):
            if not permissions.can_send_basic_messages:
                return Obstacle(wording.restricted(until))
    return None if chat.permissions.can_send_basic_messages else Obstacle(wording.nobody_writes())
