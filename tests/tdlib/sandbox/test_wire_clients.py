"""Two makes of client on one sandbox: the real libtdjson and kurigram write to each other."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tdlib import functions as tf
from tdlib import types as td
from tdlib.sandbox.sandbox import Sandbox
from tdlib.sandbox.world.persons import Person
from tests.helpers.kurigram_client import TRANSPORTS, KurigramClient
from tests.helpers.tdlib_client import TdlibClient, text_of

ADA = "+99966550001"
BEN = "+99966550002"
SIZE = 3_000_000


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(sample=False) as running:
        for person in (
            Person(990_001, 11, "Ada", phone=ADA[1:], username="ada_w"),
            Person(990_002, 12, "Ben", phone=BEN[1:], username="ben_w"),
        ):
            running.call(running.world.persons.add, person)
        yield running
        assert running.failures() == []


@pytest.fixture
def ben(sandbox: Sandbox) -> Iterator[KurigramClient]:
    with KurigramClient(sandbox.address) as client:
        assert client.sign_in(BEN, sandbox.code) == "Ben"
        yield client


def ada_on(sandbox: Sandbox, folder: Path, *, use_pfs: bool = False) -> TdlibClient:
    assert sandbox.proxy is not None
    client = TdlibClient(sandbox.library, sandbox.proxy, folder, {"use_pfs": use_pfs})
    assert client.sign_in(ADA, sandbox.code).first_name == "Ada"
    return client


@pytest.fixture
def ada(sandbox: Sandbox, tmp_path: Path) -> Iterator[TdlibClient]:
    with ada_on(sandbox, tmp_path) as client:
        yield client


def chat_with_ben(ada: TdlibClient) -> int:
    return ada.request(tf.SearchPublicChat(username="ben_w")).id


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_kurigram_signs_in_over_every_transport(sandbox: Sandbox, transport: str) -> None:
    with KurigramClient(sandbox.address, transport) as client:
        assert client.sign_in(BEN, sandbox.code) == "Ben"
        assert client.send_text("me", "a note") == client.history("me")[0].id


def test_text_goes_both_ways(ada: TdlibClient, ben: KurigramClient) -> None:
    chat = chat_with_ben(ada)
    ada.send_text(chat, "Hello Ben")
    arrived = ben.wait_for_message("Hello Ben")
    assert arrived.sender == "Ada"
    ben.send_text("ada_w", "Hello Ada")
    assert text_of(ada.wait_for_text("Hello Ada")) == "Hello Ada"
    assert [message.text for message in ben.history("ada_w")] == ["Hello Ada", "Hello Ben"]


def test_edits_and_deletions_arrive(ada: TdlibClient, ben: KurigramClient) -> None:
    chat = chat_with_ben(ada)
    sent = ada.send_text(chat, "first")
    content = td.InputMessageText(text=td.FormattedText(text="second"))
    arrived = ben.wait_for_message("first")
    ada.request(tf.EditMessageText(chat_id=chat, message_id=sent.id, input_message_content=content))
    ben.wait_for_edit("second")
    ada.request(tf.DeleteMessages(chat_id=chat, message_ids=[sent.id], revoke=True))
    ben.wait_for_deletion(arrived.id)


@pytest.mark.parametrize("use_pfs", [False, True], ids=["permanent key", "temporary key"])
def test_three_megabytes_go_both_ways(sandbox: Sandbox, ben: KurigramClient, tmp_path: Path, use_pfs: bool) -> None:
    data = os.urandom(SIZE)
    source = tmp_path / "data.bin"
    source.write_bytes(data)
    with ada_on(sandbox, tmp_path, use_pfs=use_pfs) as ada:
        chat = chat_with_ben(ada)
        document = td.InputMessageDocument(
            document=td.InputDocument(document=td.InputFileLocal(path=str(source))),
            caption=td.FormattedText(text="up"),
        )
        ada.send(chat, document)
        up = ben.wait_for_message("up")
        assert ben.download(up) == data
        ben.send_document("ada_w", data[::-1], "back.bin", "down")
        message = ada.wait_for_text("down")
        assert isinstance(message.content, td.MessageDocument)
        file = message.content.document.document
        got = ada.request(tf.DownloadFile(file_id=file.id, priority=32, synchronous=True))
        assert Path(got.local.path).read_bytes() == data[::-1]


def test_nothing_is_lost_while_the_line_is_cut(sandbox: Sandbox, ada: TdlibClient, ben: KurigramClient) -> None:
    chat = chat_with_ben(ada)
    ada.send_text(chat, "before")
    sandbox.offline()
    ada.wait_for_connection(td.ConnectionStateConnectingToProxy)
    sandbox.call(sandbox.world.user("Ben").send, "Ada", "while you were away")
    sandbox.online()
    ada.wait_for_text("while you were away")
    ada.wait_for_connection(td.ConnectionStateReady)
    ada.send_text(chat, "after")
    assert [text for _, _, text in sandbox.call(sandbox.world.messages, "Ada", "Ben")] == [
        "before",
        "while you were away",
        "after",
    ]


@pytest.mark.parametrize("forget", [False, True], ids=["session kept", "session forgotten"])
def test_a_message_whose_answer_was_lost_is_there_once(
    sandbox: Sandbox, ada: TdlibClient, ben: KurigramClient, forget: bool
) -> None:
    chat = chat_with_ben(ada)
    sandbox.drop_answer("messages.sendMessage", forget=forget)
    ada.send_text(chat, "only once")
    ben.wait_for_message("only once")
    assert [text for _, _, text in sandbox.call(sandbox.world.messages, "Ada", "Ben")] == ["only once"]
    assert len(sandbox.requests("messages.sendMessage")) == (2 if forget else 1)


def test_a_request_that_was_lost_is_sent_again(sandbox: Sandbox, ada: TdlibClient) -> None:
    chat = chat_with_ben(ada)
    sandbox.drop_request("messages.sendMessage")
    ada.send_text(chat, "again")
    assert [text for _, _, text in sandbox.call(sandbox.world.messages, "Ada", "Ben")] == ["again"]
    assert len(sandbox.requests("messages.sendMessage")) == 2


def test_a_gap_in_the_updates_is_filled(sandbox: Sandbox, ada: TdlibClient) -> None:
    chat_with_ben(ada)
    ben = sandbox.user("Ben")
    ben.send("Ada", "one")
    ada.wait_for_text("one")
    sandbox.gap("Ada")
    ben.send("Ada", "two")
    ben.send("Ada", "three")
    ada.wait_for_text("two")
    ada.wait_for_text("three")


def test_updates_out_of_order_and_twice_make_each_message_once(sandbox: Sandbox, ada: TdlibClient) -> None:
    chat_with_ben(ada)
    ben = sandbox.user("Ben")
    ben.send("Ada", "zero")
    ada.wait_for_text("zero")
    sandbox.swap_updates("Ada")
    ben.send("Ada", "one")
    ben.send("Ada", "two")
    sandbox.repeat_update("Ada")
    ben.send("Ada", "three")
    ada.wait_for_text("three")
    texts = [text_of(each.message) for each in ada.updates if isinstance(each, td.UpdateNewMessage)]
    assert texts == ["zero", "one", "two", "three"]


def test_a_forgotten_session_recovers(sandbox: Sandbox, ada: TdlibClient) -> None:
    chat = chat_with_ben(ada)
    ada.send_text(chat, "before")
    sandbox.forget_sessions()
    sandbox.user("Ben").send("Ada", "between")
    ada.wait_for_text("between")
    sandbox.change_salts()
    ada.send_text(chat, "after")


@pytest.mark.parametrize("hours", [-26, 26])
def test_a_clock_that_is_wrong_keeps_nobody_out(sandbox: Sandbox, tmp_path: Path, hours: int) -> None:
    sandbox.skew(hours * 3600)
    with ada_on(sandbox, tmp_path) as ada:
        sent = ada.send_text(chat_with_ben(ada), "when is this")
        assert abs(sent.date - time.time() - hours * 3600) < 30


def test_a_clock_that_jumps_ahead_is_followed(sandbox: Sandbox, ada: TdlibClient) -> None:
    chat = chat_with_ben(ada)
    sandbox.skew(3600)
    ada.send_text(chat, "an hour later")
    sandbox.user("Ben").send("Ada", "and still here")
    ada.wait_for_text("and still here")


def test_a_revoked_session_signs_tdlib_out(sandbox: Sandbox, ada: TdlibClient) -> None:
    sandbox.revoke_session("Ada", "SESSION_REVOKED")
    ada.wait_for_state(td.AuthorizationStateLoggingOut, td.AuthorizationStateClosing, td.AuthorizationStateClosed)
    ada.wait_for_state(td.AuthorizationStateClosed)


def test_a_waiting_device_is_told_that_its_code_was_scanned(sandbox: Sandbox, ada: TdlibClient, tmp_path: Path) -> None:
    assert sandbox.proxy is not None
    with TdlibClient(sandbox.library, sandbox.proxy, tmp_path / "second") as second:
        second.wait_for_state(td.AuthorizationStateWaitPhoneNumber)
        second.request(tf.RequestQrCodeAuthentication())
        shown = second.wait_for_state(td.AuthorizationStateWaitOtherDeviceConfirmation)
        assert isinstance(shown, td.AuthorizationStateWaitOtherDeviceConfirmation)
        ada.request(tf.ConfirmQrCodeAuthentication(link=shown.link))
        second.settle()
        sandbox.user("Ben").send("Ada", "to both")
        for client in (ada, second):
            client.wait_for_text("to both")


def test_logging_out_destroys_the_key(sandbox: Sandbox, ada: TdlibClient) -> None:
    assert len(sandbox.world.wire["keys"]) == 1
    ada.request(tf.LogOut())
    ada.wait_for_state(td.AuthorizationStateClosed)
    assert sandbox.world.wire["keys"] == {}


def test_kurigram_gets_what_it_missed_while_the_line_was_cut(sandbox: Sandbox, ben: KurigramClient) -> None:
    ada = sandbox.user("Ada")
    ada.send("Ben", "before")
    ben.wait_for_message("before")
    sandbox.cut()
    ada.send("Ben", "meanwhile")
    ben.wait_for_message("meanwhile")
    ada.send("Ben", "after")
    ben.wait_for_message("after")


def test_the_sample_people_answer_by_themselves(tmp_path: Path) -> None:
    with Sandbox(actors=True, pace=30) as sandbox:
        assert sandbox.proxy is not None
        owner, friend = sandbox.users[0], sandbox.user("Alice")
        with TdlibClient(sandbox.library, sandbox.proxy, tmp_path) as client:
            client.sign_in(str(owner["phone"]), sandbox.code)
            chat = client.request(tf.CreatePrivateChat(user_id=friend.id, force=False))
            client.send_text(chat.id, "Hello, are you there?")
            client.wait_for(
                td.UpdateNewMessage,
                lambda update: update.message.chat_id == chat.id and not update.message.is_outgoing,
            )
        assert sandbox.failures() == []


def test_people_and_keys_outlive_the_sandbox(tmp_path: Path) -> None:
    state = tmp_path / "state"
    with Sandbox(state=state, sample=False) as sandbox:
        sandbox.call(sandbox.world.persons.add, Person(990_001, 11, "Ada", phone=ADA[1:], username="ada_w"))
        with ada_on(sandbox, tmp_path) as ada:
            ada.send_text(ada.request(tf.CreatePrivateChat(user_id=990_001, force=True)).id, "kept")
        address = sandbox.proxy
    assert address is not None
    with Sandbox(state=state, sample=False, proxy_port=int(address.rsplit(":", 1)[1])) as sandbox:
        assert sandbox.proxy is not None
        with TdlibClient(sandbox.library, sandbox.proxy, tmp_path) as ada:
            ada.settle()
            sandbox.user("Ada").send("Ada", "again")
            ada.wait_for_text("again")
        assert [text for _, _, text in sandbox.user("Ada").messages("Ada")] == ["kept", "again"]


def test_every_message_is_there_once_and_in_order_through_a_bad_line(sandbox: Sandbox, ada: TdlibClient) -> None:
    chat, choice = chat_with_ben(ada), random.Random(11)
    troubles = (
        sandbox.cut,
        sandbox.change_salts,
        sandbox.forget_sessions,
        lambda: sandbox.drop_answer("messages.sendMessage"),
        lambda: sandbox.drop_answer("messages.sendMessage", forget=True),
        lambda: sandbox.drop_request("messages.sendMessage"),
        lambda: sandbox.repeat_answer("messages.sendMessage"),
    )
    texts = [f"message {number}" for number in range(60)]
    for text in texts:
        content = td.InputMessageText(text=td.FormattedText(text=text))
        ada.request(tf.SendMessage(chat_id=chat, input_message_content=content))
        if choice.random() < 0.3:
            choice.choice(troubles)()
    ada.until(
        lambda: sum(isinstance(each, td.UpdateMessageSendSucceeded) for each in ada.updates) >= len(texts) or None,
        "not every message was sent",
        90,
    )
    assert [text for _, _, text in sandbox.call(sandbox.world.messages, "Ada", "Ben")] == texts
