"""What one answer shows to one viewer, and which people and chats must come with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdlib.sandbox.render.chats import tl_chat
from tdlib.sandbox.render.persons import tl_user
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.peers import is_user

if TYPE_CHECKING:
    from tdlib.sandbox.world.world import World


class View:
    """Collects the peers that an answer speaks of.

    Arguments:
        world: the Telegram that is looked at.
        viewer: the id of the person who looks.
    """

    def __init__(self, world: World, viewer: int) -> None:
        self.world = world
        self.viewer = viewer
        self.peers: dict[int, None] = {}

    def see(self, *peers: int) -> None:
        """Notes that the answer speaks of these peers."""
        for peer in peers:
            if peer:
                self.peers[peer] = None

    @property
    def users(self) -> list[TLObject]:
        """The people whom the answer speaks of."""
        found = (self.world.persons.get(peer) for peer in self.peers if is_user(peer))
        return [tl_user(self.world, self.viewer, person) for person in found if person]

    @property
    def chats(self) -> list[TLObject]:
        """The groups and channels of which the answer speaks."""
        found = (self.world.chats.get(peer) for peer in self.peers if not is_user(peer))
        return [tl_chat(self.viewer, chat) for chat in found if chat]
