"""A history as plain lists: the messages TDLib has, the pages it gives of them, and the rows that show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tdlib import functions as tf
from tdlib import types as td
from tests.client.objects import decode, message_json
from tests.ui.session_stage import ME
from ui.viewmodels.history_keys import GROUP_SECONDS
from ui.viewmodels.message_row import MessageRow

CHAT = 1


@dataclass(frozen=True)
class Held:
    """A message as TDLib has it."""

    id: int
    date: int
    sender: int
    text: str
    album: int = 0
    state: str = ""
    edited: bool = False
    service: bool = False

    @property
    def day(self) -> int:
        return datetime.fromtimestamp(self.date).toordinal()

    def json(self) -> dict[str, Any]:
        words = {"@type": "formattedText", "text": self.text, "entities": []}
        content: dict[str, Any] = {"@type": "messageText", "text": words}
        if self.album:
            content = {"@type": "messagePhoto", "photo": {"@type": "photo", "sizes": []}, "caption": words}
        elif self.service:
            content = {"@type": "messageChatChangeTitle", "title": self.text}
        fields: dict[str, Any] = {"media_album_id": str(self.album), "edit_date": int(self.edited)}
        if self.state:
            error = {"error": {"@type": "error", "code": 400, "message": "NO"}} if self.state == "Failed" else {}
            fields["sending_state"] = {"@type": f"messageSendingState{self.state}", **error}
        return message_json(
            self.id,
            CHAT,
            content=content,
            date=self.date,
            is_outgoing=self.sender == ME,
            sender_id={"@type": "messageSenderUser", "user_id": self.sender},
            **fields,
        )


def page(held: Sequence[Held], request: tf.GetChatHistory, size: int) -> list[td.Message]:
    """Returns what TDLib gives: newest first, and at the older end perhaps fewer than were asked for."""
    start, limit = request.from_message_id, request.limit
    newest_first = [each.id for each in held[::-1]]
    newer = [each for each in newest_first if start and each > start]
    newer = newer[max(0, len(newer) + request.offset) :] if request.offset else []
    rest = [each for each in newest_first if not start or each < start or (request.offset and each == start)]
    wanted = {*newer, *rest[: max(1, min(size, limit - len(newer)))]}
    found = [decode("updateNewMessage", message=each.json()).message for each in held if each.id in wanted]
    return found[::-1][:limit]


def groups(messages: Sequence[Held]) -> list[list[Held]]:
    """Returns the messages as rows: neighbours of one album are one."""
    found: list[list[Held]] = []
    for message in messages:
        if found and message.album and found[-1][0].album == message.album:
            found[-1].append(message)
        else:
            found.append([message])
    return found


def plain_rows(messages: Sequence[Held], unread: int | None, *, complete: bool) -> list[Any]:
    """Returns the keys of the rows, newest first."""
    top_down: list[Any] = []
    last_day = None if complete or not messages else messages[0].day
    for group in groups(messages):
        head = group[0]
        if head.day != last_day:
            top_down.append(("day", head.id))
        if head.id == unread:
            top_down.append(("unread", head.id))
        top_down.append(head.id)
        last_day = group[-1].day
    return top_down[::-1]


def together(older: Held, newer: Held) -> bool:
    """Whether two neighbours stand together."""
    if older.service or newer.service or older.sender != newer.sender or older.day != newer.day:
        return False
    return abs(newer.date - older.date) <= GROUP_SECONDS


def check_row(
    row: MessageRow,
    shown: dict[str, Any],
    group: Sequence[Held],
    above: Sequence[Held] | None,
    below: Sequence[Held] | None,
) -> None:
    """Fails where a row differs from its messages and from those next to them."""
    head = group[0]
    assert row.message.id == head.id
    assert row.album_ids == (tuple(each.id for each in group) if len(group) > 1 else ())
    kinds = "album" if len(group) > 1 else "photo" if head.album else "service" if head.service else "text"
    assert shown["kind"] == kinds
    if not head.service:
        assert shown["markup"] == "\n".join(each.text for each in group if each.text)
    states = {each.state for each in group}
    if head.sender == ME:
        state = "failed" if "Failed" in states else "pending" if "Pending" in states else shown["state"]
        assert shown["state"] == state
        assert state in ("failed", "pending", "sent", "read")
    assert shown["edited"] == any(each.edited for each in group)
    assert shown["joinedAbove"] == (above is not None and together(above[0], head))
    assert shown["joinedBelow"] == (below is not None and together(head, below[0]))
    assert shown["namesSender"] == (head.sender != ME and not shown["joinedAbove"])
