"""A message box: the numbers of messages and the log of what changed, by which a returning device catches up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tdlib.sandbox.world.events import Event

LOG_LENGTH = 20_000
"""How many entries a log keeps; whoever was away for longer is told that the difference is too long."""


@dataclass(eq=False, slots=True)
class Entry:
    """One line of the log.

    Attributes:
        pts: the box's state after the event.
        pts_count: by how much the event moved the state; 0 for events that have no place in the count.
        date: Unix time of the event.
        event: what happened.
    """

    pts: int
    pts_count: int
    date: int
    event: Event


@dataclass(eq=False)
class Box:
    """The box of one person, or of one supergroup or channel.

    Attributes:
        owner: a user id, or `SHARED` for the box of a channel.
        next_id: the number that the next message gets.
        pts: the count of events so far.
        log: the newest entries, the oldest first.
        forgotten: the state before the oldest entry that is still in the log.
    """

    owner: int
    next_id: int = 1
    pts: int = 1
    log: list[Entry] = field(default_factory=list)
    forgotten: int = 1

    def take_id(self) -> int:
        """The number for one new message."""
        taken = self.next_id
        self.next_id += 1
        return taken

    def record(self, event: Event, date: int, pts_count: int = 1) -> Entry:
        """Writes an event down and moves the state by `pts_count`."""
        self.pts += pts_count
        entry = Entry(self.pts, pts_count, date, event)
        self.log.append(entry)
        if len(self.log) > LOG_LENGTH:
            self.forget(LOG_LENGTH // 2)
        return entry

    def forget(self, count: int) -> None:
        """Drops the `count` oldest entries."""
        if not count:
            return
        self.forgotten = self.log[min(count, len(self.log)) - 1].pts
        del self.log[:count]

    def knows(self, pts: int) -> bool:
        """Whether the log reaches back to the state `pts`."""
        return pts >= self.forgotten

    def since(self, pts: int, date: int = 0) -> Iterator[Entry]:
        """The entries after the state `pts`; those without a place in the count, from `date` on."""
        for entry in self.log:
            if entry.pts_count:
                if entry.pts > pts:
                    yield entry
            elif date and entry.date >= date:
                yield entry
