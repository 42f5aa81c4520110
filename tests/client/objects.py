"""TDLib-shaped JSON for tests, through the real decoder: chats, messages and updates as short calls."""

from __future__ import annotations

import json
from typing import Any

from tdlib import types as td
from tdlib.decode import Decoder

_decoder = Decoder()


def decode(kind: str, **fields: Any) -> Any:
    """Returns the object that TDLib's JSON of `kind` with `fields` stands for."""
    return _decoder.decode(json.dumps({"@type": kind, **fields}).encode())[0]


def main_list() -> dict[str, Any]:
    return {"@type": "chatListMain"}


def folder(folder_id: int) -> dict[str, Any]:
    return {"@type": "chatListFolder", "chat_folder_id": folder_id}


def position(order: int, chat_list: dict[str, Any] | None = None, *, is_pinned: bool = False) -> dict[str, Any]:
    # An int64 is a string in TDLib's JSON.
    chosen = chat_list or main_list()
    return {"@type": "chatPosition", "list": chosen, "order": str(order), "is_pinned": is_pinned}


def chat_json(chat_id: int, **fields: Any) -> dict[str, Any]:
    return {
        "@type": "chat",
        "id": chat_id,
        "type": {"@type": "chatTypePrivate", "user_id": chat_id},
        "title": f"chat {chat_id}",
        "permissions": {"@type": "chatPermissions"},
        "notification_settings": {"@type": "chatNotificationSettings", "use_default_mute_for": True},
        "available_reactions": {"@type": "chatAvailableReactionsAll"},
        "video_chat": {"@type": "videoChat"},
        **fields,
    }


def new_chat(chat_id: int, **fields: Any) -> Any:
    return decode("updateNewChat", chat=chat_json(chat_id, **fields))


def message_json(message_id: int, chat_id: int = 1, text: str = "", **fields: Any) -> dict[str, Any]:
    return {
        "@type": "message",
        "id": message_id,
        "chat_id": chat_id,
        "sender_id": {"@type": "messageSenderUser", "user_id": 7},
        "content": {
            "@type": "messageText",
            "text": {"@type": "formattedText", "text": text or f"message {message_id}", "entities": []},
        },
        **fields,
    }


def message(message_id: int, chat_id: int = 1, text: str = "", **fields: Any) -> td.Message:
    found = decode("updateNewMessage", message=message_json(message_id, chat_id, text, **fields)).message
    assert isinstance(found, td.Message)
    return found


def page(*message_ids: int, chat_id: int = 1) -> td.Messages:
    """Returns a page as TDLib gives it: the newest first."""
    return td.Messages(messages=[message(each, chat_id) for each in sorted(message_ids, reverse=True)])


def new_message(message_id: int, chat_id: int = 1, **fields: Any) -> Any:
    return decode("updateNewMessage", message=message_json(message_id, chat_id, **fields))


def last_message(message_id: int, chat_id: int = 1, *positions: dict[str, Any]) -> Any:
    return decode(
        "updateChatLastMessage",
        chat_id=chat_id,
        last_message=message_json(message_id, chat_id),
        positions=list(positions),
    )


def deleted(*message_ids: int, chat_id: int = 1, from_cache: bool = False) -> Any:
    return decode(
        "updateDeleteMessages",
        chat_id=chat_id,
        message_ids=list(message_ids),
        is_permanent=not from_cache,
        from_cache=from_cache,
    )


def sent(old_id: int, new_id: int, chat_id: int = 1, text: str = "") -> Any:
    return decode("updateMessageSendSucceeded", message=message_json(new_id, chat_id, text), old_message_id=old_id)


def connection(state: str) -> Any:
    return decode("updateConnectionState", state={"@type": f"connectionState{state}"})


def option(name: str, value: int | str | bool) -> Any:
    kinds = {bool: "optionValueBoolean", int: "optionValueInteger", str: "optionValueString"}
    content = str(value) if type(value) is int else value
    return decode("updateOption", name=name, value={"@type": kinds[type(value)], "value": content})
