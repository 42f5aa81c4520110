"""Sending, and what becomes of it when TDLib dies."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from client.actions.recovering import OutboxActions
from client.outbox import Outbox
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import TdError
from tests.client.actions.stage import ME, Stage, play
from tests.client.objects import connection, last_message, message, new_chat, sent
from tests.helpers.fake_client import refusal

PENDING = {"@type": "messageSendingStatePending"}
USER = td.User(id=ME, status=td.UserStatusEmpty(), type=td.UserTypeRegular())


def plain(text: str) -> td.FormattedText:
    return td.FormattedText(text=text)


def own(message_id: int, text: str, **fields: Any) -> td.Message:
    return message(message_id, 1, text, is_outgoing=True, date=2**31, **fields)


def waiting_texts(outbox: Outbox) -> list[str]:
    return [entry.content.text.text for entry in outbox.waiting(ME) if isinstance(entry.content, td.InputMessageText)]


def test_a_text_goes_with_its_reply_and_takes_the_draft_away(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.client.answers(tf.SendMessage, own(11, "hello", sending_state=PENDING))
        quote = td.InputTextQuote(text=plain("a part"), position=4)
        await stage.session.sending.text(1, plain("hello"), reply_to=7, quote=quote)
        [asked] = stage.client.asked(tf.SendMessage)
        assert asked.reply_to == td.InputMessageReplyToMessage(message_id=7, quote=quote)
        assert asked.input_message_content == td.InputMessageText(text=plain("hello"), clear_draft=True)
        assert stage.outbox.waiting(ME) == []
        stage.feed(sent(11, 20))
        assert Outbox(tmp_path / "outbox").waiting(ME) == []

    play(tmp_path, scenario)


def test_files_go_by_their_path(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.client.always(tf.SendMessage, own(11, "x", sending_state=PENDING))
        await stage.session.sending.photo(1, Path("/a.png"), plain("c"), 30, 40)
        await stage.session.sending.document(1, Path("/b"), reply_to=3)
        photo, document = (each.input_message_content for each in stage.client.asked(tf.SendMessage))
        assert isinstance(photo, td.InputMessagePhoto)
        assert (photo.photo.photo, photo.photo.width, photo.photo.height) == (td.InputFileLocal(path="/a.png"), 30, 40)
        assert isinstance(document, td.InputMessageDocument)
        assert document.document.document == td.InputFileLocal(path="/b")

    play(tmp_path, scenario)


def test_a_refused_message_is_raised_and_not_kept(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.client.answers(tf.SendMessage, refusal(400, "Have no write access to the chat"))
        with pytest.raises(TdError):
            await stage.session.sending.text(1, plain("hello"))
        assert stage.outbox.waiting(ME) == []

    play(tmp_path, scenario)


def test_a_message_under_way_when_the_engine_dies_is_kept(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        sending = asyncio.ensure_future(stage.session.sending.text(1, plain("hello")))
        await stage.until(lambda: stage.client.asked(tf.SendMessage))
        stage.client.die()
        await sending
        await stage.session.sending.text(1, plain("typed after that"))
        assert waiting_texts(stage.outbox) == ["hello", "typed after that"]

    play(tmp_path, scenario)


def test_typing_is_told_now_and_then(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        sending = stage.session.sending
        for _ in range(5):
            await sending.typing(1)
        await sending.typing(2)
        await sending.stop_typing(1)
        await sending.stop_typing(1)
        told = [(each.chat_id, type(each.action)) for each in stage.client.asked(tf.SendChatAction)]
        assert told == [(1, td.ChatActionTyping), (2, td.ChatActionTyping), (1, td.ChatActionCancel)]

    play(tmp_path, scenario)


def test_drafts_come_and_go(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        for text in (plain("so far"), plain(""), None):
            await stage.session.sending.draft(1, text)
        drafts = [each.draft_message for each in stage.client.asked(tf.SetChatDraftMessage)]
        assert [draft and draft.content for draft in drafts] == [
            td.DraftMessageContentText(text=plain("so far")),
            None,
            None,
        ]

    play(tmp_path, scenario)


# After a death.


def left_behind(folder: Path, *texts: str, after_id: int = 10) -> None:
    outbox = Outbox(folder / "outbox")
    for text in texts:
        outbox.add(ME, 1, td.InputMessageText(text=plain(text)), after_id)


def test_after_a_start_each_message_is_sent_exactly_once(tmp_path: Path) -> None:
    left_behind(tmp_path, "arrived", "same", "same", "same", "pending", "lost")

    async def scenario(stage: Stage) -> None:
        stage.held = [
            own(5, "lost"),
            own(20, "arrived"),
            own(21, "same"),
            message(22, 1, "lost"),
            own(23, "same"),
            own(30, "pending", sending_state=PENDING),
        ]
        stage.client.always(tf.GetChat, new_chat(1).chat)
        ids = iter(range(31, 99))
        stage.client.always(tf.SendMessage, lambda request: own(next(ids), "x", sending_state=PENDING))
        stage.feed(new_chat(1), last_message(30))
        stage.session.begin(USER)
        assert stage.client.asked(tf.SendMessage) == []
        stage.feed(connection("Ready"))
        await stage.until(lambda: len(stage.client.asked(tf.SendMessage)) == 2 and not stage.outbox.waiting(ME))
        contents = [each.input_message_content for each in stage.client.asked(tf.SendMessage)]
        assert [each.text.text for each in contents if isinstance(each, td.InputMessageText)] == ["same", "lost"]
        assert waiting_texts(Outbox(tmp_path / "outbox")) == ["same", "pending", "lost"]
        stage.feed(connection("Updating"), connection("Ready"))
        stage.feed(sent(30, 40), sent(31, 41), sent(32, 42))
        assert Outbox(tmp_path / "outbox").waiting(ME) == []
        assert len(stage.client.asked(tf.SendMessage)) == 2

    play(tmp_path, scenario)


def test_another_persons_outbox_is_left_alone(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    outbox.add(ME + 1, 1, td.InputMessageText(text=plain("theirs")), 0)

    async def scenario(stage: Stage) -> None:
        await OutboxActions(stage.client, stage.session.messages, stage.outbox).recover(ME)
        assert stage.client.requests == []
        assert len(stage.outbox.waiting(ME + 1)) == 1

    play(tmp_path, scenario)


def test_what_is_a_day_old_is_a_persons_to_decide(tmp_path: Path) -> None:
    left_behind(tmp_path, "old")

    async def scenario(stage: Stage) -> None:
        stage.client.always(tf.GetChat, new_chat(1).chat)
        [old] = stage.outbox.waiting(ME)
        a_day_later = old.date + 25 * 3600
        await OutboxActions(stage.client, stage.session.messages, stage.outbox, lambda: a_day_later).recover(ME)
        assert stage.outbox.given_up == [old]
        assert stage.client.asked(tf.SendMessage) == []

    play(tmp_path, scenario)


def test_what_is_refused_is_a_persons_to_decide(tmp_path: Path) -> None:
    left_behind(tmp_path, "refused")

    async def scenario(stage: Stage) -> None:
        stage.client.always(tf.GetChat, new_chat(1).chat)
        stage.client.answers(tf.SendMessage, refusal(400, "no"))
        [refused] = stage.outbox.waiting(ME)
        await OutboxActions(stage.client, stage.session.messages, stage.outbox).recover(ME)
        assert stage.outbox.given_up == [refused]

    play(tmp_path, scenario)


def test_a_chat_that_is_gone_gives_its_messages_back(tmp_path: Path) -> None:
    left_behind(tmp_path, "nowhere to go")

    async def scenario(stage: Stage) -> None:
        stage.client.answers(tf.GetChat, refusal(400, "Chat not found"))
        await OutboxActions(stage.client, stage.session.messages, stage.outbox).recover(ME)
        assert [entry.chat_id for entry in stage.outbox.given_up] == [1]

    play(tmp_path, scenario)


def test_what_a_killed_engine_sent_and_forgot_is_fetched_again(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        history = stage.session.messages.history(1)
        history.reset(history.begin_reset(), [message(10), message(30)], has_newer=False, is_whole=False)
        entry = stage.outbox.add(ME, 1, td.InputMessageText(text=plain("forgotten")), 10)
        stage.outbox.finish(entry, 20)
        stage.client.answers(tf.GetMessage, message(20, 1, "forgotten"))
        await OutboxActions(stage.client, stage.session.messages, stage.outbox).recover(ME)
        assert history.ids == (10, 20, 30)
        assert stage.client.asked(tf.GetMessage) == [tf.GetMessage(chat_id=1, message_id=20)]

    play(tmp_path, scenario)


def test_in_a_supergroup_the_server_is_looked_at_first(tmp_path: Path) -> None:
    left_behind(tmp_path, "one two three four five six seven")

    async def scenario(stage: Stage) -> None:
        group = {"@type": "chatTypeSupergroup", "supergroup_id": 3}
        stage.client.always(tf.GetChat, new_chat(1, type=group).chat)
        stage.client.always(tf.SearchChatMessages, td.FoundChatMessages())
        stage.client.answers(tf.SendMessage, own(40, "x", sending_state=PENDING))
        await OutboxActions(stage.client, stage.session.messages, stage.outbox).recover(ME)
        kinds = [type(each) for each in stage.client.requests]
        assert kinds == [tf.GetChat, tf.SearchChatMessages, tf.SearchChatMessages, tf.GetChatHistory, tf.SendMessage]
        by_sender, by_words = stage.client.asked(tf.SearchChatMessages)
        assert by_sender.sender_id == td.MessageSenderUser(user_id=ME)
        assert by_words.query == "one two three four five six"

    play(tmp_path, scenario)
