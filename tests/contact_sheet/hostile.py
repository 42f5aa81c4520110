"""What somebody could put into a message to break the one who reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from tdlib import types as td
from tests.contact_sheet.drawings import Drawings
from tests.contact_sheet.samples import ANN, words
from tests.contact_sheet.variants import keyboard
from tests.ui.fake_session import make_file, make_message

MARKUP = '<img src="file:///etc/passwd"><b>bold</b><a href="https://evil.example">click</a><style>*{color:red}</style>&amp;'

PAYLOADS = {
    "markup": MARKUP,
    "overrides": "user\u202egpj.exe\u202c \u2066\u2067\u2068 \u200f\u061c left\u2069 over",
    "zalgo": "".join(letter + "\u0301\u0316\u034f\u0489" * 12 for letter in "climbing"),
    "one long word": "W" * 1_200,
    "lines": "line\n" * 400,
    "separators": "a\u2028b\u2029c\x00d\x1b[31me\x07f\ufdd0g\uffffh\ufffci\tj\rk",
    "joined": "👩‍👩‍👧‍👦" * 60 + "🏳️‍🌈" * 60 + "🇦🇹" * 200 + "e\u200d" * 200,
    "mixed scripts": "שלום hello 123 مرحبا world ۱۲۳ नमस्ते 你好 " * 20,
    "spaces": "\u00a0\u2003\u3000\u115f\u3164 " * 80,
    "placeholders": "{name} %s %n %1 {0.__class__} ${x} \\n \\u0041",
}


def infected(made: Any, payload: str) -> Any:
    """Returns `made` with every text in it replaced."""
    if isinstance(made, str):
        return payload
    if isinstance(made, list):
        return [infected(each, payload) for each in made]
    if isinstance(made, td.TdObject):
        fields = {name: infected(getattr(made, name), payload) for name in made.__struct_fields__}
        return msgspec.structs.replace(made, **fields)
    return made


class MessageFromTheFuture(td.TdObject, frozen=True, kw_only=True):
    """A content that this version does not know."""

    text: str = "hello"


def odd_media(drawings: Drawings) -> Iterator[td.MessageContent]:
    """Pictures of impossible sizes, with broken and missing parts, of impossible lengths."""
    nothing = words("")
    broken = td.Minithumbnail(width=-4, height=9_999, data=b"\xff\xd8\xff no picture")
    for width, height in ((0, 0), (1, 20_000), (20_000, 1), (-5, -7), (2**31 - 1, 2**31 - 1), (1, 1)):
        size = td.PhotoSize(type="x", photo=make_file(900), width=width, height=height)
        yield td.MessagePhoto(photo=td.Photo(minithumbnail=broken, sizes=[size]), caption=nothing)
        video = td.Video(duration=2**31 - 1, width=width, height=height, minithumbnail=broken, video=make_file(901))
        yield td.MessageVideo(video=video, caption=nothing)
        sticker = msgspec.structs.replace(drawings.sticker(""), width=width, height=height, sticker=make_file(902))
        yield td.MessageSticker(sticker=sticker)
    yield td.MessagePhoto(photo=td.Photo(), caption=nothing)
    yield td.MessageVideoNote(video_note=td.VideoNote(duration=-1, length=-1, video=make_file(903)))
    yield td.MessageVoiceNote(voice_note=td.VoiceNote(duration=-3, voice=make_file(904)), caption=nothing)
    audio = td.Audio(duration=2**31 - 1, audio=make_file(905, size=2**40))
    yield td.MessageAudio(audio=audio, caption=nothing)
    yield td.MessagePaidMedia(star_count=-1, media=[], caption=nothing)
    yield td.MessagePaidMedia(star_count=2**40, media=[td.PaidMediaUnsupported()], caption=nothing)
    yield td.MessageLocation(location=td.Location(latitude=1e300, longitude=float("nan")))
    yield td.MessageDice(emoji="", value=-1)
    yield td.MessageChecklist(list_=td.Checklist(title=nothing))
    yield td.MessageSuggestBirthdate(birthdate=td.Birthdate(day=31, month=2, year=-4))


def odd_polls() -> Iterator[td.MessageContent]:
    """Polls with impossible numbers."""
    options = [
        td.PollOption(id=str(number), text=words(f"answer {number}"), voter_count=2**31 - 1, vote_percentage=percent)
        for number, percent in enumerate((-50, 0, 100, 5_000))
    ]
    for order in ([], [9, -1, 0, 1], [0, 0, 0, 0], [3, 2, 1, 0]):
        for closed in (False, True):
            yield td.MessagePoll(
                poll=td.Poll(
                    id=1,
                    question=words("?"),
                    options=options,
                    option_order=order,
                    total_voter_count=2**31 - 1,
                    is_closed=closed,
                    can_see_results=True,
                    close_date=2**31 - 1,
                    type=td.PollTypeQuiz(correct_option_ids=[7, -1], explanation=words("because")),
                ),
                description=words(""),
            )
    yield td.MessagePoll(poll=td.Poll(id=2, question=words(""), type=td.PollTypeRegular()), description=words(""))


def crowded() -> Iterator[td.Message]:
    """Messages with more of everything than there should be."""
    one = keyboard().rows[0][0]
    reactions = [
        td.MessageReaction(type=td.ReactionTypeEmoji(emoji=chr(0x1F600 + number % 80)), total_count=number + 1)
        for number in range(500)
    ]
    info = td.MessageInteractionInfo(view_count=2**31 - 1, reactions=td.MessageReactions(reactions=reactions))
    yield make_message(1, "many buttons", reply_markup=td.ReplyMarkupInlineKeyboard(rows=[[one] * 8] * 100))
    yield make_message(2, "no buttons", reply_markup=td.ReplyMarkupInlineKeyboard(rows=[[], []]))
    yield make_message(3, "many reactions", interaction_info=info)
    spans = [
        td.TextEntity(offset=offset, length=length, type=kind)
        for offset in range(-20, 90, 7)
        for length in (-3, 0, 1, 400)
        for kind in (td.TextEntityTypeBold(), td.TextEntityTypeSpoiler(), td.TextEntityTypePre())
    ]
    text = td.FormattedText(text="👩‍👩‍👧‍👦 over and over " * 5, entities=spans)
    yield make_message(4, td.MessageText(text=text), sender=ANN)
    emoji = [
        td.TextEntity(offset=2 * number, length=2, type=td.TextEntityTypeCustomEmoji(custom_emoji_id=number + 1))
        for number in range(150)
    ]
    yield make_message(5, td.MessageText(text=td.FormattedText(text="🧩" * 150, entities=emoji)))
    yield make_message(6, td.MessageText(text=words("🇦🇹" * 1_000)))
    yield make_message(7, td.MessageText(text=words("\n" * 4_095 + "x")))
    marks = "\u0301\u0316\u034f\u0489\u0334" * 12
    yield make_message(8, td.MessageText(text=words("".join(letter + marks for letter in "climbing over"))))
    yield make_message(9, td.MessageText(text=words("\u202e\u2066\u2067" * 1_000 + "left")), sender=ANN)
    itself = td.MessageReplyToMessage(chat_id=10, message_id=10)
    yield make_message(10, "an answer to itself", reply_to=itself)
    quote = td.TextQuote(text=words("x" * 4_000), position=2**31 - 1)
    far = msgspec.structs.replace(itself, message_id=4, quote=quote)
    yield make_message(11, "an answer to a far place", reply_to=far)
