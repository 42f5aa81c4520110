"""The smaller verbs: each asks TDLib for what it says."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from client.session import Session
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import TdError
from tests.client.actions.stage import Stage, play
from tests.client.objects import decode, last_message, message, new_chat
from tests.helpers.fake_client import refusal

MAIN = td.ChatListMain()
TEXT = td.FormattedText(text="new")
FILE = td.File(id=3, local=td.LocalFile(path="/x"), remote=td.RemoteFile())


VERBS: list[tuple[Callable[[Session], Awaitable[Any]], tf.Request[Any], td.TdObject]] = [
    (lambda s: s.lists.load_more(MAIN, 20), tf.LoadChats(chat_list=MAIN, limit=20), td.Ok()),
    (
        lambda s: s.chat_verbs.pin(1, MAIN, True),
        tf.ToggleChatIsPinned(chat_list=MAIN, chat_id=1, is_pinned=True),
        td.Ok(),
    ),
    (lambda s: s.chat_verbs.archive(1, True), tf.AddChatToList(chat_id=1, chat_list=td.ChatListArchive()), td.Ok()),
    (lambda s: s.chat_verbs.archive(1, False), tf.AddChatToList(chat_id=1, chat_list=MAIN), td.Ok()),
    (lambda s: s.chat_verbs.leave(1), tf.LeaveChat(chat_id=1), td.Ok()),
    (
        lambda s: s.chat_verbs.delete_history(1, remove_from_list=True, revoke=False),
        tf.DeleteChatHistory(chat_id=1, remove_from_chat_list=True),
        td.Ok(),
    ),
    (
        lambda s: s.chat_verbs.order_pins(td.ChatListMain(), [2, 1]),
        tf.SetPinnedChats(chat_list=td.ChatListMain(), chat_ids=[2, 1]),
        td.Ok(),
    ),
    (
        lambda s: s.chat_verbs.block(1),
        tf.SetMessageSenderBlockList(
            sender_id=td.MessageSenderUser(user_id=1), block_list=td.BlockListMain()
        ),
        td.Ok(),
    ),
    (
        lambda s: s.chat_verbs.unblock(1),
        tf.SetMessageSenderBlockList(sender_id=td.MessageSenderUser(user_id=1)),
        td.Ok(),
    ),
    (
        lambda s: s.editing.text(1, 2, TEXT),
        tf.EditMessageText(chat_id=1, message_id=2, input_message_content=td.InputMessageText(text=TEXT)),
        message(2),
    ),
    (lambda s: s.editing.caption(1, 2, TEXT), tf.EditMessageCaption(chat_id=1, message_id=2, caption=TEXT), message(2)),
    (
        lambda s: s.editing.delete(1, [2, 3], True),
        tf.DeleteMessages(chat_id=1, message_ids=[2, 3], revoke=True),
        td.Ok(),
    ),
    (lambda s: s.downloading.start(3, 32), tf.DownloadFile(file_id=3, priority=32), FILE),
    (lambda s: s.downloading.cancel(3), tf.CancelDownloadFile(file_id=3), td.Ok()),
    (
        lambda s: s.sending.forward(1, 2, [9, 8]),
        tf.ForwardMessages(chat_id=1, from_chat_id=2, message_ids=[8, 9]),
        td.Messages(),
    ),
    (lambda s: s.sending.resend(1, [9, 8]), tf.ResendMessages(chat_id=1, message_ids=[8, 9]), td.Messages()),
    (
        lambda s: s.sending.react(1, 2, "👍"),
        tf.AddMessageReaction(
            chat_id=1, message_id=2, reaction_type=td.ReactionTypeEmoji(emoji="👍"), update_recent_reactions=True
        ),
        td.Ok(),
    ),
    (
        lambda s: s.sending.react(1, 2, "5210000000000000000"),
        tf.AddMessageReaction(
            chat_id=1,
            message_id=2,
            reaction_type=td.ReactionTypeCustomEmoji(custom_emoji_id=5_210_000_000_000_000_000),
            update_recent_reactions=True,
        ),
        td.Ok(),
    ),
    (
        lambda s: s.sending.unreact(1, 2, "👍"),
        tf.RemoveMessageReaction(chat_id=1, message_id=2, reaction_type=td.ReactionTypeEmoji(emoji="👍")),
        td.Ok(),
    ),
    (lambda s: s.sending.parse_markdown(TEXT), tf.ParseMarkdown(text=TEXT), TEXT),
    (lambda s: s.devices.terminate(2**40), tf.TerminateSession(session_id=2**40), td.Ok()),
    (lambda s: s.devices.active_sessions(), tf.GetActiveSessions(), td.Sessions()),
    (lambda s: s.answering.confirm_session(4), tf.ConfirmSession(session_id=4), td.Ok()),
    (lambda s: s.searching.chats("a"), tf.SearchChats(query="a", limit=50), td.Chats(chat_ids=[1])),
    (lambda s: s.searching.public_chats("abcd"), tf.SearchPublicChats(query="abcd"), td.Chats()),
    (lambda s: s.searching.contacts("a"), tf.SearchContacts(query="a", limit=50), td.Users()),
    (lambda s: s.searching.private_chat(4), tf.CreatePrivateChat(user_id=4), new_chat(4).chat),
    (lambda s: s.searching.public_chat("@durov"), tf.SearchPublicChat(username="durov"), new_chat(4).chat),
    (
        lambda s: s.set_online(True),
        tf.SetOption(name="online", value=td.OptionValueBoolean(value=True)),
        td.Ok(),
    ),
]


@pytest.mark.parametrize(("verb", "request_", "answer"), VERBS, ids=lambda each: type(each).__name__)
def test_a_verb_asks_for_what_it_says(
    tmp_path: Path, verb: Callable[[Session], Awaitable[Any]], request_: tf.Request[Any], answer: td.TdObject
) -> None:
    async def scenario(stage: Stage) -> None:
        stage.feed(new_chat(1))
        stage.client.answers(type(request_), answer)
        await verb(stage.session)
        assert stage.client.requests == [request_]
        stage.client.answers(type(request_), refusal(500, "trouble"))
        with pytest.raises(TdError):
            await verb(stage.session)

    play(tmp_path, scenario)


def test_the_end_of_a_list_is_no_error(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.client.answers(tf.LoadChats, td.Ok(), refusal(404, "Not Found"))
        assert await stage.session.lists.load_more(MAIN)
        assert not await stage.session.lists.load_more(MAIN)

    play(tmp_path, scenario)


def test_muting_and_following_the_default_again(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.feed(new_chat(1))
        stage.client.always(tf.SetChatNotificationSettings, td.Ok())
        verbs = stage.session.chat_verbs
        await verbs.mute(1, 3600)
        await verbs.unmute(1)
        scope = {"@type": "notificationSettingsScopePrivateChats"}
        muted = {"@type": "scopeNotificationSettings", "mute_for": 5}
        stage.feed(decode("updateScopeNotificationSettings", scope=scope, notification_settings=muted))
        await verbs.unmute(1)
        asked = [each.notification_settings for each in stage.client.asked(tf.SetChatNotificationSettings)]
        found = [(each.use_default_mute_for, each.mute_for) for each in asked]
        assert found == [(False, 3600), (True, 0), (False, 0)]

    play(tmp_path, scenario)


def test_marking_read_takes_mark_and_messages_away(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.client.always(tf.ToggleChatIsMarkedAsUnread, td.Ok())
        stage.feed(new_chat(1))
        await stage.session.chat_verbs.mark_unread(1, True)
        unread = decode("updateChatReadInbox", chat_id=1, last_read_inbox_message_id=1, unread_count=4)
        stage.feed(decode("updateChatIsMarkedAsUnread", chat_id=1, is_marked_as_unread=True), unread)
        stage.feed(last_message(50))
        await stage.session.chat_verbs.mark_unread(1, False)
        marks = [each.is_marked_as_unread for each in stage.client.asked(tf.ToggleChatIsMarkedAsUnread)]
        assert marks == [True, False]
        [viewed] = stage.client.asked(tf.ViewMessages)
        assert (viewed.message_ids, viewed.force_read) == ([50], True)

    play(tmp_path, scenario)


def test_found_messages_are_kept(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.client.answers(tf.SearchMessages, td.FoundMessages(messages=[message(4)], next_offset="n"))
        stage.client.answers(tf.SearchChatMessages, td.FoundChatMessages(messages=[message(5)]))
        found = await stage.session.searching.messages("a", "o")
        assert found.next_offset == "n"
        await stage.session.searching.in_chat(1, "a", 9)
        assert stage.session.messages.get(1, 4) is not None
        assert stage.session.messages.get(1, 5) is not None
        assert stage.client.asked(tf.SearchChatMessages)[0].from_message_id == 9

    play(tmp_path, scenario)


def test_a_name_that_nobody_has_finds_nobody(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.client.answers(tf.SearchPublicChat, refusal(400, "USERNAME_NOT_OCCUPIED"))
        assert await stage.session.searching.public_chat("nobody") is None

    play(tmp_path, scenario)


def test_a_download_is_known_at_once(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.client.answers(tf.DownloadFile, FILE)
        await stage.session.downloading.start(3)
        assert stage.session.files.get(3) == FILE

    play(tmp_path, scenario)
