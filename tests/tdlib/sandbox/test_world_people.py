"""The verbs of the sample people."""

from __future__ import annotations

import pytest

from tdlib.sandbox import seed
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.world.files import Document, Photo
from tdlib.sandbox.world.world import World
from tests.tdlib.sandbox.api_caller import Device


@pytest.fixture
def world() -> World:
    made = World()
    seed.fill(made)
    return made


def test_people_are_found_by_name_username_phone_and_id(world: World) -> None:
    bob = world.user("Bob")
    assert {world.user(each).id for each in ("Bob Carter", "@bob_carter", "+9996615555", bob.id)} == {bob.id}
    assert (bob.name, bob.phone) == ("Bob Carter", "9996615555")
    with pytest.raises(KeyError, match="'Nobody'"):
        world.user("Nobody")


def test_everything_that_can_be_sent_is_the_truth_on_both_sides(world: World) -> None:
    bob, alice = world.user("Bob"), world.user("Alice")
    first = bob.send("Alice", "first")
    bob.send("Alice", "second", reply_to=first)
    bob.send_photo("Alice", "third", scene=4, size=(640, 480))
    bob.send_document("Alice", b"%PDF", "fourth.pdf", "fourth")
    assert [text for _, _, text in alice.messages("Bob")] == ["first", "second", "third", "fourth"]
    numbers = [number for number, _, _ in alice.messages("Bob")]
    reply = alice.message("Bob", numbers[1]).reply
    assert reply is not None
    assert reply.target.text == "first"
    photo, document = (alice.message("Bob", number).media for number in numbers[2:])
    assert isinstance(photo, Photo)
    assert (photo.pictures[-1].width, photo.pictures[-1].height) == (640, 480)
    assert isinstance(document, Document)
    assert (document.mime_type, document.read()) == ("application/pdf", b"%PDF")


def test_a_message_is_changed_pinned_read_and_removed(world: World) -> None:
    bob, alice = world.user("Bob"), world.user("Alice")
    number = bob.send("Alice", "befor")
    bob.edit("Alice", number, "before")
    alice.read("Bob")
    alice.react("Bob", alice.messages("Bob")[-1][0], "🔥")
    message = bob.message("Alice", number)
    assert (message.text, message.reactions) == ("before", {alice.id: "🔥"})
    assert world.dialog(bob.id, alice.id).read_outbox == number
    bob.pin("Alice", number)
    assert message.pinned
    bob.delete("Alice", number, for_all=False)
    assert [text for _, _, text in alice.messages("Bob")][0] == "before"
    with pytest.raises(KeyError, match="has no message"):
        bob.message("Alice", number)


def test_who_is_not_in_a_chat_cannot_write_there(world: World) -> None:
    with pytest.raises(PermissionError, match="Alice Morgan is not in the chat"):
        world.user("Alice").send("Lighthouse", "let me in")
    world.user("Alice").join("Lighthouse")
    number = world.user("Alice").send("Lighthouse", "I'm in")
    assert world.user("Robin").message("Lighthouse", number).text == "I'm in"
    world.user("Alice").leave("Lighthouse")
    with pytest.raises(PermissionError):
        world.user("Alice").send("Lighthouse", "still here?")


def test_groups_and_channels_are_made(world: World) -> None:
    robin = Device(world, "Robin")
    bob = world.user("Bob")
    group = bob.create_group("Bike kitchen", "Robin", "Alice")
    channel = bob.create_channel("Spare parts", "Robin", broadcast=True, username="spare_parts")
    bob.send("Bike kitchen", "soup at six")
    bob.send(channel, "one saddle")
    assert [text for _, _, text in world.messages("Robin", group)] == ["", "soup at six"]
    posted = list(robin.updates(tl.UpdateNewChannelMessage))[-1].message
    assert (posted.message, posted.post) == ("one saddle", True)


def test_typing_and_coming_online_are_shown(world: World) -> None:
    robin = Device(world, "Robin")
    bob = world.user("Bob")
    bob.online()
    bob.type("Robin")
    bob.stop_typing("Robin")
    bob.online(False)
    statuses = [type(update.status) for update in robin.updates(tl.UpdateUserStatus)]
    assert statuses == [tl.UserStatusOnline, tl.UserStatusOffline]
    actions = [type(update.action) for update in robin.updates(tl.UpdateUserTyping)]
    assert actions == [tl.SendMessageTypingAction, tl.SendMessageCancelAction]
