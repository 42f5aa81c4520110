"""Custom emoji are asked for together and once, and again where that failed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from client.changes import Noun
from tdlib import functions as tf
from tdlib import types as td
from tests.client.actions.stage import Stage, play
from tests.helpers.fake_client import refusal


def stickers(numbers: Iterable[int]) -> td.Stickers:
    return td.Stickers(
        stickers=[
            td.Sticker(
                id=number,
                format=td.StickerFormatWebp(),
                full_type=td.StickerFullTypeCustomEmoji(custom_emoji_id=number),
                sticker=td.File(id=number, local=td.LocalFile(), remote=td.RemoteFile()),
            )
            for number in numbers
        ]
    )


def test_what_is_wanted_together_is_asked_for_together_and_once(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        asking, store = stage.session.emoji_asking, stage.session.custom_emoji
        told: list[set[int]] = []
        stage.session.changes.subscribe(Noun.CUSTOM_EMOJI, lambda changes: told.append(set(changes)))
        stage.client.always(tf.GetCustomEmojiStickers, lambda request: stickers(request.custom_emoji_ids[1:]))
        for number in [*range(1, 451), *range(1, 451)]:
            asking.want(number)
        await stage.until(lambda: store.get(450))
        requests = stage.client.asked(tf.GetCustomEmojiStickers)
        assert [len(request.custom_emoji_ids) for request in requests] == [200, 200, 50]
        # The server has left out the first of each request: there are none such.
        assert {number for number in range(1, 451) if store.get(number) is None} == {1, 201, 401}
        stage.session.changes.flush()
        assert set().union(*told) == set(range(1, 451)) - {1, 201, 401}
        for number in range(1, 451):
            asking.want(number)
        asking.want(500)
        await stage.until(lambda: store.knows(500))
        assert stage.client.asked(tf.GetCustomEmojiStickers)[3:] == [tf.GetCustomEmojiStickers(custom_emoji_ids=[500])]

    play(tmp_path, scenario)


def test_what_could_not_be_got_is_asked_for_again_when_it_is_wanted_again(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        asking, store = stage.session.emoji_asking, stage.session.custom_emoji
        asking.want(7)
        asking.want(7)
        await stage.until(lambda: stage.client.waiting(tf.GetCustomEmojiStickers))
        stage.client.always(tf.GetCustomEmojiStickers, stickers([7]))
        stage.client.answer(tf.GetCustomEmojiStickers, refusal(500, "no line"))

        def wanted_again() -> bool:
            asking.want(7)
            return store.get(7) is not None

        await stage.until(wanted_again)
        assert len(stage.client.asked(tf.GetCustomEmojiStickers)) == 2

    play(tmp_path, scenario)
