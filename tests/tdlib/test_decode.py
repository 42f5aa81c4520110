"""Decoding TDLib's JSON, known and unknown."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from tdlib import types as td
from tdlib.decode import Decoder, UnknownObject


def message(content: dict[str, Any]) -> dict[str, Any]:
    sender = {"@type": "messageSenderUser", "user_id": 7}
    return {"@type": "message", "id": 5, "chat_id": -100, "sender_id": sender, "content": content}


def decode(value: dict[str, Any]) -> tuple[td.TdObject, str | None]:
    return Decoder().decode(json.dumps(value).encode())


def text(value: str, entities: list[dict[str, Any]]) -> dict[str, Any]:
    return {"@type": "messageText", "text": {"@type": "formattedText", "text": value, "entities": entities}}


def test_int64_arrives_as_a_string() -> None:
    value = {"@type": "optionValueInteger", "value": "12"}
    update, extra = decode({"@type": "updateOption", "name": "x", "value": value})
    assert update == td.UpdateOption(name="x", value=td.OptionValueInteger(value=12))
    assert extra is None


def test_an_answer_names_its_request() -> None:
    assert decode({"@type": "ok", "@extra": "17", "@client_id": 1}) == (td.Ok(), "17")


def test_unknown_content_becomes_unsupported(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        update, _ = decode({"@type": "updateNewMessage", "message": message({"@type": "messageHologram", "depth": 3})})
    assert isinstance(update, td.UpdateNewMessage)
    assert update.message.content == td.MessageUnsupported()
    assert "messageHologram" in caplog.text


def test_an_unknown_entity_costs_itself_alone() -> None:
    known = {"@type": "textEntity", "offset": 0, "length": 2, "type": {"@type": "textEntityTypeBold"}}
    unknown = {"@type": "textEntity", "offset": 2, "length": 2, "type": {"@type": "textEntityTypeGlow"}}
    update, _ = decode({"@type": "updateNewMessage", "message": message(text("abcd", [known, unknown]))})
    assert isinstance(update, td.UpdateNewMessage)
    content = update.message.content
    assert isinstance(content, td.MessageText)
    assert content.text.text == "abcd"
    assert content.text.entities == [td.TextEntity(offset=0, length=2, type=td.TextEntityTypeBold())]


def test_an_unknown_optional_part_is_left_out() -> None:
    forwarded = {"@type": "messageForwardInfo", "origin": {"@type": "messageOriginDream"}}
    update, _ = decode({"@type": "updateNewMessage", "message": {**message(text("a", [])), "forward_info": forwarded}})
    assert isinstance(update, td.UpdateNewMessage)
    assert update.message.forward_info is None


def test_what_is_ignored_is_not_read_and_not_named(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(UnknownObject):
        Decoder({"updateDiceEmojis"}).decode(b'{"@type":"updateDiceEmojis","emojis":17}')
    assert caplog.text == ""


def test_an_unknown_update_is_named_once(caplog: pytest.LogCaptureFixture) -> None:
    decoder = Decoder()
    frame = b'{"@type":"updateWeather","degrees":12}'
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            with pytest.raises(UnknownObject) as raised:
                decoder.decode(frame)
            assert raised.value.type == "updateWeather"
    assert caplog.text.count("updateWeather") == 1


def test_the_text_of_an_unreadable_message_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    broken = {"@type": "updateNewMessage", "message": {**message(text("my secret", [])), "id": "not a number"}}
    with caplog.at_level(logging.DEBUG), pytest.raises(UnknownObject):
        decode(broken)
    assert "secret" not in caplog.text
    assert "not a number" not in caplog.text


def test_an_object_that_tdlib_leaves_out_is_empty() -> None:
    """TDLib sends no terms of service where the server has none, though its schema promises them."""
    state = {"@type": "authorizationStateWaitRegistration"}
    update, _ = decode({"@type": "updateAuthorizationState", "authorization_state": state})
    terms = td.TermsOfService(text=td.FormattedText())
    assert update == td.UpdateAuthorizationState(
        authorization_state=td.AuthorizationStateWaitRegistration(terms_of_service=terms)
    )
