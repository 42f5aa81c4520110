"""How somebody arrives: registration, the code's message, the note about a new device."""

from __future__ import annotations

import time

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.rpc import Authorization
from tdlib.sandbox.world import posting
from tdlib.sandbox.world.entities import complete
from tdlib.sandbox.world.messages import Message
from tdlib.sandbox.world.peers import SERVICE
from tdlib.sandbox.world.persons import Person
from tdlib.sandbox.world.world import World


def service_person(world: World) -> Person:
    """The account that Telegram writes from."""
    found = world.persons.get(SERVICE)
    if found is not None:
        return found
    return world.persons.add(
        Person(SERVICE, world.take_hash(), "Telegram", phone="42777", is_verified=True, is_support=True)
    )


def register(world: World, phone: str, first_name: str, last_name: str) -> Person:
    """A new person; those who have the number among their contacts are told."""
    service_person(world)
    person = world.persons.add(Person(world.take_id(), world.take_hash(), first_name, last_name, phone))
    world.account(person.id)
    return person


def tell_code(world: World, phone: str) -> None:
    """Sends the sign-in code: to the operator, and to the person's other devices."""
    world.on_code(phone, world.code)
    person = world.persons.by_phone.get(phone)
    if person is None or not world.devices.of(person.id):
        return
    text = f"Login code: {world.code}. Do not give this code to anyone, even if they say they are from Telegram!"
    _note(world, person, text)


def tell_sign_in(world: World, person: Person, device: Authorization) -> None:
    """Tells the person's other devices of a new one."""
    if not any(each is not device for each in world.devices.of(person.id)):
        return
    when = time.strftime("%d/%m/%Y at %H:%M:%S UTC", time.gmtime(world.now()))
    text = (
        f"New login. Dear {person.first_name}, we detected a login into your account from a new device on {when}.\n\n"
        f"Device: {device.device_model or 'unknown'}\nLocation: Loopback\n\n"
        "If this wasn't you, you can end that session in Settings > Devices."
    )
    _note(world, person, text)


def _note(world: World, person: Person, text: str) -> None:
    service = service_person(world)
    headline = text.partition(".")[0]
    entities = complete(text, [tl.MessageEntityBold(offset=0, length=len(headline) + 1)])
    with world.change() as changes:
        posting.post(changes, Message(person.id, service.id, world.now(), text, entities=entities))
