"""The outbox: what was sent before a crash and what of it is still to send."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from client import outbox as module
from client.outbox import Outbox, Unsent
from tdlib import types as td
from tests.client.objects import decode, deleted, message_json, sent

ME = 5


def text(words: str) -> td.InputMessageText:
    return td.InputMessageText(text=td.FormattedText(text=words, entities=[]))


def waiting(outbox: Outbox, me_id: int = ME) -> list[td.InputMessageContent]:
    return [entry.content for entry in outbox.waiting(me_id)]


def test_what_was_added_waits_after_a_restart_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "outbox"
    outbox = Outbox(path)
    quote = td.InputTextQuote(text=td.FormattedText(text="a part"), position=4)
    added = [outbox.add(ME, 1, text(f"message {number}"), 10, reply_to=3, quote=quote) for number in range(5)]
    assert Outbox(path).waiting(ME) == added
    assert path.stat().st_mode & 0o077 == 0


def test_nobody_else_sends_it(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    outbox.add(ME, 1, text("mine"), 0)
    assert outbox.waiting(6) == []


def test_what_has_a_message_does_not_wait_and_is_forgotten_with_it(tmp_path: Path) -> None:
    path = tmp_path / "outbox"
    outbox = Outbox(path)
    for number, end in enumerate(("sent", "failed", "deleted", "left")):
        outbox.bind(outbox.add(ME, 1, text(end), 0), 100 + number)
    assert outbox.waiting(ME) == []
    outbox.on_sent(sent(100, 200))
    error = {"@type": "error", "code": 400}
    failed = decode("updateMessageSendFailed", message=message_json(201), old_message_id=101, error=error)
    outbox.on_failed(failed)
    outbox.on_deleted(deleted(102, from_cache=True))
    outbox.on_deleted(deleted(102, 103, chat_id=9))
    outbox.on_deleted(deleted(102))
    assert waiting(Outbox(path)) == [text("left")]


def test_later_messages_come_after_one_that_was_sent(tmp_path: Path) -> None:
    path = tmp_path / "outbox"
    outbox = Outbox(path)
    first = outbox.add(ME, 1, text("ok"), 10)
    outbox.add(ME, 1, text("ok"), 10)
    outbox.add(ME, 2, text("ok"), 10)
    outbox.finish(first, 50)
    for each in (outbox, Outbox(path)):
        assert [entry.after_id for entry in each.waiting(ME)] == [50, 10]


def test_a_long_journal_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMPACT_AT", 4000)
    path = tmp_path / "outbox"
    outbox = Outbox(path)
    kept = outbox.add(ME, 1, text("kept"), 0)
    for number in range(200):
        outbox.finish(outbox.add(ME, 1, text(f"message {number}"), 0))
    assert path.stat().st_size < 6000
    assert Outbox(path).waiting(ME) == [kept]


@pytest.mark.parametrize(
    "content",
    [
        text("a\n😀 line"),
        td.InputMessagePhoto(photo=td.InputPhoto(photo=td.InputFileLocal(path="/a b.png"), width=3, height=4)),
        td.InputMessageDocument(document=td.InputDocument(document=td.InputFileLocal(path="/c"))),
    ],
)
def test_any_content_comes_back_as_it_was(tmp_path: Path, content: td.InputMessageContent) -> None:
    path = tmp_path / "outbox"
    Outbox(path).add(ME, -1001234567890, content, 2**50)
    [entry] = Outbox(path).waiting(ME)
    assert (entry.content, entry.chat_id, entry.after_id) == (content, -1001234567890, 2**50)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.binary(max_size=120))
def test_garbage_costs_itself_alone(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "outbox"
    path.unlink(missing_ok=True)
    Outbox(path).add(ME, 1, text("before"), 0)
    with path.open("ab") as file:
        file.write(data)
    Outbox(path).add(ME, 1, text("after"), 0)
    assert waiting(Outbox(path)) == [text("before"), text("after")]


def test_what_is_given_up_is_a_persons_to_decide(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    entry = outbox.add(ME, 1, text("old"), 0)
    outbox.give_up(entry)
    assert outbox.waiting(ME) == []
    assert outbox.given_up == [entry]
    outbox.finish(entry)
    assert outbox.given_up == []
    assert Outbox(tmp_path / "outbox").waiting(ME) == []
    assert isinstance(entry, Unsent)
