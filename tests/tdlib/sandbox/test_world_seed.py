"""The sample Telegram."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

import pytest

from tdlib.sandbox import seed
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.world.chats import Channel
from tdlib.sandbox.world.dialogs import ARCHIVE, MAIN
from tdlib.sandbox.world.entities import length
from tdlib.sandbox.world.files import Document, Photo
from tdlib.sandbox.world.storage import MAGIC, StateError
from tdlib.sandbox.world.world import World


@pytest.fixture(scope="module")
def world() -> World:
    made = World()
    seed.fill(made)
    return made


def test_there_are_forty_chats_with_names_in_ten_scripts(world: World) -> None:
    listed = world.account(world.user("Robin").id).dialogs.listed(None)
    assert len(listed) >= 40
    scripts = {
        unicodedata.name(letter).split()[0]
        for dialog in listed
        for letter in world.name_of(dialog.peer)
        if letter.isalpha()
    }
    wanted = {"LATIN", "CYRILLIC", "ARABIC", "HEBREW", "DEVANAGARI", "CJK", "HANGUL", "GREEK", "THAI", "GEORGIAN"}
    assert wanted <= scripts


def test_the_list_has_pins_an_archive_unread_chats_and_a_draft(world: World) -> None:
    dialogs = world.account(world.user("Robin").id).dialogs
    assert len(dialogs.pinned(MAIN)) == 3
    assert len(dialogs.listed(ARCHIVE)) >= 3
    assert max(dialog.unread for dialog in dialogs.listed(MAIN)) > 1000
    assert sum(dialog.unread > 0 for dialog in dialogs.listed(MAIN)) > 8
    assert any(dialog.draft for dialog in dialogs.listed(MAIN))
    assert any(dialog.is_muted(world.now()) for dialog in dialogs.listed(MAIN))


def test_every_kind_of_entity_content_and_mark_is_somewhere(world: World) -> None:
    entities: set[str] = set()
    contents: set[str] = set()
    marks: set[str] = set()
    for dialog in world.account(world.user("Robin").id).dialogs.listed(None):
        for message in dialog.history.page(0, 0, 60):
            entities |= {type(each).__name__.removeprefix("MessageEntity") for each in message.entities}
            contents |= _contents(message.media) | {type(message.action).__name__}
            marks |= {
                name for name in ("reply", "forward", "edit_date", "reactions", "pinned") if getattr(message, name)
            }
    assert marks == {"reply", "forward", "edit_date", "reactions", "pinned"}
    assert {
        "Bold", "Italic", "Underline", "Strike", "Spoiler", "Code", "Pre", "TextUrl", "Url", "Mention", "MentionName",
        "Hashtag", "Cashtag", "BotCommand", "Email", "Blockquote",
    } <= entities  # fmt: skip
    assert {
        "Photo", "Filename", "Video", "Animated", "Audio", "Sticker", "MessageMediaPoll", "MessageMediaDice",
        "MessageMediaGeo", "MessageMediaVenue", "MessageMediaContact", "MessageActionPhoneCall",
        "MessageActionPinMessage", "MessageActionChatCreate", "MessageActionChatDeleteUser",
    } <= contents  # fmt: skip


def _contents(media: object) -> set[str]:
    if isinstance(media, Photo):
        return {"Photo"}
    if isinstance(media, Document):
        return {type(each).__name__.removeprefix("DocumentAttribute") for each in media.attributes}
    return {type(media).__name__}


def test_entities_lie_within_their_texts(world: World) -> None:
    for chat in ("Ridge walk 🥾", "Lighthouse", "Harbour News", "Zoë 🌻", "Saved"):
        peer = world.user("Robin").id if chat == "Saved" else world.find_peer(world.user("Robin").id, chat)
        for message in world.history(world.user("Robin").id, peer).page(0, 0, 100):
            assert all(
                0 <= each.offset < each.offset + each.length <= length(message.text) for each in message.entities
            )


def test_messages_are_in_order_and_not_in_the_future(world: World) -> None:
    for dialog in world.account(world.user("Robin").id).dialogs.listed(None):
        dates = [message.date for message in dialog.history.page(0, 0, 100)]
        assert dates == sorted(dates, reverse=True)
        assert dates[0] <= world.now()


def test_unread_counts_are_the_messages_after_the_read_mark(world: World) -> None:
    me = world.user("Robin").id
    for dialog in world.account(me).dialogs.listed(None):
        later = dialog.history.take(dialog.history.ids_from(dialog.read_inbox + 1))
        assert sum(not message.is_outgoing(me) for message in later) == dialog.unread


def test_the_demos_owner_and_a_person_with_a_password_can_sign_in(world: World) -> None:
    users = seed.sign_ins(world)
    assert users[0]["name"] == "Robin Hale"
    assert [user["password"] for user in users if user["password"]] == ["sunlight"]
    assert all(user["phone"] and user["phone"].startswith("99966") for user in users)


def test_as_many_chats_and_messages_as_wanted_cost_little() -> None:
    made = World()
    seed.fill(made, chats=2000, messages=200_000)
    me = made.user("Robin").id
    assert len(made.account(me).dialogs.listed(None)) > 2040
    long = made.chats.get(made.find_peer(me, seed.LONG_TITLE))
    assert isinstance(long, Channel)
    assert len(long.history) == 200_000
    assert len(long.history.page(100_000, -50, 100)) == 100
    assert len(long.history.kept) < 300


def test_a_state_file_keeps_everything(tmp_path: Path) -> None:
    path = tmp_path / "state"
    first = World(state=path)
    seed.fill(first, messages=50)
    number = first.user("Alice").send("Robin", "kept")
    first.user("Robin").react("Alice", first.user("Robin").messages("Alice")[-1][0], "🔥")
    first.wire["keys"] = {1: b"secret"}
    first.save()
    second = World(state=path)
    assert not second.is_empty
    assert second.user("Alice").message("Robin", number).text == "kept"
    assert second.messages("Robin", "Hale & Co. 🏡") == first.messages("Robin", "Hale & Co. 🏡")
    assert second.messages("Robin", seed.LONG_TITLE) == first.messages("Robin", seed.LONG_TITLE)
    assert second.wire == {"keys": {1: b"secret"}}
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", ["foreign", "cut", "changed", "evil"])
def test_a_damaged_state_file_is_refused_with_its_name(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "state"
    kept = World(state=path)
    seed.fill(kept)
    kept.save()
    whole = path.read_bytes()
    path.write_bytes(
        {
            "foreign": b"{}",
            "cut": whole[:-100],
            "changed": whole[:-1] + bytes([whole[-1] ^ 1]),
            "evil": _evil(),
        }[damage]
    )
    with pytest.raises(StateError) as caught:
        World(state=path)
    assert str(path) in str(caught.value)


def _evil() -> bytes:
    """A file that would run a command if it were read without care."""
    packed = b"cos\nsystem\n(S'exit 1'\ntR."
    return MAGIC + hashlib.sha256(packed).digest() + packed


def test_polls_keep_their_empty_vectors(world: World) -> None:
    messages = world.history(world.user("Robin").id, world.find_peer(world.user("Robin").id, "Ridge walk 🥾"))
    polls = [each.media for each in messages.page(0, 0, 100) if isinstance(each.media, tl.MessageMediaPoll)]
    assert polls[0].write().count(tl.PollAnswerVoters.ID.to_bytes(4, "little")) == 4
    assert polls[0].results.results[0].write()[-8:] == b"\x15\xc4\xb5\x1c\0\0\0\0"
