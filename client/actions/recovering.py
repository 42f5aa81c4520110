"""`OutboxActions`: after a start, brings to an end what was being sent when TDLib or the programme died."""

from __future__ import annotations

import contextlib
import time
from collections import Counter
from collections.abc import Callable, Iterable

from client.actions.replying import reply
from client.actions.sender import Sender
from client.outbox import Outbox, Unsent
from client.stores.messages import Messages
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import Aborted, TdError, TimedOut

PAGE = 100

MESSAGES = 1000
"""How far back a chat is searched for a message that may have been sent."""

TOO_OLD = 24 * 3600
"""Seconds after which a message is not sent any more by itself, as in TDLib."""

WORDS = 6
"""Words of a text that are looked for at the server."""

CLOCK_DIFFERENCE = 600
"""Seconds by which the clocks of server and computer may differ."""


class OutboxActions:
    """Sends each message of the outbox that neither TDLib nor the server has, exactly once.

    Call `recover` when the connection is ready: then what the server has got is known.
    """

    def __init__(
        self, sender: Sender, messages: Messages, outbox: Outbox, clock: Callable[[], float] = time.time
    ) -> None:
        self._sender = sender
        self._messages = messages
        self._outbox = outbox
        self._clock = clock

    async def recover(self, me_id: int) -> None:
        """Goes through the user's entries, chat by chat, and through what was sent shortly before."""
        for chat_id, message_id in self._outbox.lately_sent():
            await self._look_up(chat_id, message_id)
        by_chat: dict[int, list[Unsent]] = {}
        for entry in self._outbox.waiting(me_id):
            by_chat.setdefault(entry.chat_id, []).append(entry)
        for chat_id, entries in by_chat.items():
            await self._recover_chat(chat_id, entries)

    async def send_again(self, entry: Unsent) -> None:
        """Sends what was given up once more, because the person wants it.

        Raises:
            TdError: it was refused again, and is given up again.
        """
        self._outbox.take_up(entry)
        try:
            await self._request(entry)
        except (Aborted, TimedOut):
            return
        except TdError:
            self._outbox.give_up(entry)
            raise

    def discard(self, entry: Unsent) -> None:
        """Forgets what was given up."""
        self._outbox.finish(entry)

    async def _look_up(self, chat_id: int, message_id: int) -> None:
        """Has TDLib fetch a message that it sent and forgot when it was killed: it does not see that hole."""
        with contextlib.suppress(TdError):
            request = tf.GetMessage(chat_id=chat_id, message_id=message_id)
            await self._sender.request(request, apply=self._messages.fill_in)

    async def _recover_chat(self, chat_id: int, entries: list[Unsent]) -> None:
        try:
            await self._catch_up(chat_id, entries)
            sent = await self._own_messages(chat_id, min(entry.after_id for entry in entries))
        except (Aborted, TimedOut):
            return
        except TdError:
            for entry in entries:
                self._outbox.give_up(entry)
            return
        for entry in self._without_known(entries, sent):
            await self._send(entry)

    async def _catch_up(self, chat_id: int, entries: list[Unsent]) -> None:
        """Has TDLib know what the server has of the entries.

        What happened in a supergroup or channel is told only when TDLib asks about that very one: it does so when a
        search finds a message that it has missed, before it passes on what was found.
        """
        chat = await self._sender.request(tf.GetChat(chat_id=chat_id))
        if not isinstance(chat.type, td.ChatTypeSupergroup):
            return
        if not chat.type.is_channel:
            me = td.MessageSenderUser(user_id=entries[0].me_id)
            await self._sender.request(tf.SearchChatMessages(chat_id=chat_id, sender_id=me, limit=1))
        for entry in entries:
            # In a channel, and for who writes in a group's name, the sender is another.
            words = " ".join(_words(entry.content)[:WORDS])
            if words:
                await self._sender.request(tf.SearchChatMessages(chat_id=chat_id, query=words, limit=1))

    async def _own_messages(self, chat_id: int, after_id: int) -> list[td.Message]:
        """Returns the outgoing messages of a chat behind one of its messages, the oldest first."""
        found: dict[int, td.Message] = {}
        oldest = 0
        for _ in range(MESSAGES // PAGE):
            request = tf.GetChatHistory(chat_id=chat_id, from_message_id=oldest, limit=PAGE)
            page = (await self._sender.request(request)).messages
            found.update((message.id, message) for message in page)
            if not page or min(found) <= after_id or min(found) == oldest:
                break
            oldest = min(found)
        return [found[each] for each in sorted(found) if found[each].is_outgoing and each > after_id]

    def _without_known(self, entries: Iterable[Unsent], sent: list[td.Message]) -> list[Unsent]:
        """Binds or finishes the entries that have a message and returns the others."""
        missing = []
        taken: Counter[int] = Counter()
        for entry in entries:
            message = next((each for each in sent if not taken[each.id] and _is_same(entry, each)), None)
            if message is None:
                missing.append(entry)
                continue
            taken[message.id] += 1
            if isinstance(message.sending_state, td.MessageSendingStatePending):
                self._outbox.bind(entry, message.id)
            else:
                self._outbox.finish(entry, message.id if message.sending_state is None else 0)
        return missing

    async def _send(self, entry: Unsent) -> None:
        if self._clock() - entry.date > TOO_OLD:
            self._outbox.give_up(entry)
            return
        try:
            await self._request(entry)
        except (Aborted, TimedOut):
            return
        except TdError:
            self._outbox.give_up(entry)

    async def _request(self, entry: Unsent) -> None:
        reply_to = reply(entry.reply_to, entry.quote)
        request = tf.SendMessage(chat_id=entry.chat_id, reply_to=reply_to, input_message_content=entry.content)
        await self._sender.request(request, apply=lambda message: self._outbox.bind(entry, message.id))


def _is_same(entry: Unsent, message: td.Message) -> bool:
    if message.id <= entry.after_id or message.date < entry.date - CLOCK_DIFFERENCE:
        return False
    is_text = isinstance(entry.content, td.InputMessageText)
    if is_text != isinstance(message.content, td.MessageText):
        return False
    return _words(entry.content) == _words(message.content)


def _words(content: td.TdObject) -> list[str]:
    """Returns the words of a text or caption; TDLib tidies the space between them."""
    text = getattr(content, "text", None) or getattr(content, "caption", None)
    return text.text.split() if isinstance(text, td.FormattedText) else []
