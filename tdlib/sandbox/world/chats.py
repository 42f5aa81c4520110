"""Basic groups, supergroups and channels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tdlib.sandbox.world.box import Box
from tdlib.sandbox.world.files import Photo
from tdlib.sandbox.world.history import History
from tdlib.sandbox.world.messages import SHARED
from tdlib.sandbox.world.peers import CHANNEL_BASE, bare_id, channel_peer, group_peer, is_channel


@dataclass(eq=False)
class Member:
    """One member of a chat; `rank` is the title shown beside an administrator's name."""

    user_id: int
    inviter_id: int
    date: int
    is_admin: bool = False
    rank: str = ""


@dataclass(eq=False)
class Group:
    """A basic group: each member has the messages in the own box."""

    id: int
    title: str
    creator_id: int
    date: int
    about: str = ""
    members: dict[int, Member] = field(default_factory=dict)
    photo: Photo | None = None
    version: int = 1
    invite: str = ""
    pinned_message: int = 0

    @property
    def peer(self) -> int:
        """The group as a peer."""
        return group_peer(self.id)

    def has(self, user_id: int) -> bool:
        """Whether somebody is a member."""
        return user_id in self.members

    def manages(self, user_id: int) -> bool:
        """Whether somebody may change the group."""
        member = self.members.get(user_id)
        return user_id == self.creator_id or (member is not None and member.is_admin)

    @property
    def headcount(self) -> int:
        """How many members it has."""
        return len(self.members)


@dataclass(eq=False)
class Channel:
    """A supergroup or a broadcast channel: one box that all members share.

    Attributes:
        crowd: how many further members it has that exist only as a number.
        is_broadcast: a channel whose administrators write; else a supergroup.
        is_silent_group: a supergroup in which only administrators may write.
    """

    id: int
    access_hash: int
    title: str
    creator_id: int
    date: int
    is_broadcast: bool = False
    is_silent_group: bool = False
    is_verified: bool = False
    signatures: bool = False
    username: str = ""
    about: str = ""
    crowd: int = 0
    members: dict[int, Member] = field(default_factory=dict)
    banned: set[int] = field(default_factory=set)
    photo: Photo | None = None
    invite: str = ""
    slow_mode: int = 0
    hidden_before: int = 0
    box: Box = field(default_factory=lambda: Box(SHARED))
    history: History = field(default_factory=History)

    @property
    def peer(self) -> int:
        """The channel as a peer."""
        return channel_peer(self.id)

    def has(self, user_id: int) -> bool:
        """Whether somebody is a member."""
        return user_id in self.members

    def manages(self, user_id: int) -> bool:
        """Whether somebody may change the channel."""
        member = self.members.get(user_id)
        return user_id == self.creator_id or (member is not None and member.is_admin)

    def may_write(self, user_id: int) -> bool:
        """Whether somebody may send messages."""
        if not self.has(user_id):
            return False
        return self.manages(user_id) or not (self.is_broadcast or self.is_silent_group)

    @property
    def headcount(self) -> int:
        """How many members it has, the crowd included."""
        return len(self.members) + self.crowd


Chat = Group | Channel


@dataclass(eq=False)
class Chats:
    """All groups and channels by peer."""

    by_peer: dict[int, Chat] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Chat]:
        return iter(self.by_peer.values())

    def add(self, chat: Chat) -> None:
        """Puts a new chat in."""
        self.by_peer[chat.peer] = chat

    def get(self, peer: int) -> Chat | None:
        """The chat at a peer, or None."""
        return self.by_peer.get(peer)

    def group(self, group_id: int) -> Group | None:
        """The basic group with this id, or None."""
        found = self.by_peer.get(group_peer(group_id))
        return found if isinstance(found, Group) else None

    def channel(self, channel_id: int) -> Channel | None:
        """The supergroup or channel with this id, or None."""
        found = self.by_peer.get(-CHANNEL_BASE - channel_id)
        return found if isinstance(found, Channel) else None

    def channel_at(self, peer: int) -> Channel | None:
        """The supergroup or channel at a peer, or None for every other peer."""
        return self.channel(bare_id(peer)) if is_channel(peer) else None

    def by_username(self, username: str) -> Channel | None:
        """The public channel with this name, or None."""
        wanted = username.lower()
        for chat in self:
            if isinstance(chat, Channel) and chat.username.lower() == wanted:
                return chat
        return None

    def matching(self, query: str) -> Iterator[Chat]:
        """Chats with a word of the title, or the username, starting with the query."""
        wanted = query.lower().lstrip("@").strip()
        for chat in self:
            username = chat.username.lower() if isinstance(chat, Channel) else ""
            words = [*chat.title.lower().split(), chat.title.lower(), username]
            if wanted and any(word.startswith(wanted) for word in words):
                yield chat
