"""Chats, histories, sending, changing and reading by direct calls."""

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


def history(device: Device, chat: str, **changed: Any) -> Any:
    arguments = {
        "offset_id": 0, "offset_date": 0, "add_offset": 0, "limit": 100, "max_id": 0, "min_id": 0, "hash": 0,
    }  # fmt: skip
    return device.call("messages.getHistory", peer=device.peer(chat), **(arguments | changed))


def texts(device: Device, chat: str) -> list[str]:
    return [each.message for each in history(device, chat).messages if isinstance(each, tl.Message)]


def test_the_chat_list_comes_in_pages_without_gap_or_repetition(robin: Device) -> None:
    seen: list[int] = []
    offset: dict[str, Any] = {"offset_date": 0, "offset_id": 0, "offset_peer": tl.InputPeerEmpty()}
    while True:
        page = robin.call("messages.getDialogs", limit=7, hash=0, exclude_pinned=True, **offset)
        if not page.dialogs:
            break
        tops = {(str(each.peer_id), each.id): each for each in page.messages}
        last = page.dialogs[-1]
        seen += [world_peer(each.peer) for each in page.dialogs]
        offset = {
            "offset_date": tops[(str(last.peer), last.top_message)].date,
            "offset_id": last.top_message,
            "offset_peer": robin.peer(seen[-1]),
        }
    listed = [each for each in robin.world.account(robin.user_id).dialogs.listed(0) if not each.pinned]
    assert seen == [each.peer for each in listed]


def world_peer(peer: Any) -> int:
    if isinstance(peer, tl.PeerUser):
        return int(peer.user_id)
    return int(-peer.chat_id if isinstance(peer, tl.PeerChat) else -(10**12) - peer.channel_id)


def test_a_page_of_the_list_brings_its_people_chats_and_messages(robin: Device) -> None:
    page = robin.call(
        "messages.getDialogs", limit=100, hash=0, offset_date=0, offset_id=0, offset_peer=tl.InputPeerEmpty()
    )
    known = {each.id for each in page.users}
    for message in page.messages:
        if isinstance(message.from_id, tl.PeerUser):
            assert message.from_id.user_id in known
    assert {each.peer.user_id for each in page.dialogs if isinstance(each.peer, tl.PeerUser)} <= known
    assert all(bool(each.pts) == isinstance(each.peer, tl.PeerChannel) for each in page.dialogs)


def test_both_sides_see_a_message_with_numbers_of_their_own(robin: Device, alice: Device) -> None:
    number = robin.send("Alice", "look: https://example.org #now", 7)
    update = next(alice.updates(tl.UpdateNewMessage))
    assert update.message.message == "look: https://example.org #now"
    assert not update.message.out
    assert [type(each) for each in update.message.entities] == [tl.MessageEntityUrl, tl.MessageEntityHashtag]
    assert texts(robin, "Alice")[0] == texts(alice, "Robin")[0]
    assert history(robin, "Alice").messages[0].id == number
    assert robin.pushed == []
    assert robin.world.account(alice.user_id).dialogs.by_peer[robin.user_id].unread == 1


def test_the_same_random_id_never_makes_two_messages(robin: Device) -> None:
    first = robin.send("Alice", "once", 99)
    state = robin.call("updates.getState").pts
    assert robin.send("Alice", "once", 99) == first
    assert robin.call("updates.getState").pts == state
    assert texts(robin, "Alice").count("once") == 1


@pytest.mark.parametrize(
    ("text", "error"), [("", "MESSAGE_EMPTY"), (" \n ", "MESSAGE_EMPTY"), ("x" * 4097, "MESSAGE_TOO_LONG")]
)
def test_bad_texts_are_refused(robin: Device, text: str, error: str) -> None:
    assert robin.fails("messages.sendMessage", peer=robin.peer("Alice"), message=text, random_id=1) == error


def test_wrong_peers_are_refused(robin: Device) -> None:
    stranger = tl.InputPeerUser(user_id=4, access_hash=1)
    assert robin.fails("messages.sendMessage", peer=stranger, message="x", random_id=1) == "PEER_ID_INVALID"
    wrong = robin.peer("Alice")
    wrong.access_hash += 1
    assert robin.fails("messages.sendMessage", peer=wrong, message="x", random_id=1) == "PEER_ID_INVALID"
    gone = robin.peer("Deleted")
    assert robin.fails("messages.sendMessage", peer=gone, message="x", random_id=1) == "INPUT_USER_DEACTIVATED"
    channel = robin.peer("Harbour News")
    assert robin.fails("messages.sendMessage", peer=channel, message="x", random_id=1) == "CHAT_ADMIN_REQUIRED"


