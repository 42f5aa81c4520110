"""One message as the server knows it: once, whatever number it has in each person's box."""

from __future__ import annotations

from dataclasses import dataclass, field

from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.files import Media

SHARED = 0
"""The owner of a message's number where all readers share one box: in a supergroup or channel."""


@dataclass(eq=False, slots=True)
class Forward:
    """Where a forwarded message comes from; `origin` is a peer, `origin_post` the number of a channel post."""

    origin: int
    date: int
    origin_post: int = 0
    saved_from: int = 0
    saved_from_id: int = 0


@dataclass(eq=False, slots=True)
class Reply:
    """What a message answers to, with the quoted part where there is one."""

    target: Message
    quote: str = ""
    quote_entities: list[TLObject] = field(default_factory=list)
    quote_offset: int = 0


@dataclass(eq=False, slots=True)
class Message:
    """A message or service message.

    Attributes:
        peer: where it was sent, as its author sees it.
        author: the peer that wrote it: a user, or a channel for a post.
        writer: the person behind a channel's post, 0 where nobody here wrote it.
        ids: box owner → number there; `SHARED` is the owner in supergroups and channels.
        rich: blocks of a message that is made of them.
        reactions: user id → the emoji that this user gave.
        more_reactions: emoji → how many further people gave it, for crowds that exist only as a number.
        votes: user id → the options of its poll that this user chose.
        random_id: by which the device that sent it knows it before it has a number.
        listened: user ids that opened a voice note or were told of a mention.
    """

    peer: int
    author: int
    date: int
    text: str = ""
    writer: int = 0
    entities: list[TLObject] = field(default_factory=list)
    media: Media | None = None
    action: TLObject = None
    reply: Reply | None = None
    forward: Forward | None = None
    markup: TLObject = None
    rich: TLObject = None
    edit_date: int = 0
    group_id: int = 0
    views: int = 0
    forwards: int = 0
    via_bot: int = 0
    signature: str = ""
    silent: bool = False
    pinned: bool = False
    spoiler: bool = False
    mentions: frozenset[int] = frozenset()
    listened: frozenset[int] = frozenset()
    reactions: dict[int, str] = field(default_factory=dict)
    more_reactions: dict[str, int] = field(default_factory=dict)
    votes: dict[int, list[bytes]] = field(default_factory=dict)
    random_id: int = 0
    ids: dict[int, int] = field(default_factory=dict)

    def peer_for(self, viewer: int) -> int:
        """The chat in which `viewer` sees the message."""
        if self.peer > 0 and viewer != self.author:
            return self.author
        return self.peer

    def id_for(self, viewer: int) -> int:
        """The message's number for `viewer`, 0 where the viewer does not have it."""
        return self.ids.get(SHARED) or self.ids.get(viewer, 0)

    def is_outgoing(self, viewer: int) -> bool:
        """Whether `viewer` wrote the message."""
        return viewer in (self.author, self.writer)

    @property
    def is_post(self) -> bool:
        """Whether a channel, not a person, is the author."""
        return self.author < 0
