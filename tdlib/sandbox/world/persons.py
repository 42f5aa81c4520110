"""People and bots: what others see of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tdlib.sandbox.world.files import Photo


@dataclass(eq=False)
class Person:
    """A user of the local Telegram.

    Attributes:
        phone: digits with the country code, without "+".
        online_until: Unix time until which the person is online, 0 when offline.
        was_online: Unix time of the last visit, 0 where the person hides it ("last seen recently").
        photos: profile photos, the newest last.
    """

    id: int
    access_hash: int
    first_name: str
    last_name: str = ""
    phone: str = ""
    username: str = ""
    about: str = ""
    is_bot: bool = False
    is_deleted: bool = False
    is_verified: bool = False
    is_premium: bool = False
    is_support: bool = False
    emoji_status: int = 0
    commands: list[tuple[str, str]] = field(default_factory=list)
    color: int | None = None
    online_until: int = 0
    was_online: int = 0
    photos: list[Photo] = field(default_factory=list)

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(eq=False)
class Persons:
    """Everybody, by id, phone and username."""

    by_id: dict[int, Person] = field(default_factory=dict)
    by_phone: dict[str, Person] = field(default_factory=dict)
    by_username: dict[str, Person] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Person]:
        return iter(self.by_id.values())

    def add(self, person: Person) -> Person:
        """Puts a new person in."""
        self.by_id[person.id] = person
        if person.phone:
            self.by_phone[person.phone] = person
        if person.username:
            self.by_username[person.username.lower()] = person
        return person

    def get(self, user_id: int) -> Person | None:
        """The person with this id, or None."""
        return self.by_id.get(user_id)

    def rename(self, person: Person, username: str) -> None:
        """Gives a person another username, or takes it away with ""."""
        self.by_username.pop(person.username.lower(), None)
        person.username = username
        if username:
            self.by_username[username.lower()] = person

    def matching(self, query: str) -> Iterator[Person]:
        """People with a word of their name, or their username, starting with the query."""
        wanted = query.lower().lstrip("@").strip()
        for person in self:
            words = [*person.name.lower().split(), person.name.lower(), person.username.lower()]
            if wanted and any(word.startswith(wanted) for word in words):
                yield person
