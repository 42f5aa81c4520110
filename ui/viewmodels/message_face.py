"""What a message looks like around its content: computed when something changes, compared, and only then drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field

from client.session import Session
from tdlib import types as td
from ui.viewmodels import authors
from ui.viewmodels.authors import Author
from ui.viewmodels.content_kind import ACROSS, ONE_LINE, formatted_text, kind
from ui.viewmodels.emoji_picture import address
from ui.viewmodels.rich_text import PictureOf, RichText, Span, rich_text
from ui.viewmodels.wording import messages as wording
from ui.viewmodels.wording import names, numbers, previews, times
from ui.viewmodels.wording.names import People

Marked = Callable[[str], Sequence[Span]]
"""Finds the parts of a text that stand out, in order."""


def unmarked(text: str) -> Sequence[Span]:
    """Finds nothing that stands out."""
    return ()


@dataclass(frozen=True)
class Reply:
    """The header that says what a message answers.

    Attributes:
        name: whose message it was.
        color: that person's colour.
        text: one line of it, or the part that is quoted.
        quoted: whether `text` is a part its author chose.
    """

    name: str = ""
    color: int = 0
    text: str = ""
    quoted: bool = False


@dataclass(frozen=True)
class Reaction:
    """One emoji under a message, and how many chose it.

    Attributes:
        picture: what is drawn in place of `emoji`, as `emoji_picture.address` says; empty where that is drawn itself.
        number: of the custom emoji; 0 for one of Unicode.
    """

    emoji: str
    count_text: str
    chosen: bool
    spoken: str
    picture: str = ""
    number: int = 0

    @property
    def sign(self) -> str:
        """What names the reaction: its emoji, or the number of a custom one."""
        return str(self.number) if self.number else self.emoji


@dataclass(frozen=True)
class Face:
    """Everything about a message that is not its neighbours or its files.

    Attributes:
        kind: which QML file draws it.
        sender: who wrote it.
        time: the time of day.
        state: "" for others' messages, else "pending", "sent", "read" or "failed".
        failure: why it failed.
        views: how many saw it, short; empty outside channels.
        line: the one-line form, for kinds that have no other.
    """

    kind: str
    sender: Author
    outgoing: bool
    time: str
    text: RichText
    edited: bool = False
    state: str = ""
    failure: str = ""
    views: str = ""
    signature: str = ""
    reply: Reply | None = None
    forward: str = ""
    line: str = ""
    spoken: str = ""
    reactions: tuple[Reaction, ...] = field(default=())

    def has_any_of(self, custom_emoji: Set[int]) -> bool:
        """Returns whether one of these custom emoji is drawn."""
        return not custom_emoji.isdisjoint(self.text.custom_emoji) or any(
            reaction.number in custom_emoji for reaction in self.reactions
        )


def face(
    session: Session,
    message: td.Message,
    revealed: bool,
    marked: Marked = unmarked,
    picture_of: PictureOf | None = None,
) -> Face:
    """Returns the face of `message` as the stores are now.

    Arguments:
        revealed: whether spoilers are open.
        marked: finds the parts of the text that stand out.
        picture_of: returns what is drawn of a custom emoji.
    """
    content = message.content
    drawn = kind(content)
    words = formatted_text(content) or td.FormattedText()
    text = rich_text(words, revealed=revealed, marked=marked(words.text), picture_of=picture_of)
    sender = authors.author(session, message.sender_id)
    state = sending_state(session, message)
    line = _line(session, message, drawn)
    clock = times.clock(message.date)
    heard = text.spoken if drawn in ("text", "link") and text.spoken else summary(session, message)
    edited = message.edit_date > 0 and not message.is_channel_post
    marks = [wording.edited() if edited else "", wording.state(state)]
    spoken = names.unisolated(line) if drawn in ACROSS else wording.spoken(
        wording.you() if message.is_outgoing else sender.name, clock, heard, marks
    )
    return Face(
        kind=drawn,
        sender=sender,
        outgoing=message.is_outgoing and not message.is_channel_post,
        time=clock,
        text=text,
        edited=edited,
        state=state,
        failure=wording.failure(message.sending_state)
        if isinstance(message.sending_state, td.MessageSendingStateFailed)
        else "",
        views=_views(message),
        signature=message.author_signature,
        reply=reply(session, message),
        forward=authors.origin(session, message.forward_info.origin).name if message.forward_info else "",
        line=line,
        spoken=spoken,
        reactions=_reactions(message, picture_of),
    )


def summary(session: Session, message: td.Message) -> str:
    """Returns the one line that stands for `message`."""
    return previews.of_message(message, People(session))


def _line(session: Session, message: td.Message, drawn: str) -> str:
    if drawn == "unsupported":
        return wording.unsupported()
    return summary(session, message) if drawn in ONE_LINE else ""


def sending_state(session: Session, message: td.Message) -> str:
    """Returns how far a message of one's own has come."""
    if not message.is_outgoing:
        return ""
    match message.sending_state:
        case td.MessageSendingStatePending():
            return "pending"
        case td.MessageSendingStateFailed():
            return "failed"
    chat = session.chats.get(message.chat_id)
    if message.is_channel_post:
        return ""
    return "read" if chat is not None and message.id <= chat.last_read_outbox_message_id else "sent"


