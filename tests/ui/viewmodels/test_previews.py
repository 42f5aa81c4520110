"""One line for each of the kinds of message: none is forgotten, none is blank, none breaks the line."""

from __future__ import annotations

import pytest

from tdlib import types as td
from tests.helpers.schema_objects import FILLINGS, Filling, build, members
from tests.ui import sample_chats
from tests.ui.fake_session import make_message
from tests.ui.store_session import ME, StoreSession
from ui.viewmodels.wording import names, previews, service
from ui.viewmodels.wording.names import People

KINDS = members(td.MessageContent)
ANN, BOB, GROUP, CHANNEL = sample_chats.ANN, sample_chats.BOB, sample_chats.GROUP, sample_chats.CHANNEL


@pytest.fixture
def people() -> People:
    session = StoreSession()
    sample_chats.fill(session)
    return People(session)


def said(people: People, content: td.MessageContent, sender: int = ANN, chat_id: int = GROUP) -> str:
    """What the list says, without the invisible signs around names."""
    message = make_message(9, content, sender=sender, chat_id=chat_id)
    return names.unisolated(previews.of_message(message, people))


def test_every_kind_has_words() -> None:
    assert len(KINDS) == 104
    assert set(previews.TABLE) | set(service.TABLE) == set(KINDS)
    assert not set(previews.TABLE) & set(service.TABLE)


@pytest.mark.parametrize("filling", FILLINGS)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_words_are_one_line(people: People, kind: type[td.TdObject], filling: Filling) -> None:
    content = build(kind, filling)
    for sender in (ME, ANN, CHANNEL):
        for chat_id in (GROUP, CHANNEL, ANN):
            text = said(people, content, sender, chat_id)
            shown = previews.preview(content, people.voice(make_message(9, content, sender=sender, chat_id=chat_id)))
            if kind is td.MessageText or (kind in (td.MessageAnimatedEmoji, td.MessageCustomServiceAction)):
                assert filling == "bare" or text
            else:
                assert text
                assert shown.shown or shown.picture
            assert "\n" not in text
            assert "{" not in text
            assert "%n" not in text
            assert "%s" not in text
            assert "None" not in text


@pytest.mark.parametrize("kind", [kind for kind in previews.TABLE if kind is not td.MessageText])
def test_a_kind_has_a_picture_or_its_own_words(people: People, kind: type[td.TdObject]) -> None:
    shown = previews.preview(build(kind), people.voice(make_message(9, "", chat_id=GROUP)))
    assert shown.icon or shown.picture or shown.shown


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (td.MessageText(text=td.FormattedText(text="see you\nat eight")), "see you at eight"),
        (td.MessageText(text=td.FormattedText(text="it is Bob", entities=[
            td.TextEntity(offset=6, length=3, type=td.TextEntityTypeSpoiler())])), "it is ▒▒▒"),
        (td.MessageText(text=td.FormattedText(text="😀 Bob", entities=[
            td.TextEntity(offset=3, length=3, type=td.TextEntityTypeSpoiler())])), "😀 ▒▒▒"),
        (td.MessagePhoto(photo=td.Photo(), caption=td.FormattedText(text="at the lake")), "Photo: at the lake"),
        (td.MessagePhoto(photo=td.Photo(), caption=td.FormattedText()), "Photo"),
        (td.MessagePhoto(photo=td.Photo(), caption=td.FormattedText(), is_secret=True), "Self-destructing photo"),
        (td.MessageUnsupported(), "This message is not supported by this version"),
        (td.MessageExpiredVideoNote(), "Video message has expired"),
        (td.MessageDice(emoji="🎲", value=3), "Dice: 🎲"),
        (td.MessageVoiceNote(voice_note=td.VoiceNote(duration=34, voice=sample_chats.file(1)),
                             caption=td.FormattedText()), "Voice message, 0:34"),
        (td.MessageContact(contact=td.Contact(first_name="Ann", last_name="Lee")), "Contact: Ann Lee"),
        (td.MessageCall(discard_reason=td.CallDiscardReasonMissed()), "Missed call"),
        (td.MessageCall(discard_reason=td.CallDiscardReasonHungUp(), duration=300, is_video=True),
         "Incoming video call, 5 minutes"),
    ],
)  # fmt: skip
def test_what_is_said(people: People, content: td.MessageContent, text: str) -> None:
    assert said(people, content) == text


