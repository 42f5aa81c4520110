"""`Albums`: which messages of a chat are one album, and the message that stands for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from client.session import Session
from client.text import utf16_length
from tdlib import types as td
from ui.viewmodels import content_kind
from ui.viewmodels.content_kind import formatted_text

MOST_KNOWN = 5_000
"""Messages of which it is kept whether they are in an album: more than a window has."""


class Albums:
    """Looks the albums of one chat up: neighbours with the same `media_album_id`.

    Arguments:
        session: the signed-in account.
        chat_id: the chat.
    """

    def __init__(self, session: Session, chat_id: int) -> None:
        self._session = session
        self._chat_id = chat_id
        self._history = session.messages.history(chat_id)
        self._known: dict[int, int] = {}

    def album_of(self, message_id: int) -> int:
        """Returns the album's id; 0 for a message that is in none."""
        known = self._known.get(message_id)
        if known is not None:
            return known
        message = self._session.messages.get(self._chat_id, message_id)
        if message is None:
            return 0
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        album = self._known[message_id] = message.media_album_id
        return album

    def member_ids(self, message_id: int) -> Sequence[int]:
        """Returns the loaded messages of the album, oldest first; the message alone where it is in none."""
        album = self.album_of(message_id)
        ids = self._history.ids
        place = bisect_left(ids, message_id) if album else len(ids)
        if place == len(ids) or ids[place] != message_id:
            return (message_id,)
        first = last = place
        while first > 0 and self.album_of(ids[first - 1]) == album:
            first -= 1
        while last + 1 < len(ids) and self.album_of(ids[last + 1]) == album:
            last += 1
        return ids[first : last + 1]

    def head(self, message_id: int) -> int:
        """Returns the message whose row shows `message_id`: the album's oldest one."""
        return self.member_ids(message_id)[0]

    def kind(self, message_id: int) -> str:
        """Returns which QML file draws the row of a message or an album."""
        return album_kind(self.members(message_id)) or self.kind_of_one(message_id)

    def kind_of_one(self, message_id: int) -> str:
        """Returns which QML file would draw a message by itself."""
        message = self._session.messages.get(self._chat_id, message_id)
        return content_kind.kind(message.content) if message is not None else "summary"

    def shared_ids(self, message_id: int) -> tuple[int, ...]:
        """Returns the messages of the album, oldest first; nothing where it has only one."""
        ids = self.member_ids(message_id)
        return tuple(ids) if len(ids) > 1 else ()

    def shown(self, head: int) -> tuple[td.Message, Sequence[td.Message]]:
        """Returns what the row of `head` shows: its message, and the album's messages where it is one."""
        members = self.members(head)
        message = standing_for(members) if members else self._session.messages.get(self._chat_id, head)
        assert message is not None, "a history holds the messages whose ids it lists"
        return message, members

    def members(self, message_id: int) -> tuple[td.Message, ...]:
        """Returns the messages of the album, oldest first; nothing where it has only one."""
        found = [self._session.messages.get(self._chat_id, member) for member in self.shared_ids(message_id)]
        return tuple(message for message in found if message is not None)


def standing_for(members: Sequence[td.Message]) -> td.Message:
    """Returns one message for an album: the oldest with all captions, each on a line, and the state of the slowest."""
    head = members[0]
    states = [message.sending_state for message in members if message.sending_state is not None]
    failed = [state for state in states if isinstance(state, td.MessageSendingStateFailed)]
    content = head.content
    if isinstance(content, td.MessagePhoto | td.MessageVideo | td.MessageDocument | td.MessageAudio):
        content = replace(content, caption=_joined([formatted_text(message.content) for message in members]))
    return replace(
        head,
        content=content,
        edit_date=max(message.edit_date for message in members),
        sending_state=next(iter(failed or states), None),
    )


def album_kind(members: Sequence[td.Message]) -> str:
    """Returns which QML file draws an album, a mosaic or a stack of files; empty for an empty one."""
    if not members:
        return ""
    return "album" if all(isinstance(one.content, td.MessagePhoto | td.MessageVideo) for one in members) else "files"


def _joined(captions: Sequence[td.FormattedText | None]) -> td.FormattedText:
    text = ""
    entities: list[td.TextEntity] = []
    for caption in captions:
        if caption is None or not caption.text:
            continue
        text += "\n" if text else ""
        start = utf16_length(text)
        entities += [replace(entity, offset=entity.offset + start) for entity in caption.entities]
        text += caption.text
    return td.FormattedText(text=text, entities=entities)
