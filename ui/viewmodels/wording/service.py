"""The lines that stand in the middle of a conversation: who did what to it.

Which kinds of `td.MessageContent` they are says `TABLE`; every sentence names people through `Voice`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tdlib import types as td
from ui.viewmodels.wording import names, service_groups, service_payments, service_people, service_topics
from ui.viewmodels.wording.names import People, Voice

TABLE: dict[type[td.TdObject], Callable[[Any, Voice], str]] = {
    **service_groups.TABLE,
    **service_people.TABLE,
    **service_topics.TABLE,
    **service_payments.TABLE,
}


def is_service(content: td.MessageContent) -> bool:
    """Returns whether `content` is drawn as a line in the middle rather than as something that somebody said."""
    return type(content) in TABLE


def line(content: td.MessageContent, voice: Voice) -> str:
    """Returns the line for `content`; raises KeyError where that is not a service line."""
    return names.on_one_line(TABLE[type(content)](content, voice))


def of_message(message: td.Message, people: People) -> str:
    """Returns the line for `message`; raises KeyError where that is not a service line."""
    return line(message.content, people.voice(message))


def icon(content: td.MessageContent) -> str:
    """Returns the icon in front of the line in the chat list; empty for most."""
    return _ICONS.get(type(content), "")


_ICONS: dict[type[td.TdObject], str] = {
    td.MessagePinMessage: "pin",
    td.MessageChatSetMessageAutoDeleteTime: "timer",
    td.MessageVideoChatStarted: "call",
    td.MessageVideoChatEnded: "call",
    td.MessageVideoChatScheduled: "call",
    td.MessageProximityAlertTriggered: "location",
    td.MessageChatBoost: "star",
    td.MessageGiveawayCreated: "gift",
    td.MessageGiveawayCompleted: "gift",
}
