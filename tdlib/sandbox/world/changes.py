"""One step of the world: what changed for whom, told to every device of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdlib.sandbox.render.updates import updates_for
from tdlib.sandbox.rpc import Authorization, TLObject
from tdlib.sandbox.world.box import Entry
from tdlib.sandbox.world.events import Event, Told

if TYPE_CHECKING:
    from tdlib.sandbox.world.chats import Channel
    from tdlib.sandbox.world.world import World


class Changes:
    """Collects events; `push` tells the devices.

    Arguments:
        world: the Telegram in which it happens.
        by: the device whose call makes the change: it gets an answer instead of a push.
    """

    def __init__(self, world: World, by: Authorization | None = None) -> None:
        self.world = world
        self.by = by
        self.entries: dict[int, list[Entry]] = {}

    def happen(self, user_id: int, event: Event, pts_count: int = 1) -> None:
        """Records an event in one person's box."""
        entry = self.world.account(user_id).box.record(event, self.world.now(), pts_count)
        self.entries.setdefault(user_id, []).append(entry)

    def happen_in(self, channel: Channel, event: Event, pts_count: int = 1) -> None:
        """Records an event in the box of a channel; all its members hear of it."""
        entry = channel.box.record(event, self.world.now(), pts_count)
        for user_id in channel.members:
            self.entries.setdefault(user_id, []).append(entry)

    def tell(self, user_id: int, update: TLObject, *peers: int, keep: bool = True) -> None:
        """Hands a ready update to one person; with `keep` also to devices that come back later."""
        event = Told(update, peers)
        if keep:
            self.happen(user_id, event, 0)
            return
        box = self.world.account(user_id).box
        self.entries.setdefault(user_id, []).append(Entry(box.pts, 0, self.world.now(), event))

    def answer(self, user_id: int, *first: TLObject) -> TLObject:
        """The `updates` object for one person, with `first` in front."""
        return updates_for(self.world, user_id, self.entries.get(user_id, []), first)

    def push(self) -> None:
        """Tells every device concerned."""
        for user_id, entries in self.entries.items():
            devices = [each for each in self.world.devices.of(user_id) if each is not self.by]
            if not devices:
                continue
            updates = updates_for(self.world, user_id, entries, ())
            for device in devices:
                device.push(updates)
