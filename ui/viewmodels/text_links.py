"""What in a text can be followed."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from tdlib import types as td


class LinkKind(enum.Enum):
    """What following a link does."""

    URL = "url"
    TEXT_URL = "text url"
    EMAIL = "email"
    PHONE = "phone"
    MENTION = "mention"
    USER = "user"
    HASHTAG = "hashtag"
    COMMAND = "command"
    CARD = "card"
    TIME = "time"
    CODE = "code"


@dataclass(frozen=True)
class Link:
    """A part of a text that can be followed.

    Attributes:
        kind: what following it does.
        shown: the words that stand in the text.
        target: the address; for other kinds what is to be opened, looked for or copied.
        user_id: whom a mention by name means.
    """

    kind: LinkKind
    shown: str
    target: str
    user_id: int = 0


def link(entity: td.TextEntityType, words: str) -> Link:
    """Returns where the link `entity` over `words` leads."""
    match entity:
        case td.TextEntityTypeTextUrl(url=url):
            return Link(LinkKind.TEXT_URL, words, url)
        case td.TextEntityTypeUrl():
            return Link(LinkKind.URL, words, words)
        case td.TextEntityTypeEmailAddress():
            return Link(LinkKind.EMAIL, words, words)
        case td.TextEntityTypePhoneNumber():
            return Link(LinkKind.PHONE, words, words)
        case td.TextEntityTypeMention():
            return Link(LinkKind.MENTION, words, words.removeprefix("@"))
        case td.TextEntityTypeMentionName(user_id=user_id):
            return Link(LinkKind.USER, words, words, user_id)
        case td.TextEntityTypeHashtag() | td.TextEntityTypeCashtag():
            return Link(LinkKind.HASHTAG, words, words)
        case td.TextEntityTypeBotCommand():
            return Link(LinkKind.COMMAND, words, words)
        case td.TextEntityTypeBankCardNumber():
            return Link(LinkKind.CARD, words, words)
        case td.TextEntityTypeMediaTimestamp(media_timestamp=seconds):
            return Link(LinkKind.TIME, words, str(seconds))
        case td.TextEntityTypeDateTime(unix_time=moment):
            return Link(LinkKind.TIME, words, str(moment))
        case _:
            return Link(LinkKind.CODE, words, words)


LINKS = (
    td.TextEntityTypeTextUrl,
    td.TextEntityTypeUrl,
    td.TextEntityTypeEmailAddress,
    td.TextEntityTypePhoneNumber,
    td.TextEntityTypeMention,
    td.TextEntityTypeMentionName,
    td.TextEntityTypeHashtag,
    td.TextEntityTypeCashtag,
    td.TextEntityTypeBotCommand,
    td.TextEntityTypeBankCardNumber,
    td.TextEntityTypeMediaTimestamp,
    td.TextEntityTypeDateTime,
    td.TextEntityTypeCode,
)
"""The entities whose words are links."""