def reply(session: Session, message: td.Message) -> Reply | None:
    """Returns what `message` answers, or None."""
    match message.reply_to:
        case td.MessageReplyToMessage() as target:
            return _reply_to(session, message, target)
        case td.MessageReplyToStory(story_poster_chat_id=chat_id):
            poster = authors.chat(session, chat_id)
            return Reply(poster.name, poster.color, wording.story())
        case _:
            return None


def answered_id(message: td.Message) -> int:
    """Returns the id of the message of the same chat that `message` answers; 0 where it answers none."""
    target = message.reply_to
    if not isinstance(target, td.MessageReplyToMessage) or target.chat_id not in (0, message.chat_id):
        return 0
    return target.message_id


def _reply_to(session: Session, message: td.Message, target: td.MessageReplyToMessage) -> Reply:
    answered = session.messages.get(target.chat_id or message.chat_id, target.message_id)
    quote = target.quote.text.text if target.quote is not None else ""
    if answered is not None:
        author = authors.author(session, answered.sender_id)
        return Reply(author.name, author.color, quote or summary(session, answered), bool(quote))
    author_of = authors.origin(session, target.origin) if target.origin is not None else None
    if author_of is None and not quote:
        return Reply("", 0, wording.not_loaded())
    name, color = (author_of.name, author_of.color) if author_of is not None else ("", 0)
    return Reply(name, color, quote or wording.not_loaded(), bool(quote))


def _views(message: td.Message) -> str:
    info = message.interaction_info
    return numbers.short(info.view_count) if info is not None and message.is_channel_post and info.view_count else ""


def _reactions(message: td.Message, picture_of: PictureOf | None) -> tuple[Reaction, ...]:
    info = message.interaction_info
    if info is None or info.reactions is None:
        return ()
    return tuple(
        _reaction(reaction, picture_of)
        for reaction in info.reactions.reactions
        if reaction.total_count
    )


def _reaction(reaction: td.MessageReaction, picture_of: PictureOf | None) -> Reaction:
    emoji, count, number = reaction_emoji(reaction.type), reaction.total_count, 0
    place = ""
    if isinstance(reaction.type, td.ReactionTypeCustomEmoji) and picture_of is not None:
        number = reaction.type.custom_emoji_id
        picture = picture_of(number)
        emoji = picture.emoji or emoji
        place = address(picture, emoji)
    spoken = wording.reaction(emoji, count)
    return Reaction(emoji, numbers.short(count), reaction.is_chosen, spoken, place, number)


def reaction_emoji(reaction: td.ReactionType) -> str:
    """Returns the sign of a reaction."""
    match reaction:
        case td.ReactionTypeEmoji(emoji=emoji):
            return emoji
        case td.ReactionTypePaid():
            return "⭐"
        case _:
            return "🧩"
