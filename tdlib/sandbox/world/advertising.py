"""What advertisers have placed under the posts of channels."""

from __future__ import annotations

from dataclasses import dataclass

from tdlib.sandbox.world.files import Media, Photo


@dataclass(eq=False)
class Advertisement:
    """A sponsored message.

    Attributes:
        random_id: by which devices name it.
        peer: the channel under whose posts it stands.
        url: where it leads.
        sponsor: what is said about who pays; "" for nothing.
        note: more that has to be said; "" for nothing.
        portrait: the sponsor's picture.
        is_recommended: whether it is called a recommendation.
        viewers: who has seen it.
        visitors: who has followed it.
        objectors: who has reported it and is not shown it any more.
    """

    random_id: bytes
    peer: int
    title: str
    text: str
    button: str
    url: str
    sponsor: str = ""
    note: str = ""
    portrait: Photo | None = None
    media: Media | None = None
    is_recommended: bool = False
    viewers: frozenset[int] = frozenset()
    visitors: frozenset[int] = frozenset()
    objectors: frozenset[int] = frozenset()


class Advertisements:
    """All sponsored messages."""

    def __init__(self) -> None:
        self.by_id: dict[bytes, Advertisement] = {}

    def add(self, advertisement: Advertisement) -> None:
        """Places one."""
        self.by_id[advertisement.random_id] = advertisement

    def under(self, peer: int, viewer: int) -> list[Advertisement]:
        """Those that somebody is shown in a channel."""
        return [each for each in self.by_id.values() if each.peer == peer and viewer not in each.objectors]
