"""A message is as high before what it shows has come as it is then: what is read does not move when something comes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace

from client.changes import Noun
from tdlib import types as td
from tests.contact_sheet.drawings import Drawings
from tests.contact_sheet.samples import KINDS, sample, words
from tests.contact_sheet.sheet import Sheet, labelled
from tests.contact_sheet.variants import variants
from tests.ui.fake_session import make_message, make_user
from tests.ui.open_chat_window import CHAT
from ui.viewmodels import highlighting
from ui.viewmodels.highlighting import coloured
from ui.viewmodels.history_making import HistoryMaking
from ui.viewmodels.marked import places

Until = Callable[..., None]

ANSWERED = 1_000_000
"""The message that others answer; it comes later, and its author with it."""

AUTHOR = 77

REACTIONS = td.MessageInteractionInfo(
    reactions=td.MessageReactions(
        reactions=[
            td.MessageReaction(type=td.ReactionTypeEmoji(emoji=emoji), total_count=1_200)
            for emoji in ("👍", "❤", "🔥", "🎉")
        ]
    )
)


def answering(message: td.Message, message_id: int) -> td.Message:
    """Returns `message` under another number as an answer to what is not here yet."""
    return replace(message, id=message_id, reply_to=td.MessageReplyToMessage(chat_id=CHAT, message_id=ANSWERED))


CODE = """\
class Ridge(Path):  # the one with the snow
\tdef climb(self, hurry: bool = False) -> str:
        '''Goes up, or down.'''
        steps = [f"{number:>4} of {len(self.cairns)}" for number in range(1, 2_310) if number % 2 == 0 and not hurry]
        return "summit" if steps else "hut"  # é 山 🏔
"""


STARS = [(number - 1, number, td.TextEntityTypeCustomEmoji(custom_emoji_id=number)) for number in (1, 2)]
"""Two custom emoji at the beginning of a text."""


def every_message(drawings: Drawings, *, own: bool) -> list[td.Message]:
    """Returns every kind and variant: alone, as an answer, and as an answer under which reactions stand."""
    code = words(CODE, (0, len(CODE), td.TextEntityTypePreCode(language="python")))
    emoji = [td.MessageText(text=words(text, *STARS)) for text in ("⭐", "⭐🌿", "⭐🌿 over all of\nthe meadow")]
    alone = labelled([*(sample(kind, drawings) for kind in KINDS), td.MessageText(text=code), *emoji], own=own)
    alone += variants(drawings, "", first_id=len(alone) + 1)
    single = [message for message in alone if not message.media_album_id]
    first = len(alone) + 1
    answers = [answering(message, first + number) for number, message in enumerate(single)]
    first += len(answers)
    liked = [
        replace(message, id=first + number, interaction_info=REACTIONS) for number, message in enumerate(answers)
    ]
    return [*alone, *answers, *liked]


def in_albums(messages: list[td.Message]) -> set[int]:
    """Returns the messages that stand in the row of another one."""
    albums = {message.media_album_id: message.id for message in reversed(messages) if message.media_album_id}
    return {message.id for message in messages if message.media_album_id} - set(albums.values())


def heights(sheet: Sheet, until: Until) -> dict[int, float]:
    """Turns all pages and returns how high each message's row is."""
    found: dict[int, float] = {}
    for _ in sheet.pages(until):
        found.update((message.id, item.height()) for message, item in sheet.delegates())
    return found


def everything_comes(sheet: Sheet, drawings: Drawings) -> None:
    """Downloads every file, and loads the stickers of custom emoji and the message that is answered."""
    session = sheet.window.session
    session.custom_emoji.take([], [star(number, drawings) for number in (1, 2)])
    for file_id, file in drawings.arriving.items():
        session.files.objects[file_id] = file
        session.changes.record(Noun.FILE, file_id, "local")
    session.users.objects[AUTHOR] = make_user(AUTHOR, "Bartholomew Featherstonehaugh", "of Cholmondeley")
    words = "Which of the three ways down do you think is the one that is the easiest with so much snow? " * 2
    session.messages.objects[CHAT, ANSWERED] = make_message(ANSWERED, words, sender=AUTHOR)
    session.changes.record(Noun.HISTORY, CHAT, f"message:{ANSWERED}")
    session.changes.flush()


def star(number: int, drawings: Drawings) -> td.Sticker:
    """Returns the sticker of a custom emoji; its picture is here."""
    return td.Sticker(
        id=number,
        width=100,
        height=100,
        emoji="⭐",
        format=td.StickerFormatWebp(),
        full_type=td.StickerFullTypeCustomEmoji(custom_emoji_id=number, needs_repainting=number == 1),
        sticker=drawings.arriving[drawings.file(100, 100).id],
    )


@pytest.fixture
def lexers(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Code is coloured only once this is set."""
    allowed = Event()

    def slowly(language: str, code: str) -> str:
        assert allowed.wait(60)
        return coloured(language, code)

    monkeypatch.setattr(highlighting, "coloured", slowly)
    return allowed


@pytest.mark.parametrize(("own", "width"), [(False, 460), (True, 900)], ids=["others, narrow", "own, wide"])
def test_what_comes_late_makes_no_message_higher(
    loop: asyncio.AbstractEventLoop, until: Until, tmp_path: Path, lexers: Event, own: bool, width: int
) -> None:
    drawings = Drawings(tmp_path, here=False)
    messages = every_message(drawings, own=own)
    sheet = Sheet(loop, tmp_path, messages, dark=False, width=width)
    try:
        before = heights(sheet, until)
        everything_comes(sheet, drawings)
        lexers.set()
        until(lambda: sheet.window.tasks.idle, "the colours of the code")
        sheet.window.opened_chat.messages.jumpToNewest()
        until(lambda: sheet.window.list.property("atYEnd"), "the end of the chat")
        after = heights(sheet, until)
        assert before.keys() == after.keys() == {message.id for message in messages} - in_albums(messages)
        names = {message.id: f"{message.id} {message.content}" for message in messages}
        assert not {names[key][:200]: (height, after[key]) for key, height in before.items() if after[key] != height}
    finally:
        lexers.set()
        sheet.close()


def test_what_stands_out_makes_no_message_higher(
    loop: asyncio.AbstractEventLoop, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = all_heights(loop, until, tmp_path)
    monkeypatch.setattr(HistoryMaking, "_marks", lambda making, head: partial(places, words="t s a i w h o 1 2"))
    assert all_heights(loop, until, tmp_path) == plain


def all_heights(loop: asyncio.AbstractEventLoop, until: Until, folder: Path) -> dict[int, float]:
    """Returns how high each message is in a window of its own."""
    sheet = Sheet(loop, folder, every_message(Drawings(folder), own=False), dark=False, width=460)
    try:
        return heights(sheet, until)
    finally:
        sheet.close()
