"""Basic groups, supergroups, channels and their members by direct calls."""

from __future__ import annotations

from typing import Any

import pytest

from tdlib.sandbox import seed
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.world.world import World
from tests.tdlib.sandbox.api_caller import Device


@pytest.fixture
def world() -> World:
    made = World()
    seed.fill(made)
    return made


@pytest.fixture
def robin(world: World) -> Device:
    return Device(world, "Robin", key_id=1)


@pytest.fixture
def alice(world: World) -> Device:
    return Device(world, "Alice", key_id=2)


def actions(device: Device) -> list[Any]:
    kinds = (tl.UpdateNewMessage, tl.UpdateNewChannelMessage)
    return [type(each.message.action) for each in device.updates(kinds) if hasattr(each.message, "action")]


def group_id(answer: Any) -> int:
    number: int = answer.updates.chats[0].id
    return number


def test_a_basic_group_lives(world: World, robin: Device, alice: Device) -> None:
    made = robin.call("messages.createChat", users=[robin.user("Alice")], title=" Two of us ")
    numbers = [each for each in made.updates.updates if isinstance(each, tl.UpdateMessageID)]
    assert len(numbers) == 1
    assert numbers[0].random_id
    chat = group_id(made)
    robin.send("Two of us", "welcome", 1)
    assert robin.call("messages.addChatUser", chat_id=chat, user_id=robin.user("Bob"), fwd_limit=0)
    robin.call("messages.editChatTitle", chat_id=chat, title="Three of us")
    alice.call("messages.deleteChatUser", chat_id=chat, user_id=tl.InputUserSelf())
    assert actions(alice) == [
        tl.MessageActionChatCreate, tl.MessageActionChatAddUser, tl.MessageActionChatEditTitle,
    ]  # fmt: skip
    assert actions(robin) == [tl.MessageActionChatDeleteUser]
    full = robin.call("messages.getFullChat", chat_id=chat).full_chat
    assert [each.user_id for each in full.participants.participants] == [robin.user_id, world.user("Bob").id]
    assert full.exported_invite.link.startswith("https://t.me/+")
    left = alice.peer(-chat)
    assert alice.fails("messages.sendMessage", peer=left, message="x", random_id=2) == "CHAT_WRITE_FORBIDDEN"
    assert [text for _, _, text in world.messages("Bob", -chat)] == ["", "", ""]


def test_a_group_without_title_or_people_is_refused(robin: Device) -> None:
    assert robin.fails("messages.createChat", users=[robin.user("Bob")], title=" ") == "CHAT_TITLE_EMPTY"
    assert robin.fails("messages.createChat", users=[], title="x") == "USERS_TOO_FEW"
    assert robin.fails("messages.getFullChat", chat_id=1) == "CHAT_ID_INVALID"


def test_a_supergroup_has_one_numbering_for_all(world: World, robin: Device, alice: Device) -> None:
    made = robin.call("channels.createChannel", title="Super", about="d", megagroup=True)
    assert sum(isinstance(each, tl.UpdateMessageID) for each in made.updates) == 1
    robin.call("channels.inviteToChannel", channel=robin.channel("Super"), users=[robin.user("Alice")])
    number = robin.send("Super", "to all", 1)
    update = list(alice.updates(tl.UpdateNewChannelMessage))[-1]
    assert (update.message.id, update.message.message) == (number, "to all")
    found = alice.call(
        "channels.getParticipants",
        channel=alice.channel("Super"),
        filter=tl.ChannelParticipantsRecent(),
        offset=0,
        limit=10,
        hash=0,
    )
    assert [type(each) for each in found.participants] == [tl.ChannelParticipantCreator, tl.ChannelParticipantSelf]
    wrong = {"channel": alice.channel("Super"), "id": [number]}
    assert alice.fails("channels.deleteMessages", **wrong) == "MESSAGE_DELETE_FORBIDDEN"
    answer = robin.call("channels.deleteMessages", channel=robin.channel("Super"), id=[number])
    assert answer.pts_count == 1
    assert world.messages("Alice", "Super")[-1][2] == ""


def test_a_ban_keeps_somebody_out(robin: Device, alice: Device) -> None:
    robin.call("channels.createChannel", title="Super", about="", megagroup=True)
    robin.call("channels.inviteToChannel", channel=robin.channel("Super"), users=[robin.user("Alice")])
    channel, peer = alice.channel("Super"), alice.peer("Super")
    rights = tl.ChatBannedRights(until_date=0, view_messages=True)
    robin.call(
        "channels.editBanned", channel=robin.channel("Super"), participant=robin.peer("Alice"), banned_rights=rights
    )
    assert alice.fails("channels.getFullChannel", channel=channel) == "CHANNEL_PRIVATE"
    assert alice.fails("messages.sendMessage", peer=peer, message="x", random_id=1) == "CHANNEL_PRIVATE"


def test_a_public_channel_is_joined_read_and_left(world: World, alice: Device) -> None:
    channel = alice.call("contacts.resolveUsername", username="harbour_news").chats[0]
    assert channel.left
    place = tl.InputChannel(channel_id=channel.id, access_hash=channel.access_hash)
    joined = alice.call("channels.joinChannel", channel=place)
    assert not joined.updates.chats[0].left
    assert world.dialog(alice.user_id, -(10**12) - channel.id).unread == 0
    assert alice.fails("messages.sendMessage", peer=alice.peer("Harbour News"), message="x", random_id=1)
    alice.call("channels.leaveChannel", channel=place)
    assert alice.fails("channels.leaveChannel", channel=place) == "USER_NOT_PARTICIPANT"


def test_an_own_channel_posts_in_its_own_name(world: World, robin: Device) -> None:
    robin.call("channels.createChannel", title="Notes", about="", broadcast=True)
    robin.send("Notes", "first", 1)
    message = world.user("Robin").message("Notes", 2)
    assert (message.is_post, message.writer) == (True, robin.user_id)
    shown = robin.call("channels.getMessages", channel=robin.channel("Notes"), id=[tl.InputMessageID(id=2)])
    assert (shown.messages[0].post, shown.messages[0].from_id, shown.messages[0].views) == (True, None, 1)


def test_an_invite_link_leads_in(world: World, robin: Device, alice: Device) -> None:
    robin.call("messages.createChat", users=[robin.user("Bob")], title="Linked")
    chat = world.in_group(world.find_peer(robin.user_id, "Linked"))
    assert chat is not None
    hash = chat.invite.rpartition("+")[2]
    assert alice.call("messages.checkChatInvite", hash=hash).title == "Linked"
    alice.call("messages.importChatInvite", hash=hash)
    assert chat.has(alice.user_id)
    assert alice.fails("messages.importChatInvite", hash=hash) == "USER_ALREADY_PARTICIPANT"
    assert alice.fails("messages.checkChatInvite", hash="unknown") == "INVITE_HASH_EXPIRED"


def test_the_countries_are_all_there_with_codes_of_their_own(robin: Device) -> None:
    countries = robin.call("help.getCountriesList", lang_code="en", hash=0).countries
    assert len({each.iso2 for each in countries}) == len(countries) > 220
    codes = [
        (code.country_code, prefix)
        for each in countries
        for code in each.country_codes
        for prefix in code.prefixes or [""]
    ]
    assert ("49", "") in codes
    assert ("1", "204") in codes
    again = robin.call("help.getCountriesList", lang_code="en", hash=20_240_229)
    assert isinstance(again, tl.help.CountriesListNotModified)
