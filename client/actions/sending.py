"""`SendActions`: everything that goes to a chat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from client.actions.replying import reply
from client.actions.sender import Sender
from client.outbox import Outbox
from client.stores.messages import Messages
from client.stores.options import Options
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import Aborted, TdError, TimedOut

TYPING_PAUSE = 4.5
"""Seconds before a chat is told again that the person types; it shows it for six."""


class SendActions:
    """Sends messages, reactions, drafts and what the person is doing.

    A message is written into the outbox before TDLib gets it. When TDLib ends before it has answered, the verb returns
    as if it had, for the outbox sends the message after the next start. Every other refusal is raised as `TdError`:
    then the text belongs back into the composer.

    Arguments:
        clock: seconds that only grow; `loop.time` fits.
    """

    def __init__(
        self, sender: Sender, messages: Messages, options: Options, outbox: Outbox, clock: Callable[[], float]
    ) -> None:
        self._sender = sender
        self._messages = messages
        self._options = options
        self._outbox = outbox
        self._clock = clock
        self._told_typing: dict[int, float] = {}

    async def text(
        self,
        chat_id: int,
        text: td.FormattedText,
        reply_to: int | None = None,
        *,
        quote: td.InputTextQuote | None = None,
        keep_draft: bool = False,
    ) -> None:
        """Sends a text (sendMessage); it appears at once as pending.

        Arguments:
            reply_to: id of the message of this chat that it answers.
            quote: which part of that one.
            keep_draft: whether the chat's draft is another text, and stays.
        """
        await self._send(chat_id, td.InputMessageText(text=text, clear_draft=not keep_draft), reply_to, quote)

    async def photo(
        self,
        chat_id: int,
        path: Path,
        caption: td.FormattedText | None = None,
        width: int = 0,
        height: int = 0,
        *,
        reply_to: int | None = None,
        quote: td.InputTextQuote | None = None,
    ) -> None:
        """Sends a picture from a file.

        Arguments:
            width, height: in pixels; 0 where unknown.
        """
        photo = td.InputPhoto(photo=td.InputFileLocal(path=str(path)), width=width, height=height)
        await self._send(chat_id, td.InputMessagePhoto(photo=photo, caption=caption), reply_to, quote)

    async def document(
        self,
        chat_id: int,
        path: Path,
        caption: td.FormattedText | None = None,
        *,
        reply_to: int | None = None,
        quote: td.InputTextQuote | None = None,
    ) -> None:
        """Sends a file as it is."""
        document = td.InputDocument(
            document=td.InputFileLocal(path=str(path)), disable_content_type_detection=True
        )
        await self._send(chat_id, td.InputMessageDocument(document=document, caption=caption), reply_to, quote)

    async def forward(self, chat_id: int, from_chat_id: int, message_ids: Sequence[int]) -> None:
        """Forwards messages (forwardMessages), in the order of their ids."""
        await self._sender.request(
            tf.ForwardMessages(chat_id=chat_id, from_chat_id=from_chat_id, message_ids=sorted(message_ids))
        )

    async def resend(self, chat_id: int, message_ids: Sequence[int]) -> None:
        """Sends failed messages again (resendMessages)."""
        await self._sender.request(tf.ResendMessages(chat_id=chat_id, message_ids=sorted(message_ids)))

    async def typing(self, chat_id: int) -> None:
        """Says that the person types (sendChatAction); call it at every key, it is told as often as needed."""
        now = self._clock()
        if now - self._told_typing.get(chat_id, -TYPING_PAUSE) < TYPING_PAUSE:
            return
        self._told_typing[chat_id] = now
        await self._sender.request(tf.SendChatAction(chat_id=chat_id, action=td.ChatActionTyping()))

    async def stop_typing(self, chat_id: int) -> None:
        """Says that the person types no more, if that was told."""
        if self._told_typing.pop(chat_id, None) is not None:
            await self._sender.request(tf.SendChatAction(chat_id=chat_id, action=td.ChatActionCancel()))

    async def draft(
        self,
        chat_id: int,
        text: td.FormattedText | None,
        reply_to: int | None = None,
        quote: td.InputTextQuote | None = None,
    ) -> None:
        """Keeps what is typed as the chat's draft on all devices (setChatDraftMessage); None takes it away."""
        draft = None
        if text is not None and (text.text or reply_to):
            content = td.DraftMessageContentText(text=text)
            draft = td.DraftMessage(reply_to=reply(reply_to, quote), content=content)
        await self._sender.request(tf.SetChatDraftMessage(chat_id=chat_id, draft_message=draft))

    async def react(self, chat_id: int, message_id: int, sign: str) -> None:
        """Adds a reaction (addMessageReaction).

        Arguments:
            sign: an emoji, or the number of a custom emoji.
        """
        reaction = _reaction(sign)
        await self._sender.request(
            tf.AddMessageReaction(
                chat_id=chat_id, message_id=message_id, reaction_type=reaction, update_recent_reactions=True
            )
        )

    async def unreact(self, chat_id: int, message_id: int, sign: str) -> None:
        """Takes a reaction back (removeMessageReaction)."""
        reaction = _reaction(sign)
        await self._sender.request(
            tf.RemoveMessageReaction(chat_id=chat_id, message_id=message_id, reaction_type=reaction)
        )

    async def parse_markdown(self, text: td.FormattedText) -> td.FormattedText:
        """Returns a text with its **bold**, __italic__, `code` and the like as entities (parseMarkdown)."""
        return await self._sender.request(tf.ParseMarkdown(text=text))

    async def _send(
        self,
        chat_id: int,
        content: td.InputMessageContent,
        reply_to: int | None,
        quote: td.InputTextQuote | None,
    ) -> None:
        me_id = self._options.get("my_id", 0)
        entry = self._outbox.add(me_id, chat_id, content, self._newest(chat_id), reply_to or 0, quote)
        self._told_typing.pop(chat_id, None)
        request = tf.SendMessage(chat_id=chat_id, reply_to=reply(reply_to, quote), input_message_content=content)
        try:
            await self._sender.request(request, apply=lambda message: self._outbox.bind(entry, message.id))
        except (Aborted, TimedOut):
            return
        except TdError:
            self._outbox.finish(entry)
            raise

    def _newest(self, chat_id: int) -> int:
        history = self._messages.opened(chat_id)
        return max(self._messages.newest_known(chat_id), history.newest_id if history is not None else 0)


def _reaction(sign: str) -> td.ReactionType:
    is_number = sign.isascii() and sign.isdigit()
    return td.ReactionTypeCustomEmoji(custom_emoji_id=int(sign)) if is_number else td.ReactionTypeEmoji(emoji=sign)
