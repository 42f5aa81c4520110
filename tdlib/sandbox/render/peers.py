"""Peers as TL objects."""

from __future__ import annotations

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.peers import bare_id, channel_peer, group_peer, is_channel, is_user


def tl_peer(peer: int) -> TLObject:
    """The `Peer` object."""
    if is_user(peer):
        return tl.PeerUser(user_id=peer)
    if is_channel(peer):
        return tl.PeerChannel(channel_id=bare_id(peer))
    return tl.PeerChat(chat_id=bare_id(peer))


def peer_number(peer: TLObject) -> int:
    """The peer that a `Peer` object names."""
    if isinstance(peer, tl.PeerUser):
        return int(peer.user_id)
    if isinstance(peer, tl.PeerChannel):
        return channel_peer(peer.channel_id)
    return group_peer(peer.chat_id)
