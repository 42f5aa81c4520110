"""Groups and channels as TL objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.media import DC_ID
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.chats import Channel, Chat, Group

if TYPE_CHECKING:
    from tdlib.sandbox.world.files import Photo

FOREVER = 2_147_483_647


def tl_chat(viewer: int, chat: Chat) -> TLObject:
    """A group or channel as the viewer sees it."""
    return _group(viewer, chat) if isinstance(chat, Group) else _channel(viewer, chat)


def tl_rights(*, is_channel: bool) -> TLObject:
    """The rights of a creator or a full administrator."""
    return tl.ChatAdminRights(
        change_info=True,
        post_messages=is_channel or None,
        edit_messages=is_channel or None,
        delete_messages=True,
        ban_users=True,
        invite_users=True,
        pin_messages=True,
        add_admins=True,
        manage_call=True,
        other=True,
    )


def _restrictions(*, silent: bool = False) -> TLObject:
    denied = True if silent else None
    return tl.ChatBannedRights(
        until_date=FOREVER,
        send_messages=denied,
        send_media=denied,
        send_stickers=denied,
        send_gifs=denied,
        send_games=denied,
        send_inline=denied,
        send_polls=denied,
        send_photos=denied,
        send_videos=denied,
        send_roundvideos=denied,
        send_audios=denied,
        send_voices=denied,
        send_docs=denied,
        send_plain=denied,
    )


def _photo(photo: Photo | None) -> TLObject:
    if photo is None:
        return tl.ChatPhotoEmpty()
    return tl.ChatPhoto(photo_id=photo.id, stripped_thumb=photo.preview(), dc_id=DC_ID)


def _group(viewer: int, group: Group) -> TLObject:
    if not group.has(viewer):
        return tl.ChatForbidden(id=group.id, title=group.title)
    is_creator = group.creator_id == viewer
    return tl.Chat(
        id=group.id,
        title=group.title,
        photo=_photo(group.photo),
        participants_count=group.headcount,
        date=group.date,
        version=group.version,
        creator=is_creator or None,
        admin_rights=tl_rights(is_channel=False) if group.manages(viewer) else None,
        default_banned_rights=_restrictions(),
    )


def _channel(viewer: int, channel: Channel) -> TLObject:
    if viewer in channel.banned:
        return tl.ChannelForbidden(
            id=channel.id,
            access_hash=channel.access_hash,
            title=channel.title,
            broadcast=channel.is_broadcast or None,
            megagroup=not channel.is_broadcast or None,
        )
    is_creator = channel.creator_id == viewer
    member = channel.members.get(viewer)
    return tl.Channel(
        id=channel.id,
        access_hash=channel.access_hash,
        title=channel.title,
        photo=_photo(channel.photo),
        date=member.date if member else channel.date,
        creator=is_creator or None,
        left=member is None or None,
        broadcast=channel.is_broadcast or None,
        megagroup=not channel.is_broadcast or None,
        verified=channel.is_verified or None,
        signatures=channel.signatures or None,
        slowmode_enabled=bool(channel.slow_mode) or None,
        username=channel.username or None,
        admin_rights=tl_rights(is_channel=channel.is_broadcast) if channel.manages(viewer) else None,
        default_banned_rights=None if channel.is_broadcast else _restrictions(silent=channel.is_silent_group),
        participants_count=channel.headcount,
    )
