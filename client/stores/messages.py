"""`Messages`: the windows of the open chats, and single messages beside them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

import msgspec

from client.changes import Changes, Noun
from client.stores.chats import Chats
from client.stores.history import History
from tdlib import types as td

SINGLE = 1000
"""Messages outside all windows that are kept: answered ones, found ones."""


class Messages:
    """Messages of open chats; Noun.HISTORY with the chat's id.

    Fields: "ids" (other messages in the window), "reset" (the window was replaced), "ends" (`has_older` or
    `has_newer`), "gap" (the window has lost its touch with the newest message), "message:ID" (its content or state),
    "renamed:OLD:NEW" (one message, another id). "message:ID" comes for single messages too.
    """

    def __init__(self, changes: Changes, chats: Chats) -> None:
        self._changes = changes
        self._chats = chats
        self._histories: dict[int, History] = {}
        self._holders: dict[int, int] = {}
        self._is_absent = True
        self._single: OrderedDict[tuple[int, int], td.Message] = OrderedDict()

    @property
    def histories(self) -> list[History]:
        """The windows of all open chats."""
        return list(self._histories.values())

    def history(self, chat_id: int) -> History:
        """Returns the window of a chat, an empty one at first; it lives until `close`."""
        found = self._histories.get(chat_id)
        if found is None:
            found = History(chat_id, lambda *fields: self._changes.record(Noun.HISTORY, chat_id, *fields))
            self._histories[chat_id] = found
            if self._is_absent:
                found.begin_absence()
        return found

    def hold(self, chat_id: int) -> History:
        """Returns the window of a chat as `history` does; it lives until `close` has been called for each hold.

        A chat that is opened again while it is still being closed, or moves to a window of its own, is held twice.
        """
        self._holders[chat_id] = self._holders.get(chat_id, 0) + 1
        return self.history(chat_id)

    def opened(self, chat_id: int) -> History | None:
        """Returns the window of a chat that is open, None where it is not."""
        return self._histories.get(chat_id)

    def close(self, chat_id: int) -> None:
        """Lets go of a chat's window; when nobody holds it any more, pages that come for it are dropped."""
        holders = self._holders.pop(chat_id, 0) - 1
        if holders > 0:
            self._holders[chat_id] = holders
            return
        history = self._histories.pop(chat_id, None)
        if history is not None:
            history.is_open = False

    def get(self, chat_id: int, message_id: int) -> td.Message | None:
        """Returns a message that is known: from a window, kept by itself, or the last one of its chat."""
        history = self._histories.get(chat_id)
        found = history.get(message_id) if history else None
        found = found or self._single.get((chat_id, message_id))
        if found is not None:
            return found
        chat = self._chats.get(chat_id)
        last = chat.last_message if chat else None
        return last if last is not None and last.id == message_id else None

    def keep(self, message: td.Message) -> None:
        """Keeps a single message out of an answer, and its later changes."""
        self._single[message.chat_id, message.id] = message
        self._single.move_to_end((message.chat_id, message.id))
        if len(self._single) > SINGLE:
            self._single.popitem(last=False)
        history = self._histories.get(message.chat_id)
        if history is None or not history.on_changed(message):
            self._changes.record(Noun.HISTORY, message.chat_id, f"message:{message.id}")

    def fill_in(self, message: td.Message) -> None:
        """Puts a message out of an answer into its chat's window, where it was missing inside."""
        history = self._histories.get(message.chat_id)
        if history is not None:
            history.on_new(message)

    def newest_known(self, chat_id: int) -> int:
        """Returns the id of a chat's newest message as TDLib has told it; 0 where it has not."""
        chat = self._chats.get(chat_id)
        return chat.last_message.id if chat is not None and chat.last_message is not None else 0

    def on_connection(self, update: td.UpdateConnectionState) -> None:
        self._is_absent = not isinstance(update.state, td.ConnectionStateReady)
        for history in self._histories.values():
            if self._is_absent:
                history.begin_absence()
            else:
                history.end_absence()

    def on_new(self, update: td.UpdateNewMessage) -> None:
        history = self._histories.get(update.message.chat_id)
        if history is not None:
            history.on_new(update.message)

    def on_sent(self, update: td.UpdateMessageSendSucceeded | td.UpdateMessageSendFailed) -> None:
        self._forget(update.message.chat_id, update.old_message_id)
        history = self._histories.get(update.message.chat_id)
        if history is not None:
            history.on_renamed(update.old_message_id, update.message)

    def on_deleted(self, update: td.UpdateDeleteMessages) -> None:
        if update.from_cache:
            return
        for message_id in update.message_ids:
            self._forget(update.chat_id, message_id)
        history = self._histories.get(update.chat_id)
        if history is not None:
            history.on_deleted(update.message_ids)

    def on_last_message(self, update: td.UpdateChatLastMessage) -> None:
        """Notices messages that TDLib knows and has not told: after a long absence it does not tell each."""
        history = self._histories.get(update.chat_id)
        if history is None or not history.is_loaded or update.last_message is None:
            return
        if update.last_message.id > history.newest_id:
            history.note_newer()

    def on_content(self, update: td.UpdateMessageContent) -> None:
        self._change(update.chat_id, update.message_id, content=update.new_content)

    def on_fields(self, update: Any) -> None:
        """Takes in an update whose fields beside `chat_id` and `message_id` are fields of `td.Message`, or no one's."""
        names = [name for name in type(update).__struct_fields__ if name in _MESSAGE_FIELDS]
        self._change(update.chat_id, update.message_id, **{name: getattr(update, name) for name in names})

    def on_mention_read(self, update: td.UpdateMessageMentionRead) -> None:
        self._change(update.chat_id, update.message_id, contains_unread_mention=False)

    def on_content_opened(self, update: td.UpdateMessageContentOpened) -> None:
        message = self.get(update.chat_id, update.message_id)
        match message and message.content:
            case td.MessageVoiceNote() as content:
                opened: td.MessageContent = msgspec.structs.replace(content, is_listened=True)
            case td.MessageVideoNote() as content:
                opened = msgspec.structs.replace(content, is_viewed=True)
            case _:
                return
        self._change(update.chat_id, update.message_id, content=opened)

    def on_poll(self, update: td.UpdatePoll) -> None:
        for message in self._all():
            content = message.content
            if isinstance(content, td.MessagePoll) and content.poll.id == update.poll.id:
                changed = msgspec.structs.replace(content, poll=update.poll)
                self._change(message.chat_id, message.id, content=changed)

    def _change(self, chat_id: int, message_id: int, **fields: Any) -> None:
        history = self._histories.get(chat_id)
        message = history.get(message_id) if history else None
        if history is not None and message is not None:
            history.on_changed(msgspec.structs.replace(message, **fields))
        single = self._single.get((chat_id, message_id))
        if single is not None:
            self._single[chat_id, message_id] = msgspec.structs.replace(single, **fields)
            self._changes.record(Noun.HISTORY, chat_id, f"message:{message_id}")

    def _forget(self, chat_id: int, message_id: int) -> None:
        if self._single.pop((chat_id, message_id), None) is not None:
            self._changes.record(Noun.HISTORY, chat_id, f"message:{message_id}")

    def _all(self) -> Iterator[td.Message]:
        for history in self.histories:
            yield from tuple(history)
        yield from tuple(self._single.values())


_MESSAGE_FIELDS = frozenset(td.Message.__struct_fields__) - {"chat_id"}
