"""Members of groups and channels as TL objects."""

from __future__ import annotations

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.chats import tl_rights
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.chats import Channel, Group, Member


def tl_group_members(group: Group, viewer: int) -> TLObject:
    """The members of a basic group; nothing of them for who is not one."""
    if not group.has(viewer):
        return tl.ChatParticipantsForbidden(chat_id=group.id)
    members = [_group_member(group, each) for each in group.members.values()]
    return tl.ChatParticipants(chat_id=group.id, participants=members, version=group.version)


def tl_channel_member(channel: Channel, member: Member, viewer: int) -> TLObject:
    """One member of a supergroup or channel."""
    if member.user_id == channel.creator_id:
        rights = tl_rights(is_channel=channel.is_broadcast)
        return tl.ChannelParticipantCreator(user_id=member.user_id, admin_rights=rights, rank=member.rank or None)
    if member.is_admin:
        is_self = member.user_id == viewer
        return tl.ChannelParticipantAdmin(
            user_id=member.user_id,
            promoted_by=channel.creator_id,
            inviter_id=member.inviter_id if is_self else None,
            is_self=is_self or None,
            can_edit=viewer == channel.creator_id or None,
            date=member.date,
            admin_rights=tl_rights(is_channel=channel.is_broadcast),
            rank=member.rank or None,
        )
    if member.user_id == viewer:
        return tl.ChannelParticipantSelf(user_id=viewer, inviter_id=member.inviter_id, date=member.date)
    return tl.ChannelParticipant(user_id=member.user_id, date=member.date)


def _group_member(group: Group, member: Member) -> TLObject:
    if member.user_id == group.creator_id:
        return tl.ChatParticipantCreator(user_id=member.user_id, rank=member.rank or None)
    kind = tl.ChatParticipantAdmin if member.is_admin else tl.ChatParticipant
    return kind(user_id=member.user_id, inviter_id=member.inviter_id, date=member.date, rank=member.rank or None)
