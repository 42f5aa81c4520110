"""The table of methods as a whole."""

from __future__ import annotations

from tdlib.sandbox import seed
from tdlib.sandbox.codec import METHOD_NAMES, functions
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.rpc import METHODS
from tdlib.sandbox.world.world import World
from tests.tdlib.sandbox.api_caller import Device

ASKED_AT_THE_START = {
    "help.getNearestDc", "help.getConfig", "auth.sendCode", "help.getAppConfig", "auth.signIn", "auth.signUp",
    "messages.getAttachMenuBots", "messages.getDialogFilters", "account.getNotifySettings",
    "account.getReactionsNotifySettings", "messages.getStickerSet", "messages.getAvailableReactions",
    "messages.getAvailableEffects", "account.getChatThemes", "help.getPeerColors", "help.getPeerProfileColors",
    "aicompose.getTones", "updates.getState", "account.getWebBrowserSettings", "help.getPromoData",
    "help.getTermsOfServiceUpdate", "messages.getPinnedDialogs", "messages.getDialogs",
    "account.getContentSettings", "contacts.getTopPeers",
}  # fmt: skip


def test_every_method_is_one_of_the_schemas() -> None:
    assert set(METHODS) <= set(METHOD_NAMES.values())


def test_what_tdlib_asks_at_its_start_is_answered() -> None:
    assert set(METHODS) >= ASKED_AT_THE_START


def test_every_method_without_arguments_has_an_answer_that_can_be_written() -> None:
    world = World()
    seed.fill(world)
    device = Device(world, "Robin")
    free = [name for name in METHODS if _takes_nothing(name) and not name.startswith("auth.")]
    assert len(free) > 40
    for name in free:
        device.call(name)


def test_methods_that_keep_a_hash_take_it() -> None:
    world = World()
    seed.fill(world)
    device = Device(world, "Robin")
    asked = [name for name in METHODS if _slots(name) == ["hash"] and ".get" in name]
    assert len(asked) > 30
    for name in asked:
        device.call(name, hash=0)


def test_the_hash_of_the_offered_reactions_is_the_clients() -> None:
    world = World()
    seed.fill(world)
    device = Device(world, "Robin")
    answer = device.call("messages.getTopReactions", limit=2, hash=0)
    assert [each.emoticon for each in answer.reactions] == ["👍", "👎"]
    again = device.call("messages.getTopReactions", limit=2, hash=answer.hash)
    assert isinstance(again, tl.messages.ReactionsNotModified)


def _slots(name: str) -> list[str]:
    scope, _, last = name.partition(".")
    kind = getattr(getattr(functions, scope), last[0].upper() + last[1:])
    return list(kind.__slots__)


def _takes_nothing(name: str) -> bool:
    return not _slots(name)