def test_spaces_are_cut_and_entities_move_along(robin: Device) -> None:
    bold = tl.MessageEntityBold(offset=2, length=4)
    number = robin.send("Alice", "  bold 😀 ", 3, entities=[bold])
    message = robin.world.user("Robin").message("Alice", number)
    assert message.text == "bold 😀"
    assert [(each.offset, each.length) for each in message.entities] == [(0, 4)]


def test_a_reply_points_at_the_others_own_number(robin: Device, alice: Device) -> None:
    number = robin.send("Alice", "question", 1)
    robin.send("Alice", "answer", 2, reply_to=tl.InputReplyToMessage(reply_to_msg_id=number))
    mine, theirs = history(robin, "Alice").messages, history(alice, "Robin").messages
    assert mine[0].reply_to.reply_to_msg_id == mine[1].id == number
    assert theirs[0].reply_to.reply_to_msg_id == theirs[1].id != number


def test_an_edit_reaches_the_other_side_and_must_change_something(robin: Device, alice: Device) -> None:
    number = robin.send("Alice", "before", 1)
    edit = {"peer": robin.peer("Alice"), "id": number}
    assert robin.fails("messages.editMessage", message="before", **edit) == "MESSAGE_NOT_MODIFIED"
    assert robin.fails("messages.editMessage", message=" ", **edit) == "MESSAGE_EMPTY"
    robin.call("messages.editMessage", message="after", **edit)
    assert next(alice.updates(tl.UpdateEditMessage)).message.edit_date
    assert texts(alice, "Robin")[0] == "after"
    theirs = history(alice, "Robin").messages[0].id
    wrong = {"peer": alice.peer("Robin"), "id": theirs, "message": "mine now"}
    assert alice.fails("messages.editMessage", **wrong) == "MESSAGE_AUTHOR_REQUIRED"
    assert robin.fails("messages.editMessage", peer=robin.peer("Alice"), id=10**6, message="x") == "MESSAGE_ID_INVALID"


def test_a_deletion_is_for_one_or_for_all(robin: Device, alice: Device) -> None:
    kept = robin.send("Alice", "only here", 1)
    gone = robin.send("Alice", "everywhere", 2)
    answer = robin.call("messages.deleteMessages", id=[kept])
    assert (answer.pts, answer.pts_count) == (robin.call("updates.getState").pts, 1)
    robin.call("messages.deleteMessages", id=[gone], revoke=True)
    assert "only here" in texts(alice, "Robin")
    assert "everywhere" not in texts(alice, "Robin")
    assert [len(each.messages) for each in alice.updates(tl.UpdateDeleteMessages)] == [1]
    assert robin.call("messages.deleteMessages", id=[gone, kept]).pts_count == 0


def test_reading_moves_both_marks(robin: Device, alice: Device) -> None:
    number = robin.send("Alice", "unread", 1)
    newest = history(alice, "Robin").messages[0].id
    answer = alice.call("messages.readHistory", peer=alice.peer("Robin"), max_id=newest)
    assert answer.pts_count == 1
    update = next(robin.updates(tl.UpdateReadHistoryOutbox))
    assert update.max_id == number
    assert alice.world.dialog(alice.user_id, robin.user_id).unread == 0
    assert alice.call("messages.readHistory", peer=alice.peer("Robin"), max_id=newest).pts_count == 0


def test_a_channel_is_read_for_oneself(robin: Device) -> None:
    dialog = robin.world.dialog(robin.user_id, robin.world.find_peer(robin.user_id, "Lighthouse"))
    assert dialog.unread == 4
    bound = dialog.history.last_id - 1
    robin.call("channels.readHistory", channel=robin.channel("Lighthouse"), max_id=bound)
    assert (dialog.unread, dialog.read_inbox) == (1, bound)


def test_typing_is_told_to_the_others_only(robin: Device, alice: Device) -> None:
    robin.call("messages.setTyping", peer=robin.peer("Alice"), action=tl.SendMessageTypingAction())
    assert [each.user_id for each in alice.updates(tl.UpdateUserTyping)] == [robin.user_id]
    assert robin.pushed == []


