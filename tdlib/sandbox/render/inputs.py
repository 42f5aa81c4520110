"""Peers as clients name them in requests; folders keep them so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.peers import bare_id, is_user

if TYPE_CHECKING:
    from tdlib.sandbox.world.world import World


def tl_input_peer(world: World, peer: int) -> TLObject:
    """The `InputPeer` of a person or chat."""
    if is_user(peer):
        return tl.InputPeerUser(user_id=peer, access_hash=world.person(peer).access_hash)
    channel = world.chats.channel_at(peer)
    if channel is not None:
        return tl.InputPeerChannel(channel_id=channel.id, access_hash=channel.access_hash)
    return tl.InputPeerChat(chat_id=bare_id(peer))
