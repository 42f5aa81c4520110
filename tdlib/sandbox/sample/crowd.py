"""As many further chats as a measurement wants: people with names out of a hat, and a few messages each."""

from __future__ import annotations

from tdlib.sandbox.drawing import portrait
from tdlib.sandbox.sample.placing import Placing, script
from tdlib.sandbox.sample.script import formatted
from tdlib.sandbox.world.files import Photo
from tdlib.sandbox.world.messages import Message
from tdlib.sandbox.world.persons import Person

PORTRAITS = 40
YEARS = 2 * 365 * 86_400


def add_crowd(placing: Placing, count: int) -> list[Person]:
    """Adds `count` private chats, spread over the last two years; every third person has a portrait."""
    world = placing.world
    portraits = [portrait(world, 100 + scene, world.now() - YEARS) for scene in range(PORTRAITS)]
    names = [line.split() for line in script("names").splitlines()]
    openings = script("openings").splitlines()
    return [_add_one(placing, number, count, portraits, names, openings) for number in range(count)]


def settle_crowd(placing: Placing, people: list[Person]) -> None:
    """Sets what is unread: the newest message of every ninth chat."""
    for number, person in enumerate(people):
        dialog = placing.world.dialog(placing.me.id, person.id)
        last = dialog.history.last
        is_unread = number % 9 == 0 and last is not None and last.author == person.id
        dialog.unread = int(is_unread)
        dialog.read_inbox = dialog.history.last_id - int(is_unread)
        dialog.read_outbox = dialog.history.last_id


def _add_one(
    placing: Placing, number: int, count: int, portraits: list[Photo], names: list[list[str]], openings: list[str]
) -> Person:
    world, chance = placing.world, placing.chance
    first_names, last_names = names
    person = Person(
        world.take_id(),
        world.take_hash(),
        first_names[number % len(first_names)],
        last_names[number * 7 // len(first_names) % len(last_names)],
        phone=f"99967{number:06d}",
        was_online=world.now() - chance.randrange(60, 2_000_000),
    )
    world.persons.add(person)
    if number % 3 == 0:
        person.photos.append(portraits[number % PORTRAITS])
    newest = world.now() - 3600 - YEARS * (number + 1) // (count + 1)
    said = []
    for place in range(chance.choice((1, 1, 2, 3))):
        is_own = chance.random() < 0.35
        author, target = (placing.me.id, person.id) if is_own else (person.id, placing.me.id)
        text, entities = formatted(openings[(number + place) % len(openings)])
        said.append(Message(target, author, newest + place * 50, text, entities=list(entities)))
    placing.add_messages(f"crowd {number}", said)
    return person
