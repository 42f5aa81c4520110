"""A peer as one number, as bots know it: users are positive, basic groups negative, channels below -10**12."""

from __future__ import annotations

CHANNEL_BASE = 1_000_000_000_000

SERVICE = 777000
"""The user id of Telegram's service messages."""


def group_peer(group_id: int) -> int:
    """The peer of a basic group."""
    return -group_id


def channel_peer(channel_id: int) -> int:
    """The peer of a supergroup or a broadcast channel."""
    return -CHANNEL_BASE - channel_id


def is_user(peer: int) -> bool:
    """Whether the peer is a person or a bot."""
    return peer > 0


def is_channel(peer: int) -> bool:
    """Whether the peer is a supergroup or a broadcast channel."""
    return peer < -CHANNEL_BASE


def is_group(peer: int) -> bool:
    """Whether the peer is a basic group."""
    return -CHANNEL_BASE < peer < 0


def bare_id(peer: int) -> int:
    """The id of the peer among its own kind."""
    if is_channel(peer):
        return -peer - CHANNEL_BASE
    return abs(peer)