def test_a_forward_names_its_origin(robin: Device, alice: Device) -> None:
    post = history(robin, "Harbour News").messages[3]
    robin.call(
        "messages.forwardMessages",
        from_peer=robin.peer("Harbour News"),
        to_peer=robin.peer("Alice"),
        id=[post.id],
        random_id=[5],
    )
    got = next(alice.updates(tl.UpdateNewMessage)).message
    assert got.message == post.message
    assert (got.fwd_from.from_id.channel_id, got.fwd_from.channel_post) == (post.peer_id.channel_id, post.id)
    copy = {"from_peer": robin.peer("Alice"), "to_peer": robin.peer("Bob"), "id": [got.id]}
    assert robin.fails("messages.forwardMessages", random_id=[1, 2], **copy) == "RANDOM_ID_INVALID"


def test_a_forward_to_oneself_remembers_where_it_was(robin: Device) -> None:
    number = history(robin, "Zoë 🌻").messages[0].id
    target = {"to_peer": tl.InputPeerSelf(), "random_id": [8], "id": [number]}
    answer = robin.call("messages.forwardMessages", from_peer=robin.peer("Zoë 🌻"), **target)
    saved = next(each.message for each in answer.updates if isinstance(each, tl.UpdateNewMessage))
    assert saved.fwd_from.saved_from_msg_id == number
    assert not saved.out


def test_a_reaction_is_seen_by_both_and_taken_back(robin: Device, alice: Device) -> None:
    number = history(robin, "Alice").messages[0].id
    react = {"peer": robin.peer("Alice"), "msg_id": number}
    robin.call("messages.sendReaction", reaction=[tl.ReactionEmoji(emoticon="👍")], **react)
    seen = next(alice.updates(tl.UpdateMessageReactions)).reactions.results
    assert ("👍", 1) in [(each.reaction.emoticon, each.count) for each in seen]
    robin.call("messages.sendReaction", reaction=[], **react)
    assert robin.user_id not in robin.world.user("Robin").message("Alice", number).reactions
    unknown = [tl.ReactionEmoji(emoticon="🧱")]
    assert robin.fails("messages.sendReaction", reaction=unknown, **react) == "REACTION_INVALID"


def test_drafts_pins_mutes_marks_and_folders_reach_the_other_devices(robin: Device) -> None:
    other = Device(robin.world, "Robin", key_id=9)
    robin.call("messages.saveDraft", peer=robin.peer("Bob"), message="half a")
    place = tl.InputDialogPeer(peer=robin.peer("Bob"))
    robin.call("messages.toggleDialogPin", peer=place, pinned=True)
    robin.call("messages.markDialogUnread", peer=place, unread=True)
    mute = tl.InputPeerNotifySettings(mute_until=2_000_000_000)
    robin.call("account.updateNotifySettings", peer=tl.InputNotifyPeer(peer=robin.peer("Bob")), settings=mute)
    moved = [tl.InputFolderPeer(peer=robin.peer("Bob"), folder_id=1)]
    robin.call("folders.editPeerFolders", folder_peers=moved)
    kinds = {type(update) for container in other.pushed for update in container.updates}
    assert kinds == {
        tl.UpdateDraftMessage, tl.UpdateDialogPinned, tl.UpdateDialogUnreadMark, tl.UpdateNotifySettings,
        tl.UpdateFolderPeers,
    }  # fmt: skip
    dialog = robin.call("messages.getPeerDialogs", peers=[place]).dialogs[0]
    assert (dialog.folder_id, dialog.unread_mark, dialog.draft.message) == (1, True, "half a")
    assert dialog.notify_settings.mute_until == 2_000_000_000
    robin.send("Bob", "done", 4, clear_draft=True)
    assert robin.call("messages.getPeerDialogs", peers=[place]).dialogs[0].draft is None