@pytest.mark.usefixtures("british")
@pytest.mark.parametrize(
    ("content", "sender", "text"),
    [
        (td.MessageChatAddMembers(member_user_ids=[BOB]), ANN, "Ann Lee added Bob Okafor"),
        (td.MessageChatAddMembers(member_user_ids=[BOB, ME]), ANN, "Ann Lee added Bob Okafor and you"),
        (td.MessageChatAddMembers(member_user_ids=[ANN]), ANN, "Ann Lee joined the group"),
        (td.MessageChatAddMembers(member_user_ids=[BOB]), ME, "You added Bob Okafor"),
        (td.MessageChatDeleteMember(user_id=ANN), ANN, "Ann Lee left the group"),
        (td.MessageChatDeleteMember(user_id=BOB), ME, "You removed Bob Okafor"),
        (td.MessageChatDeleteMember(user_id=ME), ANN, "Ann Lee removed you"),
        (td.MessageChatChangeTitle(title="House 15"), ANN, "Ann Lee renamed the group to “House 15”"),
        (td.MessagePinMessage(message_id=5), ME, "You pinned “Budget for June”"),
        (td.MessagePinMessage(message_id=6), ANN, "Ann Lee pinned a message"),
        (td.MessageChatSetMessageAutoDeleteTime(message_auto_delete_time=86_400), ME,
         "You set messages to be deleted after 1 day"),
        (td.MessageChatSetMessageAutoDeleteTime(message_auto_delete_time=604_800), ANN,
         "Ann Lee set messages to be deleted after 1 week"),
        (td.MessageVideoChatEnded(duration=125), ANN, "Ann Lee ended the video chat (2 minutes)"),
        (td.MessageChatBoost(boost_count=3), ANN, "Ann Lee boosted the group 3 times"),
        (td.MessageContactRegistered(), BOB, "Bob Okafor joined Telegram"),
        (td.MessageGameScore(score=12_345), ME, "You scored 12,345 in the game"),
        (td.MessageProximityAlertTriggered(
            traveler_id=td.MessageSenderUser(user_id=ANN), watcher_id=td.MessageSenderUser(user_id=ME), distance=1_250),
         ANN, "Ann Lee is within 1.2 km of you"),
    ],
)  # fmt: skip
def test_service_lines(people: People, content: td.MessageContent, sender: int, text: str) -> None:
    assert said(people, content, sender) == text
    assert service.is_service(content)


def test_a_channel_speaks_for_itself(people: People) -> None:
    assert said(people, td.MessageChatChangeTitle(title="X"), CHANNEL, CHANNEL) == "The channel is now called “X”"
    assert said(people, td.MessageVideoChatStarted(), CHANNEL, CHANNEL) == "Live stream started"


def test_names_cannot_turn_a_sentence_around(people: People) -> None:
    content = td.MessageChatChangeTitle(title="evil\u202e\u2069\n{name} %s")
    message = make_message(9, content, sender=ANN, chat_id=GROUP)
    text = previews.of_message(message, people)
    assert text == "\u2068Ann Lee\u2069 renamed the group to “\u2068evil {name} %s\u2069”"


def test_a_long_text_is_cut(people: People) -> None:
    assert len(said(people, td.MessageText(text=td.FormattedText(text="word " * 2_000)))) <= 300


def test_a_deep_article_does_not_exhaust_the_stack(people: People) -> None:
    text: td.RichText = td.RichTextPlain(text="deep")
    for _ in range(5_000):
        text = td.RichTextBold(text=text)
    message = td.RichMessage(blocks=[td.PageBlockParagraph(text=text)])
    assert said(people, td.MessageRichMessage(message=message)) == "Article"
