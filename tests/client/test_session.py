"""The table of updates, and what they make of the stores."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest

from client.changes import Noun
from client.ignored import IGNORED
from client.outbox import Outbox
from client.session import Session
from tdlib import functions as tf
from tdlib import types as td
from tdlib.structs import tag
from tests.client.objects import (
    chat_json,
    connection,
    decode,
    deleted,
    last_message,
    message_json,
    new_chat,
    new_message,
    option,
    page,
    position,
    sent,
)
from tests.client.turning import until
from tests.helpers.fake_client import FakeClient
from tests.helpers.schema_objects import FILLINGS, Filling, build

MEMBERS: tuple[type[td.TdObject], ...] = get_args(td.Update)


class Open:
    """A session on a fake client; collects what is told."""

    def __init__(self, folder: Path) -> None:
        self.client = FakeClient()
        self.session = Session(self.client, Outbox(folder / "outbox"))
        self.told: list[tuple[Noun, dict[Any, frozenset[str]]]] = []
        for noun in Noun:
            self.session.changes.subscribe(noun, self._note(noun))

    def _note(self, noun: Noun) -> Callable[[Mapping[Any, frozenset[str]]], None]:
        return lambda changed: self.told.append((noun, dict(changed)))

    def feed(self, *updates: td.TdObject) -> None:
        for update in updates:
            self.session.on_update(update)
        self.session.changes.flush()

    def fields(self, noun: Noun, key: Any) -> set[str]:
        return {field for each, changed in self.told if each is noun for field in changed.get(key, ())}


def with_session(tmp_path: Path, scenario: Callable[[Open], Any]) -> None:
    async def main() -> None:
        opened = Open(tmp_path)
        result = scenario(opened)
        if asyncio.iscoroutine(result):
            await result
        opened.session.close()

    asyncio.run(main())


def test_every_update_has_a_meaning_or_is_named_as_ignored(tmp_path: Path) -> None:
    def scenario(opened: Open) -> None:
        table = {tag(kind.__name__) for kind in opened.session.table}
        wanted = table | {"updateAuthorizationState"}
        assert wanted & IGNORED == set()
        assert wanted | IGNORED == {tag(kind.__name__) for kind in MEMBERS}

    with_session(tmp_path, scenario)


@pytest.mark.parametrize("filling", FILLINGS)
def test_every_update_can_be_taken_in_before_and_after_its_chat_is_known(tmp_path: Path, filling: Filling) -> None:
    def scenario(opened: Open) -> None:
        updates = [build(kind, filling) for kind in MEMBERS if kind is not td.UpdateAuthorizationState]
        opened.feed(*updates)
        opened.feed(new_chat(3, unread_count=1))
        opened.session.messages.history(3)
        opened.feed(*updates)
        for noun in (Noun.CHAT, Noun.USER, Noun.FILE, Noun.OPTION, Noun.CONNECTION, Noun.SERVICE_NOTIFICATION):
            assert any(each is noun for each, _ in opened.told)

    with_session(tmp_path, scenario)


CHAT_FIELDS = [
    (decode("updateChatTitle", chat_id=1, title="other"), "title", "other"),
    (decode("updateChatReadInbox", chat_id=1, last_read_inbox_message_id=4, unread_count=2), "unread_count", 2),
    (decode("updateChatReadOutbox", chat_id=1, last_read_outbox_message_id=4), "last_read_outbox_message_id", 4),
    (decode("updateChatIsMarkedAsUnread", chat_id=1, is_marked_as_unread=True), "is_marked_as_unread", True),
    (decode("updateChatUnreadMentionCount", chat_id=1, unread_mention_count=3), "unread_mention_count", 3),
    (decode("updateMessageMentionRead", chat_id=1, message_id=1, unread_mention_count=5), "unread_mention_count", 5),
    (decode("updateChatPhoto", chat_id=1), "photo", None),
    (decode("updateChatReplyMarkup", chat_id=1, reply_markup_message=message_json(9)), "reply_markup_message_id", 9),
    (decode("updateChatMessageAutoDeleteTime", chat_id=1, message_auto_delete_time=60), "message_auto_delete_time", 60),
]


@pytest.mark.parametrize(("update", "field", "value"), CHAT_FIELDS, ids=lambda each: type(each).__name__)
def test_a_chat_is_kept_up_to_date(tmp_path: Path, update: td.TdObject, field: str, value: object) -> None:
    def scenario(opened: Open) -> None:
        opened.feed(new_chat(1, photo={"@type": "chatPhotoInfo", "small": _file(1), "big": _file(2)}))
        opened.told.clear()
        opened.feed(update)
        assert getattr(opened.session.chats.get(1), field) == value
        assert field in opened.fields(Noun.CHAT, 1)

    with_session(tmp_path, scenario)


def test_positions_are_kept_per_list(tmp_path: Path) -> None:
    def scenario(opened: Open) -> None:
        archive = {"@type": "chatListArchive"}
        opened.feed(new_chat(1), decode("updateChatPosition", chat_id=1, position=position(5)))
        opened.feed(decode("updateChatPosition", chat_id=1, position=position(7, archive)))
        opened.feed(decode("updateChatPosition", chat_id=1, position=position(6)))
        chat = opened.session.chats.get(1)
        assert chat is not None
        assert [each.order for each in chat.positions] == [7, 6]
        opened.feed(decode("updateChatPosition", chat_id=1, position=position(0)))
        chat = opened.session.chats.get(1)
        assert chat is not None
        assert [each.order for each in chat.positions] == [7]
        assert opened.session.chat_lists.ids(td.ChatListMain()) == ()
        assert opened.session.chat_lists.ids(td.ChatListArchive()) == (1,)

    with_session(tmp_path, scenario)


def test_muted_by_itself_or_by_its_kind(tmp_path: Path) -> None:
    def settings(**fields: Any) -> dict[str, Any]:
        return {"@type": "chatNotificationSettings", **fields}

    def scenario(opened: Open) -> None:
        chats = opened.session.chats
        opened.feed(new_chat(1), new_chat(2, notification_settings=settings(mute_for=9)))
        channel = {"@type": "chatTypeSupergroup", "supergroup_id": 3, "is_channel": True}
        opened.feed(new_chat(3, type=channel))
        assert [chats.is_muted(each) for each in (1, 2, 3, 99)] == [False, True, False, False]
        scope = {"@type": "notificationSettingsScopePrivateChats"}
        muted = {"@type": "scopeNotificationSettings", "mute_for": 5}
        opened.feed(decode("updateScopeNotificationSettings", scope=scope, notification_settings=muted))
        assert [chats.is_muted(each) for each in (1, 2, 3)] == [True, True, False]
        assert opened.fields(Noun.SCOPE_NOTIFICATIONS, td.NotificationSettingsScopePrivateChats) == {"settings"}
        opened.feed(decode("updateChatNotificationSettings", chat_id=1, notification_settings=settings()))
        assert not chats.is_muted(1)

    with_session(tmp_path, scenario)


def test_the_other_person_of_a_chat(tmp_path: Path) -> None:
    def scenario(opened: Open) -> None:
        secret = {"@type": "chatTypeSecret", "secret_chat_id": 1, "user_id": 8}
        group = {"@type": "chatTypeBasicGroup", "basic_group_id": 1}
        opened.feed(new_chat(7), new_chat(2, type=secret), new_chat(3, type=group))
        assert [opened.session.chats.private_user_id(each) for each in (7, 2, 3, 4)] == [7, 8, None, None]

    with_session(tmp_path, scenario)


def test_options_have_their_type(tmp_path: Path) -> None:
    def scenario(opened: Open) -> None:
        options = opened.session.options
        opened.feed(option("my_id", 2**40), option("version", "1"), option("flag", True))
        assert (opened.session.me_id, options.get("version", ""), options.get("flag", False)) == (2**40, "1", True)
        assert options.get("version", 7) == 7
        assert options.get("flag", 3) == 3
        opened.feed(decode("updateOption", name="version", value={"@type": "optionValueEmpty"}))
        assert options.get("version", "none") == "none"

    with_session(tmp_path, scenario)


def test_users_tell_which_fields_differ(tmp_path: Path) -> None:
    def user(**fields: Any) -> Any:
        status = {"@type": "userStatusOffline", "was_online": 1}
        kind = {"@type": "userTypeRegular"}
        return decode("updateUser", user={"@type": "user", "id": 1, "status": status, "type": kind, **fields})

    def scenario(opened: Open) -> None:
        opened.feed(user(first_name="Ada", last_name="Lovelace"))
        assert opened.session.users.full_name(1) == "Ada Lovelace"
        opened.told.clear()
        opened.feed(user(first_name="Ada"))
        assert opened.fields(Noun.USER, 1) == {"last_name"}
        opened.feed(decode("updateUserStatus", user_id=1, status={"@type": "userStatusOnline", "expires": 9}))
        assert "status" in opened.fields(Noun.USER, 1)
        assert opened.session.users.full_name(1) == "Ada"
        assert opened.session.users.full_name(2) == ""

    with_session(tmp_path, scenario)


def test_typing_ends_by_itself_by_a_message_and_by_cancelling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("client.stores.chat_actions.LASTS", 0.01)

    def action(kind: str, user_id: int = 7) -> Any:
        sender = {"@type": "messageSenderUser", "user_id": user_id}
        return decode("updateChatAction", chat_id=1, sender_id=sender, action={"@type": kind})

    async def scenario(opened: Open) -> None:
        actions = opened.session.chat_actions
        opened.feed(action("chatActionTyping"), action("chatActionRecordingVoiceNote", 8))
        assert [type(each) for _, each in actions.of(1)] == [td.ChatActionTyping, td.ChatActionRecordingVoiceNote]
        opened.feed(action("chatActionCancel", 8))
        opened.feed(new_message(5))
        assert actions.of(1) == []
        opened.feed(action("chatActionTyping"))
        ended = asyncio.Event()
        opened.session.changes.subscribe(Noun.CHAT_ACTION, lambda _: ended.set())
        async with asyncio.timeout(5):
            await ended.wait()
        assert actions.of(1) == []

    with_session(tmp_path, scenario)


def test_messages_of_an_open_chat_change(tmp_path: Path) -> None:
    def scenario(opened: Open) -> None:
        messages = opened.session.messages
        history = messages.history(1)
        history.reset(history.begin_reset(), page(10, 20).messages, has_newer=False, is_whole=False)
        opened.feed(new_message(30), decode("updateMessageEdited", chat_id=1, message_id=20, edit_date=77))
        text = {"@type": "messageText", "text": {"@type": "formattedText", "text": "edited"}}
        opened.feed(decode("updateMessageContent", chat_id=1, message_id=20, new_content=text))
        opened.feed(decode("updateMessageIsPinned", chat_id=1, message_id=10, is_pinned=True))
        edited, pinned = messages.get(1, 20), messages.get(1, 10)
        assert edited is not None
        assert pinned is not None
        assert (edited.edit_date, pinned.is_pinned) == (77, True)
        assert isinstance(edited.content, td.MessageText)
        assert edited.content.text.text == "edited"
        assert {"message:20", "message:10", "ids"} <= opened.fields(Noun.HISTORY, 1)
        opened.feed(deleted(10, from_cache=True))
        assert 10 in history
        opened.feed(deleted(10), sent(30, 40))
        assert history.ids == (20, 40)

    with_session(tmp_path, scenario)


def test_single_messages_are_kept_and_changed_too(tmp_path: Path) -> None:
    def scenario(opened: Open) -> None:
        messages = opened.session.messages
        kept = page(10).messages[0]
        messages.keep(kept)
        opened.feed(decode("updateMessageEdited", chat_id=1, message_id=10, edit_date=5))
        found = messages.get(1, 10)
        assert found is not None
        assert found.edit_date == 5
        opened.feed(deleted(10))
        assert messages.get(1, 10) is None

    with_session(tmp_path, scenario)


def test_the_last_message_of_a_chat_is_known(tmp_path: Path) -> None:
    def scenario(opened: Open) -> None:
        opened.feed(new_chat(1), last_message(55))
        assert opened.session.messages.get(1, 55) is not None
        assert opened.session.messages.get(1, 54) is None

    with_session(tmp_path, scenario)


def test_a_message_that_was_not_told_opens_a_gap_that_is_closed(tmp_path: Path) -> None:
    async def scenario(opened: Open) -> None:
        opened.feed(new_chat(1), last_message(20), connection("Ready"))
        history = opened.session.messages.history(1)
        history.reset(history.begin_reset(), page(10, 20).messages, has_newer=False, is_whole=False)
        opened.client.answers(tf.GetChatHistory, page(30, 40), page(50))
        opened.feed(last_message(50))
        assert history.has_gap
        await until(lambda: not history.has_gap)
        assert history.ids == (10, 20, 30, 40, 50)

    with_session(tmp_path, scenario)


def test_an_open_chat_is_compared_when_the_line_is_back(tmp_path: Path) -> None:
    async def scenario(opened: Open) -> None:
        opened.feed(new_chat(1), last_message(20), connection("Ready"))
        history = opened.session.messages.history(1)
        history.reset(history.begin_reset(), page(10, 20).messages, has_newer=False, is_whole=False)
        opened.client.answers(tf.GetChatHistory, page(20, 30, 40))
        opened.feed(connection("Updating"), new_message(40), last_message(40), connection("Ready"))
        await until(lambda: history.ids == (10, 20, 30, 40))
        assert not history.has_newer

    with_session(tmp_path, scenario)


def test_what_telegram_wants_to_be_seen_is_kept_until_answered(tmp_path: Path) -> None:
    async def scenario(opened: Open) -> None:
        notices = opened.session.notices
        content = {"@type": "messageText", "text": {"@type": "formattedText", "text": "hear this"}}
        opened.feed(decode("updateServiceNotification", type="AUTH_KEY_DROP_X", content=content))
        assert [each.type for each in notices.service_notifications] == ["AUTH_KEY_DROP_X"]
        notices.dismiss(notices.service_notifications[0])
        assert notices.service_notifications == []
        terms = {"@type": "termsOfService", "text": {"@type": "formattedText", "text": "terms"}, "show_popup": True}
        opened.feed(decode("updateTermsOfService", terms_of_service_id="5", terms_of_service=terms))
        assert notices.terms_of_service is not None
        opened.client.answers(tf.AcceptTermsOfService, td.Ok())
        await opened.session.answering.accept_terms()
        assert opened.client.asked(tf.AcceptTermsOfService)[0].terms_of_service_id == "5"
        assert notices.terms_of_service is None

    with_session(tmp_path, scenario)


def _file(file_id: int) -> dict[str, Any]:
    return {"@type": "file", "id": file_id, "local": {"@type": "localFile"}, "remote": {"@type": "remoteFile"}}


def test_the_newest_state_of_a_file_wins(tmp_path: Path) -> None:
    def scenario(opened: Open) -> None:
        old = decode("updateFile", file=_file(3)).file
        opened.feed(decode("updateFile", file=_file(3) | {"size": 5}))
        assert opened.session.files.newest(old).size == 5
        assert opened.fields(Noun.FILE, 3) == {"file"}

    with_session(tmp_path, scenario)


def test_a_draft_moves_its_chat(tmp_path: Path) -> None:
    def scenario(opened: Open) -> None:
        text = {"@type": "formattedText", "text": "draft"}
        draft = {"@type": "draftMessage", "content": {"@type": "draftMessageContentText", "text": text}}
        opened.feed(decode("updateNewChat", chat=chat_json(1)), new_chat(2, positions=[position(5)]))
        opened.feed(decode("updateChatDraftMessage", chat_id=1, draft_message=draft, positions=[position(9)]))
        assert opened.session.chat_lists.ids(td.ChatListMain()) == (1, 2)
        chat = opened.session.chats.get(1)
        assert chat is not None
        assert chat.draft_message is not None

    with_session(tmp_path, scenario)
