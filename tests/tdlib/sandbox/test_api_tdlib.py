"""The real libtdjson lives on the sample Telegram and finds nothing wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import NotFound
from tdlib.sandbox.sandbox import Sandbox
from tests.helpers.tdlib_client import TdlibClient

ROBIN = "+9996612222"
VERA = "+9996613333"
WARNING = 2
PAGE = 100


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running
        assert running.failures() == []
        assert running.missing_methods() == {}


@pytest.fixture
def robin(sandbox: Sandbox, tmp_path: Path) -> Iterator[TdlibClient]:
    with signed_in(sandbox, tmp_path, ROBIN) as client:
        yield client
    complaints = [line for level, line in client.log if level < WARNING or (level == WARNING and "Receive" in line)]
    assert complaints == []


def signed_in(sandbox: Sandbox, folder: Path, phone: str, password: str = "") -> TdlibClient:
    assert sandbox.proxy is not None
    client = TdlibClient(sandbox.library, sandbox.proxy, folder / phone)
    client.sign_in(phone, sandbox.code, password)
    return client


def load_everything(client: TdlibClient, chat_list: td.ChatList) -> list[int]:
    with suppress(NotFound):
        while True:
            client.request(tf.LoadChats(chat_list=chat_list, limit=PAGE))
    return list(client.request(tf.GetChats(chat_list=chat_list, limit=100_000)).chat_ids)


def whole_history(client: TdlibClient, chat_id: int, limit: int) -> list[td.Message]:
    found: list[td.Message] = []
    while len(found) < limit:
        start = found[-1].id if found else 0
        page = client.request(tf.GetChatHistory(chat_id=chat_id, from_message_id=start, offset=0, limit=PAGE)).messages
        if not page:
            break
        found.extend(page)
    return found


def test_every_chat_can_be_read_to_its_beginning(sandbox: Sandbox, robin: TdlibClient) -> None:
    me = robin.request(tf.GetMe()).id
    chats = [*load_everything(robin, td.ChatListMain()), *load_everything(robin, td.ChatListArchive())]
    dialogs = sandbox.call(lambda: sandbox.world.account(me).dialogs.listed(None))
    assert sorted(chats) == sorted(dialog.peer for dialog in dialogs)
    kinds: list[str] = []
    for dialog in dialogs:
        limit = min(500, len(dialog.history))
        messages = whole_history(robin, dialog.peer, limit)
        truth = sandbox.call(dialog.history.page, 0, 0, len(messages))
        assert len(messages) >= limit
        assert [message.date for message in messages] == [message.date for message in truth]
        assert [message.id >> 20 for message in messages] == [message.id_for(me) for message in truth]
        kinds += [type(message.content).__name__ for message in messages]
    # The chat with every kind of message has the one that is meant to be.
    assert kinds.count("MessageUnsupported") == 1
    assert len(set(kinds)) > 18


def test_the_chat_list_shows_what_the_server_knows(sandbox: Sandbox, robin: TdlibClient) -> None:
    load_everything(robin, td.ChatListMain())
    me = robin.request(tf.GetMe()).id
    for dialog in sandbox.call(lambda: sandbox.world.account(me).dialogs.listed(0)):
        chat = robin.request(tf.GetChat(chat_id=dialog.peer))
        assert chat.unread_count == dialog.unread, chat.title
        assert chat.unread_mention_count == len(dialog.unread_mentions), chat.title
        assert any(each.is_pinned for each in chat.positions) == bool(dialog.pinned), chat.title
        assert (chat.notification_settings.mute_for > 0) == dialog.is_muted(sandbox.world.now()), chat.title
    folders = robin.wait_for(td.UpdateChatFolders).chat_folders
    assert [folder.name.text.text for folder in folders] == ["Home", "Work", "Unread"]


def test_drawn_photos_portraits_and_files_can_be_downloaded(sandbox: Sandbox, robin: TdlibClient) -> None:
    def fetched(file: td.File) -> bytes:
        done = robin.request(tf.DownloadFile(file_id=file.id, priority=1, offset=0, limit=0, synchronous=True))
        assert done.local.is_downloading_completed
        return Path(done.local.path).read_bytes()

    load_everything(robin, td.ChatListMain())
    tomas = sandbox.user("Tomás").id
    photos = [
        message.content.photo
        for message in whole_history(robin, tomas, 12)
        if isinstance(message.content, td.MessagePhoto)
    ]
    assert len(photos) == 12
    for size in photos[0].sizes:
        with Image.open(BytesIO(fetched(size.photo))) as image:
            assert image.size == (size.width, size.height)
    assert photos[0].minithumbnail is not None
    portrait = robin.request(tf.GetUser(user_id=sandbox.user("Mila").id)).profile_photo
    assert portrait is not None
    with Image.open(BytesIO(fetched(portrait.big))) as image:
        assert image.size == (640, 640)
    robin.request(tf.CreatePrivateChat(user_id=sandbox.user("Kenji").id))
    documents = [
        message.content.document
        for message in whole_history(robin, sandbox.user("Kenji").id, 2)
        if isinstance(message.content, td.MessageDocument)
    ]
    assert len(fetched(documents[0].document)) == 5120


def test_a_password_signs_in_and_is_told_by_its_hint(sandbox: Sandbox, tmp_path: Path) -> None:
    with signed_in(sandbox, tmp_path, VERA, "sunlight") as vera:
        state = vera.request(tf.GetPasswordState())
        assert (state.has_password, state.password_hint) == (True, "It falls through the window at noon")


def test_what_robin_does_is_the_servers_truth(sandbox: Sandbox, robin: TdlibClient) -> None:
    load_everything(robin, td.ChatListMain())
    alice = sandbox.user("Alice").id
    sent = robin.send_text(alice, "hello from TDLib")
    robin.request(
        tf.EditMessageText(
            chat_id=alice,
            message_id=sent.id,
            input_message_content=td.InputMessageText(text=td.FormattedText(text="hello, corrected")),
        )
    )
    assert sandbox.user("Robin").messages("Alice")[-1][2] == "hello, corrected"
    sandbox.user("Alice").read("Robin")
    robin.wait_for(td.UpdateChatReadOutbox, lambda update: update.last_read_outbox_message_id == sent.id)
    sandbox.user("Alice").react("Robin", sandbox.user("Alice").messages("Robin")[-1][0], "🔥")
    robin.wait_for(td.UpdateMessageInteractionInfo, lambda update: update.message_id == sent.id)
    sandbox.user("Alice").type("Robin")
    robin.wait_for(td.UpdateChatAction, lambda update: update.chat_id == alice)
    robin.request(tf.DeleteMessages(chat_id=alice, message_ids=[sent.id], revoke=True))
    assert "hello, corrected" not in [text for _, _, text in sandbox.user("Alice").messages("Robin")]
    group = sandbox.user("Alice").create_group("Made by Alice", "Robin", "Bob")
    robin.wait_for(td.UpdateNewChat, lambda update: update.chat.id == group)
    robin.send_text(group, "thanks for having me")
    assert sandbox.user("Bob").messages("Made by Alice")[-1][1:] == ("Robin Hale", "thanks for having me")


def test_two_thousand_chats_and_a_long_history_arrive(tmp_path: Path) -> None:
    with Sandbox(chats=2000, messages=200_000) as sandbox, signed_in(sandbox, tmp_path, ROBIN) as robin:
        assert len(load_everything(robin, td.ChatListMain())) > 2040
        me = robin.request(tf.GetMe()).id
        long = sandbox.call(sandbox.world.find_peer, me, "Long history")
        messages = whole_history(robin, long, 300)
        assert [message.id >> 20 for message in messages[:300]] == list(range(200_000, 199_700, -1))
        middle = robin.request(
            tf.GetChatHistory(chat_id=long, from_message_id=77_777 << 20, offset=-20, limit=40)
        ).messages
        assert 77_777 << 20 in [message.id for message in middle]
