"""The pictures of custom emoji come when they are looked at, and the plain emoji stands where they can't."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from client.changes import Noun
from tdlib import types as td
from tdlib.errors import TdError
from tests.ui.fake_session import make_file, make_message
from tests.ui.open_chat_window import OpenChatBench
from ui.viewmodels.file_item import path_key

Until = Callable[..., None]
NUMBER = 9
TEXT = td.FormattedText(
    text="🎉",
    entities=[td.TextEntity(offset=0, length=2, type=td.TextEntityTypeCustomEmoji(custom_emoji_id=NUMBER))],
)


@pytest.fixture
def bench(loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Iterator[OpenChatBench]:
    """A chat with one custom emoji in a text and one as a reaction."""
    bench = OpenChatBench(loop, tmp_path)
    reaction = td.MessageReaction(type=td.ReactionTypeCustomEmoji(custom_emoji_id=NUMBER), total_count=2)
    info = td.MessageInteractionInfo(reactions=td.MessageReactions(reactions=[reaction]))
    bench.session.fill(
        [make_message(1, td.MessageText(text=TEXT)), make_message(2, "plain", interaction_info=info)]
    )
    yield bench
    bench.close_chat()


def sticker(format_: td.StickerFormat | None = None, thumbnail: td.Thumbnail | None = None) -> td.Sticker:
    return td.Sticker(
        id=1,
        emoji="🥳",
        format=format_ or td.StickerFormatWebp(),
        full_type=td.StickerFullTypeCustomEmoji(custom_emoji_id=NUMBER, needs_repainting=True),
        thumbnail=thumbnail,
        sticker=make_file(71),
    )


def take(bench: OpenChatBench, *stickers: td.Sticker) -> None:
    bench.session.custom_emoji.take([NUMBER], stickers)
    bench.session.changes.flush()


def arrive(bench: OpenChatBench, file_id: int, path: Path) -> None:
    bench.session.files.objects[file_id] = make_file(file_id, path)
    bench.session.changes.record(Noun.FILE, file_id, "local")
    bench.session.changes.flush()


def shown(bench: OpenChatBench) -> tuple[str, str, str]:
    """Returns the text's markup, and the reaction's picture and emoji."""
    text, liked = (bench.opened_chat.messages.made_row(number) for number in (1, 2))
    assert text is not None
    assert liked is not None
    reaction = liked.property("reactions")[0]
    return text.property("markup"), reaction["picture"], reaction["emoji"]


def test_a_picture_is_asked_for_and_drawn_when_it_comes(bench: OpenChatBench, until: Until, tmp_path: Path) -> None:
    bench.open()
    markup, picture, _ = shown(bench)
    assert 'src="@own/8J-OiQ==/"' in markup
    assert picture.endswith("/")
    assert ("want", NUMBER) in bench.session.calls
    take(bench, sticker())
    until(lambda: bench.tasks.idle)
    assert [call for call in bench.session.calls if call[0] == "start"] == [("start", 71, 16)]
    path = tmp_path / "emoji.webp"
    arrive(bench, 71, path)
    markup, picture, emoji = shown(bench)
    assert f'src="@ink/8J-OiQ==/{path_key(str(path))}"' in markup
    assert picture.endswith(path_key(str(path)))
    assert emoji == "🥳"


def test_a_moving_one_is_drawn_by_its_still_picture(bench: OpenChatBench, until: Until, tmp_path: Path) -> None:
    bench.open()
    shown(bench)
    still = td.Thumbnail(format=td.ThumbnailFormatWebp(), width=128, height=128, file=make_file(72))
    take(bench, sticker(td.StickerFormatTgs(), still))
    until(lambda: bench.tasks.idle)
    arrive(bench, 72, tmp_path / "still.webp")
    assert path_key(str(tmp_path / "still.webp")) in shown(bench)[0]


def test_the_plain_emoji_stands_where_there_is_no_picture(bench: OpenChatBench, until: Until) -> None:
    bench.open()
    before = shown(bench)
    take(bench)
    take(bench, sticker(td.StickerFormatTgs()))
    assert 'src="@ink/8J-OiQ==/"' in shown(bench)[0]
    assert before[0].replace("@own", "@ink") == shown(bench)[0]


def test_a_file_that_could_not_be_got_is_asked_for_again(bench: OpenChatBench, until: Until) -> None:
    bench.open()
    shown(bench)
    bench.session.answers["start"] = TdError(500, "no line", "downloadFile")
    take(bench, sticker())
    until(lambda: bench.tasks.idle)
    before = len([call for call in bench.session.calls if call[0] == "start"])
    take(bench, sticker())
    until(lambda: bench.tasks.idle)
    assert len([call for call in bench.session.calls if call[0] == "start"]) > before
    assert bench.shown == []
