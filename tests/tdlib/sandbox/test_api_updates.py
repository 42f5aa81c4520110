"""What a device learns after an absence, and how boxes count."""

from __future__ import annotations

from typing import Any

import pytest

from tdlib.sandbox import seed
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.world import box
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


def difference(device: Device, state: Any, **more: Any) -> Any:
    return device.call("updates.getDifference", pts=state.pts, date=state.date, qts=state.qts, **more)


def pts_of(update: Any) -> tuple[int, int] | None:
    return (update.pts, update.pts_count) if hasattr(update, "pts_count") else None


def test_pushes_count_without_a_gap(world: World, robin: Device) -> None:
    state = robin.call("updates.getState").pts
    bob = world.user("Bob")
    number = bob.send("Robin", "one")
    bob.send("Robin", "two")
    bob.edit("Robin", number, "one!")
    robin.world.user("Robin").read("Bob")
    bob.delete("Robin", number)
    bob.pin("Robin", bob.send("Robin", "three"))
    for container in robin.pushed:
        for update in container.updates:
            counted = pts_of(update)
            if counted:
                assert counted[0] == state + counted[1]
                state = counted[0]
    assert state == robin.call("updates.getState").pts


def test_an_absence_is_made_up_for(world: World, robin: Device) -> None:
    state = robin.call("updates.getState")
    bob = world.user("Bob")
    numbers = [bob.send("Robin", f"missed {number}") for number in range(10)]
    bob.edit("Robin", numbers[3], "missed, edited")
    bob.delete("Robin", numbers[4])
    answer = difference(robin, state)
    assert [each.message for each in answer.new_messages] == [
        "missed 0", "missed 1", "missed 2", "missed, edited", *(f"missed {number}" for number in range(5, 10)),
    ]  # fmt: skip
    assert {type(each) for each in answer.other_updates} >= {tl.UpdateEditMessage, tl.UpdateDeleteMessages}
    assert answer.state.pts == robin.call("updates.getState").pts
    assert {each.id for each in answer.users} == {bob.id}
    assert isinstance(difference(robin, answer.state), tl.updates.DifferenceEmpty)


def test_a_long_absence_comes_in_slices(world: World, robin: Device) -> None:
    state = robin.call("updates.getState")
    for number in range(250):
        world.user("Bob").send("Robin", f"missed {number}")
    found: list[str] = []
    slices = 0
    while True:
        answer = difference(robin, state)
        found += [each.message for each in answer.new_messages]
        if isinstance(answer, tl.updates.Difference):
            break
        slices += 1
        state = answer.intermediate_state
    assert found == [f"missed {number}" for number in range(250)]
    assert slices == 2


def test_an_endless_absence_is_too_long(world: World, robin: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    state = robin.call("updates.getState")
    monkeypatch.setattr(box, "LOG_LENGTH", 20)
    for number in range(50):
        world.user("Bob").send("Robin", f"missed {number}")
    answer = difference(robin, state)
    assert isinstance(answer, tl.updates.DifferenceTooLong)
    assert answer.pts == robin.call("updates.getState").pts


def test_a_state_from_nowhere_is_refused(robin: Device) -> None:
    wrong = {"pts": 10**9, "date": 0, "qts": 1}
    assert robin.fails("updates.getDifference", **wrong) == "PERSISTENT_TIMESTAMP_INVALID"


def test_a_sent_message_is_known_again_by_its_random_id(world: World, robin: Device) -> None:
    state = robin.call("updates.getState")
    number = robin.send("Bob", "did it arrive?", 4711)
    known = [each for each in difference(robin, state).other_updates if isinstance(each, tl.UpdateMessageID)]
    assert [(each.id, each.random_id) for each in known] == [(number, 4711)]


def test_a_channel_has_its_own_count(world: World, robin: Device) -> None:
    state = robin.call("updates.getState")
    channel = robin.channel("Lighthouse")
    before = robin.call("channels.getFullChannel", channel=channel).full_chat.pts
    sam = world.user("Sam")
    for number in range(7):
        sam.send("Lighthouse", f"missed {number}")
    named = [each for each in difference(robin, state).other_updates if isinstance(each, tl.UpdateChannelTooLong)]
    assert [(each.channel_id, each.pts) for each in named] == [(channel.channel_id, before + 7)]
    ask = {"channel": channel, "filter": tl.ChannelMessagesFilterEmpty(), "pts": before}
    answer = robin.call("updates.getChannelDifference", limit=100, **ask)
    assert [each.message for each in answer.new_messages] == [f"missed {number}" for number in range(7)]
    assert (answer.pts, answer.final) == (before + 7, True)
    too_long = robin.call("updates.getChannelDifference", limit=3, **ask)
    assert isinstance(too_long, tl.updates.ChannelDifferenceTooLong)
    assert [each.message for each in too_long.messages] == ["missed 6", "missed 5", "missed 4"]
    assert too_long.dialog.unread_count == 11
    ask["pts"] = before + 7
    assert isinstance(robin.call("updates.getChannelDifference", limit=3, **ask), tl.updates.ChannelDifferenceEmpty)


def test_settings_changed_meanwhile_are_told_again(robin: Device) -> None:
    state = robin.call("updates.getState")
    other = Device(robin.world, "Robin", key_id=2)
    other.call("messages.saveDraft", peer=other.peer("Bob"), message="from the other one")
    drafts = [each for each in difference(robin, state).other_updates if isinstance(each, tl.UpdateDraftMessage)]
    assert [each.draft.message for each in drafts] == ["from the other one"]


def test_many_changes_without_a_count_come_at_once(robin: Device) -> None:
    state = robin.call("updates.getState")
    other = Device(robin.world, "Robin", key_id=2)
    for number in range(300):
        other.call("messages.saveDraft", peer=other.peer("Bob"), message=f"draft {number}")
    answer = difference(robin, state)
    assert isinstance(answer, tl.updates.Difference)
    assert answer.other_updates[-1].draft.message == "draft 299"


def test_a_message_brings_an_archived_chat_back_unless_it_is_muted(world: World, robin: Device) -> None:
    me = robin.user_id
    world.user("Oscar").send("Robin", "still there?")
    assert world.dialog(me, world.user("Oscar").id).folder == 0
    assert [each.folder_peers[0].folder_id for each in robin.updates(tl.UpdateFolderPeers)] == [0]
    world.user("Mr. Petrov").send("Robin", "Monday.")
    assert world.dialog(me, world.user("Mr. Petrov").id).folder == 1


def test_a_blocked_person_writes_into_the_void(world: World, robin: Device) -> None:
    robin.call("contacts.block", id=robin.peer("Bob"))
    world.user("Bob").send("Robin", "hello?")
    assert "hello?" not in [text for _, _, text in world.messages("Robin", "Bob")]
    assert "hello?" in [text for _, _, text in world.messages("Bob", "Robin")]
    assert robin.fails("messages.sendMessage", peer=robin.peer("Bob"), message="x", random_id=1) == "YOU_BLOCKED_USER"