def test_folders_are_made_ordered_and_removed(robin: Device) -> None:
    title = tl.TextWithEntities(text="Trips", entities=[])
    fresh = tl.DialogFilter(id=7, title=title, pinned_peers=[], include_peers=[robin.peer("Bob")], exclude_peers=[])
    assert robin.call("messages.updateDialogFilter", id=7, filter=fresh) is True
    robin.call("messages.updateDialogFiltersOrder", order=[7, 2, 3, 4])
    shown = robin.call("messages.getDialogFilters").filters
    assert [getattr(each, "id", 0) for each in shown] == [0, 7, 2, 3, 4]
    robin.call("messages.updateDialogFilter", id=7)
    assert [getattr(each, "id", 0) for each in robin.call("messages.getDialogFilters").filters] == [0, 2, 3, 4]
    empty = tl.DialogFilter(id=8, title=title, pinned_peers=[], include_peers=[], exclude_peers=[])
    assert robin.fails("messages.updateDialogFilter", id=8, filter=empty) == "FILTER_INCLUDE_EMPTY"


def search(device: Device, chat: str, query: str, kind: Any = None, limit: int = 50, **more: Any) -> Any:
    arguments = {
        "min_date": 0, "max_date": 0, "offset_id": 0, "add_offset": 0, "max_id": 0, "min_id": 0, "hash": 0,
    }  # fmt: skip
    return device.call(
        "messages.search",
        peer=device.peer(chat),
        q=query,
        filter=kind or tl.InputMessagesFilterEmpty(),
        limit=limit,
        **(arguments | more),
    )


def test_a_chat_is_searched_by_words_and_by_kind(robin: Device) -> None:
    assert [each.message for each in search(robin, "Lighthouse", "kind deploys").messages] == [
        "Welcome to the Lighthouse room. Rules: be kind, write things down, no deploys on Fridays."
    ]
    assert search(robin, "Lighthouse", "nowhere to be found").messages == []
    assert len(search(robin, "Lighthouse", "", tl.InputMessagesFilterDocument()).messages) == 2
    assert len(search(robin, "Lighthouse", "", tl.InputMessagesFilterUrl()).messages) == 2
    assert len(search(robin, "Ridge walk 🥾", "", tl.InputMessagesFilterPinned()).messages) == 1
    all_photos = search(robin, "The Workshop", "", tl.InputMessagesFilterPhotos())
    assert all_photos.count > 100
    older = search(robin, "The Workshop", "", tl.InputMessagesFilterPhotos(), offset_id=all_photos.messages[9].id)
    assert older.messages[0].id == all_photos.messages[10].id


def test_counters_take_a_single_filter(robin: Device) -> None:
    counters = robin.call(
        "messages.getSearchCounters", peer=robin.peer("Lighthouse"), filters=[tl.InputMessagesFilterDocument()]
    )
    assert [each.count for each in counters] == [2]


def test_everything_is_searched_in_pages(robin: Device) -> None:
    found: list[int] = []
    rate, number = 0, 0
    while True:
        page = robin.call(
            "messages.searchGlobal",
            q="the",
            filter=tl.InputMessagesFilterEmpty(),
            min_date=0,
            max_date=0,
            offset_rate=rate,
            offset_peer=tl.InputPeerEmpty(),
            offset_id=number,
            limit=50,
        )
        found += [each.date for each in page.messages]
        if getattr(page, "next_rate", None) is None or len(found) > 300:
            break
        rate, number = page.next_rate, page.messages[-1].id
    assert found == sorted(found, reverse=True)
    assert len(found) > 100


def test_people_and_public_channels_are_found(robin: Device) -> None:
    found = robin.call("contacts.search", q="har", limit=10)
    assert [each.title for each in found.chats] == ["Harbour News"]
    assert robin.call("contacts.resolveUsername", username="Weather_Bell_Bot").users[0].bot
    assert robin.fails("contacts.resolveUsername", username="nobody_has_this") == "USERNAME_NOT_OCCUPIED"
    assert robin.call("contacts.resolvePhone", phone="+9996615555").users[0].first_name == "Bob"


def test_a_long_history_is_paged_both_ways(world: World, robin: Device) -> None:
    first = history(robin, "The Workshop", limit=10)
    assert (first.count, first.offset_id_offset) == (5400, 0)
    middle = history(robin, "The Workshop", offset_id=2000, add_offset=-5, limit=10)
    assert [each.id for each in middle.messages] == list(range(2004, 1994, -1))
    day = first.messages[0].date - 100 * 86_400
    dated = history(robin, "The Workshop", offset_date=day, limit=1).messages[0]
    assert dated.date < day
    assert world.find_peer(robin.user_id, "The Workshop") < 0
