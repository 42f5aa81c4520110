"""People as TL objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.media import DC_ID
from tdlib.sandbox.rpc import TLObject

if TYPE_CHECKING:
    from tdlib.sandbox.world.persons import Person
    from tdlib.sandbox.world.world import World


def tl_user(world: World, viewer: int, person: Person) -> TLObject:
    """A person as the viewer sees them: by the viewer's own name for a contact, with the phone of contacts only."""
    if person.is_deleted:
        return tl.User(id=person.id, access_hash=person.access_hash, deleted=True)
    is_self = person.id == viewer
    contact = world.account(viewer).contacts.get(person.id) if viewer else None
    is_mutual = contact is not None and viewer in world.account(person.id).contacts
    return tl.User(
        id=person.id,
        access_hash=person.access_hash,
        is_self=is_self or None,
        contact=contact is not None or None,
        mutual_contact=is_mutual or None,
        bot=person.is_bot or None,
        bot_info_version=1 if person.is_bot else None,
        verified=person.is_verified or None,
        premium=person.is_premium or None,
        support=person.is_support or None,
        first_name=contact.first_name if contact else person.first_name,
        last_name=(contact.last_name if contact else person.last_name) or None,
        username=person.username or None,
        phone=person.phone if person.phone and (is_self or contact or person.is_support) else None,
        photo=_profile_photo(person),
        # What a client hears of its own person it takes for another device's presence, and holds notifications back.
        status=tl.UserStatusRecently() if is_self else tl_status(world, person),
        color=tl.PeerColor(color=person.color) if person.color is not None else None,
        emoji_status=tl.EmojiStatus(document_id=person.emoji_status) if person.emoji_status else None,
    )


def tl_status(world: World, person: Person) -> TLObject:
    """When the person was last seen; None for bots."""
    if person.is_bot or person.is_support:
        return None
    now = world.now()
    if person.online_until > now:
        return tl.UserStatusOnline(expires=person.online_until)
    was_online = max(person.was_online, person.online_until)
    if not was_online:
        return tl.UserStatusRecently()
    if was_online > now - 30 * 86_400:
        return tl.UserStatusOffline(was_online=was_online)
    return tl.UserStatusLastMonth()


def _profile_photo(person: Person) -> TLObject:
    if not person.photos:
        return None
    photo = person.photos[-1]
    return tl.UserProfilePhoto(photo_id=photo.id, stripped_thumb=photo.preview(), dc_id=DC_ID)
