"""Sponsored messages and reports: what is shown, noted and asked."""

from __future__ import annotations

import pytest

from tdlib.sandbox import seed
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.world.world import World
from tests.tdlib.sandbox.api_caller import Device

CHANNEL = "Words Without Borders"
AD = b"kettle-and-quill"


@pytest.fixture
def robin() -> Device:
    world = World()
    seed.fill(world)
    return Device(world, "Robin")


def test_a_channel_has_its_advertisement_and_others_none(robin: Device) -> None:
    shown = robin.call("messages.getSponsoredMessages", peer=robin.peer(CHANNEL)).messages
    assert [each.random_id for each in shown] == [AD]
    others = robin.call("messages.getSponsoredMessages", peer=robin.peer("Harbour News"))
    assert isinstance(others, tl.messages.SponsoredMessagesEmpty)


def test_views_and_clicks_are_noted(robin: Device) -> None:
    ad = robin.world.advertisements.by_id[AD]
    robin.call("messages.viewSponsoredMessage", random_id=AD)
    assert (ad.viewers, ad.visitors) == (frozenset({robin.user_id}), frozenset())
    robin.call("messages.clickSponsoredMessage", random_id=AD)
    assert ad.visitors == {robin.user_id}
    assert robin.fails("messages.viewSponsoredMessage", random_id=b"gone") == "AD_EXPIRED"


def test_an_advertisement_that_was_reported_is_gone(robin: Device) -> None:
    def report(option: bytes) -> object:
        return robin.call("messages.reportSponsoredMessage", random_id=AD, option=option)

    first = report(b"")
    assert isinstance(first, tl.channels.SponsoredMessageReportResultChooseOption)
    closer = report(b"misleading")
    assert isinstance(closer, tl.channels.SponsoredMessageReportResultChooseOption)
    assert robin.fails("messages.reportSponsoredMessage", random_id=AD, option=b"hide") == "PREMIUM_ACCOUNT_REQUIRED"
    taken = report(closer.options[0].option)
    assert isinstance(taken, tl.channels.SponsoredMessageReportResultReported)
    left = robin.call("messages.getSponsoredMessages", peer=robin.peer(CHANNEL))
    assert isinstance(left, tl.messages.SponsoredMessagesEmpty)
    vera = Device(robin.world, "Alice", 2)
    assert vera.call("messages.getSponsoredMessages", peer=vera.peer(CHANNEL)).messages


def test_moderators_ask_until_they_know_enough(robin: Device) -> None:
    def report(option: bytes, message: str = "", numbers: tuple[int, ...] = ()) -> object:
        peer = robin.peer("Ridge walk 🥾")
        return robin.call("messages.report", peer=peer, id=list(numbers), option=option, message=message)

    first = report(b"")
    assert isinstance(first, tl.ReportResultChooseOption)
    assert isinstance(report(b"spam"), tl.ReportResultReported)
    asked = report(b"other")
    assert isinstance(asked, tl.ReportResultAddComment)
    assert not asked.optional
    assert isinstance(report(b"other", "it is odd"), tl.ReportResultReported)
    assert isinstance(report(b"violence"), tl.ReportResultChooseOption)
    assert isinstance(report(b"violence/threat", numbers=(1,)), tl.ReportResultReported)
    peer = robin.peer("Ridge walk 🥾")
    assert robin.fails("messages.report", peer=peer, id=[], option=b"violence/threat", message="") == (
        "MESSAGE_ID_REQUIRED"
    )
    assert robin.fails("messages.report", peer=peer, id=[], option=b"?", message="") == "OPTION_INVALID"


def test_a_reaction_is_unread_until_the_author_has_seen_it(robin: Device) -> None:
    number = robin.send("Alice", "look at this")
    alice = robin.world.user("Alice")
    copy = next(each for each, _, text in reversed(alice.messages("Robin")) if text == "look at this")

    def unread() -> int:
        count: int = robin.call("messages.getPeerDialogs", peers=[_named(robin)]).dialogs[0].unread_reactions_count
        return count

    alice.react("Robin", copy, "🔥")
    [told] = robin.updates(tl.UpdateMessageReactions)
    assert [each.unread for each in told.reactions.recent_reactions] == [True]
    assert unread() == 1
    page = robin.call(
        "messages.getUnreadReactions", peer=robin.peer("Alice"), offset_id=0, add_offset=0, limit=10, max_id=0, min_id=0
    )
    assert [each.id for each in page.messages] == [number]

    robin.call("messages.readMessageContents", id=[number])
    assert unread() == 0
    alice.react("Robin", copy, "👍")
    assert unread() == 1
    alice.react("Robin", copy, "")
    assert unread() == 0
    alice.react("Robin", copy, "👍")
    robin.call("messages.readReactions", peer=robin.peer("Alice"))
    assert unread() == 0


def test_the_own_reaction_is_never_unread(robin: Device) -> None:
    number = robin.send("Alice", "look at this")
    robin.world.user("Robin").react("Alice", number, "🔥")
    assert robin.world.dialog(robin.user_id, robin.world.user("Alice").id).unread_reactions == {}


def test_somebody_who_was_taken_out_is_not_frequent_any_more(robin: Device) -> None:
    def frequent() -> list[int]:
        answer = robin.call("contacts.getTopPeers", correspondents=True, offset=0, limit=10, hash=0)
        return [each.peer.user_id for each in answer.categories[0].peers]

    first = frequent()[0]
    category = tl.TopPeerCategoryCorrespondents()
    robin.call("contacts.resetTopPeerRating", category=category, peer=robin.peer(first))
    assert first not in frequent()


def _named(device: Device) -> object:
    return tl.InputDialogPeer(peer=device.peer("Alice"))
